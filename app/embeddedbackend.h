// SPDX-License-Identifier: GPL-3.0-or-later
// The demo depot's server as a child process on loopback: started once, again when it dies (later each time), ended
// with the desk. Its standard input stays open for as long as the desk lives, so that it ends even when the desk is
// killed.
#pragma once

#include "ui/session/demodepot.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QTimer>
#include <chrono>
#include <memory>

class QProcess;

namespace waydesk::app {

struct BackendOptions
{
    QString program;                           // waydesk-backend
    QString folder;                            // its database lies here
    std::optional<qint64> deliveries;          // of the demo depot; the server's own number where none is given
    bool driversWork = false;                  // its drivers drive about, or stand where they were
    quint16 port = 0;                          // asked for first; 0: any free one
    std::chrono::milliseconds patience{30000}; // until it must have said where it listens
};

class EmbeddedBackend final : public ui::DemoDepot
{
    Q_OBJECT

public:
    explicit EmbeddedBackend(BackendOptions options, QObject* parent = nullptr);
    ~EmbeddedBackend() override; // ends the process, and waits for it

    void start() override;
    void stop();
    QUrl server() const { return m_server; } // empty while it does not run
    qint64 processId() const;
    static QString defaultProgram(); // beside this program
    static std::chrono::milliseconds pauseBefore(int attempt);

Q_SIGNALS:
    void restarted(const QUrl& server); // after it had died; perhaps on another port
    void died();

private:
    void launch();
    void read();
    void ended();
    void give(const QString& why);

    BackendOptions m_options;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_line;
    QUrl m_server;
    bool m_asked = false, m_wanted = false, m_ranBefore = false;
    int m_attempt = 0;
    QString m_lastWords;
    QElapsedTimer m_up;
    QTimer m_again, m_patience;
};

} // namespace waydesk::app
