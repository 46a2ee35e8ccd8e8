// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trips/tripreturns.h"

#include "models/queuewords.h"
#include "ui/deliveries/queuechips.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"
#include "ui/window/page.h"

#include <QHBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Rows = models::ReturnsModel;

TripReturns::TripReturns(const Theme& theme, facade::ReturnQueueService& returns, const models::Formats& formats,
                         QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_returns(returns)
    , m_rows(new Rows(returns, formats, this))
    , m_table(new Table(theme, {}))
    , m_approve(new QAction(this))
    , m_reject(new QAction(this))
{
    m_rows->setTrip({});
    build();
    connect(m_rows, &Rows::reloaded, this, [this] {
        Q_EMIT countChanged(m_rows->rowCount());
        showPossible();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TripReturns::showPossible);
    connect(m_approve, &QAction::triggered, this, [this] { decide(ReturnDecision::Approve); });
    connect(m_reject, &QAction::triggered, this, [this] { decide(ReturnDecision::Reject); });
    retranslate();
}

void TripReturns::build()
{
    using Look = ColumnStyle::Look;
    m_table->setModel(m_rows);
    TableHeader* header = m_table->header();
    header->hide();
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (const int column : {Rows::Customer, Rows::TripNumber, Rows::AskedBy, Rows::Asked, Rows::AnsweredBy})
        header->setSectionHidden(column, true);
    m_table->setColumnStyle(Rows::Parcel, {Look::Code, {}});
    m_table->setColumnStyle(Rows::Status,
                            {Look::Chips, [this](const QModelIndex& index) { return returnChips(m_theme, index); }});
    header->resizeSection(Rows::Parcel, 92);
    header->resizeSection(Rows::Status, 200);
    m_table->setGivesWay(Rows::Reason, 80);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 16, 8);
    bar->setSpacing(8);
    m_approve->setShortcut(Qt::Key_A);
    m_reject->setShortcut(Qt::Key_R);
    m_approve->setProperty("iconName", u"check"_s);
    m_reject->setProperty("iconName", u"x"_s);
    for (QAction* action : {m_approve, m_reject}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        auto* button = new Button(m_theme, Button::Kind::Plain, this);
        button->setIconName(action->property("iconName").toString());
        button->follow(action);
        bar->addWidget(button);
    }
    bar->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(bar);
}

void TripReturns::show(const TripId& trip)
{
    m_rows->setTrip(trip);
}

void TripReturns::showPossible()
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    QString because = m_rows->rowCount() == 0 ? tr("Nobody asks for a parcel of this trip.")
                                              : tr("Choose a return first, under Returns.");
    for (const QModelIndex& index : selected) {
        const facade::ReturnItem* item = m_rows->at(index.row());
        because = item ? models::whyNotDecide(*item) : because;
        if (because.isEmpty())
            break;
    }
    setPossible(*m_approve, because.isEmpty(), because);
    setPossible(*m_reject, because.isEmpty(), because);
}

void TripReturns::decide(ReturnDecision decision)
{
    QList<Command> commands;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : selected) {
        const facade::ReturnItem* item = m_rows->at(index.row());
        if (item && models::whyNotDecide(*item).isEmpty())
            commands << DecideReturn{item->row.request.id, item->row.request.delivery, decision};
    }
    if (!commands.isEmpty())
        Q_EMIT decided(commands);
}

void TripReturns::retranslate()
{
    m_table->setAccessibleName(tr("Returns of this trip"));
    m_table->emptyState()->setContent(u"undo-2"_s, tr("No returns"),
                                      tr("Nobody has asked for one of its parcels to come back."));
    m_approve->setText(tr("Approve"));
    m_reject->setText(tr("Reject"));
    showPossible();
}

} // namespace waydesk::ui
