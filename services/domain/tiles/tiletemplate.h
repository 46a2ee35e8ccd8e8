// SPDX-License-Identifier: GPL-3.0-or-later
// The address of tiles with places for numbers: https://host/{z}/{x}/{y}.png, {s} for one of a, b, c, {-y} where rows
// are counted from the south. Plain http only to this computer and to private networks: what a depot looks at is
// nobody's business on the way. Pure.
#pragma once

#include "services/domain/tiles/tile.h"

#include <QString>
#include <QUrl>

namespace waydesk {

enum class TemplateFault { None, NotAnAddress, NoPlaces, PlainHttp };

TemplateFault checkTemplate(const QString& address);
QUrl tileUrl(const QString& address, const Tile& tile); // of one without a fault
QString templateHost(const QString& address);           // all of it that may be shown or logged

// Loopback, link-local and private numbers, and the names that are kept for such: localhost, .local, .internal,
// .home.arpa.
bool isPrivateHost(const QString& host);
// Twice at most, from https to https.
bool mayFollow(const QUrl& from, const QUrl& to, int followed);

} // namespace waydesk
