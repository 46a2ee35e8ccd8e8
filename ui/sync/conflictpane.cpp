// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/conflictpane.h"

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace waydesk::ui {

namespace {
class Band final : public QWidget // the ground of the server's words
{
public:
    Band(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), m_theme.fill(Tone::Bad)); }

private:
    const Theme& m_theme;
};

// In a right-to-left page a line stands at the right edge and reads from there, whatever letters it begins with.
QString inDirection(const QString& text, Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft && !text.isEmpty() ? QChar(0x200F) + text : text;
}

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* gone = item->widget()) {
            gone->hide();
            gone->deleteLater(); // it may be the button whose press brought us here
        }
        delete item;
    }
}
} // namespace

ConflictPane::ConflictPane(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    m_title = new Text(theme, Face::Title, Tone::Text);
    m_subtitle = new Text(theme, Face::Base, Tone::Muted);
    m_askedHead = new Text(theme, Face::Base, Tone::Muted);
    m_hasHead = new Text(theme, Face::Base, Tone::Muted);
    m_waiting = new Text(theme, Face::Base, Tone::Muted);
    m_quote = new Band(theme, nullptr);
    m_quoteText = new Text(theme, Face::Base, Tone::Text);
    m_quoteCode = new Text(theme, Face::Base, Tone::Muted);
    for (Text* text : {m_title, m_subtitle, m_waiting, m_quoteText})
        text->setWordWrap(true);
    m_quoteText->setTextInteractionFlags(Qt::TextSelectableByMouse);

    const auto padded = [](int vertical) {
        auto* column = new QVBoxLayout;
        column->setContentsMargins(16, vertical, 16, vertical);
        column->setSpacing(4);
        return column;
    };
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = padded(14);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    column->addLayout(head);
    column->addWidget(new Line(theme, Qt::Horizontal));
    auto* sides = new QHBoxLayout;
    sides->setContentsMargins(16, 14, 16, 14);
    sides->setSpacing(20);
    for (auto& [side, heading] : {std::pair(&m_asked, m_askedHead), std::pair(&m_has, m_hasHead)}) {
        auto* half = new QVBoxLayout;
        half->setSpacing(6);
        half->addWidget(heading);
        *side = new QVBoxLayout;
        (*side)->setSpacing(2);
        half->addLayout(*side);
        half->addStretch(1);
        sides->addLayout(half, 1);
    }
    column->addLayout(sides);
    auto* quote = new QVBoxLayout(m_quote);
    quote->setContentsMargins(16, 14, 16, 14);
    quote->setSpacing(2);
    quote->addWidget(m_quoteText);
    quote->addWidget(m_quoteCode);
    column->addWidget(m_quote);
    m_choices = padded(14);
    m_choices->setSpacing(8);
    column->addLayout(m_choices);
    column->addWidget(new Line(theme, Qt::Horizontal));
    auto* foot = padded(14);
    foot->addWidget(m_waiting);
    column->addLayout(foot);
    column->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    setMinimumWidth(360);
    retranslate();
}

void ConflictPane::retranslate()
{
    m_askedHead->setText(tr("What you asked"));
    m_hasHead->setText(tr("What the server has now"));
}

void ConflictPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// What was asked and what is there stand side by side, line by line, also where one of them is in a taller script.
void ConflictPane::levelLines()
{
    const auto lineHeight = [](const QLabel& label) {
        QLabel line(label.text());
        line.setFont(label.font());
        return line.sizeHint().height();
    };
    for (int i = 0; i < qMin(m_asked->count(), m_has->count()); ++i) {
        auto* mine = qobject_cast<QLabel*>(m_asked->itemAt(i)->widget());
        auto* theirs = qobject_cast<QLabel*>(m_has->itemAt(i)->widget());
        const int height = qMax(lineHeight(*mine), lineHeight(*theirs));
        for (QLabel* label : {mine, theirs})
            label->setMinimumHeight(height);
    }
}

void ConflictPane::fill(QVBoxLayout* column, const QList<models::ConflictLine>& lines)
{
    empty(column);
    for (const models::ConflictLine& line : lines) {
        auto* text =
            new Text(m_theme, line.differs ? Face::BaseStrong : Face::Base, line.differs ? Tone::Bad : Tone::Text);
        text->setText(inDirection(line.text, layoutDirection()));
        text->setWordWrap(true);
        column->addWidget(text);
    }
}

namespace {
bool same(const models::ConflictView& a, const models::ConflictView& b)
{
    return a.title == b.title && a.subtitle == b.subtitle && a.mine == b.mine && a.theirs == b.theirs &&
           a.quote == b.quote && a.code == b.code && a.choices == b.choices && a.waiting == b.waiting;
}
} // namespace

void ConflictPane::show(const models::ConflictView& view)
{
    if (same(view, m_view) && m_buttons.size() == view.choices.size() && m_direction == layoutDirection())
        return; // a refresh with nothing new must not take the focus away
    m_view = view;
    m_direction = layoutDirection();
    m_title->setText(view.title);
    m_subtitle->setText(view.subtitle);
    fill(m_asked, view.mine);
    fill(m_has, view.theirs);
    levelLines();
    m_quoteText->setText(inDirection(view.quote, layoutDirection()));
    m_quoteCode->setText(inDirection(view.code, layoutDirection()));
    m_quoteCode->setVisible(!view.code.isEmpty());
    m_quote->setVisible(!view.quote.isEmpty());
    m_waiting->setText(view.waiting);
    m_waiting->setVisible(!view.waiting.isEmpty());
    empty(m_choices);
    m_buttons.clear();
    for (const models::ConflictChoice& choice : view.choices) {
        auto* button = new Button(m_theme, m_buttons.isEmpty() ? Button::Kind::Primary : Button::Kind::Plain);
        button->setText(choice.label);
        button->setAccessibleName(choice.label);
        button->setLeadingAligned(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_buttons.append(button);
        button->setKeyHint(QLocale().toString(m_buttons.size()));
        connect(button, &QToolButton::clicked, this, [this, choice] { Q_EMIT chosen(choice); });
        m_choices->addWidget(button);
    }
}

void ConflictPane::choose(int number)
{
    if (number >= 1 && number <= m_buttons.size())
        m_buttons.at(number - 1)->click();
}

} // namespace waydesk::ui
