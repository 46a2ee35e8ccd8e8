// SPDX-License-Identifier: GPL-3.0-or-later
// "Main Warehouse → Erbil East" on one line. Each place keeps its own direction of writing while the line keeps the
// page's, so that the arrow always points from the first to the second; and where room is short the way back home is
// cut first, in its middle: where a waybill goes tells it from its neighbours.
#pragma once

#include <QFontMetrics>
#include <QString>

namespace waydesk::ui {

QString routeLine(const QString& route); // as models::routeText gives it
QString routeLine(const QString& route, const QFontMetrics& metrics, int room);

} // namespace waydesk::ui
