// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the chosen driver, beneath the list beside the map. GUI thread.
#pragma once

#include "models/livedriversmodel.h"
#include "services/facade/tripservice.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

class QGridLayout;

namespace waydesk::ui {

class DriverCard final : public QWidget
{
    Q_OBJECT

public:
    DriverCard(const Theme& theme, facade::TripService& trips, const models::LiveDriversModel& words,
               const models::Formats& formats, QWidget* parent = nullptr);

    void show(const std::optional<facade::DriverRow>& row); // nullopt: nobody is chosen

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void fact(const QString& name, const QString& value);

    const Theme& m_theme;
    facade::TripService& m_trips;
    const models::LiveDriversModel& m_words;
    const models::Formats& m_formats;
    Text* m_name;
    Chip* m_state;
    QGridLayout* m_grid;
    QList<QPair<Text*, Text*>> m_facts;
    int m_used = 0;
};

} // namespace waydesk::ui
