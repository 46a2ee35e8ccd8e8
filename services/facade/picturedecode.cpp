// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/picturedecode.h"

#include <QBuffer>
#include <QImageReader>
#include <array>

namespace waydesk::facade {

namespace {

constexpr qint64 kMostPixels = 120'000'000; // a bomb says more than any camera
constexpr int kMegabytes = 512;             // of one picture while it is read

struct Format
{
    const char* name;
    const char* suffix;
};
constexpr std::array kFormats{Format{"jpeg", "jpg"}, Format{"png", "png"}, Format{"webp", "webp"},
                              Format{"gif", "gif"}};

QByteArray formatOf(const QByteArray& bytes)
{
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return "jpeg";
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return "png";
    if (bytes.startsWith("GIF8"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "webp";
    return {};
}

} // namespace

QString pictureSuffix(const QByteArray& bytes)
{
    const QByteArray format = formatOf(bytes);
    for (const Format& known : kFormats) {
        if (format == known.name)
            return QString::fromLatin1(known.suffix);
    }
    return {};
}

QImage decodePicture(const QByteArray& bytes, int longestSide)
{
    const QByteArray format = formatOf(bytes); // by what it is, whatever it was called
    if (format.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QBuffer::ReadOnly);
    QImageReader::setAllocationLimit(kMegabytes);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || qint64{size.width()} * size.height() > kMostPixels)
        return {};
    if (std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

} // namespace waydesk::facade
