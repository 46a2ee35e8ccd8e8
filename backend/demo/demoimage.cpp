// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/demo/demoimage.h"

#include <QtEndian>
#include <array>
#include <cmath>

namespace waydesk::backend {

namespace {

constexpr int kScale = 2; // pixels of the drawing for one of the picture, each way

quint32 checksum(QByteArrayView bytes) // CRC-32 as PNG has it
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) ? 0xedb88320U ^ (value >> 1) : value >> 1;
            made[i] = value;
        }
        return made;
    }();
    quint32 sum = 0xffffffffU;
    for (const char byte : bytes)
        sum = table[(sum ^ static_cast<quint8>(byte)) & 0xffU] ^ (sum >> 8);
    return sum ^ 0xffffffffU;
}

void append(QByteArray& to, quint32 number)
{
    const quint32 big = qToBigEndian(number);
    to.append(reinterpret_cast<const char*>(&big), sizeof big);
}

void appendChunk(QByteArray& to, const QByteArray& name, const QByteArray& content)
{
    append(to, static_cast<quint32>(content.size()));
    const QByteArray named = name + content;
    to += named;
    append(to, checksum(named));
}

int rounded(double value)
{
    return static_cast<int>(std::lround(value));
}

} // namespace

DemoImage::DemoImage(int width, int height, Ink ground)
    : m_width(width * kScale)
    , m_height(height * kScale)
    , m_inks(static_cast<size_t>(m_width * m_height), ground)
{
}

void DemoImage::paint(int x, int y, Ink ink)
{
    if (x >= 0 && y >= 0 && x < m_width && y < m_height)
        m_inks[static_cast<size_t>(y * m_width + x)] = ink;
}

void DemoImage::fill(std::span<const Spot> corners, Ink ink)
{
    for (int y = 0; y < m_height; ++y) {
        const double at = (y + 0.5) / kScale;
        double left = m_width, right = -1;
        for (size_t i = 0; i < corners.size(); ++i) {
            const Spot& from = corners[i];
            const Spot& to = corners[(i + 1) % corners.size()];
            if ((from.y <= at) == (to.y <= at))
                continue;
            const double x = from.x + (to.x - from.x) * (at - from.y) / (to.y - from.y);
            left = std::min(left, x);
            right = std::max(right, x);
        }
        for (int x = rounded(left * kScale); x < rounded(right * kScale); ++x)
            paint(x, y, ink);
    }
}

void DemoImage::box(Spot topLeft, Spot bottomRight, Ink ink)
{
    for (int y = rounded(topLeft.y * kScale); y < rounded(bottomRight.y * kScale); ++y) {
        for (int x = rounded(topLeft.x * kScale); x < rounded(bottomRight.x * kScale); ++x)
            paint(x, y, ink);
    }
}

void DemoImage::disc(Spot centre, double radius, Ink ink)
{
    const int reach = static_cast<int>(std::ceil(radius * kScale));
    const int middleX = rounded(centre.x * kScale), middleY = rounded(centre.y * kScale);
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            if (x * x + y * y <= radius * radius * kScale * kScale)
                paint(middleX + x, middleY + y, ink);
        }
    }
}

void DemoImage::stroke(std::span<const Spot> line, double thickness, Ink ink)
{
    for (size_t i = 1; i < line.size(); ++i) {
        const double dx = line[i].x - line[i - 1].x, dy = line[i].y - line[i - 1].y;
        const int steps = std::max(1, rounded(std::hypot(dx, dy) * kScale));
        for (int step = 0; step <= steps; ++step) {
            const double part = static_cast<double>(step) / steps;
            disc({line[i - 1].x + dx * part, line[i - 1].y + dy * part}, thickness / 2, ink);
        }
    }
}

void DemoImage::fade(int fromRow, int toRow, Ink top, Ink bottom)
{
    const auto between = [](quint8 from, quint8 to, double part) {
        return static_cast<quint8>(rounded(from + (to - from) * part));
    };
    for (int row = fromRow; row < toRow; ++row) {
        const double part = static_cast<double>(row - fromRow) / (toRow - fromRow);
        const Ink ink{between(top.red, bottom.red, part), between(top.green, bottom.green, part),
                      between(top.blue, bottom.blue, part)};
        box({0, static_cast<double>(row)}, {static_cast<double>(m_width), row + 1.0}, ink);
    }
}

QByteArray DemoImage::smoothRows() const
{
    QByteArray rows;
    rows.reserve((m_width / kScale * 3 + 1) * (m_height / kScale));
    for (int y = 0; y < m_height; y += kScale) {
        rows.append('\0'); // no filter
        for (int x = 0; x < m_width; x += kScale) {
            int red = 0, green = 0, blue = 0;
            for (int part = 0; part < kScale * kScale; ++part) {
                const Ink& ink = m_inks[static_cast<size_t>((y + part / kScale) * m_width + x + part % kScale)];
                red += ink.red;
                green += ink.green;
                blue += ink.blue;
            }
            for (const int sum : {red, green, blue})
                rows.append(static_cast<char>(sum / (kScale * kScale)));
        }
    }
    return rows;
}

QByteArray DemoImage::png() const
{
    QByteArray head;
    append(head, static_cast<quint32>(m_width / kScale));
    append(head, static_cast<quint32>(m_height / kScale));
    head.append("\x08\x02\x00\x00\x00", 5); // 8 bits each of red, green and blue; deflated; not interlaced
    QByteArray bytes("\x89PNG\r\n\x1a\n", 8);
    appendChunk(bytes, "IHDR", head);
    appendChunk(bytes, "IDAT", qCompress(smoothRows(), 9).mid(4)); // without the length that Qt puts before it
    appendChunk(bytes, "IEND", {});
    return bytes;
}

} // namespace waydesk::backend
