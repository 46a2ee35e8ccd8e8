// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's pictures of what is done to trips: cancel, the trip builder, a better order.
#pragma once

namespace waydesk::ui {
class Tour;
}

namespace waydesk::app {

class Desk;
void addTripCommandScenes(ui::Tour& tour, Desk& desk);

} // namespace waydesk::app
