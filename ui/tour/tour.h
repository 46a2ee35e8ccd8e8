// SPDX-License-Identifier: GPL-3.0-or-later
// The tour: every screen of the real window with real data, painted to PNG files, in light, in dark, in Arabic from
// right to left, and some at 200 %. Works without a display. A scene that does not become ready in time, or paints
// nothing, is a failure of the tour; the others are still made.
#pragma once

#include "ui/theme/theme.h"

#include <QDir>
#include <chrono>
#include <functional>

namespace waydesk::ui {

struct Scene
{
    enum Look { Light = 1, Dark = 2, Arabic = 4, Double = 8, All = Light | Dark | Arabic };
    QString name; // "waybills": a part of the file's name
    int looks = All;
    std::function<void()> stage;        // brings the screen about
    std::function<bool()> isReady = {}; // asked until true; empty: at once
    std::function<void()> strike = {};  // takes it down again
};

class Tour
{
public:
    struct Ports
    {
        Theme& theme;
        QWidget& window;
        std::function<void(const QString& code)> setLanguage; // "en", "ar": translators and layout direction
        std::function<void()> beforeScene = {};               // what stands by chance over every screen goes
        std::chrono::milliseconds patience{20000};            // for one scene to become ready
    };

    Tour(Ports ports, const QDir& to);

    void add(Scene scene) { m_scenes.append(std::move(scene)); }
    // Writes the pictures; answers what failed, one sentence each. Empty: the whole tour was made.
    QStringList run();
    const QStringList& written() const { return m_written; }

private:
    QString take(const Scene& scene, Scene::Look look);
    bool waitFor(const std::function<bool()>& isReady) const;

    Ports m_ports;
    QDir m_to;
    QList<Scene> m_scenes;
    QStringList m_written;
};

} // namespace waydesk::ui
