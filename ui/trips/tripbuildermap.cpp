// SPDX-License-Identifier: GPL-3.0-or-later
// The trip builder's map: the stops in their order, and the parcels of the list, chosen with a line around them.
#include "models/formats.h"
#include "ui/map/mercator.h"
#include "ui/trips/tripbuilderpage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"

#include <QApplication>

namespace waydesk::ui {

void TripBuilderPage::buildLasso()
{
    m_lasso = new Lasso(m_theme, *m_map);
    m_lassoAction->setCheckable(true);
    connect(m_lassoAction, &QAction::toggled, this, [this](bool on) {
        m_lasso->setArmed(on);
        if (!on)
            return;
        m_map->setFocus(Qt::ShortcutFocusReason);
        m_notice->say(Tone::Info, tr("Draw a line around parcels on the map. Esc gives it up."));
    });
    connect(m_lasso, &Lasso::armedChanged, this, [this](bool armed) {
        m_lassoAction->setChecked(armed);
        if (!armed)
            m_notice->clear();
    });
    connect(m_lasso, &Lasso::drawn, this,
            [this](const QPolygonF& line, bool adds) { chooseDots(m_waiting.within(line, m_map->camera()), adds); });
    connect(m_map, &MapView::clicked, this, [this](QPointF at) {
        const std::vector<int> hit = m_waiting.at(at, m_map->camera());
        if (!hit.empty())
            chooseDots(hit, QApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
    });
}

void TripBuilderPage::showMap()
{
    std::vector<StopMark> marks;
    std::vector<QGeoCoordinate> places;
    int number = 0;
    for (const PlannedStop& stop : m_draft->account().stops) {
        ++number;
        if (!stop.isPlaced)
            continue;
        marks.push_back({toWorld(stop.stop.position), number, stop.stop.kind == StopKind::Pickup, false});
        places.push_back(stop.stop.position);
    }
    m_layer.setStops(std::move(marks));
    if (!m_isMoved && places.size() > 1) // until a hand has moved it
        m_map->fit(places);
    m_map->update();
}

void TripBuilderPage::showWaiting()
{
    const QItemSelectionModel* selection = m_eligible->selectionModel();
    std::vector<Dot> dots;
    const int count = m_eligibleRows->rowCount();
    dots.reserve(static_cast<size_t>(count));
    for (int row = 0; row < count; ++row) {
        const auto& dropoff = m_eligibleRows->at(row)->delivery.dropoff;
        const bool chosen = selection && selection->isRowSelected(row);
        // One without a place keeps its number in the list, where no line reaches it.
        const double none = std::numeric_limits<double>::quiet_NaN();
        dots.push_back(
            {dropoff && dropoff->position.isValid() ? toWorld(dropoff->position) : QPointF(none, none), chosen});
    }
    if (dots == m_waiting.dots())
        return;
    m_waiting.setDots(std::move(dots));
    m_map->update();
}

void TripBuilderPage::chooseDots(const std::vector<int>& rows, bool adds)
{
    if (rows.empty()) {
        m_notice->say(Tone::Warn, tr("No parcel of the list is inside."));
        return;
    }
    QItemSelection selection;
    for (const int row : rows)
        selection.select(m_eligibleRows->index(row, 0), m_eligibleRows->index(row, m_eligibleRows->columnCount() - 1));
    QItemSelectionModel* chosen = m_eligible->selectionModel();
    chosen->setCurrentIndex(m_eligibleRows->index(rows.front(), 0), QItemSelectionModel::NoUpdate);
    chosen->select(selection, adds ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect);
    m_eligible->scrollTo(m_eligibleRows->index(rows.front(), 0));
    m_eligible->setFocus(Qt::OtherFocusReason);
    m_notice->say(Tone::Info,
                  tr("%Ln parcel(s) chosen: Enter adds.", nullptr, static_cast<int>(chosen->selectedRows().size())));
}

} // namespace waydesk::ui
