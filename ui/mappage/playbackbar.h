// SPDX-License-Identifier: GPL-3.0-or-later
// Over the map's lower edge: live, or a moment of today to look at instead. The slider is true to time; played, an hour
// takes as long as the speed says. GUI thread.
#pragma once

#include "models/formats.h"
#include "ui/widgets/card.h"

#include <QElapsedTimer>
#include <QTimer>
#include <optional>

class QSlider;

namespace waydesk::ui {

class Button;
class Text;

class PlaybackBar final : public QFrame
{
    Q_OBJECT

public:
    PlaybackBar(const Theme& theme, const models::Formats& formats, QWidget* parent = nullptr);

    // Opens at the stretch's end. `note`: what is to be known about it ("only until 14:00"), may be empty.
    void open(Instant from, Instant to, const QString& note);
    void setWaiting(const QString& why); // asked for, or refused: said instead of a time; empty: neither
    void close();                        // live again
    bool isOpen() const { return m_to > m_from; }
    Instant moment() const { return m_now; }
    void setMoment(Instant moment);
    void setPlaying(bool playing);
    bool isPlaying() const { return m_tick.isActive(); }
    int speed() const { return m_speed; }
    void setSpeed(int speed); // seconds of the day to a second of ours

    QSlider* slider() const { return m_slider; }
    Button* live() const { return m_live; }
    void retranslate();

Q_SIGNALS:
    void wanted(); // the bar is live, and somebody wants today instead
    void closed(); // live again
    void moved(waydesk::Instant moment);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void tick();
    void show(Instant moment);

    const Theme& m_theme;
    const models::Formats& m_formats;
    Button *m_live, *m_play, *m_pace;
    QSlider* m_slider;
    Text* m_text;
    QTimer m_tick;
    QElapsedTimer m_since;
    Instant m_from{}, m_to{}, m_now{};
    QString m_note, m_waiting;
    int m_speed = 60;
};

} // namespace waydesk::ui
