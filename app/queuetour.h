// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's pictures of the queues of returns and of exceptions, and of a trip's returns.
#pragma once

namespace waydesk::ui {
class Tour;
}

namespace waydesk::app {

class Desk;

void addQueueScenes(ui::Tour& tour, Desk& desk);

} // namespace waydesk::app
