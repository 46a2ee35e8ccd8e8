// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the fields of a request's object and gathers every fault it finds, as the contract's `details[]` wants them.
// Absent and null read alike unless `isNull` is asked. Texts and arrays are bounded; U+0000 is refused, because not
// every database can store it. A reader answers nullopt after a fault too: look at the list of faults at the end.
#pragma once

#include "services/domain/money.h"
#include "services/domain/result.h"
#include "services/domain/status.h"

#include <QJsonObject>
#include <QStringList>

namespace waydesk::wire {

enum class Need { Required, Optional };

class FieldReader
{
public:
    FieldReader(QJsonObject object, QList<FieldError>& faults, QString path = {},
                QString requiredWords = QStringLiteral("This field is required"));

    bool has(const QString& key) const; // present, and not null
    bool isNull(const QString& key) const { return m_object.value(key).isNull(); }

    std::optional<QString> text(const QString& key, Need need, qsizetype least, qsizetype most);
    std::optional<QStringList> texts(const QString& key, Need need, qsizetype least, qsizetype most, qsizetype longest);
    std::optional<double> number(const QString& key, Need need, double least, double most);
    std::optional<bool> boolean(const QString& key, Need need);
    std::optional<QJsonObject> object(const QString& key, Need need);
    // A number or its text, as quantities come on this wire.
    std::optional<Quantity> quantity(const QString& key, Need need, Quantity least, Quantity most);

    template<class E>
    std::optional<E> word(const QString& key, Need need)
    {
        const std::optional<QString> came = text(key, need, 1, 50);
        if (!came)
            return std::nullopt;
        const std::optional<E> known = parseWord<E>(*came);
        if (!known)
            refuse(key, QStringLiteral("Input is not one of the allowed values"));
        return known;
    }

    void refuse(const QString& key, const QString& message);

private:
    bool missing(const QString& key, Need need);

    QJsonObject m_object;
    QList<FieldError>& m_faults;
    QString m_path, m_requiredWords;
};

// A number or its text; nullopt for anything else, and for more than three fraction digits.
std::optional<Quantity> quantityOf(const QJsonValue& value);

// 400 with `details[]`; its message is the first fault's.
Error badRequest(QList<FieldError> faults);
Error badRequest(const QString& field, const QString& message);

// The body of a request: an object within the limits, or a 400. An empty body reads as {}.
Result<QJsonObject> requestObject(QByteArrayView body);

} // namespace waydesk::wire
