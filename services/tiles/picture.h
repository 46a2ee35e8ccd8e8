// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a tile to what can be painted at once. Nothing is believed: what is neither PNG nor JPEG by its
// first bytes, larger than a tile may be, or cut off, is no picture. Pure; any thread but the window's.
#pragma once

#include <QImage>

namespace waydesk::tiles {

inline constexpr qint64 kMostPictureBytes = qint64{1} << 20;

bool looksLikeAPicture(const QByteArray& bytes);
// RGB32 where every pixel is solid, otherwise premultiplied; null: no picture.
QImage decoded(const QByteArray& bytes);

} // namespace waydesk::tiles
