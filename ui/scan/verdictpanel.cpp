// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/verdictpanel.h"
#include "ui/widgets/alertrole.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QStyle>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

VerdictPanel::VerdictPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    makeAlert(*this);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

VerdictPanel::Content VerdictPanel::of(const ScanEntry& entry, const ScanWords& words)
{
    const VerdictLook look = ScanWords::look(entry);
    const QString code = entry.verdict.known && entry.verdict.delivery &&
                                 !entry.verdict.delivery->delivery.code.isEmpty() && entry.code.gs1
                             ? entry.verdict.code
                             : entry.code.text;
    return {look.tone, look.icon, code, words.parcel(entry), ScanWords::headline(entry), words.footing(entry), true};
}

void VerdictPanel::show(const Content& content)
{
    if (m_content == content)
        return;
    m_content = content;
    QStringList said{content.code, content.headline, content.line, content.footing};
    said.removeAll(QString());
    setAccessibleName(said.join(u". "_s));
    announce(*this);
    update();
}

void VerdictPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool idle = m_content.tone == Tone::Grey;
    const QColor ink = m_theme.ink(m_content.tone);
    painter.setPen(idle ? QPen(m_theme.colours().line, 1) : QPen(ink, 2));
    painter.setBrush(idle ? m_theme.colours().surface : m_theme.fill(m_content.tone));
    const qreal radius = m_theme.sizes().radiusPanel;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);

    const Qt::LayoutDirection direction = layoutDirection();
    const auto place = [&](const QRect& r) { return QStyle::visualRect(direction, rect(), r); };
    // Arabic marks rise above and sink below the metrics of the Latin face.
    const auto roomy = [&](const QRect& r) { return place(r.adjusted(0, -8, 0, 8)); };
    const int edge = 32, icon = 76;
    const QRect spot(edge, (height() - icon) / 2, icon, icon);
    const QPixmap shape =
        m_theme.pixmap(m_content.icon, idle ? m_theme.colours().muted : ink, icon, devicePixelRatioF(), direction);
    painter.drawPixmap(place(spot), shape);

    QFont headFont = m_theme.font(Face::DetailTitle);
    headFont.setBold(true);
    const QFont footFont = [&] {
        QFont f = m_theme.font(Face::Base);
        f.setPixelSize(15);
        return f;
    }();
    const QFontMetrics head(headFont), foot(footFont);
    const int available = width() - edge * 2 - icon - 36;
    const int rightWidth =
        m_content.headline.isEmpty()
            ? 0
            : qMin(available * 45 / 100,
                   qMax(head.horizontalAdvance(m_content.headline), foot.horizontalAdvance(m_content.footing)) + 4);
    const int leftWidth = available - rightWidth - (rightWidth ? 24 : 0);
    const int left = edge + icon + 36;

    QFont codeFont = m_theme.font(m_content.isCode ? Face::ScanCode : Face::Figure);
    if (m_content.isCode) { // a long code gets smaller before it is cut
        while (QFontMetrics(codeFont).horizontalAdvance(m_content.code) > leftWidth && codeFont.pixelSize() > 22)
            codeFont.setPixelSize(codeFont.pixelSize() - 2);
    }
    QFont lineFont = m_theme.font(Face::Base);
    lineFont.setPixelSize(m_content.isCode ? 22 : 18);
    const QFontMetrics code(codeFont), line(lineFont);
    const int gap = m_content.isCode ? 2 : 8;
    const int block = code.height() + gap + line.height();
    const int top = (height() - block) / 2;
    // Left and right mean leading and trailing for the painter; only the code is painted from left to right always.
    const bool rtl = direction == Qt::RightToLeft;
    const int leading = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
    const int trailing = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine;
    const int codeEdge = m_content.isCode && rtl ? trailing : leading;

    painter.setPen(m_theme.colours().text);
    painter.setFont(codeFont);
    painter.setLayoutDirection(m_content.isCode ? Qt::LeftToRight : direction);
    painter.drawText(roomy({left, top, leftWidth, code.height()}), codeEdge,
                     code.elidedText(m_content.code, Qt::ElideMiddle, leftWidth));
    painter.setLayoutDirection(direction);
    painter.setFont(lineFont);
    // Each part of the line keeps its own direction of writing; their order is the page's.
    QStringList parts = line.elidedText(m_content.line, Qt::ElideRight, leftWidth).split(u" · "_s);
    for (QString& part : parts)
        part = isolated(part);
    painter.drawText(roomy({left, top + code.height() + gap, leftWidth, line.height()}), leading, parts.join(u" · "_s));

    if (rightWidth == 0)
        return;
    const int rightLeft = width() - edge - rightWidth;
    const int pairTop = (height() - head.height() - foot.height() - 4) / 2;
    painter.setPen(ink);
    painter.setFont(headFont);
    painter.drawText(roomy({rightLeft, pairTop, rightWidth, head.height()}), trailing,
                     head.elidedText(m_content.headline, Qt::ElideRight, rightWidth));
    painter.setPen(m_theme.colours().muted);
    painter.setFont(footFont);
    painter.drawText(roomy({rightLeft, pairTop + head.height() + 4, rightWidth, foot.height()}), trailing,
                     foot.elidedText(m_content.footing, Qt::ElideRight, rightWidth));
}

} // namespace waydesk::ui
