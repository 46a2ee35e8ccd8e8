// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/detailpane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kSide = 16, kFactHeight = 21;
}

DetailPane::DetailPane(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new EmptyState(theme))
    , m_number(new Text(theme, Face::DetailTitle))
    , m_status(new StatusChip(theme))
    , m_expected(new Chip(theme))
    , m_factsBox(new QWidget)
    , m_actionsBox(new QWidget)
    , m_factsGrid(new QGridLayout(m_factsBox))
    , m_primary(new Button(theme, Button::Kind::Primary))
    , m_second(new Button(theme, Button::Kind::Plain))
    , m_more(new Button(theme, Button::Kind::Plain))
    , m_tabs(new CountTabs(theme))
    , m_tabLine(new Line(theme, Qt::Horizontal))
    , m_tabStack(new QStackedWidget)
    , m_foot(new Text(theme, Face::Small, Tone::Muted))
{
    auto* waybill = new QWidget;
    auto* column = new QVBoxLayout(waybill);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSide, 14, kSide, 14);
    head->setSpacing(10);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_number->setLayoutDirection(Qt::LeftToRight);
    head->addWidget(m_number);
    head->addWidget(m_status);
    head->addWidget(m_expected);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(new Line(theme, Qt::Horizontal));

    m_factsGrid->setContentsMargins(kSide, 12, kSide, 12);
    m_factsGrid->setHorizontalSpacing(16);
    m_factsGrid->setVerticalSpacing(3);
    m_factsGrid->setColumnMinimumWidth(0, 92);
    m_factsGrid->setColumnStretch(1, 1);
    column->addWidget(m_factsBox);
    column->addWidget(new Line(theme, Qt::Horizontal));

    auto* actionsColumn = new QVBoxLayout(m_actionsBox); // with the line beneath it
    actionsColumn->setContentsMargins(0, 0, 0, 0);
    actionsColumn->setSpacing(0);
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(kSide, 14, kSide, 14);
    actions->setSpacing(8);
    actions->addWidget(m_primary);
    actions->addWidget(m_second);
    m_more->setIconName(u"ellipsis"_s);
    m_more->setToolButtonStyle(Qt::ToolButtonIconOnly);
    actions->addWidget(m_more);
    actions->addStretch(1);
    actionsColumn->addLayout(actions);
    actionsColumn->addWidget(new Line(theme, Qt::Horizontal));
    column->addWidget(m_actionsBox);

    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(kSide - 4, 0, kSide - 4, 0);
    tabRow->addWidget(m_tabs, 1);
    column->addLayout(tabRow);
    column->addWidget(m_tabLine);
    m_tabs->hide(); // until there is one
    m_tabLine->hide();
    column->addWidget(m_tabStack, 1);
    column->addWidget(new Line(theme, Qt::Horizontal));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kSide, 0, kSide, 0);
    m_foot->setFixedHeight(theme.sizes().foot - 1);
    foot->addWidget(m_foot, 1);
    column->addLayout(foot);

    m_stack->addWidget(m_nothing);
    m_stack->addWidget(waybill);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    connect(m_tabs, &QTabBar::currentChanged, m_tabStack, &QStackedWidget::setCurrentIndex);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DetailPane::showNothing(const QString& icon, const QString& title, const QString& sentence)
{
    m_nothing->setContent(icon, title, sentence);
    m_stack->setCurrentIndex(0);
}

void DetailPane::showSubject(const QString& number, const QString& statusWord, const QString& statusLabel,
                             const std::optional<ChipContent>& expected)
{
    m_number->setText(number);
    m_status->setStatus(statusWord, statusLabel);
    m_expected->setVisible(expected.has_value());
    if (expected)
        m_expected->setContent(*expected);
    m_stack->setCurrentIndex(1);
}

void DetailPane::setActionsShown(bool shown)
{
    m_actionsBox->setVisible(shown);
    for (Button* button : {m_primary, m_second, m_more})
        button->setVisible(shown);
}

void DetailPane::setFacts(const QList<Fact>& facts)
{
    if (m_facts == facts)
        return;
    m_facts = facts;
    while (m_factLabels.size() < facts.size()) {
        auto* label = new Text(m_theme, Face::Base, Tone::Muted, m_factsBox);
        auto* value = new Text(m_theme, Face::Base, Tone::Text, m_factsBox);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int row = static_cast<int>(m_factLabels.size());
        for (Text* text : {label, value})
            text->setMinimumHeight(kFactHeight);
        m_factsGrid->addWidget(label, row, 0);
        m_factsGrid->addWidget(value, row, 1);
        m_factLabels.append(qMakePair(label, value));
    }
    for (qsizetype i = 0; i < m_factLabels.size(); ++i) {
        const auto& [label, value] = m_factLabels[i];
        const bool used = i < facts.size();
        label->setVisible(used);
        value->setVisible(used);
        if (!used)
            continue;
        label->setText(facts[i].label);
        // An isolate keeps a code's letters in their order inside a right-to-left line.
        value->setText(facts[i].code ? u"\u2066%1\u2069"_s.arg(facts[i].value) : isolated(facts[i].value));
        value->setAccessibleName(u"%1: %2"_s.arg(facts[i].label, facts[i].value));
    }
    alignFacts();
}

// A name in another script must not pull its line to the other edge, nor, its font being taller, out of line with the
// word beside it.
void DetailPane::alignFacts()
{
    const Qt::Alignment edge = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    int words = m_factsGrid->columnMinimumWidth(0);
    for (const auto& [label, value] : std::as_const(m_factLabels))
        words = qMax(words, label->sizeHint().width());
    const int room = width() - 2 * kSide - m_factsGrid->horizontalSpacing() - words;
    for (const auto& [label, value] : std::as_const(m_factLabels)) {
        const bool oneLine = QFontMetrics(value->font()).horizontalAdvance(value->text()) < room;
        const Qt::Alignment height = oneLine ? Qt::AlignVCenter : Qt::AlignTop;
        label->setAlignment(Qt::AlignLeading | height);
        value->setAlignment(edge | Qt::AlignAbsolute | height);
    }
}

void DetailPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    alignFacts();
}

void DetailPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignFacts();
}

void DetailPane::setPrimary(QAction* action)
{
    m_primary->setVisible(action != nullptr);
    if (action && m_primary->followed() != action)
        m_primary->follow(action);
    if (action) {
        m_primary->setIconName(action->property("iconName").toString());
        m_primary->setKeyHint(keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)));
    }
}

void DetailPane::setSecondary(const QList<QAction*>& actions)
{
    m_second->setVisible(!actions.isEmpty());
    if (actions.isEmpty())
        return;
    if (m_second->followed() != actions.constFirst())
        m_second->follow(actions.constFirst());
    m_second->setIconName(actions.constFirst()->property("iconName").toString());
    m_second->setKeyHint({});
}

void DetailPane::setMore(QMenu* menu)
{
    m_more->setMenu(menu);
    m_more->setAccessibleName(tr("More for this waybill"));
    m_more->setToolTip(m_more->accessibleName());
}

void DetailPane::setFoot(const QString& text)
{
    m_foot->setText(text);
}

int DetailPane::addTab(const QString& key, QWidget* content)
{
    m_tabStack->addWidget(content);
    m_tabs->show();
    m_tabLine->show();
    return m_tabs->add({}, key);
}

void DetailPane::setTabText(int index, const QString& text)
{
    m_tabs->setTabText(index, text);
}

void DetailPane::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
