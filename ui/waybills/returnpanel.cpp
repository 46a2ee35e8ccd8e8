// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/returnpanel.h"
#include "models/deliveriesmodel.h"
#include "models/errortext.h"
#include "models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/select.h"
#include "ui/widgets/textbox.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kNotesMost = 1000;
}

ReturnPanel::ReturnPanel(const Theme& look, const models::DeliveriesModel& deliveries, const WaybillId& waybill,
                         const QString& title, QWidget* parent)
    : Panel(look, parent)
    , m_waybill(waybill)
    , m_parcels(new QListWidget)
    , m_reason(new Select(look))
    , m_notes(new TextBox)
    , m_notesRow(new FormRow(look, tr("Notes"), m_notes))
{
    setTitle(tr("Return parcels of %1").arg(title));
    for (const ReturnReason reason : kReturnReasons)
        m_reason->addItem(models::words(reason), static_cast<int>(reason));
    m_reason->setPlaceholderText(tr("Choose the reason"));
    m_reason->setCurrentIndex(-1);
    m_parcels->setFrameShape(QFrame::NoFrame);
    m_parcels->setMinimumHeight(200);
    m_parcels->setLayoutDirection(layoutDirection());
    m_notes->setFixedHeight(72);
    body()->addWidget(new FormRow(look, tr("Reason"), m_reason));
    body()->addWidget(new FormRow(look, tr("Parcels that came back"), m_parcels), 1);
    body()->addWidget(m_notesRow);
    fill(deliveries);
    connect(m_parcels, &QListWidget::itemChanged, this, &ReturnPanel::showPossible);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &ReturnPanel::showPossible);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &ReturnPanel::showPossible);
    connect(this, &Panel::accepted, this, &ReturnPanel::submit);
    showPossible();
}

void ReturnPanel::fill(const models::DeliveriesModel& deliveries)
{
    for (const facade::DeliveryRow& row : deliveries.rows()) {
        const Delivery& d = row.delivery;
        if (d.isReturned || row.leaving || d.state.is(DeliveryStatus::Returned) ||
            d.state.is(DeliveryStatus::Cancelled))
            continue;
        const QString who = d.customer ? u" · "_s + d.customer->fullName : QString();
        auto* item = new QListWidgetItem(u"\u2066%1\u2069%2"_s.arg(models::parcelTitle(d), who), m_parcels);
        item->setData(Qt::UserRole, d.id.value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setSizeHint(QSize(0, theme().rowHeight()));
    }
}

QList<DeliveryId> ReturnPanel::checked() const
{
    QList<DeliveryId> ids;
    for (int i = 0; i < m_parcels->count(); ++i) {
        if (m_parcels->item(i)->checkState() == Qt::Checked)
            ids.append(DeliveryId{m_parcels->item(i)->data(Qt::UserRole).toString()});
    }
    return ids;
}

void ReturnPanel::showPossible()
{
    const auto count = checked().size();
    primary()->setText(tr("Return %n parcel(s)", nullptr, static_cast<int>(count)));
    const bool tooLong = m_notes->toPlainText().size() > kNotesMost;
    m_notesRow->setError(tooLong ? tr("At most %L1 characters.").arg(kNotesMost) : QString());
    const QString because = count == 0                     ? tr("Tick the parcels that came back.")
                            : m_reason->currentIndex() < 0 ? tr("Choose the reason.")
                            : tooLong                      ? m_notesRow->error()
                                                           : QString();
    primary()->setEnabled(because.isEmpty());
    primary()->setToolTip(because);
    if (count > 0 && count == m_parcels->count())
        notice()->say(Tone::Warn, tr("With all of its parcels returned, the waybill is closed."));
    else
        notice()->clear();
}

void ReturnPanel::submit()
{
    ReturnChildren command;
    command.waybill = m_waybill;
    command.deliveries = checked();
    command.reason = static_cast<ReturnReason>(m_reason->currentData().toInt());
    command.notes = m_notes->toPlainText().trimmed();
    Q_EMIT submitted(command);
}

void ReturnPanel::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
}

void ReturnPanel::focusFirst()
{
    m_reason->setFocus(Qt::TabFocusReason);
}

} // namespace waydesk::ui
