// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the desk over the fake engine's real store, for tests of pages and windows; and an Ask that answers by
// itself, so that nothing can hang on a question.
#pragma once

#include "models/choicemodels.h"
#include "models/deliveriesmodel.h"
#include "models/findmodel.h"
#include "models/formats.h"
#include "models/selection.h"
#include "models/servicefollow.h"
#include "models/servicesources.h"
#include "models/statustabsmodel.h"
#include "models/timelinemodel.h"
#include "models/waybillactions.h"
#include "models/waybilltablemodel.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "ui/theme/theme.h"
#include "ui/waybills/waybillsdesk.h"
#include "ui/window/ask.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>

namespace waydesk::test {

class AnsweringAsk final : public ui::Ask
{
public:
    void ask(const ui::Question& question, QObject*, std::function<void(bool)> answer) override
    {
        asked.append(question);
        answer(yes);
    }
    QList<ui::Question> asked;
    bool yes = false;
};

struct DeskBench
{
    explicit DeskBench(int howMany = 40)
    {
        engine.seedDepot(howMany, 30);
        sync::EngineStatus status;
        status.link = sync::EngineStatus::Link::Online;
        status.session = sync::EngineStatus::Session::SignedIn;
        status.role = UserRole::Dispatcher;
        status.user.fullName = QStringLiteral("Sara Karim");
        status.permissions = {QStringLiteral("manage:module:delivery")};
        engine.setStatus(status);
        models::follow(tabs, waybills, table);
        models::follow(deliveries, waybills, selection);
        models::follow(timeline, waybills, selection);
        models::follow(drivers, lookups);
        models::follow(warehouses, lookups);
        models::follow(selection, waybills);
        actions.setActor(UserRole::Dispatcher, status.permissions);
        // Nobody presses a key before there are rows.
        table.readOn();
        if (!QTest::qWaitFor([&] { return table.isComplete() && table.rowCount() == howMany; }))
            qFatal("the table did not come to its %d rows", howMany);
    }

    ui::WaybillsDesk desk()
    {
        return {formats,
                rows,
                table,
                tabs,
                deliveries,
                timeline,
                drivers,
                warehouses,
                selection,
                actions,
                [this] { return names(); },
                ask};
    }
    models::FilterNames names()
    {
        return {[this](const QString& search) { return lookups.drivers(search); },
                [this] { return lookups.warehouses(); }, formats.today()};
    }

    FakeEngine engine;
    models::Formats formats{engine.clock(), QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    facade::ConnectionService connection{engine};
    facade::WaybillService waybills{engine.reader(), engine};
    facade::LookupService lookups{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    models::ServiceRowSource rows{waybills};
    models::ServiceCommandSink sink{commands};
    models::Selection selection;
    models::WaybillTableModel table{rows, formats};
    models::StatusTabsModel tabs{formats};
    models::DeliveriesModel deliveries{formats};
    models::TimelineModel timeline{formats};
    models::DriversModel drivers;
    models::WarehousesModel warehouses;
    models::WaybillActions actions{selection, rows, sink, models::serviceNames(waybills, lookups)};
    AnsweringAsk ask;
};

// Widgets that take input and have no name or no role for who cannot see them; one line each.
inline QStringList namelessInputs(QWidget& root)
{
    QStringList bad;
    const QList<QWidget*> all = root.findChildren<QWidget*>();
    for (QWidget* widget : all) {
        const bool input = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                           qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractItemView*>(widget) ||
                           qobject_cast<QTabBar*>(widget) || qobject_cast<QPlainTextEdit*>(widget) ||
                           qobject_cast<QTextEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget);
        // Qt's own inner pieces (a header's corner, a tab bar's arrows, a popup's frame) are not ours to name.
        if (!input || widget->isHidden() || widget->focusPolicy() == Qt::NoFocus ||
            widget->objectName().startsWith(u"qt_") || widget->inherits("QComboBoxListView"))
            continue;
        QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(widget);
        const QString where = QString::fromLatin1(widget->metaObject()->className()) + u" in " +
                              QString::fromLatin1(widget->parentWidget()->metaObject()->className());
        if (!seen || seen->text(QAccessible::Name).isEmpty())
            bad.append(where + u": no name");
        else if (seen->role() == QAccessible::NoRole || seen->role() == QAccessible::Client)
            bad.append(where + u": no role");
    }
    return bad;
}

// Lets queued signals and slices through, without waiting for the clock.
inline void settle()
{
    for (int i = 0; i < 30; ++i)
        QApplication::processEvents();
}

// For the eye: with WAYDESK_PICTURES set, writes what the widget shows.
inline void picture(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("WAYDESK_PICTURES");
    if (!folder.isEmpty())
        widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace waydesk::test
