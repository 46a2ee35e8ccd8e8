// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's pictures of the map with tiles, from a file that the tour draws itself, and of their settings.
#pragma once

namespace waydesk::ui {
class Tour;
}

namespace waydesk::app {

class Desk;
void addTileScenes(ui::Tour& tour, Desk& desk);

} // namespace waydesk::app
