// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/savedviews.h"
#include "ui/window/memory.h"

#include <QStringList>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

QList<SavedView> SavedViews::all() const
{
    QList<SavedView> list{
        {u"everything"_s, tr("All waybills"), {}, false},
        {u"today"_s, tr("Made today"), u"after:today"_s, false},
        {u"drafts"_s, tr("Drafts to fill and seal"), u"status:drafted"_s, false},
        {u"road"_s, tr("On the road"), u"status:in_transit"_s, false},
    };
    QList<SavedView> own = m_own;
    std::sort(own.begin(), own.end(),
              [](const SavedView& a, const SavedView& b) { return a.name.localeAwareCompare(b.name) < 0; });
    return list + own;
}

std::optional<SavedView> SavedViews::find(const QString& key) const
{
    const QList<SavedView> list = all();
    for (const SavedView& view : list) {
        if (view.key == key)
            return view;
    }
    return std::nullopt;
}

QString SavedViews::keep(const QString& name, const QString& filter)
{
    for (SavedView& view : m_own) {
        if (view.name == name) {
            view.filter = filter;
            return view.key;
        }
    }
    m_own.append({u"own/%1"_s.arg(m_next++), name, filter, true});
    return m_own.constLast().key;
}

void SavedViews::drop(const QString& key)
{
    m_own.removeIf([&](const SavedView& view) { return view.key == key; });
}

void SavedViews::remember(Memory& memory) const
{
    QStringList flat;
    for (const SavedView& view : m_own)
        flat << view.name << view.filter;
    memory.setValue(u"waybills/views"_s, flat);
}

void SavedViews::recall(const Memory& memory)
{
    m_own.clear();
    const QStringList flat = memory.value(u"waybills/views"_s).toStringList();
    for (qsizetype i = 0; i + 1 < flat.size(); i += 2)
        keep(flat[i], flat[i + 1]);
}

} // namespace waydesk::ui
