// SPDX-License-Identifier: GPL-3.0-or-later
// Ordered row ids, handed out in bounded slices so that a list of a million never holds the GUI thread. Must not
// outlive the service that made it.
#pragma once

#include <QList>

namespace waydesk::facade {

class OrderCursor
{
public:
    virtual ~OrderCursor() = default;
    virtual QList<qint64> take(int most) = 0; // empty: the end
    // As take(), but bounded for filters that few rows pass: looks at no more than `most` rows, and may answer none
    // although the end has not come.
    virtual QList<qint64> look(int most, bool& atEnd)
    {
        QList<qint64> ids = take(most);
        atEnd = ids.isEmpty();
        return ids;
    }
};

// One over a walk of the store, which has take(most) and atEnd().
template<class Walk>
class WalkCursor final : public OrderCursor
{
public:
    explicit WalkCursor(Walk walk) // a pointer of any kind
        : m_walk(std::move(walk))
    {
    }
    QList<qint64> take(int most) override
    {
        QList<qint64> ids;
        while (ids.isEmpty() && !m_walk->atEnd())
            ids = m_walk->take(most);
        return ids;
    }
    QList<qint64> look(int most, bool& atEnd) override
    {
        QList<qint64> ids = m_walk->take(most);
        atEnd = m_walk->atEnd();
        return ids;
    }

private:
    Walk m_walk;
};

} // namespace waydesk::facade
