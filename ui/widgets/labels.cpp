// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QStyle>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

Text::Text(const Theme& theme, Face face, Tone ink, QWidget* parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_face(face)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText); // what the outside says is never markup
    connect(&theme, &Theme::changed, this, &Text::refresh);
    refresh();
}

void Text::setFace(Face face)
{
    m_face = face;
    refresh();
}

void Text::setInk(Tone ink)
{
    if (std::exchange(m_ink, ink) != ink)
        refresh();
}

void Text::refresh()
{
    setFont(m_theme.font(m_face));
    QPalette p = palette();
    p.setColor(QPalette::WindowText, m_theme.ink(m_ink));
    p.setColor(QPalette::Text, m_theme.ink(m_ink)); // inside a view's viewport this one counts
    setPalette(p);
}

KeyHint::KeyHint(const Theme& theme, const QString& keys, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_keys(keys)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void KeyHint::setKeys(const QString& keys)
{
    m_keys = keys;
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const
{
    return {keyCapWidth(m_theme, m_keys), 18};
}

void KeyHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintKeyCap(painter, m_theme, rect(), m_keys, m_theme.ink(Tone::Muted), m_theme.colours().line);
}

Notice::Notice(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(0);
    row->addSpacing(theme.sizes().icon + 8); // the icon is painted here, on either side
    row->addWidget(m_text);
    connect(&theme, &Theme::changed, this, [this] { say(m_tone, m_text->text()); });
    hide();
}

void Notice::say(Tone tone, const QString& sentence)
{
    m_tone = tone;
    m_text->setText(sentence);
    QPalette p = m_text->palette();
    p.setColor(QPalette::WindowText, m_theme.ink(Tone::Text));
    m_text->setPalette(p);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    update();
}

void Notice::clear()
{
    say(m_tone, {});
}

QString Notice::sentence() const
{
    return m_text->text();
}

void Notice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.fill(m_tone));
    painter.drawRoundedRect(rect(), m_theme.sizes().radiusControl, m_theme.sizes().radiusControl);
    const QString icon = m_tone == Tone::Bad    ? u"circle-alert"_s
                         : m_tone == Tone::Warn ? u"triangle-alert"_s
                         : m_tone == Tone::Ok   ? u"circle-check"_s
                                                : u"info"_s;
    const int px = m_theme.sizes().icon;
    const QRect spot = QStyle::visualRect(layoutDirection(), rect(), QRect(12, 9, px, px));
    m_theme.paintIcon(painter, spot, icon, m_theme.ink(m_tone), layoutDirection());
}

} // namespace waydesk::ui
