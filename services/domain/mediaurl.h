// SPDX-License-Identifier: GPL-3.0-or-later
// Where the picture of a proof lies: at the depot's own server, which is asked with the session, or elsewhere, where
// nobody is asked before a person says so, and only over TLS. Pure functions.
#pragma once

#include <QByteArray>
#include <QUrl>

namespace waydesk {

enum class MediaHome {
    Own,       // a path of the server, or a whole address under it
    Elsewhere, // https at another host
    Refused    // anything else: it is not asked for
};

MediaHome mediaHome(const QString& url, const QUrl& server);
// The path and query under the server's base, percent-encoded; of MediaHome::Own alone.
QByteArray mediaTarget(const QString& url, const QUrl& server);

} // namespace waydesk
