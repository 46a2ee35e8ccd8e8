// SPDX-License-Identifier: GPL-3.0-or-later
// waydesk-shift: the desk's engine without a window, worked by a dispatcher that never tires. Says on stdout, line by
// line, what was accepted and what came of it; is made to be killed.
#include "services/backends/ondi/ondiconnection.h"
#include "services/sync/liveengine.h"
#include "tests/kill/shift/filetokenkeeper.h"
#include "tests/kill/shift/laterowengine.h"
#include "tests/kill/shift/worker.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::test;

namespace {

void say(const QByteArray& line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

int fail(const QString& why)
{
    say(QString(u"trouble - "_s + why).toUtf8());
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption data(u"data"_s, u"The desk's folder."_s, u"DIR"_s);
    const QCommandLineOption server(u"server"_s, u"The server."_s, u"URL"_s);
    const QCommandLineOption depot(u"depot"_s, u"What of the depot to work with."_s, u"FILE"_s);
    const QCommandLineOption seed(u"seed"_s, u"Which shift."_s, u"N"_s);
    const QCommandLineOption start(u"start"_s, u"The first command that is not known to be accepted."_s, u"N"_s,
                                   u"0"_s);
    const QCommandLineOption until(u"until"_s, u"Ask for no command from this one on; end when all is done."_s, u"N"_s);
    const QCommandLineOption lateRow(u"late-row"_s, u"With the mistake that the reckoning must find."_s);
    parser.addHelpOption();
    parser.addOptions({data, server, depot, seed, start, until, lateRow});
    parser.process(app);

    const QString folder = parser.value(data);
    const DepotSample sample = DepotSample::load(parser.value(depot));
    if (!QDir().mkpath(folder) || !sample.isUsable())
        return fail(u"no folder, or no depot"_s);
    ShiftPlan plan(parser.value(seed).toUInt(), sample);
    const QString session = folder + u"/session.json"_s;

    FileTokenKeeper keeper(session);
    std::unique_ptr<sync::Engine> engine;
    std::function<std::optional<Error>()> open;
    if (parser.isSet(lateRow)) {
        auto opened = store::Store::open(folder);
        if (!opened)
            return fail(opened.error().code + u' ' + opened.error().detail);
        engine = std::make_unique<LateRowEngine>(
            std::move(opened).value(), keeper,
            [](const QUrl& url, backends::TokenSource& tokens, backends::LinkListener& link) {
                return backends::makeOndiBackend(url, tokens, link);
            });
    } else {
        sync::EngineOptions options;
        options.folder = folder;
        options.makeKeeper = [session] { return std::make_unique<FileTokenKeeper>(session); };
        auto live = std::make_unique<sync::LiveEngine>(options);
        open = [engine = live.get()]() -> std::optional<Error> {
            const auto opened = engine->open();
            if (!opened)
                return opened.error();
            if (*opened != store::OpenReport{})
                return Error{Error::Kind::Storage, 0, u"damaged"_s, {}, u"a file was rebuilt"_s};
            return std::nullopt;
        };
        engine = std::move(live);
    }

    Worker worker(*engine, plan, parser.value(start).toInt(),
                  parser.isSet(until) ? std::optional(parser.value(until).toInt()) : std::nullopt);
    QObject::connect(&worker, &Worker::told, &app, &say);
    QObject::connect(&worker, &Worker::atRest, &app, [](int code) { QCoreApplication::exit(code); });
    worker.lookAtList(folder + u"/work.db"_s);
    if (open) {
        if (const auto why = open())
            return fail(why->code + u' ' + why->detail);
    }
    worker.begin(QUrl(parser.value(server)));
    return QCoreApplication::exec();
}
