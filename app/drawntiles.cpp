// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawntiles.h"

#include "ui/map/mercator.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QRandomGenerator>
#include <cmath>
#include <sqlite3.h>

namespace waydesk::app {

namespace {

constexpr int kLeast = 10, kMost = 14, kSide = 256;
constexpr double kNorth = 36.32, kSouth = 36.06, kWest = 43.86, kEast = 44.18;
constexpr double kBlock = 1.0 / (1 << 18); // of the world: a block of houses

// Everything is told by where it lies in the world, so that it goes on from tile to tile and from level to level.
quint32 diceAt(int x, int y)
{
    quint32 n = static_cast<quint32>(x) * 374761393U + static_cast<quint32>(y) * 668265263U;
    n = (n ^ (n >> 13)) * 1274126177U;
    return n ^ (n >> 16);
}

void drawBlocks(QPainter& painter, const QRectF& world, double scale)
{
    painter.setPen(Qt::NoPen);
    const int left = static_cast<int>(std::floor(world.left() / kBlock)), top = static_cast<int>(world.top() / kBlock);
    const int right = static_cast<int>(std::ceil(world.right() / kBlock));
    const int bottom = static_cast<int>(std::ceil(world.bottom() / kBlock));
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const quint32 dice = diceAt(x / 3, y / 2);
            const QRectF block((x * kBlock - world.left()) * scale, (y * kBlock - world.top()) * scale, kBlock * scale,
                               kBlock * scale);
            painter.setBrush(dice % 11 == 0  ? QColor(205, 226, 186)
                             : dice % 5 == 0 ? QColor(228, 221, 210)
                                             : QColor(240, 235, 226));
            painter.drawRect(block.adjusted(0, 0, 0.6, 0.6));
        }
    }
}

void drawStreets(QPainter& painter, const QRectF& world, double scale, int level)
{
    const auto lines = [&](double every, double width, const QColor& ink) {
        painter.setPen(QPen(ink, width));
        for (double n = std::floor(world.left() / every); n * every <= world.right(); ++n) {
            const double x = (n * every - world.left()) * scale;
            painter.drawLine(QPointF(x, 0), QPointF(x, kSide));
        }
        for (double n = std::floor(world.top() / every); n * every <= world.bottom(); ++n) {
            const double y = (n * every - world.top()) * scale;
            painter.drawLine(QPointF(0, y), QPointF(kSide, y));
        }
    };
    if (level >= 13)
        lines(2 * kBlock, level - 11.5, QColor(255, 255, 255));
    lines(12 * kBlock, level - 8.5, QColor(253, 232, 178));
    // Ring roads around the middle of the town, as Erbil has them.
    const QPointF middle = ui::toWorld(36.1911, 44.0092);
    const QPointF at((middle.x() - world.left()) * scale, (middle.y() - world.top()) * scale);
    painter.setBrush(Qt::NoBrush);
    for (const double blocks : {6.0, 13.0, 24.0, 40.0}) {
        const double radius = blocks * kBlock * scale;
        painter.setPen(QPen(QColor(205, 140, 90), level - 7.0));
        painter.drawEllipse(at, radius, radius);
        painter.setPen(QPen(QColor(249, 196, 132), level - 8.5));
        painter.drawEllipse(at, radius, radius);
    }
}

QByteArray drawn(int level, int x, int y)
{
    const double side = 1.0 / (1 << level);
    const QRectF world(x * side, y * side, side, side);
    QImage image(kSide, kSide, QImage::Format_RGB32);
    image.fill(QColor(240, 235, 226));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBlocks(painter, world, kSide / side);
    drawStreets(painter, world, kSide / side, level);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png", 80);
    return buffer.data();
}

bool run(sqlite3* db, const char* sql)
{
    return sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool fill(sqlite3* db)
{
    sqlite3_stmt* insert = nullptr;
    if (sqlite3_prepare_v2(db, "INSERT INTO tiles VALUES (?, ?, ?, ?)", -1, &insert, nullptr) != SQLITE_OK)
        return false;
    bool good = true;
    for (int level = kLeast; level <= kMost; ++level) {
        const int across = 1 << level;
        const QPointF first = ui::toWorld(kNorth, kWest) * across, last = ui::toWorld(kSouth, kEast) * across;
        for (int y = static_cast<int>(first.y()); y <= static_cast<int>(last.y()); ++y) {
            for (int x = static_cast<int>(first.x()); x <= static_cast<int>(last.x()); ++x) {
                const QByteArray picture = drawn(level, x, y);
                sqlite3_bind_int(insert, 1, level);
                sqlite3_bind_int(insert, 2, x);
                sqlite3_bind_int(insert, 3, across - 1 - y);
                sqlite3_bind_blob(insert, 4, picture.constData(), static_cast<int>(picture.size()), SQLITE_STATIC);
                good = good && sqlite3_step(insert) == SQLITE_DONE;
                sqlite3_reset(insert);
            }
        }
    }
    sqlite3_finalize(insert);
    return good;
}

} // namespace

bool drawTiles(const QString& path)
{
    QFile::remove(path);
    sqlite3* db = nullptr;
    const bool good =
        sqlite3_open(path.toUtf8().constData(), &db) == SQLITE_OK &&
        run(db, "BEGIN; CREATE TABLE metadata (name TEXT, value TEXT);"
                "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
                "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);"
                "INSERT INTO metadata VALUES ('name', 'A drawn town'), ('format', 'png'), ('minzoom', '10'),"
                "('maxzoom', '14'), ('attribution', 'A drawn town, for the tour')") &&
        fill(db) && run(db, "COMMIT");
    sqlite3_close(db);
    return good;
}

} // namespace waydesk::app
