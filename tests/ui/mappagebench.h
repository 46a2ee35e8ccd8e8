// SPDX-License-Identifier: GPL-3.0-or-later
// A shown Map page over a store with five drivers that were seen and one that was not.
#pragma once

#include "tests/ui/mapbench.h"
#include "ui/mappage/mappage.h"

#include <QSignalSpy>

namespace waydesk::test {

inline const ui::MapGround& mapGround()
{
    static const ui::MapGround made;
    return made;
}

struct ShownMap
{
    explicit ShownMap(bool show = true)
        : drivers((fill(), engine.reader()), engine)
        , trips(engine.reader(), engine)
        , lookups(engine.reader(), engine)
        , formats(engine.clock(), QLocale(QStringLiteral("en")), QTimeZone::utc())
        , alarms(drivers, trips, engine.clock())
        , page(theme, mapGround(), {drivers, alarms, trips, lookups, formats})
    {
        page.resize(1252, 850);
        if (!show)
            return;
        page.show();
        page.activateWindow();
        QApplication::processEvents();
    }
    void fill()
    {
        QList<Position> seen;
        for (int n = 1; n <= 5; ++n) {
            engine.tell(sampleDriver(n));
            seen.append(position(n, 36.19 + 0.02 * n, std::chrono::minutes(n == 5 ? 30 : n == 4 ? 4 : 0)));
        }
        engine.tell(sampleDriver(6)); // never seen
        engine.tell(seen);
    }
    Position position(int n, double latitude, std::chrono::minutes ago = {})
    {
        return {sampleDriver(n).id, engine.clock().now() - ago, {latitude, 44.01}, 90, 40, 8};
    }
    void move(int n, double latitude)
    {
        QSignalSpy changed(&drivers, &facade::DriverService::changed);
        engine.clock().set(engine.clock().now() + std::chrono::seconds{10});
        engine.tell(QList{position(n, latitude)});
        QVERIFY(changed.wait());
    }
    // Where the page has driver n's mark.
    QGeoCoordinate place(int n) const
    {
        const ui::MarkLayer& marks = page.marks();
        const ui::Camera& camera = page.map()->camera();
        for (size_t i = 0; i < marks.marks().size(); ++i) {
            const auto row = drivers.find(sampleDriver(n).id);
            const QGeoCoordinate here = ui::fromWorld(marks.marks()[i].world);
            if (row->position && here.distanceTo(row->position->coordinate) < 1)
                return here;
        }
        Q_UNUSED(camera)
        return {};
    }
    void click(QPointF at) { QTest::mouseClick(page.map(), Qt::LeftButton, {}, at.toPoint()); }
    QPointF screen(const Position& position) const { return page.map()->camera().project(position.coordinate); }

    FakeEngine engine;
    ui::Theme theme;
    facade::DriverService drivers;
    facade::TripService trips;
    facade::LookupService lookups;
    models::Formats formats;
    facade::AlarmService alarms;
    ui::MapPage page;
};

} // namespace waydesk::test
