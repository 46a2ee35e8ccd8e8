// SPDX-License-Identifier: GPL-3.0-or-later
// The waybill table, windowed over up to a million rows: an order of row ids that fills in slices of at most 4 ms, and
// rows read by window into a small cache. rowCount is the counted total from the start. Waybills that the server has
// not named yet stand first. A refresh, sort or filter is a keyed diff: modelReset is never emitted; selection, scroll
// and persistent indexes stay with their waybill, also when a local id becomes the server's. GUI thread.
#pragma once

#include "services/facade/rows.h"

#include <QAbstractTableModel>
#include <memory>

namespace waydesk::models {

class Formats;
class RowSource;

class WaybillTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // In this order; the section number of the view is the value. Updated is hidden unless the person shows it.
    using Column = facade::WaybillColumn;
    static constexpr int kColumnCount = 8;
    static bool isShownByDefault(Column column) { return column != Column::Updated; }
    static QString columnKey(Column column); // "number", "status" …: for remembered layouts

    enum Role {
        IdRole = Qt::UserRole + 1, // QString
        NumberRole,                // QString, empty while the server has not named it
        StatusRole,                // int of WaybillStatus; -1: a word we do not know
        StatusTextRole,            // QString
        ExpectedStatusRole,        // the same two of the expected state
        ExpectedStatusTextRole,
        IsExpectedRole,    // bool: something of this row is expected, not yet fact
        MarkRole,          // int of store::CommandState, the worst open one; -1: none
        OpenCommandsRole,  // int
        CarrierRole,       // int of CarrierType; -1
        IsLeavingRole,     // bool: a queued command deletes it
        IsLocalRole,       // bool: created here, not named by the server yet
        ColumnExpectedRole // bool: this very cell shows an expected value
    };

    WaybillTableModel(RowSource& source, const Formats& formats, QObject* parent = nullptr);
    ~WaybillTableModel() override;

    // At first only the rows that are looked at are read; from now on the rest of the order too. To be called when the
    // first rows have been painted; comes by itself after a second.
    void readOn();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    QHash<int, QByteArray> roleNames() const override;

    const facade::WaybillFilter& filter() const;
    const facade::WaybillSort& sorting() const;
    void setFilter(const facade::WaybillFilter& filter);
    // A header says "COD, IQD" and cells leave the currency out where it is this one.
    void setCurrency(const QString& currency);

    std::optional<facade::WaybillRow> rowAt(int row) const; // nullopt: gone between counting and reading
    WaybillId idAt(int row) const;                          // empty where it cannot be known
    // Where the waybill stands; -1 when it is not in this filter, or its place is not read yet (see isComplete).
    int rowOf(const WaybillId& id) const;
    QList<int> rowsOf(const QList<WaybillId>& ids) const; // the same for many, in one walk
    bool isComplete() const;                              // every place is known
    // Selected rows as lines of tab-separated text with a heading, columns in the given order.
    QString tabSeparated(const QList<int>& rows, const QList<Column>& columns) const;

Q_SIGNALS:
    void orderCompleted(); // every place is known (again)
    void filterChanged();
    void sortingChanged();
    void countChanged(int rows);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::models
