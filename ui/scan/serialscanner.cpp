// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/serialscanner.h"

#include <QSerialPort>
#include <QSerialPortInfo>

namespace waydesk::ui {

using namespace std::chrono_literals;

namespace {
constexpr qsizetype kMostBytes = 64 * 1024; // a line that never ends is noise
}

SerialScanner::SerialScanner(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &SerialScanner::flush);
    m_again.setSingleShot(true);
    m_again.setInterval(3s);
    connect(&m_again, &QTimer::timeout, this, &SerialScanner::open);
}

SerialScanner::~SerialScanner() = default;

void SerialScanner::usePort(const QString& name, int baud)
{
    if (name == m_name && baud == m_baud && m_state != State::Off)
        return;
    m_name = name;
    m_baud = baud;
    m_again.stop();
    delete std::exchange(m_port, nullptr);
    m_pending.clear();
    if (name.isEmpty()) {
        setState(State::Off);
        return;
    }
    open();
}

void SerialScanner::open()
{
    delete std::exchange(m_port, nullptr);
    m_port = new QSerialPort(m_name, this);
    m_port->setBaudRate(m_baud);
    connect(m_port, &QSerialPort::readyRead, this, [this] { take(m_port->readAll()); });
    connect(m_port, &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) {
        if (error == QSerialPort::NoError || error == QSerialPort::TimeoutError)
            return;
        setState(State::Away);
        m_again.start();
    });
    if (m_port->open(QIODevice::ReadOnly))
        setState(State::Open);
}

void SerialScanner::take(const QByteArray& bytes)
{
    for (const char byte : bytes) {
        if (byte == '\r' || byte == '\n' || byte == '\0' || byte == '\t')
            flush();
        else if (m_pending.size() < kMostBytes)
            m_pending.append(byte);
    }
    if (!m_pending.isEmpty())
        m_pause.start();
}

void SerialScanner::flush()
{
    m_pause.stop();
    const QByteArray raw = std::exchange(m_pending, {});
    if (!raw.isEmpty())
        Q_EMIT scanned(raw);
}

void SerialScanner::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

QStringList SerialScanner::availablePorts()
{
    QStringList names;
    for (const QSerialPortInfo& port : QSerialPortInfo::availablePorts())
        names.append(port.portName());
    return names;
}

} // namespace waydesk::ui
