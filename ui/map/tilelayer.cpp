// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/tilelayer.h"

#include <QPainter>
#include <cmath>

namespace waydesk::ui {

namespace {

constexpr int kMostUp = 5;    // levels: a pixel is then 32 wide
constexpr int kNothing = 100; // farther than anything
// Device pixels: a tile that is magnified beyond this is painted straight, what shows of it. A picture of all of it
// could be a gigabyte.
constexpr int kLargestScaled = 1024;
// Device pixels scaled well in one frame: the rest is painted coarsely for this one, and scaled in the next.
constexpr int kMostScaledPixels = 800'000;

// The half of a length that is cut into two, without a gap.
int cut(int length, int part)
{
    return part * length / 2;
}

QRectF logical(const QRect& device, double ratio)
{
    return {device.x() / ratio, device.y() / ratio, device.width() / ratio, device.height() / ratio};
}

} // namespace

TileLayer::TileLayer(facade::TileSource& source, QObject* parent)
    : QObject(parent)
    , m_source(source)
{
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &TileLayer::changed);
    connect(&source, &facade::TileSource::came, this, &TileLayer::changed);
    connect(&source, &facade::TileSource::changed, this, [this] {
        forget();
        Q_EMIT changed();
    });
}

void TileLayer::forget()
{
    m_scaled.clear();
    m_cells.clear();
    m_shown.clear();
    m_whole.clear();
    m_coversAll = m_isComplete = false;
}

bool TileLayer::addParent(const Tile& tile, QSize cell, Shown& shown)
{
    for (int up = 1; up <= kMostUp && up <= tile.z; ++up) {
        const QImage picture = m_source.picture(parentOf(tile, up));
        const int side = picture.width() >> up;
        if (side < 1)
            continue;
        const int mask = (1 << up) - 1;
        shown.pieces.push_back(
            {picture, QRect((tile.x & mask) * side, (tile.y & mask) * side, side, side), QRect(QPoint(0, 0), cell)});
        shown.missing = std::min(shown.missing, up);
        return true;
    }
    return false;
}

bool TileLayer::addChildren(const Tile& tile, QSize cell, Shown& shown)
{
    if (tile.z >= m_source.report().mostZoom)
        return false;
    int found = 0;
    for (int i = 0; i < 4; ++i) {
        const int dx = i % 2, dy = i / 2;
        const QImage picture = m_source.picture({tile.z + 1, 2 * tile.x + dx, 2 * tile.y + dy});
        if (picture.isNull())
            continue;
        const QRect to(QPoint(cut(cell.width(), dx), cut(cell.height(), dy)),
                       QPoint(cut(cell.width(), dx + 1) - 1, cut(cell.height(), dy + 1) - 1));
        shown.pieces.push_back({picture, picture.rect(), to});
        ++found;
    }
    if (found == 4)
        shown.missing = 1;
    return found == 4;
}

TileLayer::Shown TileLayer::find(const Tile& tile, QSize cell)
{
    Shown shown;
    if (const QImage own = m_source.picture(tile); !own.isNull()) {
        shown.pieces.push_back({own, own.rect(), QRect(QPoint(0, 0), cell)});
        return shown;
    }
    shown.missing = kNothing;
    if (addChildren(tile, cell, shown))
        return shown;
    // What there is of the children lies over the parent, so that nothing sharp goes while one zooms out.
    const std::vector<Piece> children = std::exchange(shown.pieces, {});
    addParent(tile, cell, shown);
    if (!children.empty())
        shown.missing = std::min(shown.missing, kNothing - static_cast<int>(children.size()));
    shown.pieces.insert(shown.pieces.end(), children.begin(), children.end());
    return shown;
}

bool TileLayer::covers(const Shown& shown, QSize cell)
{
    const auto isOpaque = [](const Piece& piece) { return !piece.picture.hasAlphaChannel(); };
    if (shown.pieces.empty())
        return false;
    if (shown.pieces.front().to == QRect(QPoint(0, 0), cell)) // itself, or a part of its parent
        return isOpaque(shown.pieces.front());
    return shown.pieces.size() == 4 && std::ranges::all_of(shown.pieces, isOpaque); // its children
}

