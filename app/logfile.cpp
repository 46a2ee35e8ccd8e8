// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfile.h"

#include "app/redaction.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <atomic>
#include <cstdio>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kKept = 3;
// Qt's message handler is a plain function: it needs to know where to write. Set and cleared by the one LogFile.
std::atomic<LogFile*> s_open{nullptr};

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (LogFile* log = s_open.load())
        log->write(type, context.category, message);
}

QString word(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return {};
}
} // namespace

LogFile::LogFile(QString path, qint64 turnAt)
    : m_path(std::move(path))
    , m_turnAt(turnAt)
{
    open();
    s_open = this;
    m_before = qInstallMessageHandler(handle);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(m_before);
    s_open = nullptr;
}

bool LogFile::open()
{
    m_file.setFileName(m_path);
    return m_file.open(QIODevice::WriteOnly | QIODevice::Append) &&
           m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void LogFile::turn()
{
    m_file.close();
    QFile::remove(u"%1.%2"_s.arg(m_path).arg(kKept));
    for (int i = kKept - 1; i >= 1; --i)
        QFile::rename(u"%1.%2"_s.arg(m_path).arg(i), u"%1.%2"_s.arg(m_path).arg(i + 1));
    QFile::rename(m_path, m_path + u".1"_s);
    open();
}

void LogFile::write(QtMsgType type, const char* category, const QString& message)
{
    const QString clean = redacted(message);
    const QJsonObject line{{u"t"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                           {u"level"_s, word(type)},
                           {u"where"_s, QString::fromLatin1(category ? category : "")},
                           {u"message"_s, clean}};
    const QMutexLocker lock(&m_mutex);
    if (m_file.isOpen()) {
        m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        m_file.flush();
        if (m_file.size() >= m_turnAt)
            turn();
    }
    if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "waydesk: %s\n", qUtf8Printable(clean));
}

} // namespace waydesk::app
