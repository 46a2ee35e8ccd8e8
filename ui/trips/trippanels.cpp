// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trips/trippanels.h"

#include "models/errortext.h"
#include "services/domain/tripcommands.h"
#include "ui/widgets/button.h"

#include <QRadioButton>
#include <QVBoxLayout>

namespace waydesk::ui {

TripForm::TripForm(const Theme& look, facade::LookupService& lookups, const Trip& trip, const QString& title,
                   QWidget* parent)
    : Panel(look, parent)
    , m_fields(new TripFields(look, lookups, TripFields::Shape::Form))
{
    setTitle(tr("Edit %1").arg(title));
    primary()->setText(tr("Save changes"));
    m_fields->read(trip);
    body()->addWidget(m_fields);
    body()->addStretch(1);
    connect(m_fields, &TripFields::edited, this, &TripForm::showPossible);
    connect(this, &Panel::accepted, this, [this] {
        notice()->clear();
        m_fields->complain({});
        Q_EMIT submitted({m_fields->changes()});
    });
    showPossible();
}

void TripForm::showPossible()
{
    const bool changed = !TripFields::isNothing(m_fields->changes());
    primary()->setEnabled(changed);
    primary()->setToolTip(changed ? QString() : tr("Nothing has been changed yet."));
}

void TripForm::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
    m_fields->complain(error.fields);
}

void TripForm::focusFirst()
{
    m_fields->focusFirst();
}

CancelTripPanel::CancelTripPanel(const Theme& look, const TripId& trip, const QString& title, int parcels,
                                 QWidget* parent)
    : Panel(look, parent)
    , m_detach(new QRadioButton(tr("Detach every parcel first, then cancel")))
    , m_keep(new QRadioButton(tr("Cancel and leave the parcels linked to it")))
{
    setTitle(tr("Cancel %1").arg(title));
    primary()->setText(tr("Cancel the trip"));
    m_detach->setChecked(true);
    const auto words = [&](const QString& text) {
        auto* label = new Text(look, Face::Small, Tone::Muted);
        label->setWordWrap(true);
        label->setText(text);
        return label;
    };
    if (parcels == 0) {
        m_detach->hide();
        m_keep->hide();
        m_keep->setChecked(true);
        body()->addWidget(words(tr("The trip has no parcels. It is given up for good.")));
    } else {
        body()->addWidget(m_detach);
        body()->addWidget(words(tr("%Ln parcel(s) become free for another trip. Should this desk stop in between, the "
                                   "cancel follows when it runs again.",
                                   nullptr, parcels)));
        body()->addSpacing(8);
        body()->addWidget(m_keep);
        body()->addWidget(words(tr("The server keeps them in the cancelled trip: they can join no other one.")));
    }
    body()->addStretch(1);
    connect(this, &Panel::accepted, this, [this, trip] {
        notice()->clear();
        Q_EMIT submitted(m_keep->isChecked() ? QList<Command>{CancelTrip{trip}} : detachThenCancel(trip));
    });
}

void CancelTripPanel::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
}

void CancelTripPanel::focusFirst()
{
    if (m_detach->isVisibleTo(this))
        m_detach->setFocus(Qt::TabFocusReason);
    else
        primary()->setFocus(Qt::TabFocusReason);
}

} // namespace waydesk::ui
