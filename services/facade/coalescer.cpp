// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/coalescer.h"

namespace waydesk::facade {

namespace {

constexpr int kNamedAtMost = 500;
constexpr std::chrono::milliseconds kPause{100};

} // namespace

Coalescer::Coalescer(QObject* parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Coalescer::flush);
    connect(&m_pause, &QTimer::timeout, this, &Coalescer::flush);
}

void Coalescer::add(const QList<WaybillId>& ids)
{
    m_many = m_many || ids.isEmpty() || m_ids.size() + ids.size() > kNamedAtMost;
    if (m_many)
        m_ids.clear();
    else
        m_ids.unite(QSet<WaybillId>(ids.begin(), ids.end()));
    wait();
}

void Coalescer::addDeliveries(const QList<DeliveryId>&)
{
    m_deliveries = true;
    wait();
}

void Coalescer::wait()
{
    if (!m_pause.isActive() && !m_soon.isActive())
        m_soon.start(0);
}

void Coalescer::flush()
{
    if (!m_many && m_ids.isEmpty() && !m_deliveries)
        return; // a pause ended and nothing had come
    const QList<WaybillId> ids = m_ids.values();
    const bool many = std::exchange(m_many, false), deliveries = std::exchange(m_deliveries, false);
    m_ids.clear();
    m_pause.start(kPause);
    if (many)
        Q_EMIT reloaded();
    else if (!ids.isEmpty())
        Q_EMIT changed(ids);
    if (deliveries)
        Q_EMIT deliveriesChanged();
}

} // namespace waydesk::facade
