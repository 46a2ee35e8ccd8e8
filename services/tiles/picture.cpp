// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tiles/picture.h"

#include <QBuffer>
#include <QImageReader>

namespace waydesk::tiles {

namespace {

constexpr int kLeastSide = 16, kMostSide = 1024; // pixels

bool isPng(const QByteArray& bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n");
}

bool isSolid(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        if (!std::all_of(line, line + image.width(), [](QRgb pixel) { return qAlpha(pixel) == 255; }))
            return false;
    }
    return true;
}

} // namespace

bool looksLikeAPicture(const QByteArray& bytes)
{
    return bytes.size() <= kMostPictureBytes && (isPng(bytes) || bytes.startsWith("\xff\xd8\xff"));
}

QImage decoded(const QByteArray& bytes)
{
    if (!looksLikeAPicture(bytes))
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, isPng(bytes) ? "png" : "jpeg");
    const QSize size = reader.size();
    if (size.width() != size.height() || size.width() < kLeastSide || size.width() > kMostSide)
        return {};
    QImage image = reader.read();
    if (image.isNull())
        return {};
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB32);
    image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    if (isSolid(image))
        image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

} // namespace waydesk::tiles
