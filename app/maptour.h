// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's pictures of the Map page.
#pragma once

namespace waydesk::ui {
class Tour;
}

namespace waydesk::app {

class Desk;
void addMapScenes(ui::Tour& tour, Desk& desk);

} // namespace waydesk::app
