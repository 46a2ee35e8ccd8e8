// SPDX-License-Identifier: GPL-3.0-or-later
// The waybill table's columns as one list, and what each shows of a row. Pure; the model adds places, not words.
#pragma once

#include "services/facade/rows.h"

#include <QVariant>

namespace waydesk::models {

class Formats;

struct CellContext
{
    const Formats& formats;
    const QString& currency; // left out of amounts, because the heading names it
};

struct WaybillCellColumn
{
    facade::WaybillColumn column;
    const char* key;          // for remembered layouts
    const char* title;        // translated in the context "WaybillColumns"
    bool isFigure;            // aligned to the end of the line
    Qt::SortOrder firstOrder; // on the first click on its heading
    QString (*text)(const facade::WaybillRow&, const CellContext&);
    bool (*isExpected)(const facade::WaybillRow&); // this cell's value is expected, not yet fact
};

std::span<const WaybillCellColumn> waybillCellColumns(); // in the order of facade::WaybillColumn
QString columnTitle(const WaybillCellColumn& column, const CellContext& context);
QString rowToolTip(const facade::WaybillRow& row, facade::WaybillColumn column, const CellContext& context);

} // namespace waydesk::models
