// SPDX-License-Identifier: GPL-3.0-or-later
// One look for the whole desk: palette, stylesheet, fonts and tinted icons, built from the tokens. The app owns one and
// hands it by reference; it must outlive every widget. GUI thread. A change (system turned dark, density, language)
// is announced by changed(), after the application has its new palette; icons made earlier repaint in the new inks.
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <functional>
#include <memory>

class QApplication;
class QPainter;

namespace waydesk::ui {

enum class Face { Base, BaseStrong, Small, SmallStrong, Tiny, Title, DetailTitle, Figure, ScanCode };
enum class Density { Comfortable, Compact };

class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Preference { System, Light, Dark };
    Q_ENUM(Preference)

    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    Preference preference() const { return m_preference; }
    void setPreference(Preference preference);
    void setSystemScheme(Scheme scheme); // what the system says; counts only under Preference::System
    Scheme scheme() const;
    Density density() const { return m_density; }
    void setDensity(Density density);

    // Style, palette, font and stylesheet of the application; again by itself at every change.
    void apply(QApplication& app);
    // A large tree of widgets is made without the style sheet, and styled once when it stands: Qt looks all rules up
    // again for everything below a widget that is put into another.
    void build(const std::function<void()>& build);

    const Tokens& tokens() const { return m_tokens; }
    const Colours& colours() const { return m_tokens.colours(scheme()); }
    const Sizes& sizes() const { return m_tokens.sizes; }
    int rowHeight() const { return m_density == Density::Compact ? sizes().rowCompact : sizes().row; }
    QColor ink(Tone tone) const { return colours().tone(tone).text; }
    QColor fill(Tone tone) const { return colours().tone(tone).fill; }
    QFont font(Face face) const;

    // Lucide, by file name without ".svg". Tinted when painted; those that point are mirrored in right-to-left layouts.
    // Disabled icons are painted muted.
    QIcon icon(const QString& name, Tone tone = Tone::Text) const;
    QPixmap pixmap(const QString& name, const QColor& ink, int px, qreal ratio, Qt::LayoutDirection direction) const;
    void paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& ink,
                   Qt::LayoutDirection direction) const;
    static bool points(const QString& iconName);
    static QStringList iconNames();

Q_SIGNALS:
    void changed();

private:
    class IconEngine;
    void reapply();
    void setStyleSheet();

    Tokens m_tokens;
    Preference m_preference = Preference::System;
    Scheme m_system = Scheme::Light;
    Density m_density = Density::Comfortable;
    QApplication* m_app = nullptr;
    bool m_isBuilding = false;
};

} // namespace waydesk::ui
