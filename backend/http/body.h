// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the fields of a JSON body (or of an object inside it), and collects what is wrong with them, so that a route
// reads everything first and then asks once: `if (!in.ok()) return in.failure();`. Lengths are UTF-16 units.
// Absent and null read alike (nullopt) unless isPresent() is asked.
#pragma once

#include "backend/http/answers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <memory>

namespace waydesk::backend {

inline constexpr int kShortText = 200; // names, references, codes
inline constexpr int kLongText = 2000; // notes, reasons
inline constexpr int kUrlText = 2048;

class FieldReader
{
public:
    explicit FieldReader(const Request& request); // an empty body reads as {}

    bool ok() const { return m_findings->broken.isEmpty() && m_findings->errors.isEmpty(); }
    Response failure() const; // 400

    // What a missing field is told; the contract has two wordings.
    void setRequiredMessage(const QString& message) { m_findings->required = message; }
    void reject(const QString& name, const QString& message);

    bool isPresent(const QString& name) const { return m_object.contains(name); } // null counts
    bool hasValue(const QString& name) const { return m_object.contains(name) && !m_object.value(name).isNull(); }
    QJsonValue value(const QString& name) const { return m_object.value(name); }

    QString requiredText(const QString& name, int longest); // blank counts as missing
    std::optional<QString> text(const QString& name, int longest);
    double requiredNumber(const QString& name, double least, double most);
    std::optional<double> number(const QString& name, double least, double most);
    std::optional<qint64> integer(const QString& name, qint64 least, qint64 most);
    std::optional<bool> boolean(const QString& name);
    std::optional<QStringList> texts(const QString& name, int most, int longest);
    std::optional<FieldReader> object(const QString& name); // its errors are named "outer.inner", and counted here
    QList<FieldReader> objects(const QString& name, int most);

    template<class E>
    std::optional<E> choice(const QString& name)
    {
        const std::optional<QString> word = text(name, kShortText);
        if (!word)
            return std::nullopt;
        const std::optional<E> known = parseWord<E>(*word);
        if (!known)
            reject(name, QStringLiteral("Not one of the allowed values"));
        return known;
    }
    template<class E>
    E requiredChoice(const QString& name, E otherwise)
    {
        if (!hasValue(name))
            reject(name, m_findings->required);
        return choice<E>(name).value_or(otherwise);
    }

private:
    struct Findings
    {
        QString broken; // why the body is no JSON object at all
        QList<FieldError> errors;
        QString required = QStringLiteral("This field is required");
    };
    FieldReader(QJsonObject object, QString prefix, std::shared_ptr<Findings> findings)
        : m_object(std::move(object))
        , m_prefix(std::move(prefix))
        , m_findings(std::move(findings))
    {
    }
    bool fits(const QString& name, const QString& text, int longest);

    QJsonObject m_object;
    QString m_prefix; // "proof_of_delivery." inside that object
    std::shared_ptr<Findings> m_findings;
};

} // namespace waydesk::backend
