// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alertrole.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace waydesk::ui {

namespace {

constexpr auto kProperty = "waydeskAlert";

QAccessibleInterface* alertFor(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget || !widget->property(kProperty).toBool())
        return nullptr;
    return new QAccessibleWidget(widget, QAccessible::AlertMessage); // named by its accessibleName(), as it is then
}

} // namespace

void makeAlert(QWidget& widget)
{
    QAccessible::installFactory(alertFor); // a second time changes nothing
    widget.setProperty(kProperty, true);
}

void announce(QWidget& widget)
{
    QAccessibleEvent announced(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

} // namespace waydesk::ui
