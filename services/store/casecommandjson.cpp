// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/casecommandjson.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

template<class T, class Text>
QJsonValue orNull(const std::optional<T>& value, Text text)
{
    return value ? QJsonValue(text(*value)) : QJsonValue(QJsonValue::Null);
}

std::optional<QString> maybe(const QJsonObject& in, const QString& key)
{
    return in.contains(key) ? std::optional(in[key].toString()) : std::nullopt;
}

// Outer nullopt: the key is absent. Inner nullopt: it is null.
template<class T, class Read>
std::optional<std::optional<T>> maybeCleared(const QJsonObject& in, const QString& key, Read read)
{
    if (!in.contains(key))
        return std::nullopt;
    return std::optional<std::optional<T>>(std::in_place,
                                           in[key].isNull() ? std::optional<T>() : read(in[key].toString()));
}

} // namespace

void writeCommand(QJsonObject& out, const RaiseCase& c)
{
    out[u"delivery"_s] = c.delivery.value;
    out[u"what"_s] = word(c.kind);
    out[u"reason"_s] = c.reason;
    if (c.notes)
        out[u"notes"_s] = *c.notes;
}

void writeCommand(QJsonObject& out, const UpdateCase& c)
{
    out[u"exception"_s] = c.exception.value;
    out[u"delivery"_s] = c.delivery.value;
    if (c.owner)
        out[u"owner"_s] = orNull(*c.owner, [](const UserId& id) { return id.value; });
    if (c.nextAction)
        out[u"next_action"_s] = orNull(*c.nextAction, [](const QString& text) { return text; });
    if (c.dueAt)
        out[u"due_at"_s] = orNull(*c.dueAt, [](Instant at) { return formatInstant(at); });
    if (c.resolution)
        out[u"resolution"_s] = *c.resolution;
}

std::optional<Command> caseCommandFrom(const QString& kind, const QJsonObject& in)
{
    const DeliveryId delivery{in[u"delivery"_s].toString()};
    if (kind == u"raise_case") {
        const auto what = parseWord<CaseKind>(in[u"what"_s].toString());
        if (!what)
            return std::nullopt;
        return RaiseCase{delivery, *what, in[u"reason"_s].toString(), maybe(in, u"notes"_s)};
    }
    if (kind == u"update_case")
        return UpdateCase{
            ExceptionId{in[u"exception"_s].toString()},
            delivery,
            maybeCleared<UserId>(in, u"owner"_s, [](const QString& id) { return std::optional(UserId{id}); }),
            maybeCleared<QString>(in, u"next_action"_s, [](const QString& text) { return std::optional(text); }),
            maybeCleared<Instant>(in, u"due_at"_s, [](const QString& text) { return parseInstant(text); }),
            maybe(in, u"resolution"_s)};
    return std::nullopt;
}

} // namespace waydesk::store
