// SPDX-License-Identifier: GPL-3.0-or-later
// The demo depot as the sign-in screen sees it: asked to start, it answers ready() or failed(), once for each asking.
// The app starts the embedded server behind it; tests answer by themselves.
#pragma once

#include <QObject>
#include <QUrl>

namespace waydesk::ui {

class DemoDepot : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void start() = 0; // again when it already runs: ready() comes again

Q_SIGNALS:
    void ready(const QUrl& server);
    void failed(const QString& why);
};

} // namespace waydesk::ui
