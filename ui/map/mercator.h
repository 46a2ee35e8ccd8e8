// SPDX-License-Identifier: GPL-3.0-or-later
// The projection of every web map (spherical Mercator, EPSG:3857) as plain functions. World coordinates run from 0 to
// 1: x eastwards from longitude -180, y southwards from latitude 85.0511 to -85.0511, so that at zoom z the world is
// 256 * 2^z logical pixels wide and high, and the tile (z, x, y) is the xth and yth of 2^z by 2^z equal squares.
#pragma once

#include <QGeoCoordinate>
#include <QPointF>

namespace waydesk::ui {

inline constexpr double kTileSize = 256;                 // logical pixels
inline constexpr double kMaxLatitude = 85.0511287798066; // atan(sinh(pi)): where the square world ends

// The coordinate must be valid. Latitudes beyond kMaxLatitude are put on the world's edge; x is in [0, 1].
QPointF toWorld(const QGeoCoordinate& place);
QPointF toWorld(double latitude, double longitude);
// Any x, taken around the world; y is clamped to [0, 1]. The longitude is in [-180, 180).
QGeoCoordinate fromWorld(QPointF world);

double worldSize(double zoom);                       // logical pixels across
double metresPerPixel(double latitude, double zoom); // of ground, one logical pixel wide
double wrapped(double x);                            // into [0, 1)
double nearestCopy(double x, double to);             // x plus the whole number that brings it closest to `to`

} // namespace waydesk::ui
