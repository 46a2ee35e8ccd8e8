// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tokenfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QStringListModel>
#include <QStyle>
#include <QToolTip>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kIconRoom = 34, kGap = 6;

bool isToken(const QString& word)
{
    static const QRegularExpression kShape(u"^\\p{L}+[:<>].+"_s, QRegularExpression::CaseInsensitiveOption);
    return kShape.match(word).hasMatch();
}
} // namespace

QStringList filterWords(const QString& line)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"')
            quoted = !quoted;
        if (c.isSpace() && !quoted) {
            if (!word.isEmpty())
                words.append(std::exchange(word, {}));
        } else {
            word += c;
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

TokenField::TokenField(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(this))
{
    m_completer->setModel(m_words);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setWidget(this);
    m_completer->popup()->setAccessibleName(tr("Suggestions"));
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& chosen) {
        QStringList words = filterWords(text());
        if (!words.isEmpty() && !text().endsWith(u' '))
            words.removeLast();
        words.append(chosen);
        // "status:" still waits for its value; a whole word becomes a chip.
        setText(words.join(u' '));
        takeTokens(!chosen.endsWith(u':'));
        Q_EMIT filterEdited(filterText());
        complete();
    });
    connect(this, &QLineEdit::textEdited, this, [this] {
        takeTokens(false);
        Q_EMIT filterEdited(filterText());
        complete();
    });
    layOut();
}

QString TokenField::filterText() const
{
    QStringList all = m_tokens;
    if (!text().trimmed().isEmpty())
        all.append(text().trimmed());
    return all.join(u' ');
}

void TokenField::setFilterText(const QString& line)
{
    m_tokens.clear();
    QStringList rest;
    for (const QString& word : filterWords(line))
        (isToken(word) ? m_tokens : rest).append(word);
    setText(rest.join(u' '));
    layOut();
}

void TokenField::setErrors(const QHash<QString, QString>& errors)
{
    if (m_errors == errors)
        return;
    m_errors = errors;
    QStringList said(errors.cbegin(), errors.cend());
    said.sort();
    setAccessibleDescription(said.join(u' '));
    setProperty("wrong", errors.contains(text().trimmed()));
    update();
}

void TokenField::setCompletions(std::function<QStringList(const QString&)> completions)
{
    m_completions = std::move(completions);
}

void TokenField::takeTokens(bool whole)
{
    // Words that a blank has finished become chips; at Enter, the last one too.
    const QString typed = text();
    QStringList words = filterWords(typed), rest;
    const bool finished = whole || (typed.endsWith(u' ') && typed.count(u'"') % 2 == 0);
    bool took = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if ((i + 1 < words.size() || finished) && isToken(words[i])) {
            m_tokens.append(words[i]);
            took = true;
        } else {
            rest.append(words[i]);
        }
    }
    if (took) {
        setText(rest.join(u' '));
        layOut();
    }
}

void TokenField::complete()
{
    if (!m_completions)
        return;
    const QStringList words = filterWords(text());
    const QStringList found =
        words.isEmpty() || text().endsWith(u' ') ? QStringList() : m_completions(words.constLast());
    m_words->setStringList(found);
    if (found.isEmpty() || (found.size() == 1 && found.constFirst() == words.constLast()))
        m_completer->popup()->hide();
    else
        m_completer->complete(QRect(0, 0, qMax(240, width() / 2), height()));
}

ChipContent TokenField::chipOf(const QString& token) const
{
    return {.icon = {},
            .text = token,
            .tone = m_errors.contains(token) ? Tone::Bad : Tone::Grey,
            .bare = false,
            .trailingIcon = u"x"_s};
}

QList<TokenField::Spot> TokenField::spots() const
{
    QList<Spot> result;
    int x = kIconRoom;
    const int high = 20, most = qMax(width() * 6 / 10, kIconRoom + 40);
    for (int i = 0; i < m_tokens.size(); ++i) {
        const int wide = qMin(chipWidth(m_theme, chipOf(m_tokens[i])), most - kIconRoom);
        if (x + wide > most && i > 0) {
            const int more = chipWidth(
                m_theme, {.icon = {}, .text = u"+99"_s, .tone = Tone::Grey, .bare = false, .trailingIcon = {}});
            result.append({QRect(x, (height() - high) / 2, more, high), -1});
            break;
        }
        result.append({QRect(x, (height() - high) / 2, wide, high), i});
        x += wide + kGap;
    }
    for (Spot& spot : result)
        spot.rect = QStyle::visualRect(layoutDirection(), rect(), spot.rect);
    return result;
}

void TokenField::layOut()
{
    int lead = kIconRoom - 10;
    for (const Spot& spot : spots())
        lead = qMax(lead, (layoutDirection() == Qt::RightToLeft ? width() - spot.rect.left() : spot.rect.right()) - 6);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    setTextMargins(rtl ? 0 : lead, 0, rtl ? lead : 0, 0);
    update();
}

void TokenField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int px = m_theme.sizes().icon;
    const QRect spot = QStyle::visualRect(layoutDirection(), rect(), QRect(10, (height() - px) / 2, px, px));
    m_theme.paintIcon(painter, spot, u"funnel"_s, m_theme.ink(Tone::Muted), layoutDirection());
    const QList<Spot> places = spots();
    for (const Spot& place : places) {
        const ChipContent chip =
            place.token >= 0
                ? chipOf(m_tokens[place.token])
                : ChipContent{.icon = {},
                              .text = u"\u2066+%1\u2069"_s.arg(locale().toString(m_tokens.size() - places.size() + 1)),
                              .tone = Tone::Grey,
                              .bare = false,
                              .trailingIcon = {}};
        paintChip(painter, m_theme, place.rect, chip, layoutDirection());
    }
}

void TokenField::keyPressEvent(QKeyEvent* event)
{
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
            event->ignore(); // the popup's
            return;
        default:
            break;
        }
    }
    if (event->key() == Qt::Key_Backspace && cursorPosition() == 0 && !hasSelectedText() && !m_tokens.isEmpty()) {
        setText(m_tokens.takeLast() + (text().isEmpty() ? QString() : u' ' + text()));
        layOut();
        Q_EMIT filterEdited(filterText());
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        takeTokens(true);
        Q_EMIT filterEdited(filterText());
        Q_EMIT returnPressed();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TokenField::mousePressEvent(QMouseEvent* event)
{
    for (const Spot& spot : spots()) {
        if (spot.token >= 0 && spot.rect.contains(event->position().toPoint())) {
            m_tokens.removeAt(spot.token);
            layOut();
            Q_EMIT filterEdited(filterText());
            return;
        }
    }
    QLineEdit::mousePressEvent(event);
}

void TokenField::mouseMoveEvent(QMouseEvent* event)
{
    const QList<Spot> places = spots();
    const bool onChip = std::any_of(places.begin(), places.end(),
                                    [&](const Spot& s) { return s.rect.contains(event->position().toPoint()); });
    setCursor(onChip ? Qt::PointingHandCursor : Qt::IBeamCursor);
    QLineEdit::mouseMoveEvent(event);
}

bool TokenField::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (const Spot& spot : spots()) {
            if (spot.token >= 0 && spot.rect.contains(help->pos())) {
                const QString token = m_tokens[spot.token];
                QToolTip::showText(help->globalPos(), m_errors.value(token, tr("Click to remove %1").arg(token)), this);
                return true;
            }
        }
    }
    return QLineEdit::event(event);
}

void TokenField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    layOut();
}

void TokenField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        layOut();
}

} // namespace waydesk::ui
