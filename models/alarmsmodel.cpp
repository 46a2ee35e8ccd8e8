// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alarmsmodel.h"

#include "models/formats.h"

namespace waydesk::models {

using namespace Qt::Literals::StringLiterals;

AlarmsModel::AlarmsModel(facade::AlarmService& alarms, facade::DriverService& drivers, const Formats& formats,
                         QObject* parent)
    : KeyedModel(parent)
    , m_alarms(alarms)
    , m_drivers(drivers)
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
    }
    Q_UNREACHABLE();
}

QString AlarmsModel::name(const DriverId& driver) const
{
    const auto row = m_drivers.find(driver);
    return row && !row->driver.user.fullName.isEmpty() ? row->driver.user.fullName : driver.value;
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
    }
    Q_UNREACHABLE();
}

QString AlarmsModel::sentence(const Alarm& alarm) const
{
    return u"%1: %2"_s.arg(name(alarm.driver), detail(alarm));
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
        return index.column() == Who ? name(row->alarm.driver) : m_formats.age(row->alarm.since);
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
