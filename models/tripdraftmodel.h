// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of a trip that is being planned, with what its order means: arrivals, load, lateness. Every change reckons
// everything anew at once. Stops are moved by keys, by a typed place and by dragging; a pickup stays where its parcels
// need it.
#pragma once

#include "models/keyedmodel.h"
#include "services/domain/tripplanning.h"

namespace waydesk::models {

class Formats;

struct DraftStop
{
    int place = 0; // from 1
    PlannedStop planned;
    QString key, where;
    QList<DeliveryId> parcels;
    QStringList codes;
    bool isPinned = false;
    bool operator==(const DraftStop&) const = default;
};

class TripDraftModel : public KeyedModel<DraftStop>
{
    Q_OBJECT

public:
    enum Column { Place, What, Where, Parcels, Arrives };
    static constexpr int kColumnCount = 5;
    enum Role { KindRole = Qt::UserRole + 1 /* int of StopKind */, LateRole /* minutes; 0: in time */, PinnedRole };

    explicit TripDraftModel(const Formats& formats, QObject* parent = nullptr);

    const PlannedTrip& trip() const { return m_trip; }
    const PlanAccount& account() const { return m_account; }
    QList<DeliveryId> order() const;
    void setParcels(const QList<Delivery>& parcels);
    void setOrder(const QList<DeliveryId>& order); // of the same parcels
    void add(const Delivery& parcel);              // behind the others; one that is in it already stays
    bool holds(const DeliveryId& parcel) const;
    void removeStops(QList<int> rows); // with their parcels
    bool moveStop(int row, int by);    // false: it stays
    bool moveStopTo(int row, int dropoff);
    void setPinned(int row, bool pinned);
    void setDeparture(Instant departure);
    void setCapacity(const std::optional<Quantity>& capacity);
    void setRoad(const routing::RoadGuess& road);
    // Of placesOf(trip()); forgotten with the next change of the parcels or their order.
    void setTravel(const routing::TravelMatrix& travel);
    const std::optional<routing::TravelMatrix>& travel() const { return m_travel; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; // the place, typed
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void planned(); // parcels, order, or what they mean, are those of now

protected:
    QString keyOf(const DraftStop& row) const override { return row.key; }

private:
    void reckon();
    QString why(const PlannedStop& stop) const;

    const Formats& m_formats;
    PlannedTrip m_trip;
    PlanAccount m_account;
    std::optional<routing::TravelMatrix> m_travel;
};

} // namespace waydesk::models
