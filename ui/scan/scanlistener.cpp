// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scanlistener.h"

#include "ui/window/overlay.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace waydesk::ui {

using namespace std::chrono_literals;

namespace {
bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock;
}

bool takesText(const QWidget* widget)
{
    return widget && widget->isEnabled() && widget->testAttribute(Qt::WA_InputMethodEnabled);
}
} // namespace

scan::WedgeKey wedgeKey(const QKeyEvent& event, std::chrono::milliseconds at)
{
    scan::WedgeKey key{at, scan::WedgeKey::Kind::Other, event.text(), event.isAutoRepeat()};
    const Qt::KeyboardModifiers strong = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && !(event.modifiers() & ~Qt::KeypadModifier))
        key.kind = scan::WedgeKey::Kind::Return;
    else if (event.key() == Qt::Key_Tab && !event.modifiers())
        key.kind = scan::WedgeKey::Kind::Tab;
    // Separators come as Ctrl with a bracket; AltGr letters (Ctrl+Alt on some systems) come with their text.
    else if (!key.text.isEmpty() && event.key() != Qt::Key_Backspace && event.key() != Qt::Key_Delete &&
             event.key() != Qt::Key_Escape && event.key() != Qt::Key_Backtab &&
             (!strong || key.text.front().unicode() >= 0x1C))
        key.kind = scan::WedgeKey::Kind::Text;
    return key;
}

ScanListener::ScanListener(QWidget& fallback, QObject* parent)
    : QObject(parent)
    , m_fallback(fallback)
{
    m_clock.start();
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        // After a stall of this thread, keys that were in time may still stand in the queue: let them in first.
        QTimer::singleShot(0, this, [this, fed = m_fed] {
            if (fed == m_fed)
                act(m_wedge.paused());
        });
    });
}

ScanListener::~ScanListener()
{
    if (m_listening)
        qApp->removeEventFilter(this);
}

void ScanListener::setSettings(const scan::WedgeSettings& settings)
{
    act(m_wedge.setSettings(settings));
}

void ScanListener::setListening(bool on)
{
    if (std::exchange(m_listening, on) == on)
        return;
    if (on) {
        qApp->installEventFilter(this);
    } else {
        qApp->removeEventFilter(this);
        act(m_wedge.release());
    }
}

bool ScanListener::hears(QObject* watched) const
{
    if (m_handingOn || !watched->isWidgetType() || QApplication::activeModalWidget() ||
        QApplication::activePopupWidget())
        return false;
    const auto* widget = static_cast<QWidget*>(watched);
    if (widget->window() != m_fallback.window())
        return false;
    for (const QWidget* up = widget; up; up = up->parentWidget()) {
        if (qobject_cast<const Overlay*>(up)) // a question, the palette: they have the floor
            return false;
    }
    // An ignored key is offered to the parents in turn; only the first offer counts.
    const QWidget* focus = widget->window()->focusWidget();
    return focus ? widget == focus : widget->isWindow();
}

bool ScanListener::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) || !hears(watched))
        return false;
    auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::KeyPress)
        return take(*key, *static_cast<QWidget*>(watched));
    // A single letter that is somebody's shortcut would be gone before it arrives here as a key.
    const scan::WedgeKey meant = wedgeKey(*key, 0ms);
    const bool mayBeScan = meant.kind == scan::WedgeKey::Kind::Text &&
                           (meant.text.front().unicode() >= 0x20 || m_wedge.deadline().has_value());
    if (mayBeScan)
        event->accept();
    return mayBeScan;
}

bool ScanListener::take(QKeyEvent& event, QWidget& to)
{
    if (isModifier(event.key()))
        return false;
    // The window system's own time: pauses stay true even when this thread was busy.
    const auto at =
        event.timestamp() ? std::chrono::milliseconds(event.timestamp()) : std::chrono::milliseconds(m_clock.elapsed());
    scan::WedgeKey key = wedgeKey(event, at);
    Q_EMIT heard(key);
    key.tag = m_nextTag++;
    ++m_fed;
    const Held held{&to, event.key(), event.modifiers(), event.text()};
    const scan::WedgeOutcome outcome = m_wedge.feed(key);
    if (outcome.held)
        m_held.insert(key.tag, held);
    act(outcome);
    if (outcome.held)
        return true;
    if (!takesText(&to) && key.kind == scan::WedgeKey::Kind::Text && key.text.front().unicode() >= 0x20) {
        handOn(held);
        return true;
    }
    return false;
}

void ScanListener::act(const scan::WedgeOutcome& outcome)
{
    for (const scan::WedgeKey& key : outcome.replay)
        handOn(m_held.take(key.tag));
    if (!m_wedge.deadline())
        m_held.clear();
    schedule();
    for (const QString& raw : outcome.scans)
        Q_EMIT scanned(raw);
}

void ScanListener::handOn(const Held& held)
{
    QWidget* to = held.to;
    if (!takesText(to)) {
        to = &m_fallback;
        m_fallback.setFocus(Qt::OtherFocusReason);
    }
    m_handingOn = true;
    QKeyEvent press(QEvent::KeyPress, held.key, held.modifiers, held.text);
    QCoreApplication::sendEvent(to, &press);
    QKeyEvent release(QEvent::KeyRelease, held.key, held.modifiers, held.text);
    QCoreApplication::sendEvent(to, &release);
    m_handingOn = false;
}

void ScanListener::schedule()
{
    if (m_wedge.deadline())
        m_pause.start(m_wedge.settings().longestPause + 10ms);
    else
        m_pause.stop();
}

} // namespace waydesk::ui
