// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"

#include "models/formats.h"
#include "models/words.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

enum class Happening {
    Created,
    Updated,
    DeliveriesAdded,
    DeliveryRemoved,
    Sealed,
    Assigned,
    Switched,
    Unassigned,
    Dispatched,
    PickedUp,
    InTransit,
    Received,
    Closed,
    Cancelled,
    Returned
};

std::optional<Happening> happening(const QString& type)
{
    static const QHash<QString, Happening> known{{u"created"_s, Happening::Created},
                                                 {u"updated"_s, Happening::Updated},
                                                 {u"deliveries_added"_s, Happening::DeliveriesAdded},
                                                 {u"deliveries_attached"_s, Happening::DeliveriesAdded},
                                                 {u"delivery_removed"_s, Happening::DeliveryRemoved},
                                                 {u"delivery_detached"_s, Happening::DeliveryRemoved},
                                                 {u"sealed"_s, Happening::Sealed},
                                                 {u"assigned"_s, Happening::Assigned},
                                                 {u"driver_assigned"_s, Happening::Assigned},
                                                 {u"driver_switched"_s, Happening::Switched},
                                                 {u"unassigned"_s, Happening::Unassigned},
                                                 {u"driver_unassigned"_s, Happening::Unassigned},
                                                 {u"dispatched"_s, Happening::Dispatched},
                                                 {u"picked_up"_s, Happening::PickedUp},
                                                 {u"in_transit"_s, Happening::InTransit},
                                                 {u"received"_s, Happening::Received},
                                                 {u"closed"_s, Happening::Closed},
                                                 {u"cancelled"_s, Happening::Cancelled},
                                                 {u"returned"_s, Happening::Returned},
                                                 {u"children_returned"_s, Happening::Returned},
                                                 {u"partial_return"_s, Happening::Returned}};
    const auto it = known.constFind(type);
    return it == known.cend() ? std::nullopt : std::optional(*it);
}

// "Karwan Aziz, Van 101"
QString withVan(const QString& driver, const QString& van)
{
    const QString name = driver.isEmpty() ? u"…"_s : driver;
    return van.isEmpty() ? name : TimelineModel::tr("%1, %2", "a driver and the van").arg(name, van);
}

QString plain(Happening what, const TimelineEvent& event)
{
    switch (what) {
    case Happening::Created:
        return TimelineModel::tr("Created");
    case Happening::Updated:
        return TimelineModel::tr("Edited");
    case Happening::DeliveriesAdded:
        return TimelineModel::tr("Parcels attached");
    case Happening::DeliveryRemoved:
        return TimelineModel::tr("A parcel was removed");
    case Happening::Sealed:
        return TimelineModel::tr("Sealed");
    case Happening::Assigned:
        return event.newDriver.isEmpty()
                   ? TimelineModel::tr("Driver assigned")
                   : TimelineModel::tr("Assigned to %1").arg(withVan(event.newDriver, event.newVehicle));
    case Happening::Switched:
        return TimelineModel::tr("Driver switched from %1 to %2")
            .arg(withVan(event.previousDriver, event.previousVehicle), withVan(event.newDriver, event.newVehicle));
    case Happening::Unassigned:
        return event.previousDriver.isEmpty()
                   ? TimelineModel::tr("Driver unassigned")
                   : TimelineModel::tr("%1 was unassigned").arg(withVan(event.previousDriver, event.previousVehicle));
    case Happening::Dispatched:
        return TimelineModel::tr("Dispatched");
    case Happening::PickedUp:
        return TimelineModel::tr("Picked up");
    case Happening::InTransit:
        return TimelineModel::tr("On the road");
    case Happening::Received:
        return TimelineModel::tr("Received");
    case Happening::Closed:
        return TimelineModel::tr("Closed");
    case Happening::Cancelled:
        return TimelineModel::tr("Cancelled");
    case Happening::Returned:
        return TimelineModel::tr("Parcels returned");
    }
    Q_UNREACHABLE();
}

} // namespace

TimelineModel::TimelineModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

void TimelineModel::setEvents(const QList<TimelineEvent>& events)
{
    QList<TimelineRow> rows;
    rows.reserve(events.size());
    for (const TimelineEvent& event : events)
        rows += {static_cast<int>(rows.size()), event};
    setRows(std::move(rows));
}

QString TimelineModel::sentence(const TimelineEvent& event)
{
    const auto what = happening(event.type);
    QString text = what ? plain(*what, event) : event.type; // a word we do not know is shown as it came
    if (!event.reason.isEmpty())
        text = tr("%1: %2", "what happened: the reason given").arg(text, Formats::quoted(event.reason));
    if (!event.notes.isEmpty())
        text = tr("%1 · %2", "what happened · a note").arg(text, event.notes);
    return text;
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    const TimelineRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    const TimelineEvent& event = row->event;
    switch (role) {
    case Qt::DisplayRole:
    case SentenceRole:
        return sentence(event);
    case ByRole: {
        const auto known = parseWord<UserRole>(event.actorRole);
        const QString actor = known ? words(*known) : event.actorRole;
        if (event.actorName.isEmpty())
            return actor;
        return actor.isEmpty() ? event.actorName : tr("%1, %2", "a person, the role").arg(event.actorName, actor);
    }
    case WhenRole:
        return m_formats.moment(event.at);
    case Qt::ToolTipRole:
        return m_formats.fullMoment(event.at);
    case StatusRole:
        return event.next.known ? static_cast<int>(*event.next.known) : -1;
    case BadgeRole:
        return event.next.known ? event.next.text : QString();
    case KnownRole:
        return happening(event.type).has_value();
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    auto names = KeyedModel::roleNames();
    names.insert({{SentenceRole, "sentence"}, {ByRole, "by"}, {WhenRole, "when"}});
    return names;
}

QString TimelineModel::keyOf(const TimelineRow& row) const
{
    return QString::number(row.place);
}

} // namespace waydesk::models
