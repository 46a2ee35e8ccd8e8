// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/roadsettings.h"

#include "ui/widgets/button.h"
#include "ui/widgets/spinbox.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSlider>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Limit
{
    int RoadPreferences::*value;
    int least, most, step;
};

std::optional<Limit> limitOf(AlarmKind kind)
{
    using Road = RoadPreferences;
    switch (kind) {
    case AlarmKind::Silent:
        return Limit{&Road::silentMinutes, Road::kLeastMinutes, Road::kMostMinutes, 1};
    case AlarmKind::Idle:
        return Limit{&Road::idleMinutes, Road::kLeastMinutes, Road::kMostMinutes, 1};
    case AlarmKind::Astray:
        return Limit{&Road::astrayMetres, Road::kLeastMetres, Road::kMostMetres, 500};
    case AlarmKind::LateNow:
        return Limit{&Road::lateMinutes, 0, Road::kMostMinutes, 1};
    case AlarmKind::ReturnWaiting:
        return Limit{&Road::returnMinutes, Road::kLeastMinutes, Road::kMostMinutes, 5};
    case AlarmKind::WillBeLate: // by as much as is late
    case AlarmKind::OverLimit:  // the driver's own
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

RoadSettings::RoadSettings(const Theme& theme, PreferenceKeeper& keeper, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_keeper(keeper)
    , m_router(new QLineEdit)
    , m_routerRow(new FormRow(theme, {}, m_router, this))
    , m_kindsHead(new Text(theme, Face::SmallStrong, Tone::Muted, this))
    , m_lateHint(new Text(theme, Face::Small, Tone::Muted, this))
    , m_volume(new QSlider(Qt::Horizontal))
    , m_volumeRow(new FormRow(theme, {}, m_volume, this))
    , m_muted(new QCheckBox(this))
    , m_sample(new Button(theme, Button::Kind::Plain, this))
{
    m_router->setLayoutDirection(Qt::LeftToRight); // an address, in every language
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_routerRow);
    buildKinds(column);
    buildSound(column);
    connect(m_router, &QLineEdit::editingFinished, this, &RoadSettings::take);
    connect(&keeper, &PreferenceKeeper::changed, this, &RoadSettings::fill);
    fill();
    retranslate();
}

// What is raised, and behind it from when on: two columns of each.
void RoadSettings::buildKinds(QVBoxLayout* column)
{
    column->addWidget(m_kindsHead);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    grid->setColumnMinimumWidth(1, 116);
    grid->setColumnMinimumWidth(3, 116);
    int place = 0;
    for (const AlarmKind each : {AlarmKind::Silent, AlarmKind::Idle, AlarmKind::Astray, AlarmKind::OverLimit,
                                 AlarmKind::LateNow, AlarmKind::WillBeLate, AlarmKind::ReturnWaiting}) {
        Kind& kind = m_kinds[static_cast<size_t>(each)];
        kind.wanted = new QCheckBox(this);
        connect(kind.wanted, &QCheckBox::toggled, this, &RoadSettings::take);
        grid->addWidget(kind.wanted, place / 2, place % 2 * 2);
        if (const auto limit = limitOf(each)) {
            kind.limit = new SpinBox(m_theme, this);
            kind.limit->setRange(limit->least, limit->most);
            kind.limit->setSingleStep(limit->step);
            connect(kind.limit, &QSpinBox::valueChanged, this, &RoadSettings::take);
            grid->addWidget(kind.limit, place / 2, place % 2 * 2 + 1);
        }
        ++place;
    }
    column->addLayout(grid);
    m_lateHint->setWordWrap(true);
    column->addWidget(m_lateHint);
}

void RoadSettings::buildSound(QVBoxLayout* column)
{
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_sample->setIconName(u"volume-2"_s, Tone::Muted);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_volumeRow, 2);
    row->addWidget(m_muted, 1);
    row->addWidget(m_sample);
    column->addLayout(row);
    connect(m_volume, &QSlider::valueChanged, this, &RoadSettings::take);
    connect(m_muted, &QCheckBox::toggled, this, &RoadSettings::take);
    connect(m_sample, &QToolButton::clicked, this, &RoadSettings::sampleWanted);
}

void RoadSettings::fill()
{
    const RoadPreferences& road = m_keeper.preferences().road;
    m_filling = true;
    m_router->setText(road.router.toString());
    for (const AlarmKind each : kAlarmKinds) {
        wanted(each)->setChecked(!road.off[static_cast<size_t>(each)]);
        if (const auto at = limitOf(each))
            limit(each)->setValue(road.*at->value);
    }
    m_volume->setValue(road.alarmVolume);
    m_muted->setChecked(road.alarmsMuted);
    m_filling = false;
    showPossible();
}

void RoadSettings::showPossible()
{
    const RoadPreferences& road = m_keeper.preferences().road;
    for (const AlarmKind each : kAlarmKinds) {
        // What is late is late in the look ahead too.
        const bool used =
            wanted(each)->isChecked() || (each == AlarmKind::LateNow && wanted(AlarmKind::WillBeLate)->isChecked());
        if (limit(each))
            limit(each)->setEnabled(used);
    }
    m_volume->setEnabled(!road.alarmsMuted);
    m_sample->setEnabled(!road.alarmsMuted && road.alarmVolume > 0);
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
    for (const AlarmKind each : kAlarmKinds) {
        p.road.off[static_cast<size_t>(each)] = !wanted(each)->isChecked();
        if (const auto at = limitOf(each))
            p.road.*at->value = limit(each)->value();
    }
    p.road.alarmVolume = m_volume->value();
    p.road.alarmsMuted = m_muted->isChecked();
    m_keeper.set(p);
    if (!isUsable)
        m_router->setText(typed);
    showPossible();
}

void RoadSettings::retranslate()
{
    m_routerRow->setLabel(tr("Router for travel times (OSRM)"));
    m_routerRow->setHint(tr("Empty: the way is guessed from the distance."));
    m_kindsHead->setText(tr("Alarms"));
    const auto name = [this](AlarmKind kind, const QString& words, const QString& unit) {
        wanted(kind)->setText(words);
        if (limit(kind)) {
            limit(kind)->setSuffix(u' ' + unit);
            limit(kind)->setAccessibleName(words);
        }
    };
    const QString minutes = tr("min");
    name(AlarmKind::Silent, tr("Not heard of for"), minutes);
    name(AlarmKind::Idle, tr("Stands for"), minutes);
    name(AlarmKind::Astray, tr("Off its way by"), tr("m"));
    name(AlarmKind::OverLimit, tr("Too much cash"), {});
    name(AlarmKind::LateNow, tr("Late by more than"), minutes);
    name(AlarmKind::WillBeLate, tr("Look ahead: will be late"), {});
    name(AlarmKind::ReturnWaiting, tr("A return waits for"), minutes);
    m_lateHint->setText(tr("A stop is late when its window has closed; one without a window when the next stop is "
                           "behind the trip's own plan."));
    m_volumeRow->setLabel(tr("Volume of alarms"));
    m_muted->setText(tr("Alarms are silent"));
    m_sample->setText(tr("Alarm"));
    m_sample->setAccessibleName(tr("Play “%1”").arg(tr("Alarm")));
}

} // namespace waydesk::ui
