// SPDX-License-Identifier: GPL-3.0-or-later
// The waybills that the person has selected, and the current one, by id: shared by table, detail, scan station and
// actions. Survives refresh, sorting and filtering; a local id is followed to the server's. GUI thread.
#pragma once

#include "services/domain/id.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace waydesk::models {

class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const WaybillId& current() const { return m_current; } // empty: none
    const QList<WaybillId>& selected() const { return m_selected; }
    bool contains(const WaybillId& id) const { return m_selected.contains(id); }
    // What actions act on: the selected ones, else the current one.
    QList<WaybillId> subjects() const;

    void setCurrent(const WaybillId& id);
    void set(const QList<WaybillId>& selected, const WaybillId& current); // doubles are dropped
    void selectOnly(const WaybillId& id);
    void clear();
    void rename(const WaybillId& local, const WaybillId& server);
    void drop(const QList<WaybillId>& gone); // deleted on the server

Q_SIGNALS:
    void currentChanged(const waydesk::WaybillId& id);
    void selectedChanged();
    void renamed(const waydesk::WaybillId& local, const waydesk::WaybillId& server);

private:
    WaybillId m_current;
    QList<WaybillId> m_selected;
};

} // namespace waydesk::models
