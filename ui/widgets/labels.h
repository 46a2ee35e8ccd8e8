// SPDX-License-Identifier: GPL-3.0-or-later
// Small pieces of text: Text (a label in one of the theme's faces and inks), KeyHint (a key cap), Notice (one sentence
// on a tinted ground with its icon: what happened, what was kept, what to press).
#pragma once

#include "ui/widgets/paint.h"

#include <QFrame>
#include <QLabel>

namespace waydesk::ui {

class Text : public QLabel
{
    Q_OBJECT

public:
    explicit Text(const Theme& theme, Face face = Face::Base, Tone ink = Tone::Text, QWidget* parent = nullptr);
    void setFace(Face face);
    void setInk(Tone ink);

private:
    void refresh();

    const Theme& m_theme;
    Face m_face;
    Tone m_ink;
};

class KeyHint final : public QWidget
{
    Q_OBJECT

public:
    KeyHint(const Theme& theme, const QString& keys, QWidget* parent = nullptr);
    void setKeys(const QString& keys);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Theme& m_theme;
    QString m_keys;
};

class Notice final : public QFrame
{
    Q_OBJECT

public:
    explicit Notice(const Theme& theme, QWidget* parent = nullptr); // hidden until it has something to say
    void say(Tone tone, const QString& sentence);
    void clear();
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Theme& m_theme;
    Tone m_tone = Tone::Info;
    QLabel* m_text;
};

} // namespace waydesk::ui
