// SPDX-License-Identifier: GPL-3.0-or-later
// waydesk-backend with a small demo depot in a folder of its own, on a free loopback port. Ended by its id, at the
// latest with this object.
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace waydesk::test {

class RealServer
{
public:
    explicit RealServer(int deliveries = 200);
    ~RealServer();

    bool start(); // again: on the same port and file
    void stop();
    QUrl url() const { return m_url; }
    QString databaseFile() const { return m_folder.filePath(QStringLiteral("depot.db")); }
    // First cell of a query on the server's own file, read-only.
    QVariant cell(const QString& sql, const QVariantList& values = {}) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_url;
    int m_deliveries;
};

} // namespace waydesk::test