void TileLayer::scale(const GridCell& cell, const Shown& shown)
{
    Scaled& scaled = m_scaled[cell.tile];
    scaled.missing = shown.missing;
    scaled.picture = {};
    if (shown.pieces.empty())
        return;
    const bool own = shown.missing == 0;
    scaled.isSolid = covers(shown, cell.device.size());
    ++m_timesScaled;
    if (own && m_look.shade.alpha() == 0 && shown.pieces.front().picture.size() == cell.device.size()) {
        scaled.picture = QPixmap::fromImage(shown.pieces.front().picture, Qt::NoFormatConversion);
        return;
    }
    QImage picture(cell.device.size(), scaled.isSolid ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (!scaled.isSolid)
        picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const Piece& piece : shown.pieces)
        painter.drawImage(piece.to, piece.picture, piece.from);
    if (m_look.shade.alpha() > 0) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
        painter.fillRect(picture.rect(), m_look.shade);
    }
    painter.end();
    scaled.picture = QPixmap::fromImage(std::move(picture), Qt::NoFormatConversion);
}

void TileLayer::prepare(const Camera& camera, const Look& look)
{
    const TileReport& report = m_source.report();
    const std::optional<int> level =
        report.isOn ? tileLevel(camera.zoom(), report.leastZoom, report.mostZoom) : std::nullopt;
    m_whole.clear();
    m_shown.clear();
    m_coversAll = false;
    m_cells = level ? tileGrid(camera, *level, look.ratio) : std::vector<GridCell>();
    m_shown.resize(m_cells.size());
    if (m_look != look || m_zoom != camera.zoom())
        m_scaled.clear();
    m_isDirect = look.zooming || (!m_cells.empty() && m_cells.front().device.width() > kLargestScaled);
    m_look = look;
    m_zoom = camera.zoom();
    m_coversAll = m_isComplete = !m_cells.empty();
    int bottom = 0; // the world may end inside the view
    QList<Tile> missing;
    std::unordered_map<Tile, Scaled, CellHash> kept;
    int scaledPixels = 0;
    for (size_t i = 0; i < m_cells.size(); ++i) {
        const GridCell& cell = m_cells[i];
        const auto held = m_scaled.find(cell.tile);
        bool isStraight = m_isDirect;
        const bool stays = !m_isDirect && held != m_scaled.end() && held->second.missing == 0;
        if (stays) {
            m_whole.push_back(logical(cell.device, look.ratio));
            m_coversAll = m_coversAll && held->second.isSolid;
        } else {
            Shown shown = find(cell.tile, cell.device.size());
            if (shown.missing == 0)
                m_whole.push_back(logical(cell.device, look.ratio));
            else if (!missing.contains(cell.tile))
                missing.append(cell.tile);
            m_coversAll = m_coversAll && covers(shown, cell.device.size());
            m_isComplete = m_isComplete && shown.missing == 0;
            const bool isStale = held == m_scaled.end() || held->second.missing != shown.missing;
            if (m_isDirect || (isStale && scaledPixels > kMostScaledPixels)) {
                isStraight = true;
                m_shown[i] = std::move(shown);
            } else if (isStale) {
                scale(cell, shown);
                if (!m_scaled[cell.tile].picture.isNull())
                    scaledPixels += cell.device.width() * cell.device.height();
            }
        }
        if (!isStraight)
            kept[cell.tile] = m_scaled[cell.tile];
        bottom = std::max(bottom, cell.device.bottom());
    }
    m_scaled = std::move(kept);
    if (scaledPixels > kMostScaledPixels)
        m_more.start();
    const double height = camera.viewport().height() * look.ratio;
    m_coversAll =
        m_coversAll && !m_cells.empty() && bottom + 1 >= height && camera.toScreen({0, 0}).y() * look.ratio <= 0.5;
    m_source.want(this, missing);
}

void TileLayer::paint(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_isDirect && !m_look.zooming);
    for (size_t i = 0; i < m_cells.size(); ++i) {
        const GridCell& cell = m_cells[i];
        const QRectF at = logical(cell.device, m_look.ratio);
        if (m_shown[i].pieces.empty()) {
            const auto scaled = m_scaled.find(cell.tile);
            if (scaled != m_scaled.end() && !scaled->second.picture.isNull())
                painter.drawPixmap(at, scaled->second.picture, QRectF(scaled->second.picture.rect()));
            continue;
        }
        for (const Piece& piece : m_shown[i].pieces) {
            const QRectF to = logical(piece.to.translated(cell.device.topLeft()), m_look.ratio);
            painter.drawImage(to, piece.picture, QRectF(piece.from));
        }
        if (m_look.shade.alpha() > 0 && !m_shown[i].pieces.empty())
            painter.fillRect(at, m_look.shade);
    }
    painter.restore();
}

} // namespace waydesk::ui
