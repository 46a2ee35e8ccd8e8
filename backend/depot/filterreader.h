// SPDX-License-Identifier: GPL-3.0-or-later
// Reads `column_filters`, URL-encoded JSON with one condition per column, into a WHERE: what the lists have in common.
// An empty text is a cleared filter. Each fault is one entry of a 400.
#pragma once

#include "backend/depot/where.h"
#include "backend/http/message.h"
#include "services/domain/result.h"

#include <QJsonObject>

namespace waydesk::backend {

class FilterReader
{
public:
    explicit FilterReader(Call& call)
        : m_call(call)
    {
    }
    virtual ~FilterReader() = default;

    Result<Where> readAll(const QString& json); // once

protected:
    virtual void read(const QString& column, const QJsonValue& value) = 0; // of one column

    void refuse(const QString& message);
    Where& where() { return m_where; }
    // A text of 1 to 200 characters; codes may come as numbers too.
    std::optional<QString> textOf(const QJsonValue& value);
    // The text is bound as "%text%" so many times.
    void part(std::string_view condition, const QJsonValue& value, int times = 1);
    // A day, an instant, {"from","to"} or {"min","max"} of these. A day stands for its whole length.
    void dates(const std::string& column, const QJsonValue& value);
    // Has the object no other keys than these two, and at least one?
    static bool boundsOf(const QJsonObject& object, const QString& low, const QString& high);

private:
    enum class Bound { Lower, Upper };
    void date(const std::string& column, Bound side, const QJsonValue& value);

    Call& m_call;
    Where m_where;
    QList<FieldError> m_faults;
    QString m_column;
};

} // namespace waydesk::backend
