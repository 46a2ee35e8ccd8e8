// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's pictures of parcels: the table of all of them, and the chosen one.
#pragma once

namespace waydesk::ui {
class Tour;
}

namespace waydesk::app {

class Desk;
void addDeliveryScenes(ui::Tour& tour, Desk& desk);

} // namespace waydesk::app
