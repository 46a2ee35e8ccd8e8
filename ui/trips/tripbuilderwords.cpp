// SPDX-License-Identifier: GPL-3.0-or-later
// What the trip builder says of the order, the van and the server's set.
#include "models/formats.h"
#include "ui/trips/tripbuilderpage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"

#include <QEvent>
#include <QLineEdit>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString kilometres(const models::Formats& formats, qint64 metres)
{
    return TripBuilderPage::tr("%1 km").arg(
        formats.locale().toString(static_cast<double>(metres) / 1000, 'f', metres < 100'000 ? 1 : 0));
}

} // namespace

QString TripBuilderPage::proposalText() const
{
    if (!m_proposal)
        return {};
    const models::Formats& formats = m_desk.formats;
    QStringList parts{
        tr("A better order") + u": "_s +
            tr("%1 → %2", "before, after")
                .arg(kilometres(formats, m_proposal->before.metres), kilometres(formats, m_proposal->after.metres)),
        tr("%1 → %2", "before, after")
            .arg(formats.span(m_proposal->before.duration), formats.span(m_proposal->after.duration))};
    if (m_proposal->before.lateStops + m_proposal->after.lateStops > 0)
        parts << tr("late stops %1 → %2")
                     .arg(formats.number(m_proposal->before.lateStops), formats.number(m_proposal->after.lateStops));
    parts << tr("%Ln stop(s) move", nullptr, m_proposal->moved);
    parts << (m_proposalByRoad ? tr("by road") : tr("roads guessed"));
    return parts.join(u" · "_s);
}

QString TripBuilderPage::differenceText() const
{
    if (m_trip.isEmpty())
        return tr("New: the server has nothing of it yet");
    const MembersDifference difference = differenceOf(m_present, m_draft->order());
    if (difference.isNothing())
        return tr("As the server has it");
    QStringList parts;
    if (!difference.joining.isEmpty())
        parts << tr("%Ln parcel(s) join", nullptr, static_cast<int>(difference.joining.size()));
    if (!difference.leaving.isEmpty())
        parts << tr("%Ln parcel(s) leave", nullptr, static_cast<int>(difference.leaving.size()));
    if (difference.isReordered)
        parts << tr("another order");
    return tr("Against the server: %1").arg(parts.join(u", "_s));
}

void TripBuilderPage::showProposal()
{
    m_banner->setVisible(m_proposal.has_value());
    QPalette palette = m_banner->palette();
    palette.setColor(QPalette::Window, m_theme.fill(Tone::Info));
    m_banner->setPalette(palette);
    m_bannerText->setText(proposalText());
    showFacts();
}

void TripBuilderPage::showFacts()
{
    const models::Formats& formats = m_desk.formats;
    const PlanAccount& account = m_draft->account();
    const QString name = m_number.isEmpty() ? tr("New trip") : m_number;
    m_title->setText(name);
    QString sum;
    if (!account.stops.isEmpty())
        sum = tr("leaving %1").arg(formats.time(m_draft->trip().departure)) + u" · "_s +
              kilometres(formats, account.metres) + u" · "_s + formats.span(account.duration) + u" · "_s +
              (m_draft->travel() ? tr("by road") : tr("roads guessed"));
    if (account.unplaced > 0)
        sum += u" · "_s + tr("%Ln stop(s) without a place", nullptr, account.unplaced);
    m_sum->setText(sum);
    const auto capacity = m_draft->trip().capacity;
    QString load = formats.parcels(static_cast<int>(m_draft->trip().parcels.size())) + u" · "_s;
    load += capacity ? tr("%1 of %2 units").arg(formats.quantity(account.load), formats.quantity(*capacity))
                     : tr("%1 units").arg(formats.quantity(account.load));
    if (!account.fits)
        load += u" · "_s + tr("more than the van holds");
    m_load->setText(load);
    m_load->setInk(account.fits ? Tone::Muted : Tone::Bad);
    m_difference->setText(differenceText());
    const bool searching = m_optimiser->isSearching();
    const QString why = whyNotSend();
    setPossible(*m_send, why.isEmpty(), why);
    setPossible(*m_optimise, account.stops.size() > 2 && !searching,
                searching ? tr("A better order is being looked for.") : tr("There is only one order."));
    setPossible(*m_accept, m_proposal.has_value(), tr("No better order is offered."));
    const bool dropoff =
        m_stops->currentIndex().data(models::TripDraftModel::KindRole).toInt() == static_cast<int>(StopKind::Dropoff);
    const bool chosen = m_stops->currentIndex().isValid();
    for (QAction* action : {m_up, m_down, m_pin})
        setPossible(*action, chosen && dropoff, tr("Choose a drop-off: pickups stay where their parcels need them."));
    setPossible(*m_remove, chosen, tr("Choose a stop first."));
}

QList<KeyLine> TripBuilderPage::keys() const
{
    return {{u"Enter"_s, tr("Add the scanned or chosen parcel")},
            {u"/"_s, tr("Scan or search")},
            {keyText(m_up->shortcut()) + u"  "_s + keyText(m_down->shortcut()), tr("Move a stop")},
            {u"F2"_s, tr("Type a stop's place")},
            {u"M"_s, tr("Draw a line around parcels on the map")},
            {u"L"_s, tr("Pin a stop to its place, or let it go")},
            {u"Delete"_s, tr("Take a stop out")},
            {u"O"_s, tr("Look for a better order")},
            {keyText(m_accept->shortcut()), tr("Take the better order")},
            {keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("Send")}};
}

QList<QAction*> TripBuilderPage::pageActions() const
{
    return {m_send, m_optimise, m_accept, m_up, m_down, m_pin, m_remove, m_focusSearch, m_lassoAction};
}

void TripBuilderPage::retranslate()
{
    m_send->setText(m_trip.isEmpty() ? tr("Make trip") : tr("Send changes"));
    m_optimise->setText(tr("Optimise"));
    m_accept->setText(tr("Accept"));
    m_keepMine->setText(tr("Keep mine"));
    m_up->setText(tr("Move the stop up"));
    m_down->setText(tr("Move the stop down"));
    m_remove->setText(tr("Take the stop out"));
    m_pin->setText(tr("Pin the stop, or let it go"));
    m_focusSearch->setText(tr("Scan or search"));
    m_lassoAction->setText(tr("Choose parcels on the map"));
    m_search->setPlaceholderText(tr("Scan or search: code, customer, zone"));
    m_search->setAccessibleName(tr("Scan or search"));
    m_eligible->setAccessibleName(tr("Parcels that can join"));
    m_stops->setAccessibleName(tr("Stops of the trip"));
    m_stops->emptyState()->setContent(u"route"_s, tr("No stops yet"), tr("Scan parcels, or add them from the list."));
    m_eligibleFoot->setText(tr("Enter adds what is chosen · M draws a line around parcels on the map"));
    m_fields->retranslate();
    readEligible();
    showProposal();
}

void TripBuilderPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT titleChanged();
    }
}

void TripBuilderPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
