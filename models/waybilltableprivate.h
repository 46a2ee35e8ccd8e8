// SPDX-License-Identifier: GPL-3.0-or-later
// The working half of WaybillTableModel: passes over the order, and what a change of the store touches.
#pragma once

#include "models/orderpass.h"
#include "models/ordersurgeon.h"
#include "models/rowsource.h"
#include "models/rowwindow.h"
#include "models/waybillcells.h"
#include "models/waybilltablemodel.h"

#include <QTimer>

namespace waydesk::models {

struct WaybillTableModel::Private
{
    WaybillTableModel* q;
    RowSource& source;
    const Formats& formats;
    RowWindow window;
    QString currency = QStringLiteral("IQD");
    std::optional<OrderPass> pass;
    bool complete = false;     // every place of `window.order` is known
    bool again = false;        // something changed while a pass was under way
    bool rowsAreStale = false; // cached rows are read again once the pass is done
    QTimer stepping, soon;

    Private(WaybillTableModel* model, RowSource& rowSource, const Formats& words);

    int size() const { return static_cast<int>(window.order.size()); }
    CellContext context() const { return {formats, currency}; }
    void touch(int first, int last);

    void fill(); // the first time, without signals: the model is being constructed
    void ask();  // another filter or sort
    void step();
    void refreshSoon();
    void refresh();

    void onChanged(const QList<WaybillId>& ids);
    void onRenamed(const WaybillId& local, const WaybillId& server);

private:
    void beginPass();
    void finishPass();
    OrderSurgeon::Hooks surgery();
    void replant(std::vector<qint64>& moved);
    void reread(const std::vector<qint64>& known, std::vector<qint64>& moved);
};

} // namespace waydesk::models
