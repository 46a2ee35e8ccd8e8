// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/checks/ledger.h"

#include "services/store/outboxentry.h"
#include "tests/kill/checks/parceltale.h"
#include "tests/kill/checks/sqlitefile.h"
#include "tests/kill/checks/triptale.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <array>

using namespace Qt::Literals::StringLiterals;
using waydesk::store::CommandState;

namespace waydesk::test {

namespace {

constexpr std::array kKinds{Finding::Kind::Lost,    Finding::Kind::Doubled, Finding::Kind::Disordered,
                            Finding::Kind::Differs, Finding::Kind::Refused, Finding::Kind::Open,
                            Finding::Kind::Damaged};
constexpr int kSpelledOut = 12;

QString named(const PlannedCommand& planned)
{
    const QString what = planned.of == PlannedCommand::Of::Waybill ? u"waybill"_s
                         : planned.of == PlannedCommand::Of::Trip  ? u"trip"_s
                                                                   : u"parcel"_s;
    return u"%1 %2 of %3 %4"_s.arg(planned.index).arg(kindWord(planned.command), what).arg(planned.number);
}

// What the shift leaves against what is there; `found` is used up. Answers how many effects are there.
template<class Tale>
int compareTales(Ledger& ledger, const QString& kind, const QMap<int, Tale>& expected, QMap<int, Tale> found)
{
    int effects = 0;
    for (auto it = expected.constBegin(); it != expected.constEnd(); ++it) {
        const QString name = kind + u' ' + QString::number(it.key());
        const Tale there = found.take(it.key());
        effects += there.effects;
        if (there.ids.size() > 1)
            ledger.add(Finding::Kind::Doubled, u"%1 was made %2 times"_s.arg(name).arg(there.ids.size()));
        else if (there.effects != it->effects)
            ledger.add(there.effects < it->effects ? Finding::Kind::Lost : Finding::Kind::Doubled,
                       u"%1: %2 effects instead of %3"_s.arg(name).arg(there.effects).arg(it->effects));
        else if (!there.looksLike(*it))
            ledger.add(Finding::Kind::Differs, u"%1: %2 instead of %3"_s.arg(name, there.inWords(), it->inWords()));
    }
    for (auto it = found.constBegin(); it != found.constEnd(); ++it)
        ledger.add(Finding::Kind::Doubled, u"%1 %2 was never asked for"_s.arg(kind).arg(it.key()));
    return effects;
}

} // namespace

struct Ledger::Expected
{
    int waybill = 0;
    QStringList events;
    QString notes, driver;
    QSet<QString> deliveries;

    void follow(const PlannedCommand& planned)
    {
        if (planned.event.isEmpty())
            return;
        events += planned.event;
        const Command& command = planned.command;
        if (const auto* create = std::get_if<CreateWaybill>(&command)) {
            notes = create->notes;
            join(create->deliveries);
        } else if (const auto* update = std::get_if<UpdateWaybill>(&command)) {
            notes = update->notes.value_or(notes);
        } else if (const auto* attach = std::get_if<AttachDeliveries>(&command)) {
            join(attach->deliveries);
        } else if (const auto* detach = std::get_if<DetachDelivery>(&command)) {
            deliveries.remove(detach->delivery.value);
        } else if (const auto* assign = std::get_if<AssignDriver>(&command)) {
            driver = assign->driver.value;
        } else if (const auto* change = std::get_if<SwitchDriver>(&command)) {
            driver = change->driver.value;
        } else if (std::holds_alternative<UnassignDriver>(command)) {
            driver.clear();
        } else if (std::holds_alternative<CancelWaybill>(command)) {
            driver.clear();
            deliveries.clear();
        }
    }
    void join(const QList<DeliveryId>& ids)
    {
        for (const DeliveryId& id : ids)
            deliveries.insert(id.value);
    }
};

struct Ledger::Found
{
    QStringList ids; // one, unless the waybill was made twice
    QStringList events;
    QString notes, driver;
    QSet<QString> deliveries;
};

QString word(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::Lost:
        return u"lost"_s;
    case Finding::Kind::Doubled:
        return u"doubled"_s;
    case Finding::Kind::Disordered:
        return u"disordered"_s;
    case Finding::Kind::Differs:
        return u"differs"_s;
    case Finding::Kind::Refused:
        return u"refused"_s;
    case Finding::Kind::Open:
        return u"open"_s;
    case Finding::Kind::Damaged:
        return u"damaged"_s;
    }
    Q_UNREACHABLE();
}

