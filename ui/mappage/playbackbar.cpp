// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mappage/playbackbar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array kSpeeds{1, 10, 60, 600};
constexpr int kFrame = 40; // ms
} // namespace

PlaybackBar::PlaybackBar(const Theme& theme, const models::Formats& formats, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_formats(formats)
    , m_live(new Button(theme, Button::Kind::Plain, this))
    , m_play(new Button(theme, Button::Kind::Quiet, this))
    , m_pace(new Button(theme, Button::Kind::Quiet, this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_text(new Text(theme, Face::Small, Tone::Muted, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 14, 6);
    row->setSpacing(10);
    row->addWidget(m_live);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_text);
    row->addWidget(m_pace);
    m_slider->setPageStep(600);
    m_slider->setSingleStep(30);
    m_tick.setInterval(kFrame);
    connect(&m_tick, &QTimer::timeout, this, &PlaybackBar::tick);
    connect(m_live, &QToolButton::clicked, this, [this] {
        if (isOpen() || !m_waiting.isEmpty())
            close();
        else
            Q_EMIT wanted();
    });
    connect(m_play, &QToolButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(m_pace, &QToolButton::clicked, this, [this] {
        const auto at = std::ranges::find(kSpeeds, m_speed);
        setSpeed(at == kSpeeds.end() || std::next(at) == kSpeeds.end() ? kSpeeds.front() : *std::next(at));
    });
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int seconds) { show(m_from + std::chrono::seconds(seconds)); });
    close();
}

void PlaybackBar::open(Instant from, Instant to, const QString& note)
{
    m_from = from;
    m_to = to;
    m_note = note;
    m_waiting.clear();
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(to - from).count()));
        m_slider->setValue(m_slider->maximum());
    }
    show(to);
    retranslate();
}

void PlaybackBar::setWaiting(const QString& why)
{
    m_waiting = why;
    retranslate();
}

void PlaybackBar::close()
{
    const bool wasOpen = isOpen() || !m_waiting.isEmpty();
    m_tick.stop();
    m_from = m_to = m_now = {};
    m_note.clear();
    m_waiting.clear();
    retranslate();
    if (wasOpen)
        Q_EMIT closed();
}

void PlaybackBar::setMoment(Instant moment)
{
    if (!isOpen())
        return;
    const Instant held = std::clamp(moment, m_from, m_to);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(held - m_from).count()));
    }
    show(held);
}

void PlaybackBar::show(Instant moment)
{
    m_now = moment;
    retranslate();
    Q_EMIT moved(moment);
}

void PlaybackBar::setPlaying(bool playing)
{
    if (!isOpen() || playing == isPlaying())
        return;
    if (playing) {
        if (m_now >= m_to)
            setMoment(m_from);
        m_since.start();
        m_tick.start();
    } else {
        m_tick.stop();
    }
    retranslate();
}

void PlaybackBar::setSpeed(int speed)
{
    m_speed = speed;
    retranslate();
}

void PlaybackBar::tick()
{
    setMoment(m_now + std::chrono::milliseconds(m_since.restart()) * m_speed);
    if (m_now >= m_to)
        setPlaying(false);
}

void PlaybackBar::retranslate()
{
    const bool open = isOpen();
    const bool live = !open && m_waiting.isEmpty();
    m_live->setText(live ? tr("Play back today") : tr("Live"));
    m_live->setIconName(live ? u"history"_s : u"locate-fixed"_s);
    m_play->setVisible(open);
    m_slider->setVisible(open);
    m_pace->setVisible(open);
    m_text->setVisible(!live);
    m_play->setIconName(isPlaying() ? u"pause"_s : u"play"_s);
    m_play->setAccessibleName(isPlaying() ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
    m_pace->setText(u"\u2066%1×\u2069"_s.arg(m_formats.number(m_speed)));
    m_pace->setToolTip(tr("How many times faster than it was"));
    m_pace->setAccessibleName(m_pace->toolTip());
    m_slider->setAccessibleName(tr("Moment of today"));
    QString words = m_waiting;
    if (open) {
        words = m_formats.timeWithSeconds(m_now);
        if (!m_note.isEmpty())
            words += u" · "_s + m_note;
    }
    m_text->setText(words);
    updateGeometry();
}

void PlaybackBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colours().line);
    painter.setBrush(m_theme.colours().surface);
    const int radius = m_theme.sizes().radiusPanel;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace waydesk::ui
