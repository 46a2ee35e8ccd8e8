// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/marklayer.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <numbers>

namespace waydesk::ui {

namespace {

constexpr double kRing = 2.4, kClusterRing = 3, kReach = MarkLayer::kRadius + 3, kSmallRadius = 7;
constexpr int kMostWords = 400; // more would be a grey desert

double clusterRadius(int count)
{
    return count < 10 ? 16 : count < 100 ? 20 : count < 1000 ? 24 : 28;
}

double length(QPointF p)
{
    return std::hypot(p.x(), p.y());
}

} // namespace

MarkLayer::MarkLayer(const Theme& theme)
    : m_theme(theme)
{
}

void MarkLayer::setWords(Words name, Words age)
{
    m_name = std::move(name);
    m_age = std::move(age);
}

void MarkLayer::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    const auto beyond = [this](int mark) { return mark >= static_cast<int>(m_marks.size()); };
    if (std::ranges::any_of(m_fan, beyond))
        m_fan.clear();
    if (beyond(m_rule.apart))
        m_rule.apart = -1;
}

QColor MarkLayer::ring(Freshness freshness) const
{
    switch (freshness) {
    case Freshness::Fresh:
        return m_theme.colours().accent;
    case Freshness::Ageing:
        return m_theme.ink(Tone::Warn);
    case Freshness::Stale:
        return m_theme.colours().muted;
    }
    Q_UNREACHABLE();
}

QPixmap MarkLayer::disc(Freshness freshness, int heading, double radius, qreal ratio) const
{
    const double side = 2 * radius;
    QPixmap pixmap((QSizeF(side, side) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(radius, radius);
    const double scale = radius / kRadius;
    QPen pen(ring(freshness), kRing * scale);
    if (freshness == Freshness::Stale)
        pen.setDashPattern({1.6, 1.2});
    painter.setPen(pen);
    painter.setBrush(m_theme.colours().surface);
    painter.drawEllipse(QPointF(), radius - kRing * scale / 2, radius - kRing * scale / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ring(freshness));
    painter.scale(scale, scale);
    if (heading < kHeadings) {
        painter.rotate(360.0 * heading / kHeadings);
        painter.drawPolygon(QPolygonF({{0, -7}, {5, 5}, {0, 2.5}, {-5, 5}}));
    } else {
        painter.drawEllipse(QPointF(), 3, 3);
    }
    return pixmap;
}

MarkLayer::Sprites& MarkLayer::sprites(qreal ratio) const
{
    const auto rgb = [](const QColor& ink) { return static_cast<qint64>(ink.rgba()); };
    const qint64 inks =
        rgb(ring(Freshness::Fresh)) ^ (rgb(m_theme.colours().surface) << 16) ^ (rgb(ring(Freshness::Ageing)) << 8);
    if (m_sprites.inks == inks && m_sprites.ratio == ratio)
        return m_sprites;
    m_sprites.inks = inks;
    m_sprites.ratio = ratio;
    m_sprites.clusters.clear();
    for (const Freshness freshness : {Freshness::Fresh, Freshness::Ageing, Freshness::Stale}) {
        const auto of = static_cast<size_t>(freshness);
        for (int heading = 0; heading <= kHeadings; ++heading) {
            m_sprites.discs[of][static_cast<size_t>(heading)] = disc(freshness, heading, kRadius, ratio);
            m_sprites.small[of][static_cast<size_t>(heading)] = disc(freshness, heading, kSmallRadius, ratio);
        }
    }
    return m_sprites;
}

void MarkLayer::paintDisc(QPainter& painter, QPointF at, const Mark& mark, bool small) const
{
    const int heading = std::isnan(mark.heading)
                            ? kHeadings
                            : static_cast<int>(mark.heading * kHeadings / 360.0F + 0.5F + kHeadings) % kHeadings;
    const auto of = static_cast<size_t>(mark.freshness);
    const QPixmap& pixmap = (small ? m_sprites.small : m_sprites.discs)[of][static_cast<size_t>(heading)];
    const double half = small ? kSmallRadius : kRadius;
    painter.drawPixmap(QPoint(qRound(at.x() - half), qRound(at.y() - half)), pixmap);
}

void MarkLayer::paintAlarm(QPainter& painter, QPointF at) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.ink(Tone::Bad));
    painter.drawEllipse(at + QPointF(10, -10), 5, 5);
}

const QPixmap& MarkLayer::clusterSprite(const PlacedMark& cluster, qreal ratio) const
{
    const quint64 key = static_cast<quint64>(cluster.count) << 8 | static_cast<quint64>(cluster.worst) << 1 |
                        static_cast<quint64>(cluster.alarmed);
    QCache<quint64, QPixmap>& cache = sprites(ratio).clusters;
    if (const QPixmap* known = cache.object(key))
        return *known;
    const double radius = clusterRadius(cluster.count), side = 2 * (radius + kClusterRing);
    auto made = std::make_unique<QPixmap>((QSizeF(side, side) * ratio).toSize());
    made->setDevicePixelRatio(ratio);
    made->fill(Qt::transparent);
    QPainter painter(made.get());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2, side / 2);
    QPen pen(ring(cluster.worst), kClusterRing);
    if (cluster.worst == Freshness::Stale)
        pen.setDashPattern({2.2, 1.4});
    painter.setPen(pen);
    painter.setBrush(m_theme.colours().surface);
    painter.drawEllipse(QPointF(), radius, radius);
    painter.setPen(m_theme.colours().text);
    painter.setFont(m_theme.font(Face::SmallStrong));
    painter.drawText(QRectF(-radius, -radius, 2 * radius, 2 * radius), static_cast<int>(Qt::AlignCenter),
                     QLocale().toString(cluster.count));
    if (cluster.alarmed)
        paintAlarm(painter, QPointF(radius - 12, 12 - radius));
    painter.end();
    QPixmap* kept = made.release();
    cache.insert(key, kept);
    return *kept;
}

