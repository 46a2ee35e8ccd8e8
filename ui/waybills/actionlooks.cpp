// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/actionlooks.h"

#include <QAction>
#include <QMenu>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Act = models::WaybillActions::Act;

QString iconOf(Act act)
{
    switch (act) {
    case Act::Create:
        return u"plus"_s;
    case Act::Edit:
        return u"pencil"_s;
    case Act::Scan:
        return u"scan-barcode"_s;
    case Act::Seal:
        return u"lock"_s;
    case Act::Assign:
        return u"user-plus"_s;
    case Act::Unassign:
        return u"user-minus"_s;
    case Act::SwitchDriver:
        return u"replace"_s;
    case Act::Dispatch:
        return u"truck"_s;
    case Act::Receive:
        return u"package-check"_s;
    case Act::Close:
        return u"archive"_s;
    case Act::Cancel:
        return u"ban"_s;
    case Act::ReturnChildren:
        return u"rotate-ccw"_s;
    case Act::DeleteEmptyDrafts:
        return u"trash-2"_s;
    case Act::Refresh:
        return u"refresh-cw"_s;
    case Act::Undo:
        return u"undo-2"_s;
    case Act::Copy:
        return u"copy"_s;
    }
    Q_UNREACHABLE();
}

void dress(models::WaybillActions& actions, const Theme& theme)
{
    for (const Act act : models::WaybillActions::kActs) {
        actions.action(act)->setProperty("iconName", iconOf(act));
        actions.action(act)->setIcon(theme.icon(iconOf(act), Tone::Muted));
    }
}

void fillActionsMenu(QMenu& menu, const models::WaybillActions& actions)
{
    static constexpr std::array kGroups{
        std::array{Act::Create, Act::Edit, Act::Scan, Act::Seal},
        std::array{Act::Assign, Act::SwitchDriver, Act::Unassign, Act::Dispatch},
        std::array{Act::Receive, Act::ReturnChildren, Act::Close, Act::Cancel},
        std::array{Act::DeleteEmptyDrafts, Act::Copy, Act::Refresh, Act::Undo},
    };
    menu.setToolTipsVisible(true);
    for (const auto& group : kGroups) {
        if (!menu.isEmpty())
            menu.addSeparator();
        for (const Act act : group)
            menu.addAction(actions.action(act));
    }
}

} // namespace waydesk::ui
