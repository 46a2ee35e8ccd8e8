// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's list of exceptions shows the oldest open one first, goes on where a page ended, is searched and filtered,
// and every change in it is told to the change feed.
#include "tests/backend/support/caseasks.h"

#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

class TestCaseLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheOldestOpenOneFirst();
    void goesOnWhereThePageEnded();
    void searchesAndFilters();
    void tellsTheFeed();
    void namesTheColleagues();
};

void TestCaseLists::listsTheOldestOpenOneFirst()
{
    TestDepot d;
    const QString parcel = d.delivery();
    const QString a = raise(d, parcel), b = raise(d, parcel), c = raise(d, parcel), e = raise(d, parcel);
    patch(d, a, {{u"resolution"_s, u"done"_s}});
    patch(d, c, {{u"resolution"_s, u"done"_s}});
    const Reply all = d.get(kExceptions);
    QCOMPARE(ids(all), QStringList({b, e, a, c}));
    QCOMPARE(counts(all), u"open/Open=2 resolved/Resolved=2"_s);
    QCOMPARE(all.json()[u"total"].toInt(), 4);
    QCOMPARE(all.json()[u"page"].toInt(), 1);
    QCOMPARE(all.json()[u"limit"].toInt(), 100);
    QVERIFY(all.json().contains(u"next_cursor"_s) && all.json()[u"next_cursor"].isNull());
    const Reply open = d.get(kExceptions + u"?state=open"_s);
    QCOMPARE(ids(open), QStringList({b, e}));
    QCOMPARE(open.json()[u"total"].toInt(), 2);
    QCOMPARE(counts(open), u"open/Open=2 resolved/Resolved=2"_s); // of the whole tenant
    QCOMPARE(ids(d.get(kExceptions + u"?state=resolved"_s)), QStringList({a, c}));
    QCOMPARE(ids(d.get(kExceptions + u"?limit=3&page=2"_s)), QStringList({c}));
}

void TestCaseLists::goesOnWhereThePageEnded()
{
    TestDepot d;
    const QString parcel = d.delivery();
    QStringList open;
    for (int i = 0; i < 7; ++i)
        open.append(raise(d, parcel));
    d.sql("UPDATE delivery_case SET raised_at = 5"); // all at one moment: the id decides
    std::sort(open.begin(), open.end());
    const QString last = open.takeLast();
    patch(d, last, {{u"resolution"_s, u"done"_s}});
    QStringList seen;
    QString target = kExceptions + u"?limit=2"_s;
    for (int page = 0; page < 10; ++page) {
        const Reply reply = d.get(target);
        QCOMPARE(reply.json()[u"total"].toInt(), 7);
        seen += ids(reply);
        if (page == 1)
            patch(d, open[0], {{u"resolution"_s, u"meanwhile"_s}}); // nobody after it is skipped
        const QJsonValue next = reply.json()[u"next_cursor"];
        if (next.isNull())
            break;
        target = kExceptions + u"?limit=2&after="_s + next.toString();
    }
    seen.removeAll(last);
    QCOMPARE(seen.count(open[0]), 2); // once open, once resolved
    seen.removeLast();
    if (seen.last() != open.last())
        seen.removeLast();
    QCOMPARE(seen, open);
}

void TestCaseLists::searchesAndFilters()
{
    TestDepot d;
    const QString plain = d.delivery(), carried = d.delivery({{u"barcode"_s, u"XB-77"_s}});
    d.waybillIn(u"sealed"_s, {carried});
    const QString a = raise(d, plain, u"Crushed corner"_s), b = raise(d, carried, u"گم بووە"_s);
    const auto found = [&d](const QString& query) { return ids(d.get(kExceptions + u'?' + query)); };
    QCOMPARE(found(u"search=CORNER"_s), QStringList(a));
    QCOMPARE(found(u"search=xb-77"_s), QStringList(b));
    QCOMPARE(found(u"search=wb-00001"_s), QStringList(b));
    QCOMPARE(found(u"search="_s + QString::fromLatin1(u"گم"_s.toUtf8().toPercentEncoding())), QStringList(b));
    QCOMPARE(found(u"search=%25"_s), QStringList());
    QCOMPARE(found(u"search=nothing"_s), QStringList());
    QCOMPARE(found(u"search=-"_s), QStringList(b)); // its barcode has one; that numbers lack theirs matters not
    QCOMPARE(found(u"owner=none"_s), QStringList({a, b}));
    QCOMPARE(found(u"owner=me"_s), QStringList());
    patch(d, a, {{u"owner_id"_s, u"user-dispatcher"_s}});
    patch(d, b, {{u"owner_id"_s, u"user-manager"_s}});
    QCOMPARE(found(u"owner=none"_s), QStringList());
    QCOMPARE(found(u"owner=me"_s), QStringList(a));
    QCOMPARE(ids(d.get(kExceptions + u"?owner=me"_s, kManager)), QStringList(b));
}

void TestCaseLists::tellsTheFeed()
{
    TestDepot d;
    const QString parcel = d.delivery();
    const auto told = [&d] {
        const QString all = d.text("SELECT group_concat(entity || ' ' || entity_id || ' ' || op, ', ') FROM"
                                   " (SELECT * FROM change ORDER BY seq)");
        d.sql("DELETE FROM change");
        return all;
    };
    (void)told();
    const QString id = raise(d, parcel);
    const QString both = u"exception %1 upsert, delivery %2 upsert"_s.arg(id, parcel);
    QCOMPARE(told(), both);
    patch(d, id, {{u"next_action"_s, u"x"_s}});
    QCOMPARE(told(), both);
    patch(d, id, {{u"resolution"_s, u"x"_s}});
    QCOMPARE(told(), both);
    patch(d, id, {{u"resolution"_s, u"y"_s}}); // refused
    QCOMPARE(told(), QString());
    d.trip({parcel});
    d.act(parcel, u"picked_up"_s);
    (void)told();
    d.act(parcel, u"failed"_s);
    QVERIFY(told().contains(u"exception "_s));
}

void TestCaseLists::namesTheColleagues()
{
    TestDepot d;
    d.sql("INSERT INTO app_user SELECT 'user-gone', tenant_id, 'gone@north.test', 'Gone', '', '', 'dispatcher',"
          " password_hash, NULL, '', 0, created_at FROM app_user WHERE id = 'user-dispatcher'");
    const QJsonArray all = d.get(u"/delivery/colleagues"_s).json()[u"data"].toArray();
    QStringList lines;
    for (const QJsonValue& one : all)
        lines.append(one[u"id"].toString() + u' ' + one[u"full_name"].toString() + u' ' + one[u"role"].toString());
    QCOMPARE(lines, QStringList({u"user-admin North admin admin"_s, u"user-dispatcher North dispatcher dispatcher"_s,
                                 u"user-manager North manager manager"_s}));
    QCOMPARE(d.get(u"/delivery/colleagues"_s, kSouth).json()[u"data"].toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestCaseLists)
#include "tst_backend_caselists.moc"
