// SPDX-License-Identifier: GPL-3.0-or-later
// The table of return requests: the queue under one status and text, or those of one trip. Sorted by any column,
// repainted by difference; ages grow by themselves.
#pragma once

#include "models/keyedmodel.h"
#include "services/facade/returnqueueservice.h"

namespace waydesk::models {

class Formats;

class ReturnsModel : public KeyedModel<facade::ReturnItem>
{
    Q_OBJECT

public:
    enum Column { Parcel, Status, Customer, Reason, TripNumber, AskedBy, Asked, AnsweredBy };
    static constexpr int kColumnCount = 8;
    static constexpr int kMost = 500;
    enum Role {
        IdRole = Qt::UserRole + 1,
        StatusRole, // int of ReturnRequestStatus as expected; -1
        MarkRole    // int of the worst open command's CommandState; -1: none is open
    };

    ReturnsModel(facade::ReturnQueueService& returns, const Formats& formats, QObject* parent = nullptr);

    void setStatus(const std::optional<ReturnRequestStatus>& status); // nullopt: all
    void setText(const QString& text);
    void setTrip(const TripId& trip); // only what was asked for its parcels; status and text are left aside
    const facade::ReturnCounts& counts() const { return m_counts; }
    qint64 matching() const; // of this status and text, shown or not
    ReturnRequestId idAt(int row) const;
    int rowOf(const ReturnRequestId& id) const; // -1: not among those shown

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

Q_SIGNALS:
    void reloaded(); // rows and counts are those of now

protected:
    QString keyOf(const facade::ReturnItem& row) const override;
    void timerEvent(QTimerEvent* event) override;

private:
    void reload();
    QString text(const ReturnQueueRow& row, int column) const;

    facade::ReturnQueueService& m_returns;
    const Formats& m_formats;
    std::optional<ReturnRequestStatus> m_status = ReturnRequestStatus::Pending;
    std::optional<TripId> m_trip;
    QString m_text;
    facade::ReturnCounts m_counts;
    int m_column = Asked;
    Qt::SortOrder m_order = Qt::AscendingOrder; // who waits longest comes first
};

} // namespace waydesk::models
