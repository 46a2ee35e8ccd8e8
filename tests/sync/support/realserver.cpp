// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/support/realserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

RealServer::RealServer(int deliveries)
    : m_deliveries(deliveries)
{
}

RealServer::~RealServer()
{
    stop();
}

bool RealServer::start()
{
    const QString program = qEnvironmentVariable("WAYDESK_BIN") + u"/waydesk-backend"_s;
    const QString listen = u"127.0.0.1:"_s + QString::number(m_url.isEmpty() ? 0 : m_url.port());
    m_process.setStandardErrorFile(m_folder.filePath(u"server.log"_s));
    m_process.start(program, {u"--listen"_s, listen, u"--database"_s, u"sqlite:"_s + databaseFile(), u"--demo"_s,
                              u"--demo-deliveries"_s, QString::number(m_deliveries)});
    if (!m_process.waitForStarted(10000))
        return false;
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(60000))
            return false;
    }
    m_url = QUrl(QJsonDocument::fromJson(m_process.readLine()).object().value(u"listening"_s).toString());
    return m_url.isValid();
}

void RealServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(10000);
}

QVariant RealServer::cell(const QString& sql, const QVariantList& values) const
{
    const QString name = u"server-reader"_s;
    QVariant result;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        db.setDatabaseName(databaseFile());
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (db.open()) {
            QSqlQuery query(db);
            query.prepare(sql);
            for (const QVariant& value : values)
                query.addBindValue(value);
            if (query.exec() && query.next())
                result = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(name);
    return result;
}

} // namespace waydesk::test
