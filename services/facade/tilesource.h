// SPDX-License-Identifier: GPL-3.0-or-later
// What a map may ask for its tiles: the picture, if it is at hand, and to be told when more have come. Never waits and
// reads nothing: everything that takes time happens elsewhere. GUI thread.
#pragma once

#include "services/domain/tiles/tile.h"
#include "services/domain/tiles/tilechoice.h"

#include <QImage>
#include <QObject>

namespace waydesk::facade {

class TileSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual const TileReport& report() const = 0;
    virtual QImage picture(const Tile& tile) = 0; // null: not at hand
    // What this viewer misses, the most wanted first; replaces what it missed before. Whoever goes wants nothing more.
    virtual void want(const QObject* viewer, const QList<Tile>& tiles) = 0;

Q_SIGNALS:
    void came();    // pictures that were wanted
    void changed(); // other tiles than before, or none
    void told();    // the report
};

} // namespace waydesk::facade
