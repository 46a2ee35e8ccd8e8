// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alarmsmodel.h"

#include "models/formats.h"
#include "models/latewords.h"
#include "models/tripwords.h"
#include "models/words.h"

namespace waydesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {
QString isolated(const QString& text) // from the direction of what stands around it
{
    return u"\u2068%1\u2069"_s.arg(text);
}
} // namespace

AlarmsModel::AlarmsModel(facade::AlarmService& alarms, facade::DriverService& drivers, facade::TripService& trips,
                         const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_alarms(alarms)
    , m_drivers(drivers)
    , m_trips(trips)
    , m_formats(formats)
{
    connect(&alarms, &facade::AlarmService::changed, this, [this] { setRows(m_alarms.alarms()); });
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
    setRows(alarms.alarms());
}

QString AlarmsModel::words(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::Silent:
        return tr("Not heard of");
    case AlarmKind::Idle:
        return tr("Stands too long");
    case AlarmKind::Astray:
        return tr("Off its way");
    case AlarmKind::OverLimit:
        return tr("Too much cash");
    case AlarmKind::LateNow:
        return tr("Late now");
    case AlarmKind::WillBeLate:
        return tr("Will be late");
    case AlarmKind::ReturnWaiting:
        return tr("Return waiting");
    }
    Q_UNREACHABLE();
}

QString AlarmsModel::name(const Alarm& alarm) const
{
    const auto row = m_drivers.find(alarm.driver);
    if (row && !row->driver.user.fullName.isEmpty())
        return row->driver.user.fullName;
    const QString trip = alarm.trip ? m_trips.numberOf(*alarm.trip) : QString();
    return alarm.driver.isEmpty() && !trip.isEmpty() ? trip : alarm.driver.value;
}

QString AlarmsModel::place(const Alarm& alarm) const
{
    const facade::LatenessWatch& watch = m_alarms.lateness();
    const auto parcel = watch.parcel(*alarm.trip, alarm.stop->parcel);
    const auto stop = watch.stop(*alarm.trip, alarm.stop->place);
    QString where;
    if (parcel && stop)
        where = placeOf(*parcel, stop->kind.known.value_or(StopKind::Dropoff));
    return where.isEmpty() ? tr("stop %1").arg(m_formats.number(alarm.stop->place + 1)) : isolated(where);
}

QString AlarmsModel::lateness(const Alarm& alarm) const
{
    const LateStop& stop = *alarm.stop;
    const QString by = lateBy(stop.late, m_formats), where = place(alarm);
    const QString how = alarm.kind == AlarmKind::WillBeLate ? tr("Will be late by %1 at %2").arg(by, where)
                        : stop.isAgainstPlan                ? tr("%1 behind its plan at %2").arg(by, where)
                                                            : tr("Late by %1 at %2").arg(by, where);
    const QString why = reasonOf(stop, m_formats);
    return why.isEmpty() ? how : tr("%1: %2", "lateness, its reason").arg(how, why);
}

QString AlarmsModel::detail(const Alarm& alarm) const
{
    switch (alarm.kind) {
    case AlarmKind::Silent:
        return tr("not heard of for %1").arg(m_formats.age(alarm.since));
    case AlarmKind::Idle:
        return tr("has not moved for %1").arg(m_formats.age(alarm.since));
    case AlarmKind::Astray:
        return tr("%1 km off the way to the next stop").arg(m_formats.locale().toString(alarm.metres / 1000, 'f', 1));
    case AlarmKind::OverLimit:
        return tr("%1 on board, %2 allowed")
            .arg(m_formats.money(alarm.cash.value_or(Money{})), m_formats.money(alarm.limit.value_or(Money{})));
    case AlarmKind::LateNow:
    case AlarmKind::WillBeLate:
        return lateness(alarm);
    case AlarmKind::ReturnWaiting: {
        const auto parcel = m_alarms.lateness().parcel(alarm.waiting->trip, alarm.waiting->parcel);
        const QString waits = m_formats.age(alarm.since);
        return parcel
                   ? tr("the return of %1 has waited for %2 to be decided").arg(isolated(parcelTitle(*parcel)), waits)
                   : tr("a return has waited for %1 to be decided").arg(waits);
    }
    }
    Q_UNREACHABLE();
}

QString AlarmsModel::sentence(const Alarm& alarm) const
{
    return u"%1: %2"_s.arg(name(alarm), detail(alarm));
}

int AlarmsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant AlarmsModel::data(const QModelIndex& index, int role) const
{
    const facade::StandingAlarm* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == What)
            return words(row->alarm.kind);
        return index.column() == Who ? name(row->alarm) : m_formats.age(row->alarm.since);
    case Qt::ToolTipRole: {
        QString text = sentence(row->alarm);
        if (row->isAcknowledged)
            text += u"\n"_s + tr("Acknowledged");
        if (row->snoozedUntil)
            text += u"\n"_s + tr("Snoozed until %1").arg(m_formats.time(*row->snoozedUntil));
        return text;
    }
    case Qt::TextAlignmentRole:
        return int((index.column() == Since ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case KeyRole:
        return keyOf(*row);
    case DriverRole:
        return row->alarm.driver.value;
    case KindRole:
        return static_cast<int>(row->alarm.kind);
    case WantsLookRole:
        return row->wantsLook();
    case TripRole:
        return row->alarm.trip.value_or(TripId{}).value;
    case StopRole:
        return row->alarm.stop ? row->alarm.stop->place : -1;
    default:
        return {};
    }
}

QVariant AlarmsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Since ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Alarm");
    case Who:
        return tr("Driver");
    case Since:
        return tr("Since");
    default:
        return {};
    }
}

} // namespace waydesk::models
