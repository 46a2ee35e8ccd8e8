// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server reproduces every documented waybill response: each is brought about over HTTP, asked for with the
// documented path and body, and compared with the document.
#include "tests/backend/support/testdepot.h"
#include "tests/contract/support/contractfile.h"
#include "tests/contract/support/waybillsituations.h"

#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace waydesk::contract;
using namespace Qt::Literals::StringLiterals;

namespace {

// What we add to an answer, as the contract's README decides; and words that are examples there.
ContractFile::Allowance allowanceFor(const QString& title)
{
    if (title == u"List Waybills")
        return {{u"driver"_s, u"vehicle"_s, u"total_unit_size"_s, u"total_cod_amount"_s}, {}};
    if (title == u"Get Waybill Detail")
        return {{u"actor_id"_s,
                 u"origin_type"_s,
                 u"origin_warehouse_id"_s,
                 u"origin_location"_s,
                 u"destination_type"_s,
                 u"destination_warehouse_id"_s,
                 u"destination_location"_s,
                 u"carrier_type"_s,
                 u"vehicle_id"_s,
                 u"external_carrier_ref"_s,
                 u"assigned_by"_s,
                 u"sealed_at"_s,
                 u"dispatched_at"_s,
                 u"received_at"_s,
                 u"received_by"_s,
                 u"closed_at"_s,
                 u"cancelled_at"_s,
                 u"proof_of_delivery"_s,
                 u"notes"_s,
                 u"created_by"_s,
                 u"created_at"_s,
                 u"updated_at"_s,
                 u"item_count"_s,
                 u"origin_warehouse"_s,
                 u"destination_warehouse"_s,
                 u"origin_zone"_s,
                 u"destination_zone"_s,
                 u"driver"_s,
                 u"vehicle"_s,
                 u"total_unit_size"_s,
                 u"total_cod_amount"_s,
                 u"assigned_by_user"_s,
                 u"received_by_user"_s},
                {u"data.status"_s}}; // the example stands still while its own timeline goes on
    if (title == u"Create Waybill" || title == u"Update Waybill")
        return {{}, {u"data.status"_s}, {u"data.sealed_at"_s}}; // a draft, where the examples show a sealed one
    return {};
}

} // namespace

class TestContractServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reproducesEveryDocumentedResponse_data();
    void reproducesEveryDocumentedResponse();
    void noticesEveryKindOfDifference();

private:
    ContractFile m_file{QStringLiteral(WAYDESK_SOURCE_DIR "/tests/contract/data/ondi-waybills.json")};
    QHash<QString, SituationMaker> m_situations;
};

void TestContractServer::initTestCase()
{
    m_situations = waybillSituations();
    QCOMPARE(m_file.responses().size(), 55);
}

void TestContractServer::reproducesEveryDocumentedResponse_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_file.responses().size(); ++i)
        QTest::newRow(qPrintable(m_file.responses()[i].key())) << i;
}

void TestContractServer::reproducesEveryDocumentedResponse()
{
    QFETCH(int, index);
    const Documented& one = m_file.responses()[index];
    const QString faults = faultsOf(m_file, one, m_situations.value(one.key()), allowanceFor(one.title));
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

// The comparison itself: each change of a right answer must be seen.
void TestContractServer::noticesEveryKindOfDifference()
{
    const auto wanted = std::find_if(m_file.responses().begin(), m_file.responses().end(), [](const Documented& d) {
        return d.key() == u"List Waybills / Success Response";
    });
    QVERIFY(wanted != m_file.responses().end());
    const QJsonObject right = wanted->body;
    const auto faults = [&](const QJsonObject& answer) { return m_file.differences(right, answer, {}); };
    QCOMPARE(faults(right), QStringList());
    const auto changedRow = [&](const QString& key, const QJsonValue& value) {
        QJsonObject answer = right, row = right[u"data"].toArray()[0].toObject();
        if (value.isUndefined())
            row.remove(key);
        else
            row.insert(key, value);
        answer.insert(u"data"_s, QJsonArray{row});
        return faults(answer);
    };
    QVERIFY(!changedRow(u"waybill_number"_s, QJsonValue(QJsonValue::Undefined)).isEmpty());
    QVERIFY(!changedRow(u"waybill_number"_s, QJsonValue(QJsonValue::Null)).isEmpty());
    QVERIFY(!changedRow(u"item_count"_s, u"1"_s).isEmpty());
    QVERIFY(!changedRow(u"status"_s, u"closed"_s).isEmpty());
    QVERIFY(!changedRow(u"created_at"_s, u"yesterday"_s).isEmpty());
    QVERIFY(!changedRow(u"surprise"_s, 1).isEmpty());
    QVERIFY(changedRow(u"driver_id"_s, QJsonValue(QJsonValue::Null)).isEmpty()); // null elsewhere in the document
    QJsonObject answer = right;
    answer.insert(u"code"_s, u"x"_s);
    QVERIFY(!faults(answer).isEmpty());
    answer = right;
    answer.insert(u"message"_s, u"Waybills"_s);
    QVERIFY(!faults(answer).isEmpty());
    answer = right;
    answer.insert(u"limit"_s, 25);
    QVERIFY(!faults(answer).isEmpty());
    answer = right;
    answer.insert(u"data"_s, QJsonArray());
    QVERIFY(!faults(answer).isEmpty());
}

QTEST_GUILESS_MAIN(TestContractServer)
#include "tst_contract_server.moc"
