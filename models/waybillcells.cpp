// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waybillcells.h"

#include "models/formats.h"
#include "models/words.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

using facade::WaybillColumn;
using facade::WaybillRow;

struct WaybillColumns
{
    Q_DECLARE_TR_FUNCTIONS(WaybillColumns)
};

QString statusText(const WaybillRow& row, const CellContext&)
{
    if (row.server.state == row.expected.state)
        return words(row.server.state);
    //: a status and the status that is expected once everything queued is done
    return WaybillColumns::tr("%1 → %2", "status").arg(words(row.server.state), words(row.expected.state));
}

QString itemsText(const WaybillRow& row, const CellContext& context)
{
    return row.expected.itemCount ? context.formats.number(*row.expected.itemCount) : Formats::nothing();
}

QString codText(const WaybillRow& row, const CellContext& context)
{
    if (!row.expected.totalCod)
        return Formats::nothing();
    return row.expected.totalCod->currency == context.currency ? context.formats.amount(*row.expected.totalCod)
                                                               : context.formats.money(*row.expected.totalCod);
}

QString momentText(Instant instant, const CellContext& context)
{
    return instant == Instant{} ? Formats::nothing() : context.formats.moment(instant);
}

constexpr WaybillCellColumn kColumns[]{
    {WaybillColumn::Number, "number", QT_TRANSLATE_NOOP("WaybillColumns", "Waybill"), false, Qt::DescendingOrder,
     [](const WaybillRow& r, const CellContext&) { return waybillTitle(r.expected); },
     [](const WaybillRow& r) { return r.expected.number.isEmpty(); }},
    {WaybillColumn::Status, "status", QT_TRANSLATE_NOOP("WaybillColumns", "Status"), false, Qt::AscendingOrder,
     statusText, [](const WaybillRow& r) { return r.server.state != r.expected.state; }},
    {WaybillColumn::Route, "route", QT_TRANSLATE_NOOP("WaybillColumns", "From → To"), false, Qt::AscendingOrder,
     [](const WaybillRow& r, const CellContext&) { return routeText(r.expected); },
     [](const WaybillRow& r) {
         return r.server.origin != r.expected.origin || r.server.destination != r.expected.destination;
     }},
    {WaybillColumn::Driver, "driver", QT_TRANSLATE_NOOP("WaybillColumns", "Driver"), false, Qt::AscendingOrder,
     [](const WaybillRow& r, const CellContext&) { return driverName(r.expected); },
     [](const WaybillRow& r) { return r.server.driverId != r.expected.driverId; }},
    {WaybillColumn::Items, "items", QT_TRANSLATE_NOOP("WaybillColumns", "Items"), true, Qt::DescendingOrder, itemsText,
     [](const WaybillRow& r) { return r.server.itemCount != r.expected.itemCount; }},
    {WaybillColumn::Cod, "cod", QT_TRANSLATE_NOOP("WaybillColumns", "COD"), true, Qt::DescendingOrder, codText,
     [](const WaybillRow& r) { return r.server.totalCod != r.expected.totalCod; }},
    {WaybillColumn::Created, "created", QT_TRANSLATE_NOOP("WaybillColumns", "Created"), false, Qt::DescendingOrder,
     [](const WaybillRow& r, const CellContext& c) { return momentText(r.expected.createdAt, c); },
     [](const WaybillRow& r) { return r.expected.createdAt == Instant{}; }},
    {WaybillColumn::Updated, "updated", QT_TRANSLATE_NOOP("WaybillColumns", "Updated"), false, Qt::DescendingOrder,
     [](const WaybillRow& r, const CellContext& c) { return momentText(r.server.updatedAt, c); },
     [](const WaybillRow&) { return false; }},
};

} // namespace

std::span<const WaybillCellColumn> waybillCellColumns()
{
    return kColumns;
}

QString columnTitle(const WaybillCellColumn& column, const CellContext& context)
{
    QString title = WaybillColumns::tr(column.title);
    if (column.column != WaybillColumn::Cod || context.currency.isEmpty())
        return title;
    //: a heading and the currency of its figures: COD, IQD
    return WaybillColumns::tr("%1, %2", "heading, currency").arg(title, context.currency);
}

QString rowToolTip(const WaybillRow& row, WaybillColumn column, const CellContext& context)
{
    QStringList lines;
    if (column == WaybillColumn::Created && row.expected.createdAt != Instant{})
        lines += context.formats.fullMoment(row.expected.createdAt);
    else if (column == WaybillColumn::Updated && row.server.updatedAt != Instant{})
        lines += context.formats.fullMoment(row.server.updatedAt);
    else
        lines += kColumns[static_cast<size_t>(column)].text(row, context);
    if (row.isLeaving)
        lines += WaybillColumns::tr("Will be deleted once the queued action is done.");
    else if (row.isExpected) {
        lines += row.rowid == 0
                     ? WaybillColumns::tr("Created on this desk; the server has not named it yet.")
                     : WaybillColumns::tr("Expected once %Ln queued action(s) are done.", nullptr, row.openCommands);
    }
    if (row.mark == store::CommandState::Refused)
        lines += WaybillColumns::tr("The server refused something: see Sync.");
    else if (row.mark == store::CommandState::Unknown)
        lines += WaybillColumns::tr("An answer was lost: it is being looked for.");
    if (row.fetchedAt != Instant{})
        lines += WaybillColumns::tr("As heard from the server %1 ago.").arg(context.formats.age(row.fetchedAt));
    return lines.join(u'\n');
}

} // namespace waydesk::models
