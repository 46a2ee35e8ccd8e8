// SPDX-License-Identifier: GPL-3.0-or-later
// The tour: every screen with the demo depot, a picture of each into a folder. 0 when all could be shown.
#pragma once

#include <QString>

class QApplication;

namespace waydesk::app {

class Desk;
int runTour(QApplication& app, Desk& desk, const QString& folder);

} // namespace waydesk::app
