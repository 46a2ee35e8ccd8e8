// SPDX-License-Identifier: GPL-3.0-or-later
// The towns of the world by name, as the program carries them (resources/basemap), the most people first; and the layer
// that writes them on the map: the larger ones from afar, each where there is room. Immutable once read. The file's
// format is stated in resources/basemap/make_places.mjs; reading trusts nothing.
#pragma once

#include "services/domain/result.h"
#include "ui/map/layer.h"
#include "ui/theme/theme.h"

namespace waydesk::ui {

struct Town
{
    QPointF world;         // mercator.h
    QByteArray name;       // UTF-8
    quint32 thousands = 0; // of people
};

class Towns
{
public:
    static Result<Towns> read(const QByteArray& file);
    static Towns embedded(); // a broken one is a broken build and aborts

    const std::vector<Town>& all() const { return m_all; } // the most people first

private:
    std::vector<Town> m_all;
};

class TownLayer final : public MapLayer
{
public:
    TownLayer(const Theme& theme, const Towns& towns)
        : m_theme(theme)
        , m_towns(towns)
    {
    }
    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override
    {
        paintBeside(painter, camera, direction, {});
    }
    void paintBeside(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction,
                     std::span<const QRectF> tiles) const override; // tiles name their towns themselves
    // How many thousands of people a town has at least that is written at this zoom.
    static quint32 leastThousands(double zoom);

private:
    const Theme& m_theme;
    const Towns& m_towns;
};

} // namespace waydesk::ui
