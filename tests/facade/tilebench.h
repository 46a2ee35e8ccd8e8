// SPDX-License-Identifier: GPL-3.0-or-later
// The tile service over a folder that goes with the test, a clock that stands, and a tile server on loopback.
#pragma once

#include "services/facade/tileservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/tilepeer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace waydesk::test {

inline const Tile kErbil{10, 637, 401};

inline QByteArray header(const TilePeer::Request& request, const QByteArray& name)
{
    for (const QByteArray& line : request.head.split('\n')) {
        if (line.toLower().startsWith(QByteArray(name.toLower() + ": ")))
            return line.sliced(name.size() + 2).trimmed();
    }
    return {};
}

struct TileBench
{
    explicit TileBench(qint64 most = qint64{300} << 20) { open(most); }
    void open(qint64 most = qint64{300} << 20) // as after a restart
    {
        service.reset();
        tiles::TileOptions options;
        options.folder = folder.path() + QStringLiteral("/tiles");
        options.product = "Waydesk/7.7";
        options.mostKeptBytes = most;
        service = std::make_unique<facade::TileService>(options, clock);
    }
    void use(const QString& address)
    {
        TileChoice choice;
        choice.from = TileChoice::From::Address;
        choice.address = address;
        choice.contact = QStringLiteral("ops@depot.example");
        service->use(choice);
        QVERIFY(QTest::qWaitFor([this] { return service->report().isOn; }));
    }
    bool comes(const Tile& tile)
    {
        service->want(&viewer, {tile});
        return QTest::qWaitFor([&] { return !service->picture(tile).isNull(); });
    }
    // All that the worker had to do before is done.
    void settle()
    {
        QSignalSpy told(service.get(), &facade::TileSource::told);
        service->measure();
        QVERIFY(told.wait());
        QTest::qWait(30);
    }
    // Wanted, looked for and not come: a question that the server was to be spared.
    void misses(const Tile& tile)
    {
        service->want(&viewer, {});
        service->want(&viewer, {tile});
        settle();
        QVERIFY(service->picture(tile).isNull());
    }
    TileFault fault() const { return service->report().fault; }

    QTemporaryDir folder;
    FakeClock clock;
    QObject viewer;
    TilePeer peer;
    std::unique_ptr<facade::TileService> service;
};

} // namespace waydesk::test
