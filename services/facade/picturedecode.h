// SPDX-License-Identifier: GPL-3.0-or-later
// A picture from outside as pixels, within limits: only photographs' formats, no huge ones, and never larger than is
// asked for. Pure; the GUI thread's time for it is bounded by those limits.
#pragma once

#include <QByteArray>
#include <QImage>

namespace waydesk::ui {

inline constexpr int kLargestSide = 4096; // of what is shown; larger ones are scaled down as they are read

// Null: it is no picture that can be shown.
QImage decodePicture(const QByteArray& bytes, int longestSide = kLargestSide);
QString pictureSuffix(const QByteArray& bytes); // "jpg", "png"; empty for what is no picture

} // namespace waydesk::ui
