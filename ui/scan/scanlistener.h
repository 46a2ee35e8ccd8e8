// SPDX-License-Identifier: GPL-3.0-or-later
// Hears a keyboard-wedge scanner whatever has the focus, while it listens: an event filter on the application over the
// pure KeyWedge. Keys that were typed after all are handed on in order, to the widget that had the focus, or to the
// fallback (the code field) when that one takes no text. Nothing is heard over a dialog or a menu.
#pragma once

#include "services/domain/scan/keywedge.h"

#include <QElapsedTimer>
#include <QHash>
#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>

class QWidget;

namespace waydesk::ui {

class ScanListener : public QObject
{
    Q_OBJECT

public:
    explicit ScanListener(QWidget& fallback, QObject* parent = nullptr);
    ~ScanListener() override;

    void setSettings(const scan::WedgeSettings& settings);
    void setListening(bool on); // what is held is given back when it ends
    bool isListening() const { return m_listening; }

Q_SIGNALS:
    void scanned(const QString& raw);
    // Every key heard, for "learn my scanner"; only while somebody listens to it.
    void heard(const waydesk::scan::WedgeKey& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Held
    {
        QPointer<QWidget> to;
        int key;
        Qt::KeyboardModifiers modifiers;
        QString text;
    };
    bool hears(QObject* watched) const;
    bool take(QKeyEvent& event, QWidget& to);
    void act(const scan::WedgeOutcome& outcome);
    void handOn(const Held& held);
    void schedule();

    QWidget& m_fallback;
    scan::KeyWedge m_wedge;
    QHash<quint64, Held> m_held;
    quint64 m_nextTag = 1, m_fed = 0;
    bool m_listening = false, m_handingOn = false;
    QElapsedTimer m_clock;
    QTimer m_pause;
};

// The key as the classifier wants it.
scan::WedgeKey wedgeKey(const QKeyEvent& event, std::chrono::milliseconds at);

} // namespace waydesk::ui
