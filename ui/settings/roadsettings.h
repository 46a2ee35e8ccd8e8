// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of the road: the router that tells travel times; which alarms are raised, when, and how loud. GUI
// thread.
#pragma once

#include "ui/settings/preferences.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

class QCheckBox;
class QLineEdit;
class QSlider;

namespace waydesk::ui {

class Button;
class SpinBox;

class RoadSettings final : public QWidget
{
    Q_OBJECT

public:
    RoadSettings(const Theme& theme, PreferenceKeeper& keeper, QWidget* parent = nullptr);
    void retranslate();
    QLineEdit* router() const { return m_router; }
    QCheckBox* wanted(AlarmKind kind) const { return m_kinds[static_cast<size_t>(kind)].wanted; }
    SpinBox* limit(AlarmKind kind) const { return m_kinds[static_cast<size_t>(kind)].limit; } // null: there is none
    QSlider* volume() const { return m_volume; }
    QCheckBox* muted() const { return m_muted; }

Q_SIGNALS:
    void sampleWanted(); // the sound of an alarm is to be heard

private:
    struct Kind
    {
        QCheckBox* wanted = nullptr;
        SpinBox* limit = nullptr;
    };
    void buildKinds(QVBoxLayout* column);
    void buildSound(QVBoxLayout* column);
    void fill();
    void take();
    void showPossible();

    const Theme& m_theme;
    PreferenceKeeper& m_keeper;
    QLineEdit* m_router;
    FormRow* m_routerRow;
    std::array<Kind, kAlarmKinds.size()> m_kinds; // by kind
    Text *m_kindsHead, *m_lateHint;
    QSlider* m_volume;
    FormRow* m_volumeRow;
    QCheckBox* m_muted;
    Button* m_sample;
    bool m_filling = false;
};

} // namespace waydesk::ui
