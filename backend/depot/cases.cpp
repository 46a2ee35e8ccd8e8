// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/cases.h"

#include "backend/auth/accounts.h"
#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "services/domain/caserules.h"
#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Error refused(CaseRefusal refusal)
{
    const RefusalWords words = wordsOf(refusal);
    return refusedWith(words.status, words.code, words.message);
}

Result<DeliveryCase> findCase(Call& call, const ExceptionId& id)
{
    static const std::string sql = caseSelect() + " WHERE c.id = ? AND c.tenant_id = ?";
    const auto rows = call.db.run(sql, {bound(id), bound(call.caller.tenant)});
    if (!rows->next())
        return call.db.failed() ? storageFailed() : refused(CaseRefusal::NotFound);
    return readCase(*rows);
}

void tell(Call& call, const DeliveryCase& row)
{
    recordChange(call, u"exception"_s, row.id.value);
    recordChange(call, u"delivery"_s, row.delivery.value);
}

bool isColleague(Call& call, const UserId& user)
{
    const QList<Colleague> all = colleagues(call);
    return std::any_of(all.begin(), all.end(), [&](const Colleague& one) { return one.id == user; });
}

DeliveryCase caseOf(Call& call, const Delivery& delivery, CaseKind kind)
{
    DeliveryCase row;
    row.id.value = call.ids.newId();
    row.delivery = delivery.id;
    row.kind = kind;
    row.waybill = delivery.waybillId;
    row.trip = delivery.tripId;
    row.raisedAt = row.updatedAt = call.clock.now();
    return row;
}

} // namespace

const std::string& caseSelect()
{
    static const std::string sql =
        "SELECT c.id, c.delivery_id, d.delivery_code, d.status, c.kind, c.reason, c.notes, c.waybill_id,"
        " w.waybill_number, c.trip_id, t.trip_number, c.raised_at, raiser.full_name, c.owner_id, owner.full_name,"
        " c.next_action, c.due_at, c.state, c.resolved_at, resolver.full_name, c.resolution, c.updated_at"
        " FROM delivery_case c JOIN delivery d ON d.id = c.delivery_id"
        " LEFT JOIN waybill w ON w.id = c.waybill_id LEFT JOIN trip t ON t.id = c.trip_id"
        " LEFT JOIN app_user raiser ON raiser.id = c.raised_by LEFT JOIN app_user owner ON owner.id = c.owner_id"
        " LEFT JOIN app_user resolver ON resolver.id = c.resolved_by";
    return sql;
}

DeliveryCase readCase(Rows& rows)
{
    ColumnReader in(rows);
    DeliveryCase row;
    row.id.value = in.text();
    row.delivery.value = in.text();
    row.deliveryCode = in.text();
    row.deliveryState = DeliveryState::fromWord(in.text());
    row.kind = Known<CaseKind>::fromWord(in.text());
    row.reason = in.text();
    row.notes = in.text();
    row.waybill = in.maybeId<WaybillId>();
    row.waybillNumber = in.maybeText();
    row.trip = in.maybeId<TripId>();
    row.tripNumber = in.maybeText();
    row.raisedAt = in.instant();
    row.raisedByName = in.maybeText();
    row.owner = in.maybeId<UserId>();
    row.ownerName = in.maybeText();
    row.nextAction = in.maybeText();
    row.dueAt = in.maybeInstant();
    row.state = Known<CaseState>::fromWord(in.text());
    row.resolvedAt = in.maybeInstant();
    row.resolvedByName = in.maybeText();
    row.resolution = in.maybeText();
    row.updatedAt = in.instant();
    return row;
}

void insertCase(Call& call, const DeliveryCase& row)
{
    const Value by = bound(call.caller.user);
    call.db.execute(
        "INSERT INTO delivery_case (id, tenant_id, delivery_id, kind, reason, notes, waybill_id, trip_id, raised_by,"
        " raised_at, owner_id, next_action, due_at, state, resolved_by, resolved_at, resolution, search_text,"
        " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {bound(row.id), bound(call.caller.tenant), bound(row.delivery), bound(row.kind.text), bound(row.reason),
         bound(row.notes), bound(row.waybill), bound(row.trip), by, bound(row.raisedAt), bound(row.owner),
         bound(row.nextAction), bound(row.dueAt), bound(row.state.text), row.resolvedAt ? by : Value(),
         bound(row.resolvedAt), bound(row.resolution), QString(row.reason + u' ' + row.notes).toLower(),
         bound(row.updatedAt)});
    tell(call, row);
}

void openCaseFor(Call& call, const Delivery& delivery, DeliveryAction action, const QString& notes)
{
    const std::optional<CaseKind> kind = caseOpenedBy(action);
    if (!kind)
        return;
    DeliveryCase row = caseOf(call, delivery, *kind);
    row.reason = notes;
    insertCase(call, row);
}

Result<DeliveryCase> raiseCase(Call& call, const RaiseCase& command)
{
    const std::optional<Delivery> delivery = findDelivery(call, command.delivery);
    if (!delivery)
        return call.db.failed() ? storageFailed() : refused(Refusal::DeliveryNotFound);
    DeliveryCase row = caseOf(call, *delivery, command.kind);
    row.reason = command.reason;
    row.notes = command.notes.value_or(u""_s);
    insertCase(call, row);
    return findCase(call, row.id);
}

Result<DeliveryCase> updateCase(Call& call, const UpdateCase& command)
{
    const auto before = findCase(call, command.exception);
    if (!before)
        return before;
    if (const CaseRefusal refusal = canUpdateCase(*before); refusal != CaseRefusal::None)
        return refused(refusal);
    if (command.owner && *command.owner && !isColleague(call, **command.owner))
        return wire::badRequest(u"owner_id"_s, u"Input should be a user who may dispatch"_s);
    const DeliveryCase after = apply(command, *before, call.clock.now());
    call.db.execute("UPDATE delivery_case SET owner_id = ?, next_action = ?, due_at = ?, state = ?, resolved_by = ?,"
                    " resolved_at = ?, resolution = ?, updated_at = ? WHERE id = ? AND tenant_id = ?",
                    {bound(after.owner), bound(after.nextAction), bound(after.dueAt), bound(after.state.text),
                     after.resolvedAt ? bound(call.caller.user) : Value(), bound(after.resolvedAt),
                     bound(after.resolution), bound(after.updatedAt), bound(after.id), bound(call.caller.tenant)});
    tell(call, after);
    return findCase(call, after.id);
}

QList<DeliveryCase> casesOf(Call& call, const DeliveryId& delivery)
{
    static const std::string sql =
        caseSelect() + " WHERE c.delivery_id = ? AND c.tenant_id = ? ORDER BY c.raised_at, c.id";
    QList<DeliveryCase> cases;
    const auto rows = call.db.run(sql, {bound(delivery), bound(call.caller.tenant)});
    while (rows->next())
        cases.append(readCase(*rows));
    return cases;
}

QList<Colleague> colleagues(Call& call)
{
    QList<Colleague> all;
    const auto rows = call.db.run("SELECT id, full_name, role FROM app_user WHERE tenant_id = ? AND active = 1"
                                  " ORDER BY full_name, id",
                                  {bound(call.caller.tenant)});
    while (rows->next()) {
        Colleague one{{rows->text(0)}, rows->text(1), Known<UserRole>::fromWord(rows->text(2))};
        Caller they;
        if (one.role.known)
            they.permissions = permissionsOf(*one.role.known);
        if (mayDispatch(they))
            all.append(std::move(one));
    }
    return all;
}

} // namespace waydesk::backend
