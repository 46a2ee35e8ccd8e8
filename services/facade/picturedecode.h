// SPDX-License-Identifier: GPL-3.0-or-later
// A picture from outside as pixels, within limits: only photographs' formats, no huge ones, and never larger than is
// asked for. Pure; on the thread of the pictures (docs/adr/0013).
#pragma once

#include <QByteArray>
#include <QImage>

namespace waydesk::facade {

inline constexpr int kLargestSide = 4096; // of what is shown; larger ones are scaled down as they are read

// Null: it is no picture that can be shown.
QImage decodePicture(const QByteArray& bytes, int longestSide = kLargestSide);
QString pictureSuffix(const QByteArray& bytes); // "jpg", "png"; empty for what is no picture

} // namespace waydesk::facade
