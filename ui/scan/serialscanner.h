// SPDX-License-Identifier: GPL-3.0-or-later
// A scanner on a serial port: codes end with CR, LF or NUL, or after a pause. Opens the port of the settings and looks
// for it again every few seconds while it is away; what is wrong is told as a state, never as a box.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

class QSerialPort;

namespace waydesk::ui {

class SerialScanner : public QObject
{
    Q_OBJECT

public:
    enum class State { Off, Open, Away };

    explicit SerialScanner(QObject* parent = nullptr);
    ~SerialScanner() override;

    void usePort(const QString& name, int baud); // empty name: off
    State state() const { return m_state; }
    QString portName() const { return m_name; }
    // The line logic by itself: bytes in, whole codes out through scanned().
    void take(const QByteArray& bytes);

    static QStringList availablePorts();

Q_SIGNALS:
    void scanned(const QByteArray& raw);
    void stateChanged();

private:
    void open();
    void setState(State state);
    void flush();

    QString m_name;
    int m_baud = 9600;
    State m_state = State::Off;
    QSerialPort* m_port = nullptr;
    QByteArray m_pending;
    QTimer m_pause, m_again;
};

} // namespace waydesk::ui
