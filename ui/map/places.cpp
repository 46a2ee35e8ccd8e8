// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/places.h"

#include "ui/map/mercator.h"

#include <QFile>
#include <QPainter>
#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::ui {

namespace {

constexpr qint64 kUnitsPerDegree = 1000;
constexpr size_t kMostNames = 60;
constexpr double kDot = 2.5, kApart = 6;

class Reader
{
public:
    explicit Reader(const QByteArray& file)
        : m_file(file)
    {
    }
    bool isAtEnd() const { return m_at == m_file.size(); }
    void skip(qsizetype bytes) { m_at += bytes; }
    qsizetype left() const { return m_file.size() - m_at; }
    std::optional<quint32> varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 35 && m_at < m_file.size(); shift += 7) {
            const auto next = static_cast<quint8>(m_file[m_at++]);
            value |= static_cast<quint64>(next & 0x7f) << shift;
            if (!(next & 0x80))
                return value <= UINT32_MAX ? std::optional(static_cast<quint32>(value)) : std::nullopt;
        }
        return {};
    }
    std::optional<qint64> zigzag()
    {
        const auto value = varint();
        if (!value)
            return {};
        return *value & 1 ? -static_cast<qint64>(*value / 2) - 1 : static_cast<qint64>(*value / 2);
    }
    std::optional<QByteArray> text()
    {
        const auto length = varint();
        if (!length || *length == 0 || *length > left())
            return {};
        m_at += *length;
        return m_file.mid(m_at - *length, *length);
    }

private:
    const QByteArray& m_file;
    qsizetype m_at = 0;
};

Error malformed(const QString& detail)
{
    return {.kind = Error::Kind::Malformed, .detail = u"places: %1"_s.arg(detail)};
}

} // namespace

Result<Towns> Towns::read(const QByteArray& file)
{
    if (!file.startsWith("WDPL") || file.size() < 6 || file[4] != 1)
        return malformed(u"not one, or of another version"_s);
    Reader reader(file);
    reader.skip(5);
    const auto count = reader.varint();
    if (!count || *count > reader.left() / 5)
        return malformed(u"number of places"_s);
    Towns towns;
    towns.m_all.reserve(*count);
    for (quint32 i = 0; i < *count; ++i) {
        const auto name = reader.text();
        const auto latitude = reader.zigzag(), longitude = reader.zigzag();
        const auto people = reader.varint();
        if (!name || !latitude || !longitude || !people || std::abs(*latitude) > 90 * kUnitsPerDegree ||
            std::abs(*longitude) > 180 * kUnitsPerDegree)
            return malformed(u"a place is broken or cut off"_s);
        if (!towns.m_all.empty() && *people > towns.m_all.back().thousands)
            return malformed(u"places out of order"_s);
        towns.m_all.push_back({toWorld(static_cast<double>(*latitude) / kUnitsPerDegree,
                                       static_cast<double>(*longitude) / kUnitsPerDegree),
                               *name, *people});
    }
    if (!reader.isAtEnd())
        return malformed(u"bytes after the end"_s);
    return towns;
}

Towns Towns::embedded()
{
    QFile file(u":/basemap/world.places"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the names of places are not in the program");
    Result<Towns> towns = read(file.readAll());
    if (!towns)
        qFatal("%s", qPrintable(towns.error().detail));
    return std::move(towns).value();
}

quint32 TownLayer::leastThousands(double zoom)
{
    if (zoom < 3)
        return 3000;
    if (zoom < 5)
        return 1000;
    if (zoom < 6.5)
        return 300;
    if (zoom < 8)
        return 80;
    if (zoom < 9.5)
        return 20;
    return 0;
}

void TownLayer::paintBeside(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction,
                            std::span<const QRectF> tiles) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont large = m_theme.font(Face::SmallStrong), small = m_theme.font(Face::Small);
    const QFontMetricsF largeMetrics(large), smallMetrics(small);
    const QRectF seen = camera.worldBounds();
    const quint32 least = leastThousands(camera.zoom());
    QColor halo = m_theme.colours().background;
    halo.setAlphaF(0.8F);
    std::vector<QRectF> taken;
    for (const Town& town : m_towns.all()) {
        if (town.thousands < least || taken.size() >= kMostNames)
            break;
        const QPointF world(nearestCopy(town.world.x(), camera.worldCentre().x()), town.world.y());
        if (!seen.contains(world))
            continue;
        const bool isLarge = town.thousands >= std::max<quint32>(4 * least, 100);
        const QString name = QString::fromUtf8(town.name);
        const QFontMetricsF& metrics = isLarge ? largeMetrics : smallMetrics;
        const QPointF at = camera.toScreen(world);
        if (std::ranges::any_of(tiles, [at](const QRectF& tile) { return tile.contains(at); }))
            continue;
        const double width = metrics.horizontalAdvance(name), height = metrics.height();
        const QRectF room(direction == Qt::RightToLeft ? at.x() - kApart - width : at.x() + kApart, at.y() - height / 2,
                          width, height);
        const QRectF wide = room.adjusted(-kApart, -1, kApart, 1);
        if (std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(wide); }))
            continue;
        taken.push_back(wide);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawRoundedRect(room.adjusted(-2, 0, 2, 0), 3, 3);
        painter.setBrush(m_theme.colours().muted);
        painter.drawEllipse(at, kDot, kDot);
        painter.setFont(isLarge ? large : small);
        painter.setPen(m_theme.colours().muted);
        painter.drawText(room, static_cast<int>(Qt::AlignCenter) | Qt::TextDontClip, name);
    }
    painter.restore();
}

} // namespace waydesk::ui
