// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's log: one JSON object per line {"t","level","where","message"}, redacted, 0600, turned over at 2 MiB with
// three kept. Takes over Qt's messages while it lives; any thread may log. Warnings go to the terminal too.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QMutex>

namespace waydesk::app {

class LogFile
{
public:
    explicit LogFile(QString path, qint64 turnAt = qint64{2} << 20);
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    void write(QtMsgType type, const char* category, const QString& message);
    QString path() const { return m_path; }

private:
    bool open();
    void turn();

    QString m_path;
    qint64 m_turnAt;
    QMutex m_mutex;
    QFile m_file;
    QtMessageHandler m_before = nullptr;
};

} // namespace waydesk::app
