// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the system is light or dark, and the moment it turns: the desktop portal's setting on D-Bus, and where nobody
// answers there, the lightness of the palette that the platform started with. Never blocks: the answer is a signal.
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

class QDBusVariant;
class QPalette;

namespace waydesk::ui {

class SystemScheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(const QPalette& platformPalette, QObject* parent = nullptr);

    Scheme scheme() const { return m_scheme; }
    void watch(); // begins to listen to the portal

Q_SIGNALS:
    void schemeChanged(waydesk::ui::Scheme scheme);

private Q_SLOTS:
    void portalChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void take(uint portalWord);

    Scheme m_scheme;
};

} // namespace waydesk::ui
