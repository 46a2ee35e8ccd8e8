// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen trip: its facts, its stops in the order they are driven, and its parcels. What was heard last is shown at
// once; the server is asked for the rest.
#pragma once

#include "models/deliveriesmodel.h"
#include "models/tripstopsmodel.h"
#include "services/facade/latenesswatch.h"
#include "services/facade/returnqueueservice.h"
#include "ui/theme/theme.h"
#include "ui/waybills/detailpane.h"

namespace waydesk::ui {

class Basemap;
class Table;
class Towns;
class TripMap;
class TripReturns;

class TripDetail final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 320;

    // Without a watch no arrivals are told.
    TripDetail(const Theme& theme, facade::TripService& trips, const models::Formats& formats,
               const facade::LatenessWatch* lateness = nullptr, QWidget* parent = nullptr);

    TripReturns* addReturns(facade::ReturnQueueService& returns); // a tab of their own
    TripReturns* returns() const { return m_returns; }
    TripMap* addMap(const Basemap& basemap, const Towns& towns); // likewise
    TripMap* map() const { return m_map; }
    void show(const TripId& id); // empty: nothing is chosen
    void refresh();
    void retranslate();
    DetailPane* pane() const { return m_pane; }
    Table* stops() const { return m_stops; }
    Table* deliveries() const { return m_deliveries; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void showFacts(const facade::TripDetail& detail);
    void showCounts(const facade::TripDetail& detail);
    void fitColumns();

    const Theme& m_theme;
    facade::TripService& m_trips;
    const models::Formats& m_formats;
    const facade::LatenessWatch* m_lateness;
    TripId m_id;
    models::TripStopsModel* m_stopRows;
    models::DeliveriesModel* m_deliveryRows;
    DetailPane* m_pane;
    Table *m_stops, *m_deliveries;
    TripReturns* m_returns = nullptr;
    TripMap* m_map = nullptr;
    int m_returnsTab = -1, m_mapTab = -1;
};

} // namespace waydesk::ui
