// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one JSON object's fields by name, leniently where the contract is (numbers as strings and the other way round)
// and counting everything else as drift. Absent and null read as nullopt; a wrong type reads as nullopt and is drift.
#pragma once

#include "services/wire/answers.h"

#include <QJsonArray>

namespace waydesk::wire::ondidesk {

class Fields
{
public:
    Fields(const QJsonObject& object, Drift& drift)
        : m_object(object)
        , m_drift(drift)
    {
    }

    const QJsonObject& object() const { return m_object; }
    Drift& drift() const { return m_drift; }
    bool has(const QString& key) const { return m_object.contains(key); }

    std::optional<QString> text(const QString& key) const; // a number reads as its shortest text
    QString textOr(const QString& key, const QString& fallback = {}) const { return text(key).value_or(fallback); }
    std::optional<qint64> integer(const QString& key) const;
    std::optional<Quantity> quantity(const QString& key) const;
    std::optional<Money> money(const QString& key) const; // whole dinars
    std::optional<double> real(const QString& key) const;
    std::optional<Instant> instant(const QString& key) const;
    std::optional<bool> boolean(const QString& key) const;
    std::optional<QJsonObject> child(const QString& key) const;
    std::optional<QJsonArray> list(const QString& key) const;
    QStringList texts(const QString& key) const;

    template<class IdType>
    std::optional<IdType> id(const QString& key) const
    {
        auto value = text(key);
        if (!value || value->isEmpty())
            return std::nullopt;
        return IdType{*std::move(value)};
    }

    template<class E>
    std::optional<Known<E>> known(const QString& key) const
    {
        const auto came = text(key);
        if (!came)
            return std::nullopt;
        auto result = Known<E>::fromWord(*came);
        if (!result.known)
            m_drift.note(key + u": an unknown word");
        return result;
    }

private:
    std::nullopt_t wrong(const QString& key) const;
    std::optional<QJsonValue> present(const QString& key) const;

    const QJsonObject& m_object;
    Drift& m_drift;
};

} // namespace waydesk::wire::ondidesk
