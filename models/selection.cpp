// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selection.h"

namespace waydesk::models {

QList<WaybillId> Selection::subjects() const
{
    if (!m_selected.isEmpty())
        return m_selected;
    return m_current.isEmpty() ? QList<WaybillId>{} : QList<WaybillId>{m_current};
}

void Selection::setCurrent(const WaybillId& id)
{
    if (id == m_current)
        return;
    m_current = id;
    Q_EMIT currentChanged(m_current);
}

void Selection::set(const QList<WaybillId>& selected, const WaybillId& current)
{
    QList<WaybillId> once;
    QSet<WaybillId> seen;
    for (const WaybillId& id : selected) {
        if (!id.isEmpty() && !seen.contains(id)) {
            seen.insert(id);
            once += id;
        }
    }
    const bool others = once != m_selected;
    m_selected = std::move(once);
    setCurrent(current);
    if (others)
        Q_EMIT selectedChanged();
}

void Selection::selectOnly(const WaybillId& id)
{
    set({id}, id);
}

void Selection::clear()
{
    set({}, {});
}

void Selection::rename(const WaybillId& local, const WaybillId& server)
{
    bool ours = m_current == local;
    if (ours)
        m_current = server;
    for (WaybillId& id : m_selected) {
        if (id == local) {
            id = server;
            ours = true;
        }
    }
    if (ours)
        Q_EMIT renamed(local, server);
}

void Selection::drop(const QList<WaybillId>& gone)
{
    const QSet<WaybillId> lost(gone.begin(), gone.end());
    QList<WaybillId> rest;
    for (const WaybillId& id : std::as_const(m_selected)) {
        if (!lost.contains(id))
            rest += id;
    }
    set(rest, lost.contains(m_current) ? WaybillId{} : m_current);
}

} // namespace waydesk::models
