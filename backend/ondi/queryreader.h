// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a request's query: a value that is absent or empty is no filter; every fault is one entry of a 400.
#pragma once

#include "backend/depot/paging.h"
#include "backend/http/message.h"
#include "services/domain/result.h"

#include <QDate>

namespace waydesk::backend {

class QueryReader
{
public:
    explicit QueryReader(const Request& request)
        : m_request(request)
    {
    }

    // page from 1, limit from 1 to 100
    Paging paging(int defaultLimit, const QString& limitName = QStringLiteral("limit"));
    QString text(const QString& name, qsizetype longest = 200);
    QDate date(const QString& name); // invalid where there is none
    // A moment that must be there, with its zone; nullopt: refused.
    std::optional<Instant> instant(const QString& name);
    qint64 number(const QString& name, qint64 otherwise, qint64 least, qint64 most);
    template<class E>
    std::optional<E> word(const QString& name)
    {
        const QString came = text(name);
        if (came.isEmpty())
            return std::nullopt;
        const std::optional<E> known = parseWord<E>(came);
        if (!known)
            refuse(name, QStringLiteral("Input is not one of the allowed values"));
        return known;
    }
    // The index of the value among `words`; `otherwise` where there is none.
    int oneOf(const QString& name, const QStringList& words, int otherwise);
    void refuse(const QString& name, const QString& message) { m_faults.append({name, message}); }

    bool ok() const { return m_faults.isEmpty(); }
    Error error() const;

private:
    const Request& m_request;
    QList<FieldError> m_faults;
};

} // namespace waydesk::backend
