// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/caseservice.h"

#include "services/domain/fold.h"
#include "services/sync/engine.h"

namespace waydesk::facade {

namespace {
constexpr std::chrono::milliseconds kTogether{50};
} // namespace

CaseService::CaseService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
    , m_expectation(reader)
{
    m_expectation.refresh();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &CaseService::changed);
    connect(&engine, &sync::Engine::casesChanged, this, &CaseService::note);
    connect(&engine, &sync::Engine::outboxChanged, this, [this] {
        if (m_expectation.refresh())
            note();
    });
    connect(&engine, &sync::Engine::statusChanged, this, [this](const sync::EngineStatus& status) {
        const QueueSupport support{status.hasQueues, status.queuesAsOf};
        const bool moved = std::exchange(m_support, support) != support;
        if (std::exchange(m_me, status.user.id) != status.user.id || moved)
            note();
    });
}

void CaseService::note()
{
    if (!m_soon.isActive())
        m_soon.start();
}

store::CaseQuery CaseService::queryOf(CaseTab tab, const QString& text) const
{
    store::CaseQuery query;
    query.text = text;
    query.state = CaseState::Open;
    switch (tab) {
    case CaseTab::Open:
        break;
    case CaseTab::Mine:
        query.owner = m_me;
        break;
    case CaseTab::Unowned:
        query.unowned = true;
        break;
    case CaseTab::Resolved:
        query.state = CaseState::Resolved;
        break;
    }
    return query;
}

QList<CaseItem> CaseService::locals(CaseTab tab, const QString& text) const
{
    if (tab == CaseTab::Mine || tab == CaseTab::Resolved) // a new one has no owner and is open
        return {};
    const QStringList words = fold(text).split(u' ', Qt::SkipEmptyParts);
    QList<CaseItem> items = m_expectation.localCases();
    items.removeIf([&](const CaseItem& item) {
        const QString searched = fold(QString(item.row.deliveryCode + u' ' + item.row.reason + u' ' + item.row.notes));
        return !std::ranges::all_of(words, [&](const QString& word) { return searched.contains(word); });
    });
    return items;
}

QList<CaseItem> CaseService::rows(CaseTab tab, const QString& text, int most) const
{
    QList<CaseItem> items = locals(tab, text);
    for (const store::StoredCase& stored : m_reader.queues().cases(queryOf(tab, text), most))
        items << m_expectation.itemOf(stored);
    return items;
}

CaseCounts CaseService::counts(const QString& text) const
{
    CaseCounts counts;
    for (const CaseTab tab : kCaseTabs)
        counts.byTab[static_cast<size_t>(tab)] =
            m_reader.queues().caseCount(queryOf(tab, text)) + locals(tab, text).size();
    return counts;
}

std::optional<CaseItem> CaseService::find(const ExceptionId& id) const
{
    if (const auto stored = m_reader.queues().find(id))
        return m_expectation.itemOf(*stored);
    for (const CaseItem& item : m_expectation.localCases()) {
        if (item.row.id == id)
            return item;
    }
    return std::nullopt;
}

QList<Colleague> CaseService::colleagues() const
{
    return m_reader.queues().colleagues();
}

void CaseService::refresh()
{
    m_engine.refresh();
}

} // namespace waydesk::facade
