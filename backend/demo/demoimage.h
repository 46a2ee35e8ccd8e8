// SPDX-License-Identifier: GPL-3.0-or-later
// A small picture to draw on without Qt Gui: flat shapes at twice the size, made smooth when it is written as PNG.
// Places and sizes are in pixels of the finished picture.
#pragma once

#include <QByteArray>
#include <QList>
#include <span>
#include <vector>

namespace waydesk::backend {

struct Ink
{
    quint8 red = 0, green = 0, blue = 0;
};
struct Spot
{
    double x = 0, y = 0;
};

class DemoImage
{
public:
    DemoImage(int width, int height, Ink ground);

    void fill(std::span<const Spot> corners, Ink ink); // of a convex shape, in their order
    void box(Spot topLeft, Spot bottomRight, Ink ink);
    void disc(Spot centre, double radius, Ink ink);
    void stroke(std::span<const Spot> line, double thickness, Ink ink);
    void fade(int fromRow, int toRow, Ink top, Ink bottom); // rows of the whole width

    QByteArray png() const;

private:
    void paint(int x, int y, Ink ink); // of the drawing, outside of it nothing
    QByteArray smoothRows() const;     // as PNG filters them: each row begins with its filter

    int m_width, m_height; // of the drawing
    std::vector<Ink> m_inks;
};

} // namespace waydesk::backend
