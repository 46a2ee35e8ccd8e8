// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/caserequests.h"

#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondi {

namespace {

constexpr qsizetype kId = 100, kNotes = 2000, kInstant = 40;

std::optional<std::optional<UserId>> readOwner(FieldReader& reader)
{
    if (reader.isNull(u"owner_id"_s))
        return std::optional<std::optional<UserId>>(std::in_place, std::nullopt);
    const auto id = reader.text(u"owner_id"_s, Need::Optional, 1, kId);
    if (!id)
        return std::nullopt;
    return std::optional(UserId{*id});
}

std::optional<std::optional<QString>> readNextAction(FieldReader& reader)
{
    const QString key = u"next_action"_s;
    if (reader.isNull(key))
        return std::optional<std::optional<QString>>(std::in_place, std::nullopt);
    const auto text = reader.text(key, Need::Optional, 0, kLongestCaseText);
    if (!text)
        return std::nullopt;
    return text->isEmpty() ? std::optional<QString>() : text; // an empty one is none
}

std::optional<std::optional<Instant>> readDue(FieldReader& reader)
{
    const QString key = u"due_at"_s;
    if (reader.isNull(key))
        return std::optional<std::optional<Instant>>(std::in_place, std::nullopt);
    const auto text = reader.text(key, Need::Optional, 1, kInstant);
    if (!text)
        return std::nullopt;
    const std::optional<Instant> at = parseInstant(*text);
    if (!at) {
        reader.refuse(key, u"Input should be a valid datetime"_s);
        return std::nullopt;
    }
    return at;
}

} // namespace

Result<RaiseCase> decodeRaiseCase(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    RaiseCase command;
    command.delivery.value = reader.text(u"delivery_id"_s, Need::Required, 1, kId).value_or(QString());
    command.kind = reader.word<CaseKind>(u"kind"_s, Need::Required).value_or(CaseKind::Other);
    command.reason = reader.text(u"reason"_s, Need::Required, 1, kLongestCaseText).value_or(QString());
    command.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes);
    if (!faults.isEmpty())
        return badRequest(faults);
    return command;
}

Result<UpdateCase> decodeUpdateCase(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    UpdateCase command;
    command.owner = readOwner(reader);
    command.nextAction = readNextAction(reader);
    command.dueAt = readDue(reader);
    command.resolution = reader.text(u"resolution"_s, Need::Optional, 1, kLongestCaseText);
    if (!faults.isEmpty())
        return badRequest(faults);
    return command;
}

} // namespace waydesk::wire::ondi
