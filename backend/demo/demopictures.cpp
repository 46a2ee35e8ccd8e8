// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/demo/demopictures.h"

#include "backend/demo/demoimage.h"

#include <cmath>
#include <numbers>

namespace waydesk::backend {

namespace {

constexpr int kWidth = 320, kHeight = 240;
constexpr Ink kCardboard{196, 154, 108}, kCardboardDark{158, 118, 76}, kCardboardLight{216, 178, 134};
constexpr Ink kTape{232, 214, 178}, kLabel{250, 250, 246}, kPrint{48, 48, 52};

struct BoxPlace
{
    double x, y, width, height, depth; // of its front: left, top
};

void label(DemoImage& image, const BoxPlace& box, DemoChance& chance)
{
    const double left = box.x + box.width * 0.1, top = box.y + box.height * 0.3;
    const double width = box.width * 0.42, height = box.height * 0.52;
    image.box({left, top}, {left + width, top + height}, kLabel);
    double x = left + width * 0.08;
    while (x < left + width * 0.9) { // bars
        const double bar = 0.5 + static_cast<double>(chance.below(4)) * 0.5;
        image.box({x, top + height * 0.1}, {std::min(x + bar, left + width * 0.92), top + height * 0.5}, kPrint);
        x += bar + 0.5 + static_cast<double>(chance.below(3)) * 0.5;
    }
    for (const double row : {0.62, 0.76})
        image.box({left + width * 0.08, top + height * row},
                  {left + width * (0.5 + chance.unit() * 0.4), top + height * (row + 0.06)}, kPrint);
}

void box(DemoImage& image, const BoxPlace& at, DemoChance& chance)
{
    const double right = at.x + at.width, bottom = at.y + at.height, lean = at.depth * 0.6;
    const Spot top[] = {{at.x, at.y}, {at.x + lean, at.y - at.depth}, {right + lean, at.y - at.depth}, {right, at.y}};
    const Spot side[] = {
        {right, at.y}, {right + lean, at.y - at.depth}, {right + lean, bottom - at.depth}, {right, bottom}};
    image.fill(top, kCardboardLight);
    image.fill(side, kCardboardDark);
    image.box({at.x, at.y}, {right, bottom}, kCardboard);
    const double middle = at.x + at.width * 0.7, half = at.width * 0.05;
    const Spot tape[] = {{middle - half, at.y},
                         {middle - half + lean, at.y - at.depth},
                         {middle + half + lean, at.y - at.depth},
                         {middle + half, at.y}};
    image.fill(tape, kTape);
    image.box({middle - half, at.y}, {middle + half, at.y + at.height * 0.3}, kTape);
    label(image, at, chance);
}

} // namespace

// Loops that lean and drift to the right, and a line beneath them.
QByteArray drawnSignature(DemoChance& chance)
{
    DemoImage image(300, 120, {255, 255, 255});
    constexpr Ink kPen{24, 34, 92};
    std::vector<Spot> line;
    const double loops = 4 + static_cast<double>(chance.below(4)), slow = 0.6 + chance.unit();
    const double tall = 16 + chance.unit() * 14, wide = 13 + chance.unit() * 9, start = chance.unit() * 6;
    constexpr int kSteps = 240;
    for (int step = 0; step <= kSteps; ++step) {
        const double part = static_cast<double>(step) / kSteps, turn = start + part * loops * 2 * std::numbers::pi;
        const double swell = 0.65 + 0.35 * std::sin(slow * turn + start);
        line.push_back({34 + part * 215 + wide * std::cos(turn), 58 - tall * swell * std::sin(turn) - 10 * part});
    }
    image.stroke(line, 2.2, kPen);
    const double fall = chance.unit() * 12 - 6;
    const Spot under[] = {{40, 98}, {150, 95 + fall * 0.3}, {262, 92 + fall}};
    image.stroke(under, 1.6, kPen);
    return image.png();
}

QByteArray drawnDoorstep(DemoChance& chance)
{
    constexpr Ink kWalls[] = {{222, 206, 178}, {206, 212, 214}, {226, 190, 160}, {196, 206, 184}};
    constexpr Ink kDoors[] = {{120, 72, 44}, {44, 84, 110}, {60, 92, 66}, {130, 44, 46}};
    const Ink wall = chance.pick(std::span(kWalls)), door = chance.pick(std::span(kDoors));
    DemoImage image(kWidth, kHeight, wall);
    const auto darker = [](Ink ink, int by) {
        const auto less = [by](quint8 value) { return static_cast<quint8>(std::max(0, value - by)); };
        return Ink{less(ink.red), less(ink.green), less(ink.blue)};
    };
    image.fade(0, 176, wall, darker(wall, 34));
    for (int row = 0; row < 176; row += 22) // courses of stone
        image.box({0, static_cast<double>(row)}, {kWidth, row + 1.0}, darker(wall, 44));
    image.fade(176, kHeight, {170, 166, 158}, {128, 124, 118});
    const double left = 110 + static_cast<double>(chance.below(50));
    image.box({left - 8, 22}, {left + 104, 178}, {238, 234, 226});
    image.box({left, 30}, {left + 96, 178}, door);
    for (const double top : {42.0, 110.0}) {
        image.box({left + 12, top}, {left + 42, top + 54}, darker(door, 24));
        image.box({left + 54, top}, {left + 84, top + 54}, darker(door, 24));
    }
    image.disc({left + 88, 106}, 4, {214, 180, 90});
    image.box({left - 24, 178}, {left + 120, 194}, {192, 188, 180}); // the step
    image.box({left - 24, 190}, {left + 120, 194}, {140, 136, 130});
    image.box({left + 6, 182}, {left + 90, 190}, {92, 66, 52}); // the mat
    const double size = 44 + static_cast<double>(chance.below(26));
    box(image, {left - 66 + static_cast<double>(chance.below(30)), 216 - size, size * 1.3, size, 16}, chance);
    return image.png();
}

QByteArray drawnParcel(DemoChance& chance)
{
    DemoImage image(kWidth, kHeight, {120, 124, 132});
    image.fade(0, 110, {150, 156, 166}, {176, 180, 186});
    image.fade(110, kHeight, {134, 112, 92}, {104, 84, 66}); // the floor of a van
    const double width = 120 + static_cast<double>(chance.below(50)),
                 height = 80 + static_cast<double>(chance.below(36));
    const Spot shadow[] = {{70, 206}, {96 + width, 206}, {136 + width, 176}, {110, 176}};
    image.fill(shadow, {78, 62, 50});
    box(image, {80, 204 - height, width, height, 38}, chance);
    return image.png();
}

} // namespace waydesk::backend
