// SPDX-License-Identifier: GPL-3.0-or-later
// Exceptions as the models may see them: what went wrong with a parcel and who sees to it, from this desk's own store,
// with what is queued. GUI thread. Never waits for the network.
#pragma once

#include "services/facade/queueexpectation.h"

#include <QObject>
#include <QTimer>

namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

class CaseService : public QObject
{
    Q_OBJECT

public:
    CaseService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);

    // Those that only the outbox knows, then what is due first. Every word of `text` must be found. Tab and text are
    // the server's, of what it knows.
    QList<CaseItem> rows(CaseTab tab, const QString& text, int most) const;
    CaseCounts counts(const QString& text) const;
    std::optional<CaseItem> find(const ExceptionId& id) const;
    QList<Colleague> colleagues() const; // who may own one, by name
    const UserId& me() const { return m_me; }
    const QueueSupport& support() const { return m_support; }
    void refresh(); // asks the server

Q_SIGNALS:
    void changed(); // some of it; several changes are told together

private:
    store::CaseQuery queryOf(CaseTab tab, const QString& text) const;
    QList<CaseItem> locals(CaseTab tab, const QString& text) const;
    void note();

    store::Reader& m_reader;
    sync::Engine& m_engine;
    QueueExpectation m_expectation;
    QueueSupport m_support;
    UserId m_me;
    QTimer m_soon;
};

} // namespace waydesk::facade
