// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/basemap.h"
#include "ui/map/mercator.h"

#include <QFile>
#include <algorithm>
#include <optional>

// Outside every namespace, as Qt asks: the resources live in a static library.
static void initBasemap()
{
    Q_INIT_RESOURCE(resources);
}

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kUnitsPerDegree = 1000;
constexpr qint64 kMaxLongitude = 540 * kUnitsPerDegree, kPole = 90 * kUnitsPerDegree;
constexpr int kMaxLevels = 8;

// Each function answers nothing, or false, from the first fault on.
class Reader
{
public:
    explicit Reader(const QByteArray& file)
        : m_at(file.constData())
        , m_end(m_at + file.size())
    {
    }

    bool isAtEnd() const { return m_at == m_end; }

    std::optional<quint8> byte()
    {
        if (m_at == m_end)
            return {};
        return static_cast<quint8>(*m_at++);
    }

    std::optional<quint32> varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            const auto next = byte();
            if (!next)
                return {};
            value |= static_cast<quint64>(*next & 0x7f) << shift;
            if (!(*next & 0x80))
                return value <= UINT32_MAX ? std::optional(static_cast<quint32>(value)) : std::nullopt;
        }
        return {};
    }

    // A number of things of which each takes that many bytes at least: never more than the rest can hold.
    std::optional<size_t> count(size_t least, qint64 bytesEach)
    {
        const auto number = varint();
        if (!number || *number < least || *number > (m_end - m_at) / bytesEach)
            return {};
        return *number;
    }

    bool points(Points& into, QRectF& bounds, size_t least)
    {
        const auto number = count(least, 2);
        if (!number)
            return false;
        into.reserve(*number);
        qint64 x = 0, y = 0;
        for (size_t i = 0; i < *number; ++i) {
            const auto dx = varint(), dy = varint();
            if (!dx || !dy)
                return false;
            x += unzigzag(*dx);
            y += unzigzag(*dy);
            if (std::abs(x) > kMaxLongitude || std::abs(y) > kPole)
                return false;
            into.push_back(toWorld(static_cast<double>(y) / kUnitsPerDegree, static_cast<double>(x) / kUnitsPerDegree));
        }
        const auto [left, right] =
            std::minmax_element(into.begin(), into.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
        const auto [top, bottom] =
            std::minmax_element(into.begin(), into.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
        // The holes lie within the outer ring, which comes first.
        if (bounds.isNull())
            bounds = {QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y())};
        return true;
    }

    bool level(BasemapLevel& into)
    {
        const auto zoom = byte();
        const auto polygons = count(0, 10);
        if (!zoom || !polygons)
            return false;
        into.fromZoom = *zoom;
        into.land.resize(*polygons);
        for (LandPolygon& polygon : into.land) {
            const auto rings = count(1, 9);
            if (!rings)
                return false;
            polygon.rings.resize(*rings);
            for (Points& ring : polygon.rings) {
                if (!points(ring, polygon.bounds, 4))
                    return false;
            }
        }
        return borders(into.borders) && borders(into.onTheGround) && borders(into.indian);
    }

private:
    bool borders(std::vector<BorderLine>& into)
    {
        const auto number = count(0, 5);
        if (!number)
            return false;
        into.resize(*number);
        return std::all_of(into.begin(), into.end(),
                           [this](BorderLine& line) { return points(line.points, line.bounds, 2); });
    }

    static qint64 unzigzag(quint32 value) { return value & 1 ? -static_cast<qint64>(value / 2) - 1 : value / 2; }

    const char* m_at;
    const char* m_end;
};

Error malformed(const QString& detail)
{
    return {.kind = Error::Kind::Malformed, .detail = u"basemap: %1"_s.arg(detail)};
}

} // namespace

Result<Basemap> Basemap::read(const QByteArray& file)
{
    if (!file.startsWith("WDBM"))
        return malformed(u"not one"_s);
    Reader reader(file);
    for (int i = 0; i < 4; ++i)
        reader.byte();
    if (reader.byte() != quint8(2))
        return malformed(u"unknown version"_s);
    const auto levels = reader.byte();
    if (!levels || *levels < 1 || *levels > kMaxLevels)
        return malformed(u"number of levels"_s);
    Basemap map;
    map.m_levels.resize(*levels);
    int before = -1;
    for (BasemapLevel& level : map.m_levels) {
        if (!reader.level(level))
            return malformed(u"a level is broken or cut off"_s);
        if (level.fromZoom <= before || (before < 0 && level.fromZoom != 0))
            return malformed(u"levels out of order"_s);
        before = level.fromZoom;
    }
    if (!reader.isAtEnd())
        return malformed(u"bytes after the end"_s);
    return map;
}

Basemap Basemap::embedded()
{
    initBasemap();
    QFile file(u":/basemap/world.basemap"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the basemap is not in the program");
    Result<Basemap> map = read(file.readAll());
    if (!map)
        qFatal("%s", qPrintable(map.error().detail));
    return std::move(map).value();
}

const BasemapLevel& Basemap::level(double zoom) const
{
    const auto after = std::find_if(m_levels.begin(), m_levels.end(),
                                    [zoom](const BasemapLevel& level) { return level.fromZoom > zoom; });
    return after == m_levels.begin() ? m_levels.front() : *std::prev(after);
}

} // namespace waydesk::ui
