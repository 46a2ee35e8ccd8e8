// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Settings"_s;
const QString kSpace = u"org.freedesktop.appearance"_s;
const QString kKey = u"color-scheme"_s; // 0 no preference, 1 dark, 2 light
} // namespace

SystemScheme::SystemScheme(const QPalette& platformPalette, QObject* parent)
    : QObject(parent)
    , m_scheme(platformPalette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light)
{
}

void SystemScheme::watch()
{
    // Without an address libdbus would start a bus of its own, and wait for it.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                SLOT(portalChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    call << kSpace << kKey;
    auto* waiting = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(waiting, &QDBusPendingCallWatcher::finished, this, [this, waiting] {
        const QDBusPendingReply<QVariant> reply = *waiting;
        waiting->deleteLater();
        if (!reply.isValid())
            return;
        QVariant value = reply.value(); // the portal wraps it once more than the interface says
        while (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        take(value.toUInt());
    });
}

void SystemScheme::portalChanged(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == kSpace && key == kKey)
        take(value.variant().toUInt());
}

void SystemScheme::take(uint portalWord)
{
    if (portalWord == 0)
        return;
    const Scheme now = portalWord == 1 ? Scheme::Dark : Scheme::Light;
    if (std::exchange(m_scheme, now) != now)
        Q_EMIT schemeChanged(now);
}

} // namespace waydesk::ui
