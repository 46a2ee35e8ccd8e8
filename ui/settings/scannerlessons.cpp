// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/scannerlessons.h"

#include "ui/scan/scanlistener.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kSamples = 3;
}

ScannerLessons::ScannerLessons(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new Text(theme, Face::Base, Tone::Text, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(64);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->addWidget(m_text, 1);
    m_clock.start();
    m_pause.setSingleShot(true);
    m_pause.setInterval(400ms);
    connect(&m_pause, &QTimer::timeout, this, &ScannerLessons::endSample);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    say();
}

bool ScannerLessons::event(QEvent* event)
{
    // Tab may be how the scanner ends a code: inside a scan it is heard, otherwise it moves on as everywhere.
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && !m_current.isEmpty()) {
            keyPressEvent(key);
            return true;
        }
    }
    return QWidget::event(event);
}

void ScannerLessons::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && (!m_samples.isEmpty() || m_lesson)) {
        restart();
        return;
    }
    const auto at = event->timestamp() ? std::chrono::milliseconds(event->timestamp())
                                       : std::chrono::milliseconds(m_clock.elapsed());
    hear(wedgeKey(*event, at));
    event->accept();
}

void ScannerLessons::hear(const scan::WedgeKey& key)
{
    using Kind = scan::WedgeKey::Kind;
    if (key.kind == Kind::Other || key.repeated || (m_current.isEmpty() && key.kind != Kind::Text))
        return;
    if (m_lesson)
        restart();
    m_current.append(key);
    m_pause.start();
}

void ScannerLessons::endSample()
{
    m_pause.stop();
    if (m_current.size() < 3) {
        m_current.clear();
        return;
    }
    m_samples.append(std::exchange(m_current, {}));
    if (m_samples.size() >= kSamples) {
        m_lesson = scan::learnScanner(std::exchange(m_samples, {}));
        if (m_lesson->finding == scan::WedgeLesson::Finding::Learnt)
            Q_EMIT learnt(m_lesson->settings);
    }
    say();
}

void ScannerLessons::restart()
{
    m_samples.clear();
    m_current.clear();
    m_lesson.reset();
    say();
}

QString ScannerLessons::sentence() const
{
    return m_text->text();
}

void ScannerLessons::say()
{
    const QLocale locale;
    QString words;
    if (m_lesson) {
        switch (m_lesson->finding) {
        case scan::WedgeLesson::Finding::Learnt:
            words = tr("Learnt: at most %1 ms between two characters. The settings below are set so; or scan three "
                       "more codes.")
                        .arg(locale.toString(m_lesson->slowestPause.count()));
            break;
        case scan::WedgeLesson::Finding::LooksTyped:
            words = tr("That came as slowly as typing. Scan three codes with the scanner.");
            break;
        case scan::WedgeLesson::Finding::EndingsDiffer:
            words = tr("The three scans ended differently. Scan three codes again.");
            break;
        case scan::WedgeLesson::Finding::TooFewSamples:
            words = tr("One of the scans was too short to learn from. Scan three codes again.");
            break;
        }
    } else if (!hasFocus() && m_samples.isEmpty()) {
        words = tr("Learn my scanner: click here, then scan three different codes.");
    } else {
        words = tr("Scan three different codes: %1 of %2 heard.")
                    .arg(locale.toString(m_samples.size()), locale.toString(kSamples));
    }
    m_text->setText(words);
    setAccessibleName(words);
    update();
}

void ScannerLessons::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    say();
}

void ScannerLessons::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    say();
}

void ScannerLessons::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

void ScannerLessons::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = hasFocus();
    painter.setPen(
        QPen(on ? m_theme.colours().accent : m_theme.colours().line, on ? 2 : 1, on ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(on ? m_theme.colours().accentSoft : m_theme.colours().surface);
    const qreal radius = m_theme.sizes().radiusControl;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

} // namespace waydesk::ui
