// SPDX-License-Identifier: GPL-3.0-or-later
// An MBTiles file of a town that does not exist, around Erbil, for the tour: no tile of anybody's is carried along.
#pragma once

#include <QString>

namespace waydesk::app {

bool drawTiles(const QString& path); // a few hundred tiles of levels 10 to 14

} // namespace waydesk::app
