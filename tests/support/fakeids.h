// SPDX-License-Identifier: GPL-3.0-or-later
// Ids in a row, the same in every run: "id-1", "id-2" …
#pragma once

#include <QString>

namespace waydesk::test {

class FakeIds
{
public:
    explicit FakeIds(QString prefix = QStringLiteral("id"))
        : m_prefix(std::move(prefix))
    {
    }
    QString next() { return m_prefix + QLatin1Char('-') + QString::number(++m_last); }

private:
    QString m_prefix;
    int m_last = 0;
};

} // namespace waydesk::test
