// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/changes.h"

#include "backend/http/answers.h"
#include "services/wire/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr int kPage = 500; // changes in one answer
constexpr int kLongestWait = 25;
constexpr qint64 kPruneStep = 5'000;

struct Feed
{
    QString epoch;
    qint64 floor = 0, newest = 0;
};

Feed readFeed(Connection& db)
{
    Feed feed;
    const auto rows = db.run("SELECT (SELECT value FROM property WHERE name = 'feed_epoch'), "
                             "(SELECT value FROM property WHERE name = 'feed_floor'), "
                             "(SELECT coalesce(max(seq), 0) FROM change)",
                             {});
    if (rows->next())
        feed = {rows->text(0), rows->text(1).toLongLong(), rows->integer(2)};
    return feed;
}

QString cursorText(const Feed& feed, qint64 seq)
{
    return feed.epoch + u'.' + QString::number(seq);
}

Response answer(const QString& cursor, QByteArrayView changes)
{
    wire::JsonWriter out(changes.size() + 128);
    out.beginObject().field("success", true).field("message", u"Changes retrieved successfully"_s);
    out.key("data").beginObject().field("cursor", cursor).key("changes").raw(changes).endObject().endObject();
    return {.status = 200, .body = out.take(), .headers = {}};
}

Response changesSince(Call& call)
{
    const Request& request = call.request;
    QList<FieldError> errors;
    int wait = 0;
    if (const auto text = request.queryValue(u"wait"); text && !text->isEmpty()) {
        bool isNumber = false;
        wait = text->toInt(&isNumber);
        if (!isNumber || wait < 0 || wait > kLongestWait)
            errors.append({u"wait"_s, u"Must be a whole number from 0 to %1"_s.arg(kLongestWait)});
    }
    const Feed feed = readFeed(call.db);
    const QString since = request.queryValue(u"since").value_or(QString());
    if (since.isEmpty())
        return errors.isEmpty() ? answer(cursorText(feed, feed.newest), "[]") : invalidFields(errors);

    const qsizetype dot = since.indexOf(u'.');
    bool isNumber = false;
    const qint64 after = since.mid(dot + 1).toLongLong(&isNumber);
    if (dot < 0 || !isNumber || after < 0)
        errors.append({u"since"_s, u"Not a cursor of this feed"_s});
    if (!errors.isEmpty())
        return invalidFields(errors);
    if (since.left(dot) != feed.epoch || after < feed.floor || after > feed.newest)
        return failure(410, u"cursor_too_old"_s, u"These changes are no longer kept. Load everything again."_s);

    wire::JsonWriter changes(256);
    changes.beginArray();
    qint64 last = feed.newest; // nothing of this tenant up to here is left out
    int count = 0;
    const auto rows = call.db.run("SELECT seq, entity, entity_id, op, updated_at FROM change "
                                  "WHERE tenant_id = ? AND seq > ? ORDER BY seq LIMIT ?",
                                  {call.caller.tenant.value, after, qint64(kPage)});
    while (rows->next()) {
        const Instant at{std::chrono::microseconds(rows->integer(4))};
        changes.beginObject().field("seq", rows->integer(0)).field("entity", rows->text(1)).field("id", rows->text(2));
        changes.field("op", rows->text(3)).field("updated_at", at).endObject();
        if (++count == kPage)
            last = rows->integer(0);
    }
    changes.endArray();
    Response response = answer(cursorText(feed, last), changes.take());
    if (count == 0 && !request.waitedOut)
        response.waitFor = std::chrono::seconds(wait);
    return response;
}

} // namespace

void recordChange(Call& call, const QString& entity, const QString& id, const QString& op)
{
    call.changed = true;
    call.db.execute("INSERT INTO change(tenant_id, entity, entity_id, op, updated_at) VALUES (?, ?, ?, ?, ?)",
                    {call.caller.tenant.value, entity, id, op, qint64(call.clock.now().time_since_epoch().count())});
}

std::vector<Route> changeRoutes()
{
    return {{.method = Method::Get,
             .pattern = u"/delivery/changes"_s,
             .access = Access::SignedIn,
             .writes = false,
             .handler = changesSince}};
}

bool pruneChanges(Connection& db, Instant now, qint64 mostKept)
{
    const Feed feed = readFeed(db);
    const qint64 tooOld = (now - kChangesKeptFor).time_since_epoch().count();
    // Time and seq rise together, so the first row that is young enough tells where the old ones end.
    qint64 firstKept = feed.newest;
    const auto young = db.run("SELECT seq FROM change WHERE updated_at >= ? ORDER BY seq LIMIT 1", {tooOld});
    if (young->next())
        firstKept = young->integer(0);
    firstKept = std::min(std::max(firstKept, feed.newest - mostKept + 1), feed.newest);
    const auto oldest = db.run("SELECT min(seq) FROM change", {});
    if (!oldest->next() || oldest->isNull(0))
        return false;
    const qint64 upTo = std::min(firstKept - 1, oldest->integer(0) + kPruneStep - 1);
    if (upTo < oldest->integer(0))
        return false;
    db.execute("DELETE FROM change WHERE seq <= ?", {upTo});
    db.execute("UPDATE property SET value = ? WHERE name = 'feed_floor'", {QString::number(upTo)});
    return upTo < firstKept - 1;
}

} // namespace waydesk::backend
