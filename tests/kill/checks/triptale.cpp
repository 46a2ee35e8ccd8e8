// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/checks/triptale.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

namespace {

QStringList idsOf(const QList<TripMember>& members)
{
    QStringList ids;
    for (const TripMember& member : members)
        ids += member.delivery.value;
    return ids;
}

} // namespace

void TripTale::follow(const PlannedCommand& planned)
{
    if (planned.event.isEmpty())
        return;
    ++effects;
    const Command& command = planned.command;
    if (const auto* create = std::get_if<CreateTrip>(&command)) {
        notes = create->notes;
        driver = create->driver.value_or(DriverId{}).value;
        status = u"planned"_s;
        parcels = idsOf(create->deliveries);
    } else if (const auto* update = std::get_if<UpdateTrip>(&command)) {
        notes = update->notes.value_or(notes);
        if (update->driver)
            driver = update->driver->value_or(DriverId{}).value;
    } else if (const auto* sync = std::get_if<SyncTripDeliveries>(&command)) {
        parcels = idsOf(sync->deliveries);
    } else if (const auto* remove = std::get_if<RemoveFromTrip>(&command)) {
        parcels.removeOne(remove->delivery.value);
    } else if (const auto* reorder = std::get_if<ReorderTrip>(&command)) {
        parcels.clear();
        for (const DeliveryId& each : reorder->order)
            parcels += each.value;
    } else if (std::holds_alternative<CancelTrip>(command)) {
        status = u"cancelled"_s;
    }
}

QString TripTale::inWords() const
{
    return u"%1, notes \"%2\", driver \"%3\", parcels %4"_s.arg(status, notes, driver, parcels.join(u' '));
}

QMap<int, TripTale> tripsIn(SqliteFile& server, const QString& mark)
{
    QMap<int, TripTale> trips;
    const QString where = u"instr(t.notes, ?) = 1"_s;
    const auto of = [&](const QString& notes) -> TripTale& {
        return trips[notes.sliced(mark.size()).section(u'/', 0, 0).toInt()];
    };
    for (const QStringList& row :
         server.rows(u"SELECT t.id, t.notes, t.driver_id, t.status, (SELECT COUNT(*) FROM change c "
                     "WHERE c.entity = 'trip' AND c.entity_id = t.id) FROM trip t WHERE "_s +
                         where,
                     {mark})) {
        TripTale& tale = of(row[1]);
        tale.ids += row[0];
        tale.notes = row[1];
        tale.driver = row[2].isNull() ? u""_s : row[2];
        tale.status = row[3];
        tale.effects += row[4].toInt();
    }
    for (const QStringList& row :
         server.rows(u"SELECT t.notes, d.id FROM trip t JOIN delivery d ON d.trip_id = t.id WHERE "_s + where +
                         u" ORDER BY t.id, d.trip_sequence, d.id"_s,
                     {mark}))
        of(row[0]).parcels += row[1];
    return trips;
}

} // namespace waydesk::test
