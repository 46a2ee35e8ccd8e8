// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers "these changed" so that models hear at most about ten times a second, the first time at once. Too many to
// name become "read again".
#pragma once

#include "services/domain/id.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace waydesk::facade {

class Coalescer : public QObject
{
    Q_OBJECT

public:
    explicit Coalescer(QObject* parent);
    void add(const QList<WaybillId>& ids); // empty: many
    void addDeliveries(const QList<DeliveryId>& ids);

Q_SIGNALS:
    void changed(const QList<waydesk::WaybillId>& ids);
    void reloaded();
    void deliveriesChanged();

private:
    void wait();
    void flush();
    QSet<WaybillId> m_ids;
    bool m_many = false, m_deliveries = false;
    QTimer m_soon, m_pause;
};

} // namespace waydesk::facade
