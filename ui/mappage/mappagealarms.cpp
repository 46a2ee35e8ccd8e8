// SPDX-License-Identifier: GPL-3.0-or-later
// The Map page's alarms: told, listed, chosen.
#include "models/formats.h"
#include "ui/map/mercator.h"
#include "ui/mappage/mappage.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"

#include <QScopedValueRollback>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double kNear = 14; // what going to an alarm zooms to at least
} // namespace

void MapPage::showAlarms()
{
    const int wanting = m_desk.alarms.wantingLook();
    m_tabs->setCount(1, m_desk.alarms.alarms().size());
    setBadge(wanting, Tone::Bad);
    for (qsizetype i = 0; i < m_driverOf.size(); ++i)
        m_marks.marks()[static_cast<size_t>(i)].alarmed = m_desk.alarms.wantsLook(m_driverOf[i]);
    const QModelIndex index = m_alarmTable->currentIndex();
    setPossible(*m_acknowledge, index.data(models::AlarmsModel::WantsLookRole).toBool(),
                tr("Choose an alarm that wants a look, under Alarms."));
    for (QAction* snooze : m_snoozes)
        setPossible(*snooze, index.isValid(), tr("Choose an alarm first, under Alarms."));
    showAlarmSentence();
    repaintMaps();
}

void MapPage::raise(const Alarm& alarm)
{
    m_raised.append(alarm);
    m_tellSoon.start();
}

void MapPage::tellRaised()
{
    const QList<Alarm> raised = std::exchange(m_raised, {});
    if (raised.isEmpty())
        return;
    if (raised.size() > 1) {
        Q_EMIT said({.text = tr("%Ln alarm(s) want a look", nullptr, static_cast<int>(raised.size())),
                     .icon = u"bell"_s,
                     .actionText = tr("Show"),
                     .actionKeys = {},
                     .action = [this] {
                         Q_EMIT frontWanted();
                         m_tabs->setCurrentIndex(1);
                         m_alarmTable->setFocus(Qt::OtherFocusReason);
                     }});
        return;
    }
    const Alarm& alarm = raised.constFirst();
    Q_EMIT said({.text = m_alarmRows->sentence(alarm),
                 .icon = u"bell"_s,
                 .actionText = tr("Show"),
                 .actionKeys = {},
                 .action = [this, key = keyOf(alarm), driver = alarm.driver] {
                     Q_EMIT frontWanted();
                     m_tabs->setCurrentIndex(1);
                     for (int row = 0; row < m_alarmRows->rowCount(); ++row) {
                         const QModelIndex index = m_alarmRows->index(row, 0);
                         if (index.data(models::AlarmsModel::KeyRole).toString() != key)
                             continue;
                         m_alarmTable->setCurrentIndex(index);
                         centreOnAlarm();
                         return;
                     }
                     choose(driver); // it has ended meanwhile
                     centreOnChosen();
                 }});
}

void MapPage::showAlarmSentence()
{
    const QString sentence = alarmSentence();
    // Reads from the page's edge, whatever script the driver's name is in.
    const bool isMirrored = layoutDirection() == Qt::RightToLeft && !sentence.isEmpty();
    m_alarmText->setText(isMirrored ? QChar(0x200F) + sentence : sentence);
}

QString MapPage::alarmSentence() const
{
    const facade::StandingAlarm* row = m_alarmRows->at(m_alarmTable->currentIndex().row());
    if (row)
        return m_alarmRows->sentence(row->alarm);
    return m_alarmRows->rowCount() > 0 ? tr("Choose an alarm to read what is wrong and why.") : QString();
}

void MapPage::chooseByAlarm(const QModelIndex& index)
{
    if (index.isValid()) {
        const QScopedValueRollback byAlarm(m_byAlarm, true);
        const QString trip = index.data(models::AlarmsModel::TripRole).toString();
        m_alarmTrip = trip.isEmpty() ? std::nullopt : std::optional(TripId{trip});
        m_alarmStop = index.data(models::AlarmsModel::StopRole).toInt();
        choose({index.data(models::AlarmsModel::DriverRole).toString()});
    }
    showAlarms();
}

// The stop that it is about, where it is about one.
void MapPage::centreOnAlarm()
{
    const auto stop = std::ranges::find_if(m_tripStops.stops(), &StopMark::chosen);
    if (stop == m_tripStops.stops().end()) {
        centreOnChosen();
        return;
    }
    m_isFitted = true;
    m_follow->setChecked(false);
    for (MapView* view : {m_map, m_tornMap.data()}) {
        if (view)
            view->setCamera(
                Camera(fromWorld(stop->world), std::max(view->camera().zoom(), kNear), view->camera().viewport()));
    }
}

} // namespace waydesk::ui
