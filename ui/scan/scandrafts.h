// SPDX-License-Identifier: GPL-3.0-or-later
// What was scanned into which waybill and not attached yet, kept over a restart: the raw scans of the ready ones.
#pragma once

#include "ui/scan/scanentry.h"

namespace waydesk::ui {

class Memory;

class ScanDrafts
{
public:
    explicit ScanDrafts(Memory& memory)
        : m_memory(memory)
    {
    }
    QStringList scans(const WaybillId& waybill) const;
    void keep(const WaybillId& waybill, const QList<ScanEntry>& entries);
    void rename(const WaybillId& local, const WaybillId& server);

private:
    Memory& m_memory;
};

} // namespace waydesk::ui