QList<Ledger::Expected> Ledger::expected()
{
    QMap<int, Expected> byWaybill;
    for (int index = 0; index < m_accepted; ++index) {
        const PlannedCommand& planned = m_plan.at(index);
        if (planned.of != PlannedCommand::Of::Waybill)
            continue;
        Expected& expected = byWaybill[planned.number];
        expected.waybill = planned.number;
        expected.follow(planned);
    }
    return byWaybill.values();
}

void Ledger::compare(const Expected& expected, const Found& found)
{
    const QString name = u"waybill %1"_s.arg(expected.waybill);
    if (found.ids.size() > 1)
        add(Finding::Kind::Doubled, u"%1 was made %2 times"_s.arg(name).arg(found.ids.size()));
    QStringList missing = expected.events, extra;
    for (const QString& event : found.events) {
        if (!missing.removeOne(event))
            extra += event;
    }
    for (const QString& event : missing)
        add(Finding::Kind::Lost, u"%1: %2"_s.arg(name, event));
    for (const QString& event : extra)
        add(Finding::Kind::Doubled, u"%1: %2"_s.arg(name, event));
    if (!missing.isEmpty() || !extra.isEmpty())
        return;
    if (found.events != expected.events)
        add(Finding::Kind::Disordered,
            u"%1: %2 instead of %3"_s.arg(name, found.events.join(u' '), expected.events.join(u' ')));
    else if (found.notes != expected.notes || found.driver != expected.driver ||
             found.deliveries != expected.deliveries)
        add(Finding::Kind::Differs,
            u"%1: notes \"%2\", driver \"%3\", %4 deliveries"_s.arg(name, found.notes, found.driver)
                .arg(found.deliveries.size()));
}

void Ledger::checkServer(const QString& serverFile)
{
    SqliteFile file(serverFile);
    const QString ours = m_plan.markOfAll();
    const QString where = u"instr(w.notes, ?) = 1"_s;
    const QStringList mark{ours};
    QMap<int, Found> byWaybill;
    const auto of = [&](const QString& notes) -> Found& {
        return byWaybill[notes.sliced(ours.size()).section(u'/', 0, 0).toInt()];
    };
    for (const QStringList& row :
         file.rows(u"SELECT w.id, w.notes, w.driver_id FROM waybill w WHERE "_s + where, mark)) {
        Found& found = of(row[1]);
        found.ids += row[0];
        found.notes = row[1];
        found.driver = row[2];
    }
    for (const QStringList& row :
         file.rows(u"SELECT w.notes, e.event_type FROM waybill w JOIN waybill_event e ON e.waybill_id = w.id WHERE "_s +
                       where + u" ORDER BY w.id, e.seq"_s,
                   mark)) {
        of(row[0]).events += row[1];
        ++m_effects;
    }
    for (const QStringList& row : file.rows(
             u"SELECT w.notes, d.id FROM waybill w JOIN delivery d ON d.waybill_id = w.id WHERE "_s + where, mark))
        of(row[0]).deliveries.insert(row[1]);
    for (const Expected& each : expected()) {
        compare(each, byWaybill.take(each.waybill));
        ++m_waybills;
    }
    for (auto it = byWaybill.constBegin(); it != byWaybill.constEnd(); ++it)
        add(Finding::Kind::Doubled, u"waybill %1 was never asked for"_s.arg(it.key()));
    compareTripsAndParcels(file);
    if (!file.failure().isEmpty())
        add(Finding::Kind::Damaged, file.failure());
    checkFile(serverFile);
}

