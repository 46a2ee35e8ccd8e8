// SPDX-License-Identifier: GPL-3.0-or-later
// Where the kill and proxy tests keep their files: in memory, where the system offers that. A killed process leaves the
// same bytes there as on a disk, and how long a busy disk takes to sync is not what these tests measure.
#pragma once

#include <QDir>
#include <QFileInfo>

namespace waydesk::test {

// For QTemporaryDir, which puts letters of its own for the six X.
inline QString scratchTemplate()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    const QString where = memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath();
    return where + QStringLiteral("/waydesk-XXXXXX");
}

} // namespace waydesk::test
