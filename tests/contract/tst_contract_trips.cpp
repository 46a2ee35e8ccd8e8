// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server reproduces every documented trip response: each is brought about over HTTP, asked for with the
// documented path, and compared with the document. The bodies name parcels and drivers that exist here.
#include "tests/contract/support/tripsituations.h"

#include <QtTest>

using namespace waydesk;
using namespace waydesk::contract;
using namespace Qt::Literals::StringLiterals;

namespace {

// The creation's example cuts its stops short: one of them, and a current stop whose place and deliveries are empty.
ContractFile::Allowance allowanceFor(const QString& title)
{
    if (title != u"Create Trip")
        return {};
    const QString stops = u"data.driver_execution.stop_list[%1].stop_type"_s;
    return {{u"latitude"_s, u"longitude"_s, u"is_complete"_s, u"deliveries"_s},
            {stops.arg(1), stops.arg(2), u"data.driver_execution.next_stop.stop_type"_s},
            {}};
}

} // namespace

class TestContractTrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reproducesEveryDocumentedResponse_data();
    void reproducesEveryDocumentedResponse();
    void noticesAWrongWordInAStop();

private:
    ContractFile m_file{QStringLiteral(WAYDESK_SOURCE_DIR "/tests/contract/data/ondi-trips.json")};
    QHash<QString, SituationMaker> m_situations;
};

void TestContractTrips::initTestCase()
{
    m_situations = tripSituations();
    QCOMPARE(m_file.responses().size(), 20);
    QCOMPARE(m_situations.size(), 20);
}

void TestContractTrips::reproducesEveryDocumentedResponse_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_file.responses().size(); ++i)
        QTest::newRow(qPrintable(m_file.responses()[i].key())) << i;
}

void TestContractTrips::reproducesEveryDocumentedResponse()
{
    QFETCH(int, index);
    const Documented& one = m_file.responses()[index];
    const QString faults = faultsOf(m_file, one, m_situations.value(one.key()), allowanceFor(one.title));
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

void TestContractTrips::noticesAWrongWordInAStop()
{
    const auto wanted = std::find_if(m_file.responses().begin(), m_file.responses().end(),
                                     [](const Documented& d) { return d.key() == u"Get Trip Detail / Success"; });
    QVERIFY(wanted != m_file.responses().end());
    const QJsonObject right = wanted->body;
    QCOMPARE(m_file.differences(right, right, {}), QStringList());
    QJsonObject data = right[u"data"].toObject(), execution = data[u"driver_execution"].toObject();
    QJsonArray stops = execution[u"stop_list"].toArray();
    QJsonObject stop = stops[1].toObject();
    stop.insert(u"stop_type"_s, u"pickup"_s);
    stops.replace(1, stop);
    execution.insert(u"stop_list"_s, stops);
    data.insert(u"driver_execution"_s, execution);
    QJsonObject wrong = right;
    wrong.insert(u"data"_s, data);
    QCOMPARE(m_file.differences(right, wrong, {}).size(), 1);
}

QTEST_GUILESS_MAIN(TestContractTrips)
#include "tst_contract_trips.moc"
