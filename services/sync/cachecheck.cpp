// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/cachecheck.h"

#include "services/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

CacheCheck::CacheCheck(const QString& folder, std::function<void()> damaged)
    : m_thread(QThread::create([this, folder] { m_isSound = store::Store::checkCache(folder, m_stop); }))
{
    m_thread->setObjectName(u"cache check"_s);
    connect(m_thread.get(), &QThread::finished, this, [this, damaged = std::move(damaged)] {
        if (!m_isSound)
            damaged();
    });
    m_thread->start(QThread::IdlePriority);
}

CacheCheck::~CacheCheck()
{
    m_stop = true;
    m_thread->wait();
}

} // namespace waydesk::sync
