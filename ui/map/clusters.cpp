// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/clusters.h"

#include "ui/map/mercator.h"

#include <algorithm>

namespace waydesk::ui {

namespace {

// Of one camera: from world to cell and to screen, with what is the same for all marks reckoned once.
class Grid
{
public:
    Grid(const Camera& camera, const ClusterRule& rule)
        : m_size(worldSize(camera.zoom()))
        , m_centre(camera.worldCentre())
        , m_middle(camera.viewport().width() / 2, camera.viewport().height() / 2)
        , m_reachX(m_middle.x() / m_size + rule.margin / m_size)
        , m_reachY(m_middle.y() / m_size + rule.margin / m_size)
        , m_perCell(rule.cell > 0 ? worldSize(std::round(camera.zoom())) / rule.cell : 0)
    {
        if (m_perCell <= 0)
            return;
        m_left = static_cast<qint64>(std::floor((m_centre.x() - m_reachX) * m_perCell));
        m_top = static_cast<qint64>(std::floor((m_centre.y() - m_reachY) * m_perCell));
        columns = static_cast<int>(static_cast<qint64>(std::floor((m_centre.x() + m_reachX) * m_perCell)) - m_left) + 1;
        rows = static_cast<int>(static_cast<qint64>(std::floor((m_centre.y() + m_reachY) * m_perCell)) - m_top) + 1;
    }
    // The copy nearest to the camera; false: out of sight.
    bool nearest(QPointF world, QPointF& copy) const
    {
        double dx = world.x() - m_centre.x();
        if (dx > 0.5)
            dx -= 1;
        else if (dx < -0.5)
            dx += 1;
        const double dy = world.y() - m_centre.y();
        copy = {m_centre.x() + dx, world.y()};
        return std::abs(dx) <= m_reachX && std::abs(dy) <= m_reachY;
    }
    QPointF screen(QPointF copy) const { return m_middle + (copy - m_centre) * m_size; }
    int cell(QPointF copy) const
    {
        const auto column = static_cast<int>(static_cast<qint64>(std::floor(copy.x() * m_perCell)) - m_left);
        const auto row = static_cast<int>(static_cast<qint64>(std::floor(copy.y() * m_perCell)) - m_top);
        return std::clamp(row, 0, rows - 1) * columns + std::clamp(column, 0, columns - 1);
    }
    int columns = 0, rows = 0;

private:
    double m_size;
    QPointF m_centre, m_middle;
    double m_reachX, m_reachY, m_perCell;
    qint64 m_left = 0, m_top = 0;
};

struct Sum
{
    double x = 0, y = 0; // of the copies
    int first = -1, count = 0;
    Freshness worst = Freshness::Fresh;
    bool alarmed = false;

    void add(QPointF copy, int index, const Mark& mark)
    {
        x += copy.x();
        y += copy.y();
        if (count++ == 0)
            first = index;
        worst = std::max(worst, mark.freshness);
        alarmed = alarmed || mark.alarmed;
    }
    void add(const Sum& other)
    {
        x += other.x;
        y += other.y;
        first = std::min(first, other.first);
        count += other.count;
        worst = std::max(worst, other.worst);
        alarmed = alarmed || other.alarmed;
    }
    QPointF middle() const { return {x / count, y / count}; }
};

struct Cells
{
    std::vector<Sum> sums;
    std::vector<int> home; // of each cell: the one that it was joined to, or itself

    int homeOf(int cell) const
    {
        while (home[static_cast<size_t>(cell)] != cell)
            cell = home[static_cast<size_t>(cell)];
        return cell;
    }
};

// Two clusters on either side of a line of the grid may lie on each other all the same: those are joined.
Cells gathered(std::span<const Mark> marks, const Grid& grid, const ClusterRule& rule)
{
    Cells cells;
    cells.sums.resize(static_cast<size_t>(grid.columns) * static_cast<size_t>(grid.rows));
    QPointF copy;
    for (size_t i = 0; i < marks.size(); ++i) {
        if (static_cast<int>(i) != rule.apart && grid.nearest(marks[i].world, copy))
            cells.sums[static_cast<size_t>(grid.cell(copy))].add(copy, static_cast<int>(i), marks[i]);
    }
    cells.home.resize(cells.sums.size());
    for (size_t i = 0; i < cells.home.size(); ++i)
        cells.home[i] = static_cast<int>(i);
    const double tooNear = rule.cell * 0.6;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const int here = row * grid.columns + column;
            if (cells.sums[static_cast<size_t>(here)].count == 0)
                continue;
            for (const auto& [right, down] : {std::pair{1, 0}, {-1, 1}, {0, 1}, {1, 1}}) {
                if (column + right < 0 || column + right >= grid.columns || row + down >= grid.rows)
                    continue;
                const int mine = cells.homeOf(here), theirs = cells.homeOf(here + down * grid.columns + right);
                Sum& a = cells.sums[static_cast<size_t>(mine)];
                Sum& b = cells.sums[static_cast<size_t>(theirs)];
                if (mine == theirs || b.count == 0)
                    continue;
                const QPointF off = grid.screen(a.middle()) - grid.screen(b.middle());
                if (std::hypot(off.x(), off.y()) >= tooNear)
                    continue;
                a.add(b);
                b = {};
                cells.home[static_cast<size_t>(theirs)] = mine;
            }
        }
    }
    return cells;
}

} // namespace

std::vector<PlacedMark> placeMarks(std::span<const Mark> marks, const Camera& camera, const ClusterRule& rule)
{
    const Grid grid(camera, rule);
    std::vector<PlacedMark> placed;
    QPointF copy;
    const auto single = [&](size_t i) {
        if (grid.nearest(marks[i].world, copy))
            placed.push_back({grid.screen(copy), static_cast<int>(i), 1, marks[i].freshness, marks[i].alarmed});
    };
    if (rule.cell <= 0) {
        placed.reserve(marks.size());
        for (size_t i = 0; i < marks.size(); ++i)
            single(i);
        return placed;
    }
    for (const Sum& sum : gathered(marks, grid, rule).sums) {
        if (sum.count > 0)
            placed.push_back({grid.screen(sum.middle()), sum.first, sum.count, sum.worst, sum.alarmed});
    }
    if (rule.apart >= 0 && static_cast<size_t>(rule.apart) < marks.size())
        single(static_cast<size_t>(rule.apart));
    return placed;
}

std::vector<int> membersOf(const PlacedMark& cluster, std::span<const Mark> marks, const Camera& camera,
                           const ClusterRule& rule)
{
    if (cluster.count <= 1 || rule.cell <= 0)
        return {cluster.first};
    const Grid grid(camera, rule);
    const Cells cells = gathered(marks, grid, rule);
    std::vector<int> members;
    QPointF copy;
    if (!grid.nearest(marks[static_cast<size_t>(cluster.first)].world, copy))
        return members;
    const int home = cells.homeOf(grid.cell(copy));
    for (size_t i = 0; i < marks.size(); ++i) {
        if (static_cast<int>(i) != rule.apart && grid.nearest(marks[i].world, copy) &&
            cells.homeOf(grid.cell(copy)) == home)
            members.push_back(static_cast<int>(i));
    }
    return members;
}

} // namespace waydesk::ui
