// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's pictures of the parcel's form: a new one, and one that says what is wrong.
#pragma once

namespace waydesk::ui {
class Tour;
}

namespace waydesk::app {

class Desk;
void addFormScenes(ui::Tour& tour, Desk& desk);

} // namespace waydesk::app
