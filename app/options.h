// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's command line, read strictly: an unknown word is an error, never ignored.
#pragma once

#include "services/domain/result.h"

#include <QStringList>
#include <QUrl>

namespace waydesk::app {

struct Options
{
    bool help = false, version = false;
    std::optional<QUrl> connect;
    QString dataDir;  // empty: the person's own
    QString language; // empty: as set, else as the system
    bool demo = false;
    std::optional<qint64> demoDeliveries;
    QString tour;                 // folder for the pictures
    bool exitWhenPainted = false; // for measuring a start
};

// Error::detail is a sentence for the person at the terminal.
Result<Options> readOptions(const QStringList& words);
QString usage();

} // namespace waydesk::app
