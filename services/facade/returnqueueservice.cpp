// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/returnqueueservice.h"

#include "services/domain/fold.h"
#include "services/sync/engine.h"

namespace waydesk::facade {

namespace {
constexpr std::chrono::milliseconds kTogether{50};
} // namespace

ReturnQueueService::ReturnQueueService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
    , m_expectation(reader)
{
    m_expectation.refresh();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &ReturnQueueService::changed);
    connect(&engine, &sync::Engine::returnsChanged, this, &ReturnQueueService::note);
    connect(&engine, &sync::Engine::outboxChanged, this, [this] {
        if (m_expectation.refresh())
            note();
    });
    connect(&engine, &sync::Engine::statusChanged, this, [this](const sync::EngineStatus& status) {
        const QueueSupport support{status.hasQueues, status.queuesAsOf};
        if (std::exchange(m_support, support) != support)
            note();
    });
}

void ReturnQueueService::note()
{
    if (!m_soon.isActive())
        m_soon.start();
}

QList<ReturnItem> ReturnQueueService::locals(const QString& text) const
{
    const QStringList words = fold(text).split(u' ', Qt::SkipEmptyParts);
    QList<ReturnItem> items = m_expectation.localReturns();
    items.removeIf([&](const ReturnItem& item) {
        const QString searched = fold(
            QStringList{item.row.deliveryCode, item.row.customerName.value_or(QString()), item.row.request.reason}.join(
                u' '));
        return !std::ranges::all_of(words, [&](const QString& word) { return searched.contains(word); });
    });
    return items;
}

QList<ReturnItem> ReturnQueueService::rows(const std::optional<ReturnRequestStatus>& status, const QString& text,
                                           int most) const
{
    QList<ReturnItem> items;
    if (!status || *status == ReturnRequestStatus::Pending)
        items = locals(text);
    for (const store::StoredReturn& stored : m_reader.queues().returns(status, text, most))
        items << m_expectation.itemOf(stored);
    return items;
}

ReturnCounts ReturnQueueService::counts(const QString& text) const
{
    ReturnCounts counts;
    for (const store::QueueCount& count : m_reader.queues().returnCounts(text)) {
        counts.all += count.count;
        if (const auto status = parseWord<ReturnRequestStatus>(count.word))
            counts.byStatus[static_cast<size_t>(*status)] += count.count;
    }
    const qint64 local = locals(text).size();
    counts.all += local;
    counts.byStatus[static_cast<size_t>(ReturnRequestStatus::Pending)] += local;
    return counts;
}

std::optional<ReturnItem> ReturnQueueService::find(const ReturnRequestId& id) const
{
    if (const auto stored = m_reader.queues().find(id))
        return m_expectation.itemOf(*stored);
    for (const ReturnItem& item : m_expectation.localReturns()) {
        if (item.row.request.id == id)
            return item;
    }
    return std::nullopt;
}

QList<ReturnItem> ReturnQueueService::ofTrip(const TripId& trip) const
{
    QList<ReturnItem> items;
    for (const ReturnItem& item : m_expectation.localReturns()) {
        if (item.row.trip == trip)
            items << item;
    }
    for (const store::StoredReturn& stored : m_reader.queues().returnsOf(trip))
        items << m_expectation.itemOf(stored);
    return items;
}

void ReturnQueueService::refresh()
{
    m_engine.refresh();
}

} // namespace waydesk::facade
