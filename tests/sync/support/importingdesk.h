// SPDX-License-Identifier: GPL-3.0-or-later
// A desk on a folder of its own, signed in to a demo depot's server, that brings files in.
#pragma once

#include "services/facade/importservice.h"
#include "services/store/reader.h"
#include "services/sync/liveengine.h"

namespace waydesk::test {

struct ImportingDesk
{
    ImportingDesk(const QString& folder, const QUrl& server)
    {
        sync::EngineOptions options;
        options.folder = folder;
        engine = std::make_unique<sync::LiveEngine>(options);
        if (!engine->open().ok())
            qFatal("the store does not open");
        auto opened = store::Reader::open(folder);
        if (!opened.ok())
            qFatal("the reader does not open");
        reader = std::move(opened).value();
        imports = std::make_unique<facade::ImportService>(*reader, *engine);
        engine->connectTo(server);
        engine->signIn(QStringLiteral("dispatcher@demo.waydesk"), QStringLiteral("demo"));
    }
    ~ImportingDesk()
    {
        imports.reset();
        reader.reset();
        engine.reset();
    }
    std::unique_ptr<sync::LiveEngine> engine;
    std::unique_ptr<store::Reader> reader;
    std::unique_ptr<facade::ImportService> imports;
};

} // namespace waydesk::test
