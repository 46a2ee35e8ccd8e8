// SPDX-License-Identifier: GPL-3.0-or-later
// Vehicles on the map: a disc (smaller where very many show) with an arrow where it heads, a ring that tells how old
// the position is (whole, orange, dashed), and the age in words where it is not fresh. Marks that lie on each other are
// one with their number and the worst ring of them; those that no zoom could part fan out around their place when
// opened. GUI thread; the theme must outlive it.
#pragma once

#include "ui/map/clusters.h"
#include "ui/map/layer.h"
#include "ui/theme/theme.h"

#include <QCache>
#include <QPixmap>
#include <array>
#include <functional>

namespace waydesk::ui {

class MarkLayer final : public MapLayer
{
public:
    explicit MarkLayer(const Theme& theme);

    // Indices stay those of the list. The words beside a mark: its name when chosen, else how old it is.
    using Words = std::function<QString(int mark)>;
    void setWords(Words name, Words age);
    void setMarks(std::vector<Mark> marks);
    std::vector<Mark>& marks() { return m_marks; } // to be moved where they stand
    const std::vector<Mark>& marks() const { return m_marks; }
    void choose(int mark) { m_rule.apart = mark; } // -1: none
    int chosen() const { return m_rule.apart; }
    void setClustered(bool clustered) { m_rule.cell = clustered ? kCell : 0; }

    struct Hit
    {
        int mark = -1;            // a single one
        std::vector<int> members; // of a cluster
    };
    std::optional<Hit> hit(QPointF screen, const Camera& camera) const;
    // Fans these out; an empty list folds them again. Those of a fan are hit one by one.
    void fanOut(std::vector<int> members);
    const std::vector<int>& fanned() const { return m_fan; }
    // Where each of the fan stands.
    std::vector<QPointF> fanPlaces(const Camera& camera) const;

    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override;
    static constexpr double kRadius = 13; // of a disc, logical pixels

private:
    static constexpr double kCell = 56;
    static constexpr int kHeadings = 48, kMostClusters = 4'096;
    static constexpr size_t kManyShow = 1'500; // singles: from here on the small discs
    struct Sprites
    {
        qint64 inks = 0;
        qreal ratio = 0;
        using Discs = std::array<std::array<QPixmap, kHeadings + 1>, 3>; // by freshness, then heading; the last: none
        Discs discs, small;
        QCache<quint64, QPixmap> clusters{kMostClusters}; // by what they say
    };
    Sprites& sprites(qreal ratio) const;
    QPixmap disc(Freshness freshness, int heading, double radius, qreal ratio) const;
    const QPixmap& clusterSprite(const PlacedMark& cluster, qreal ratio) const;
    QColor ring(Freshness freshness) const;
    void paintDisc(QPainter& painter, QPointF at, const Mark& mark, bool small = false) const;
    void paintCluster(QPainter& painter, const PlacedMark& cluster) const;
    void paintWords(QPainter& painter, QPointF at, const QString& words, bool strong,
                    Qt::LayoutDirection direction) const;
    void paintAlarm(QPainter& painter, QPointF at) const;
    bool isFanned(int mark) const;

    const Theme& m_theme;
    Words m_name, m_age;
    std::vector<Mark> m_marks;
    std::vector<int> m_fan;
    ClusterRule m_rule{kCell, -1, 2 * kRadius};
    mutable Sprites m_sprites;
};

} // namespace waydesk::ui
