// SPDX-License-Identifier: GPL-3.0-or-later
// For measuring a start (--exit-when-painted): says "painted" on standard output once the waybill table has been
// painted with rows in it, and ends the program. GUI thread.
#pragma once

#include <QObject>

class QAbstractItemView;

namespace waydesk::app {

class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    explicit FirstPaint(QAbstractItemView& table, QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAbstractItemView& m_table;
    bool m_seen = false;
};

} // namespace waydesk::app
