// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's pictures of what happened to a parcel, and of its proof.
#pragma once

namespace waydesk::ui {
class Tour;
}

namespace waydesk::app {

class Desk;
void addProofScenes(ui::Tour& tour, Desk& desk);

} // namespace waydesk::app
