// SPDX-License-Identifier: GPL-3.0-or-later
// The table of trips under one status and one text: the newest few hundred, sorted by any column, repainted by
// difference. How many there are beyond those is told, not hidden.
#pragma once

#include "models/keyedmodel.h"
#include "services/facade/latenesswatch.h"

namespace waydesk::models {

class Formats;

class TripsModel : public KeyedModel<facade::TripRow>
{
    Q_OBJECT

public:
    enum Column { Number, Status, Driver, Van, Parcels, Started, Created, Lateness };
    static constexpr int kColumnCount = 8;
    static constexpr int kMost = 500; // some 5 ms to read again
    enum Role {
        IdRole = Qt::UserRole + 1,
        StatusRole, // int of TripStatus; -1
        MarkRole,   // int of the worst open command's CommandState; -1: none is open
        LateRole    // 2: late now, 1: will be late, 0: in time, -1: nobody reckons
    };

    // Without a watch no lateness is told.
    TripsModel(facade::TripService& trips, const Formats& formats, const facade::LatenessWatch* lateness = nullptr,
               QObject* parent = nullptr);

    std::optional<TripStatus> status() const { return m_status; }
    void setStatus(const std::optional<TripStatus>& status); // nullopt: all
    void setText(const QString& text);
    const facade::TripCounts& counts() const { return m_counts; }
    qint64 matching() const; // of this status and text, shown or not
    TripId idAt(int row) const;
    int rowOf(const TripId& id) const; // -1: not among those shown

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

Q_SIGNALS:
    void reloaded(); // rows and counts are those of now

protected:
    QString keyOf(const facade::TripRow& row) const override;

private:
    void reload();
    QString text(const Trip& trip, int column) const;
    int lateRole(const TripId& trip) const;
    QString lateness(const TripId& trip, bool withReason) const;
    qint64 minutesLate(const TripId& trip) const;

    facade::TripService& m_trips;
    const Formats& m_formats;
    const facade::LatenessWatch* m_lateness;
    std::optional<TripStatus> m_status;
    QString m_text;
    facade::TripCounts m_counts;
    int m_column = Number;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace waydesk::models