void Ledger::compareTripsAndParcels(SqliteFile& server)
{
    QMap<int, TripTale> trips;
    QMap<int, ParcelTale> parcels;
    for (int index = 0; index < m_accepted; ++index) {
        const PlannedCommand& planned = m_plan.at(index);
        if (planned.of == PlannedCommand::Of::Trip)
            trips[planned.number].follow(planned);
        else if (planned.of == PlannedCommand::Of::Parcel)
            parcels[planned.number].follow(planned);
    }
    m_trips = static_cast<int>(trips.size());
    m_parcels = static_cast<int>(parcels.size());
    m_effects += compareTales(*this, u"trip"_s, trips, tripsIn(server, m_plan.markOfAll()));
    m_effects += compareTales(*this, u"parcel"_s, parcels, parcelsIn(server, m_plan.markOfAll()));
}

void Ledger::checkDesk(const QString& dataDir)
{
    for (const QFileInfo& each : QDir(dataDir).entryInfoList(QDir::Files)) {
        if (each.fileName().contains(u"damaged"_s))
            add(Finding::Kind::Damaged, each.fileName());
        else if (each.suffix() == u"db")
            checkFile(each.filePath());
    }
    SqliteFile work(dataDir + u"/work.db"_s);
    QMap<int, CommandState> states;
    for (const QStringList& row : work.rows(u"SELECT key, state FROM outbox ORDER BY seq"_s)) {
        const int index = indexOf(row[0]);
        if (index < 0 || index >= m_accepted)
            add(Finding::Kind::Doubled, u"a row that nobody asked for in the outbox: "_s + row[0]);
        else if (states.contains(index))
            add(Finding::Kind::Doubled, u"two rows in the outbox for "_s + named(m_plan.at(index)));
        else
            states.insert(index, static_cast<CommandState>(row[1].toInt()));
    }
    for (int index = 0; index < m_accepted; ++index) {
        const PlannedCommand planned = m_plan.at(index);
        if (!states.contains(index)) {
            add(Finding::Kind::Lost, u"no row in the outbox for "_s + named(planned));
            continue;
        }
        switch (states[index]) {
        case CommandState::Queued:
        case CommandState::Sending:
        case CommandState::Unknown:
            add(Finding::Kind::Open, named(planned));
            break;
        case CommandState::Refused:
            if (!planned.event.isEmpty())
                add(Finding::Kind::Refused, named(planned));
            break;
        case CommandState::Confirmed:
        case CommandState::Discarded:
            if (planned.event.isEmpty())
                add(Finding::Kind::Refused, u"not: "_s + named(planned));
            break;
        }
    }
    if (!work.failure().isEmpty())
        add(Finding::Kind::Damaged, work.failure());
}

void Ledger::checkFile(const QString& path)
{
    if (const QString words = SqliteFile::quickCheck(path); words != u"ok")
        add(Finding::Kind::Damaged, u"%1: %2"_s.arg(QFileInfo(path).fileName(), words));
}

int Ledger::count(Finding::Kind kind) const
{
    return static_cast<int>(
        std::count_if(m_faults.begin(), m_faults.end(), [kind](const Finding& f) { return f.kind == kind; }));
}

QJsonObject Ledger::summary() const
{
    QJsonObject object{{u"accepted"_s, m_accepted},
                       {u"waybills"_s, m_waybills},
                       {u"trips"_s, m_trips},
                       {u"parcels"_s, m_parcels},
                       {u"effects"_s, m_effects}};
    for (const Finding::Kind kind : kKinds)
        object[word(kind)] = count(kind);
    QJsonArray words;
    for (const Finding& fault : m_faults.mid(0, kSpelledOut))
        words.append(QString(word(fault.kind) + u": "_s + fault.what));
    if (!words.isEmpty())
        object[u"faults"_s] = words;
    return object;
}

} // namespace waydesk::test
