// SPDX-License-Identifier: GPL-3.0-or-later
// The drivers beside the map: who, what they are doing as far as anybody can tell, and how old that is. By name, or
// those first of whom least is known. Repainted by difference; ages by the clock.
#pragma once

#include "models/keyedmodel.h"
#include "services/domain/freshness.h"
#include "services/facade/driverservice.h"

#include <QTimer>

namespace waydesk::models {

class Formats;

class LiveDriversModel : public KeyedModel<facade::DriverRow>
{
    Q_OBJECT

public:
    enum Column { Driver, Doing, Age };
    static constexpr int kColumnCount = 3;
    enum Role { IdRole = Qt::UserRole + 1, FreshnessRole /* int of Freshness; -1: never seen */ };

    LiveDriversModel(facade::DriverService& drivers, const Formats& formats, QObject* parent = nullptr);

    void setText(const QString& text); // every word must be found in name, van or trip
    qint64 all() const { return m_all; }
    qint64 silent() const { return m_silent; } // of all: on a trip, and their position is stale
    DriverId idAt(int row) const;
    int rowOf(const DriverId& id) const; // -1: not among those shown
    void tick();                         // ages have moved on

    QString doing(const facade::DriverRow& row) const;                      // "TRIP-00087 · 2 of 5 done"
    QString age(const facade::DriverRow& row) const;                        // "now", "4 min", "—"
    std::optional<Freshness> freshness(const facade::DriverRow& row) const; // nullopt: never seen

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

Q_SIGNALS:
    void reloaded(); // rows and counts are those of now

protected:
    QString keyOf(const facade::DriverRow& row) const override { return row.driver.id.value; }

private:
    void reload();
    void take(const QList<DriverId>& changed);
    bool matches(const facade::DriverRow& row) const;

    facade::DriverService& m_drivers;
    const Formats& m_formats;
    QString m_text;
    QHash<DriverId, int> m_places;
    qint64 m_all = 0, m_silent = 0;
    int m_column = Driver;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace waydesk::models
