// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/roadsettings.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace waydesk::ui {

RoadSettings::RoadSettings(const Theme& theme, PreferenceKeeper& keeper, QWidget* parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_router(new QLineEdit)
    , m_silent(new QSpinBox)
    , m_idle(new QSpinBox)
    , m_astray(new QSpinBox)
    , m_routerRow(new FormRow(theme, {}, m_router, this))
    , m_silentRow(new FormRow(theme, {}, m_silent, this))
    , m_idleRow(new FormRow(theme, {}, m_idle, this))
    , m_astrayRow(new FormRow(theme, {}, m_astray, this))
{
    m_silent->setRange(RoadPreferences::kLeastMinutes, RoadPreferences::kMostMinutes);
    m_idle->setRange(RoadPreferences::kLeastMinutes, RoadPreferences::kMostMinutes);
    m_astray->setRange(RoadPreferences::kLeastMetres, RoadPreferences::kMostMetres);
    m_astray->setSingleStep(500);
    m_router->setLayoutDirection(Qt::LeftToRight); // an address, in every language
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_routerRow);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    for (FormRow* each : {m_silentRow, m_idleRow, m_astrayRow})
        row->addWidget(each, 1, Qt::AlignTop);
    column->addLayout(row);
    connect(m_router, &QLineEdit::editingFinished, this, &RoadSettings::take);
    for (QSpinBox* box : {m_silent, m_idle, m_astray})
        connect(box, &QSpinBox::valueChanged, this, &RoadSettings::take);
    connect(&keeper, &PreferenceKeeper::changed, this, &RoadSettings::fill);
    fill();
    retranslate();
}

void RoadSettings::fill()
{
    const RoadPreferences& road = m_keeper.preferences().road;
    m_filling = true;
    m_router->setText(road.router.toString());
    m_silent->setValue(road.silentMinutes);
    m_idle->setValue(road.idleMinutes);
    m_astray->setValue(road.astrayMetres);
    m_filling = false;
}

void RoadSettings::take()
{
    if (m_filling)
        return;
    const QString typed = m_router->text().trimmed();
    const QUrl router(typed, QUrl::StrictMode);
    const bool isUsable = typed.isEmpty() || RoadPreferences::isRouter(router);
    m_routerRow->setError(isUsable ? QString() : tr("An address beginning with http:// or https://."));
    Preferences p = m_keeper.preferences();
    if (isUsable)
        p.road.router = router; // what is not one stays typed, and the one before stays in force
    p.road.silentMinutes = m_silent->value();
    p.road.idleMinutes = m_idle->value();
    p.road.astrayMetres = m_astray->value();
    m_keeper.set(p);
    if (!isUsable)
        m_router->setText(typed);
}

void RoadSettings::retranslate()
{
    m_routerRow->setLabel(tr("Router for travel times (OSRM)"));
    m_routerRow->setHint(tr("Empty: the way is guessed from the distance."));
    m_silentRow->setLabel(tr("Alarm when not heard of for"));
    m_idleRow->setLabel(tr("Alarm when standing for"));
    m_astrayRow->setLabel(tr("Alarm when off the way by"));
    m_silent->setSuffix(u' ' + tr("min"));
    m_idle->setSuffix(u' ' + tr("min"));
    m_astray->setSuffix(u' ' + tr("m"));
    m_router->setAccessibleName(tr("Router for travel times (OSRM)"));
    m_silent->setAccessibleName(tr("Alarm when not heard of for"));
    m_idle->setAccessibleName(tr("Alarm when standing for"));
    m_astray->setAccessibleName(tr("Alarm when off the way by"));
    alignFigures();
}

void RoadSettings::alignFigures()
{
    const Qt::Alignment edge = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    for (QSpinBox* box : {m_silent, m_idle, m_astray})
        box->setAlignment(edge | Qt::AlignAbsolute | Qt::AlignVCenter);
}

} // namespace waydesk::ui
