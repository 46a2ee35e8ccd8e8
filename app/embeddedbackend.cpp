// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/embeddedbackend.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QProcess>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcBackend, "waydesk.backend")

namespace {
constexpr qsizetype kLongestLine = 4096;
constexpr int kFirstAttempts = 3; // without ever having listened: then it is given up and said
} // namespace

EmbeddedBackend::EmbeddedBackend(BackendOptions options, QObject* parent)
    : DemoDepot(parent)
    , m_options(std::move(options))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &EmbeddedBackend::launch);
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_options.patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        qCWarning(lcBackend, "the demo depot's server did not say in time where it listens");
        if (m_process)
            m_process->kill();
    });
}

EmbeddedBackend::~EmbeddedBackend()
{
    stop();
}

QString EmbeddedBackend::defaultProgram()
{
    return QCoreApplication::applicationDirPath() + u"/waydesk-backend"_s;
}

std::chrono::milliseconds EmbeddedBackend::pauseBefore(int attempt)
{
    return std::min<std::chrono::milliseconds>(250ms * (1 << std::min(attempt, 6)), 10s);
}

qint64 EmbeddedBackend::processId() const
{
    return m_process ? m_process->processId() : 0;
}

void EmbeddedBackend::start()
{
    m_wanted = true;
    if (!m_server.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT ready(m_server); }, Qt::QueuedConnection);
        return;
    }
    m_asked = true;
    if (!m_process && !m_again.isActive())
        launch();
}

void EmbeddedBackend::launch()
{
    if (!QFileInfo(m_options.program).isExecutable()) {
        give(tr("%1 is not there.").arg(QDir::toNativeSeparators(m_options.program)));
        return;
    }
    QDir().mkpath(m_options.folder);
    m_line.clear();
    m_process = std::make_unique<QProcess>();
    QStringList arguments{u"--listen"_s,   u"127.0.0.1:%1"_s.arg(m_options.port),
                          u"--database"_s, u"sqlite:%1/depot.db"_s.arg(m_options.folder),
                          u"--demo"_s,     u"--stop-with-stdin"_s};
    if (m_options.deliveries)
        arguments << u"--demo-deliveries"_s << QString::number(*m_options.deliveries);
    if (m_options.driversWork)
        arguments << u"--simulate-drivers"_s << u"2"_s;
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &EmbeddedBackend::read);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, [this] {
        const QList<QByteArray> lines = m_process->readAllStandardError().split('\n');
        for (const QByteArray& line : lines) {
            if (line.trimmed().isEmpty())
                continue;
            m_lastWords = QString::fromUtf8(line.left(kLongestLine)).trimmed();
            qCInfo(lcBackend, "%s", line.left(kLongestLine).constData());
        }
    });
    connect(m_process.get(), &QProcess::finished, this, &EmbeddedBackend::ended);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended();
    });
    m_patience.start();
    m_process->start(m_options.program, arguments);
}

void EmbeddedBackend::read()
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    if (!m_server.isEmpty())
        return;
    m_line += bytes;
    const qsizetype end = m_line.indexOf('\n');
    if (end < 0) {
        if (m_line.size() > kLongestLine)
            m_process->kill();
        return;
    }
    const QUrl said(QJsonDocument::fromJson(m_line.left(end)).object()["listening"_L1].toString());
    if (!said.isValid() || said.host() != u"127.0.0.1") {
        qCWarning(lcBackend, "the demo depot's server said something else than where it listens");
        m_process->kill();
        return;
    }
    m_patience.stop();
    m_server = said;
    m_options.port = static_cast<quint16>(said.port(0));
    m_up.start();
    if (std::exchange(m_asked, false))
        Q_EMIT ready(m_server);
    else if (m_ranBefore)
        Q_EMIT restarted(m_server);
    m_ranBefore = true;
}

void EmbeddedBackend::ended()
{
    m_patience.stop();
    const bool listened = !m_server.isEmpty();
    m_server.clear();
    m_process.release()->deleteLater(); // we stand in its own signal
    if (!m_wanted)
        return;
    if (listened) {
        Q_EMIT died();
        if (m_up.hasExpired(30'000))
            m_attempt = 0;
    } else if (m_options.port != 0) {
        m_options.port = 0; // somebody else has it by now
    } else if (!m_ranBefore && m_attempt + 1 >= kFirstAttempts) {
        give(m_lastWords);
        return;
    }
    qCWarning(lcBackend, "the demo depot's server ended; it is started again");
    m_again.start(pauseBefore(m_attempt++));
}

void EmbeddedBackend::give(const QString& why)
{
    m_attempt = 0;
    m_wanted = false;
    if (std::exchange(m_asked, false))
        Q_EMIT failed(why);
}

void EmbeddedBackend::stop()
{
    m_wanted = false;
    m_again.stop();
    m_patience.stop();
    m_server.clear();
    if (!m_process)
        return;
    disconnect(m_process.get(), nullptr, this, nullptr);
    m_process->closeWriteChannel();
    if (!m_process->waitForFinished(2000)) {
        m_process->terminate();
        if (!m_process->waitForFinished(1000)) {
            m_process->kill();
            m_process->waitForFinished(1000);
        }
    }
    m_process.reset();
}

} // namespace waydesk::app
