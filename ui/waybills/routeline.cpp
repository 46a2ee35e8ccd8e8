// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/routeline.h"
#include "ui/widgets/paint.h"

#include <array>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFewestLetters = 4; // less of a name than this tells nothing

// from, arrow, to; the second and third are empty where there is no arrow
std::array<QString, 3> parts(const QString& route)
{
    const auto plain = [](QString text) {
        return text.remove(QChar(0x200F)).trimmed(); // the translation's own marks: the isolates do their work here
    };
    for (const QChar arrow : {u'→', u'←'}) {
        if (const qsizetype at = route.indexOf(arrow); at >= 0)
            return {plain(route.left(at)), u' ' + arrow + u' ', plain(route.mid(at + 1))};
    }
    return {route, QString(), QString()};
}

QString joined(const std::array<QString, 3>& p)
{
    return isolated(p[0]) + p[1] + isolated(p[2]);
}

} // namespace

QString routeLine(const QString& route)
{
    return joined(parts(route));
}

QString routeLine(const QString& route, const QFontMetrics& metrics, int room)
{
    std::array<QString, 3> p = parts(route);
    if (p[1].isEmpty())
        return isolated(metrics.elidedText(route, Qt::ElideRight, room));
    const auto width = [&](const QString& text) { return metrics.horizontalAdvance(text); };
    if (width(joined(p)) > room) {
        const int least = qMin(width(p[0]), width(p[0].left(kFewestLetters) + u'…'));
        p[0] = metrics.elidedText(p[0], Qt::ElideMiddle, qMax(least, room - width(p[1]) - width(p[2])));
        p[2] = metrics.elidedText(p[2], Qt::ElideRight, room - width(p[0]) - width(p[1]));
    }
    return joined(p);
}

} // namespace waydesk::ui
