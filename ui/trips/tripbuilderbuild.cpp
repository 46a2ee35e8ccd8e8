// SPDX-License-Identifier: GPL-3.0-or-later
// How the trip builder is put together.
#include "ui/trips/tripbuilderpage.h"
#include "ui/waybills/statuschips.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Deliveries = models::DeliveriesModel;
using Draft = models::TripDraftModel;

namespace {

constexpr int kSide = 16, kLeftWidth = 470;

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets, int above, int below)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kSide, above, kSide, below);
    row->setSpacing(10);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    return row;
}

// Late outweighs pinned; in time is not worth a word.
QList<ChipContent> whatChips(const QModelIndex& index)
{
    const bool pickup = index.data(Draft::KindRole).toInt() == static_cast<int>(StopKind::Pickup);
    QList<ChipContent> chips{
        {pickup ? u"package"_s : u"arrow-right"_s, index.data().toString(), pickup ? Tone::Grey : Tone::Info}};
    if (index.data(Draft::PinnedRole).toBool())
        chips.append({u"lock"_s, {}, Tone::Grey, true});
    return chips;
}

} // namespace

void TripBuilderPage::build()
{
    m_splitter->addWidget(buildLeft());
    m_splitter->addWidget(buildRight());
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kLeftWidth, 1252 - kLeftWidth});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
}

QWidget* TripBuilderPage::buildLeft()
{
    using Look = ColumnStyle::Look;
    m_eligible->setModel(m_eligibleRows);
    connect(m_eligible->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TripBuilderPage::showWaiting);
    TableHeader* header = m_eligible->header();
    header->setStretchLastSection(false);
    m_eligible->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_eligible->setColumnStyle(Deliveries::Code, {Look::Code, {}});
    m_eligible->setColumnStyle(Deliveries::Zone, {Look::Muted, {}});
    m_eligible->setColumnStyle(Deliveries::Cod, {Look::Figures, {}});
    header->setSectionHidden(Deliveries::Status, true);
    header->resizeSection(Deliveries::Code, 104);
    header->resizeSection(Deliveries::Zone, 104);
    header->resizeSection(Deliveries::Cod, 80);
    m_eligible->setGivesWay(Deliveries::Customer, 90);
    connect(m_eligible, &Table::opened, this, &TripBuilderPage::addChosen);
    m_search->installEventFilter(this);
    auto* left = new QWidget(this);
    left->setMinimumWidth(320);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(rowOf({m_canJoin}, 12, 0));
    column->addLayout(rowOf({m_search}, 8, 10));
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addWidget(m_eligible, 1);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(rowOf({m_eligibleFoot}, 0, 0));
    m_eligibleFoot->setFixedHeight(m_theme.sizes().foot - 1);
    return left;
}

QWidget* TripBuilderPage::buildRight()
{
    using Look = ColumnStyle::Look;
    m_stops->setModel(m_draft);
    TableHeader* header = m_stops->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    m_stops->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_stops->setDragDropMode(QAbstractItemView::InternalMove);
    m_stops->setDragDropOverwriteMode(false);
    m_stops->setDropIndicatorShown(true);
    m_stops->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_stops->setColumnStyle(Draft::Place, {Look::Strong, {}});
    m_stops->setColumnStyle(Draft::What, {Look::Chips, [](const QModelIndex& index) { return whatChips(index); }});
    m_stops->setColumnStyle(Draft::Parcels, {Look::Figures, {}});
    m_stops->setColumnStyle(Draft::Arrives, {Look::Figures, {}});
    header->resizeSection(Draft::Place, 44);
    header->resizeSection(Draft::What, 148);
    header->resizeSection(Draft::Parcels, 76);
    header->resizeSection(Draft::Arrives, 84);
    m_stops->setGivesWay(Draft::Where, 120);

    auto* optimise = new Button(m_theme, Button::Kind::Plain, this);
    optimise->follow(m_optimise);
    optimise->setIconName(u"route"_s);
    auto* sendButton = new Button(m_theme, Button::Kind::Primary, this);
    sendButton->follow(m_send);
    sendButton->setKeyHint(keyText(QKeySequence(Qt::CTRL | Qt::Key_Return))); // the window's key for what is primary
    m_acceptButton->follow(m_accept);
    m_keepButton->follow(m_keepMine);
    auto* head = rowOf({m_title, m_sum}, 10, 8);
    head->addStretch(1);
    head->addWidget(optimise);
    head->addWidget(sendButton);
    auto* banner = new QHBoxLayout(m_banner);
    banner->setContentsMargins(kSide, 8, kSide, 8);
    banner->setSpacing(10);
    banner->addWidget(m_bannerText, 1);
    banner->addWidget(m_keepButton);
    banner->addWidget(m_acceptButton);
    m_banner->setAutoFillBackground(true);
    auto* below = new QSplitter(Qt::Vertical, this);
    below->addWidget(m_stops);
    below->addWidget(m_map);
    below->setHandleWidth(1);
    below->setChildrenCollapsible(false);
    below->setSizes({330, 330});
    auto* foot = rowOf({m_load}, 0, 0);
    foot->addStretch(1);
    foot->addWidget(m_difference);
    m_load->setFixedHeight(m_theme.sizes().foot - 1);
    auto* right = new QWidget(this);
    right->setMinimumWidth(460);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(rowOf({m_fields}, 0, 10));
    column->addWidget(m_notice);
    column->addWidget(m_banner);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addWidget(below, 1);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(foot);
    return right;
}

void TripBuilderPage::buildActions()
{
    m_optimise->setShortcut(Qt::Key_O);
    m_accept->setShortcut(Qt::ALT | Qt::Key_Return);
    m_keepMine->setShortcut({});
    m_up->setShortcut(Qt::ALT | Qt::Key_Up);
    m_down->setShortcut(Qt::ALT | Qt::Key_Down);
    m_remove->setShortcut(Qt::Key_Delete);
    m_pin->setShortcut(Qt::Key_L);
    m_focusSearch->setShortcut(Qt::Key_Slash);
    m_lassoAction->setShortcut(Qt::Key_M);
    for (QAction* action :
         {m_send, m_optimise, m_accept, m_up, m_down, m_remove, m_pin, m_focusSearch, m_lassoAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_send, &QAction::triggered, this, &TripBuilderPage::send);
    connect(m_optimise, &QAction::triggered, this, [this] {
        dropProposal();
        m_notice->clear();
        m_optimiser->start(m_draft->trip());
        showFacts();
    });
    connect(m_accept, &QAction::triggered, this, [this] {
        const auto proposal = std::exchange(m_proposal, std::nullopt);
        if (proposal)
            m_draft->setOrder(proposal->order);
        showProposal();
    });
    connect(m_keepMine, &QAction::triggered, this, &TripBuilderPage::dropProposal);
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(m_remove, &QAction::triggered, this, &TripBuilderPage::removeChosen);
    connect(m_pin, &QAction::triggered, this, [this] {
        const int row = m_stops->currentIndex().row();
        m_draft->setPinned(row, !m_stops->currentIndex().data(Draft::PinnedRole).toBool());
    });
    connect(m_focusSearch, &QAction::triggered, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
}

} // namespace waydesk::ui