void MarkLayer::paintCluster(QPainter& painter, const PlacedMark& cluster) const
{
    const QPixmap& pixmap = clusterSprite(cluster, painter.device()->devicePixelRatio());
    const double half = clusterRadius(cluster.count) + kClusterRing;
    painter.drawPixmap(QPoint(qRound(cluster.at.x() - half), qRound(cluster.at.y() - half)), pixmap);
}

void MarkLayer::paintWords(QPainter& painter, QPointF at, const QString& words, bool strong,
                           Qt::LayoutDirection direction) const
{
    if (words.isEmpty())
        return;
    const QFont font = m_theme.font(strong ? Face::SmallStrong : Face::Small);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(words) + 8, height = metrics.height() + 2;
    const double x = direction == Qt::RightToLeft ? at.x() - kRadius - 4 - width : at.x() + kRadius + 4;
    const QRectF room(x, at.y() - height / 2, width, height);
    QColor ground = m_theme.colours().surface;
    ground.setAlphaF(strong ? 0.95F : 0.75F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(room, 4, 4);
    painter.setFont(font);
    painter.setPen(strong ? m_theme.colours().text : m_theme.colours().muted);
    painter.drawText(room, static_cast<int>(Qt::AlignCenter), words);
}

bool MarkLayer::isFanned(int mark) const
{
    return std::ranges::find(m_fan, mark) != m_fan.end();
}

void MarkLayer::paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const
{
    (void)sprites(painter.device()->devicePixelRatio());
    const std::vector<PlacedMark> placed = placeMarks(m_marks, camera, m_rule);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool small = placed.size() >= kManyShow;
    int words = 0;
    std::vector<const PlacedMark*> clusters;
    const PlacedMark* chosen = nullptr;
    for (const PlacedMark& each : placed) {
        if (each.count > 1) {
            clusters.push_back(&each);
            continue;
        }
        if (each.first == m_rule.apart) {
            chosen = &each;
            continue;
        }
        const Mark& mark = m_marks[static_cast<size_t>(each.first)];
        paintDisc(painter, each.at, mark, small);
        if (mark.alarmed)
            paintAlarm(painter, each.at);
        if (!small && mark.freshness != Freshness::Fresh && m_age && ++words <= kMostWords)
            paintWords(painter, each.at, m_age(each.first), false, direction);
    }
    for (const PlacedMark* each : clusters) {
        if (!m_fan.empty() && isFanned(each->first))
            continue;
        paintCluster(painter, *each);
    }
    const std::vector<QPointF> fan = fanPlaces(camera);
    if (!fan.empty()) {
        const QPointF middle = camera.toScreen(m_marks[static_cast<size_t>(m_fan.front())].world);
        painter.setPen(QPen(m_theme.colours().muted, 1));
        for (const QPointF& place : fan)
            painter.drawLine(middle, place);
        for (size_t i = 0; i < fan.size(); ++i) {
            const Mark& mark = m_marks[static_cast<size_t>(m_fan[i])];
            paintDisc(painter, fan[i], mark);
            if (mark.alarmed)
                paintAlarm(painter, fan[i]);
        }
    }
    if (chosen) {
        const QPointF at = chosen->at;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colours().selection);
        painter.drawEllipse(at, kRadius + 6, kRadius + 6);
        paintDisc(painter, at, m_marks[static_cast<size_t>(chosen->first)]);
        if (chosen->alarmed)
            paintAlarm(painter, at);
        if (m_name)
            paintWords(painter, at + QPointF(direction == Qt::RightToLeft ? -6 : 6, 0), m_name(chosen->first), true,
                       direction);
    }
    painter.restore();
}

void MarkLayer::fanOut(std::vector<int> members)
{
    m_fan = std::move(members);
}

std::vector<QPointF> MarkLayer::fanPlaces(const Camera& camera) const
{
    std::vector<QPointF> places;
    if (m_fan.empty())
        return places;
    const QPointF middle = camera.toScreen(m_marks[static_cast<size_t>(m_fan.front())].world);
    // Rings of as many as fit side by side.
    const double beside = 2 * kRadius + 6;
    double radius = 2 * beside;
    for (size_t placedSoFar = 0; placedSoFar < m_fan.size();) {
        const auto fits = static_cast<size_t>(2 * std::numbers::pi * radius / beside);
        const size_t here = std::min(fits, m_fan.size() - placedSoFar);
        for (size_t i = 0; i < here; ++i) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(here);
            places.push_back(middle + radius * QPointF(std::sin(angle), -std::cos(angle)));
        }
        placedSoFar += here;
        radius += beside;
    }
    return places;
}

std::optional<MarkLayer::Hit> MarkLayer::hit(QPointF screen, const Camera& camera) const
{
    const std::vector<QPointF> fan = fanPlaces(camera);
    for (size_t i = 0; i < fan.size(); ++i) {
        if (length(fan[i] - screen) <= kReach)
            return Hit{m_fan[i], {}};
    }
    std::optional<Hit> best;
    double nearest = std::numeric_limits<double>::max();
    for (const PlacedMark& each : placeMarks(m_marks, camera, m_rule)) {
        const double off = length(each.at - screen);
        if (off > (each.count > 1 ? clusterRadius(each.count) + 3 : kReach) || off >= nearest)
            continue;
        nearest = off;
        if (each.count == 1)
            best = Hit{each.first, {}};
        else
            best = Hit{-1, membersOf(each, m_marks, camera, m_rule)};
    }
    return best;
}

} // namespace waydesk::ui
