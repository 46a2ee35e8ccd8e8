// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scandrafts.h"

#include "ui/window/memory.h"

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
QString keyOf(const WaybillId& id)
{
    return u"scan/draft/"_s + id.value;
}
} // namespace

QStringList ScanDrafts::scans(const WaybillId& waybill) const
{
    return m_memory.value(keyOf(waybill)).toStringList();
}

void ScanDrafts::keep(const WaybillId& waybill, const QList<ScanEntry>& entries)
{
    QStringList raws;
    for (const ScanEntry& entry : entries) {
        if (entry.isReady())
            raws.append(entry.raw);
    }
    m_memory.setValue(keyOf(waybill), raws.isEmpty() ? QVariant() : QVariant(raws));
}

void ScanDrafts::rename(const WaybillId& local, const WaybillId& server)
{
    const QVariant draft = m_memory.value(keyOf(local));
    if (!draft.isValid())
        return;
    m_memory.setValue(keyOf(server), draft);
    m_memory.setValue(keyOf(local), {});
}

} // namespace waydesk::ui
