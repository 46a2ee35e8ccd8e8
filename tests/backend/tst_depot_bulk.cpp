// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk deletes drafts in bulk only where they are empty, in exactly one scope.
#include "tests/backend/support/testdepot.h"

#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

class TestDepotBulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deletesOnlyEmptyDrafts();
    void refusesAmbiguousBulkDeletes();
    void noticesAConflictWhileDeleting();
};

void TestDepotBulk::deletesOnlyEmptyDrafts()
{
    TestDepot d;
    const QString empty = d.waybill(), full = d.waybill({d.delivery()}),
                  sealed = d.waybillIn(u"sealed"_s, {d.delivery()});
    const auto erase = [&d](const QJsonObject& body) {
        return d.post(u"/delivery/waybills/bulk-delete-empty-drafts"_s, body).data();
    };
    const QJsonObject selected =
        erase({{u"waybill_ids"_s, QJsonArray{empty, full, sealed, empty, u"nowhere"_s, u"warehouse-south"_s}}});
    QCOMPARE(selected[u"deleted_ids"].toArray(), QJsonArray{empty});
    QCOMPARE(selected[u"skipped"].toArray().size(), 2);
    QCOMPARE(selected[u"skipped"][0][u"reason"].toString(), u"has_deliveries"_s);
    QCOMPARE(selected[u"skipped"][1][u"reason"].toString(), u"not_drafted"_s);
    QCOMPARE(selected[u"not_found"].toArray().size(), 2);
    const QString second = d.waybill();
    const QJsonObject all = erase({{u"all_empty_drafts"_s, true}});
    QCOMPARE(all[u"deleted_ids"].toArray(), QJsonArray{second});
    QCOMPARE(d.get(u"/delivery/waybills/"_s + second).status, 404);
    QCOMPARE(d.get(u"/delivery/waybills"_s).json()[u"total"].toInt(), 2);
    QCOMPARE(d.text("SELECT count(*) FROM change WHERE op = 'delete'"), u"2"_s);
}

void TestDepotBulk::refusesAmbiguousBulkDeletes()
{
    TestDepot d;
    const auto code = [&d](const QJsonObject& body) {
        const Reply reply = d.post(u"/delivery/waybills/bulk-delete-empty-drafts"_s, body);
        return QString(QString::number(reply.status) + u' ' + reply.code());
    };
    const QJsonArray one{u"a"_s};
    QCOMPARE(code({}), u"400 waybill_bulk_delete_scope_required"_s);
    QCOMPARE(code({{u"all_empty_drafts"_s, false}}), u"400 waybill_bulk_delete_scope_required"_s);
    QCOMPARE(code({{u"waybill_ids"_s, one}, {u"all_empty_drafts"_s, true}}),
             u"400 waybill_bulk_delete_scope_conflict"_s);
    QCOMPARE(code({{u"waybill_ids"_s, QJsonArray()}}), u"400 "_s);
    QCOMPARE(code({{u"waybill_ids"_s, QJsonArray{1}}}), u"400 "_s);
    QStringList many;
    for (int i = 0; i < 101; ++i)
        many.append(QString::number(i));
    QCOMPARE(code({{u"waybill_ids"_s, QJsonArray::fromStringList(many)}}), u"400 "_s);
    QCOMPARE(code({{u"waybill_ids"_s, QJsonArray::fromStringList(many.mid(1))}}), u"200 "_s);
}

void TestDepotBulk::noticesAConflictWhileDeleting()
{
    TestDepot d;
    const QString id = d.waybill();
    d.sql("CREATE TRIGGER kept BEFORE DELETE ON waybill BEGIN SELECT RAISE(IGNORE); END"); // as a racing writer would
    const Reply reply = d.post(u"/delivery/waybills/bulk-delete-empty-drafts"_s, {{u"waybill_ids"_s, QJsonArray{id}}});
    QCOMPARE(reply.status, 409);
    QCOMPARE(reply.code(), u"waybill_bulk_delete_conflict"_s);
}

QTEST_GUILESS_MAIN(TestDepotBulk)
#include "tst_depot_bulk.moc"
