// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's short lists: replaced by value, repainted by difference, never reset.
#include "models/choicemodels.h"
#include "models/dataagemodel.h"
#include "models/deliveriesmodel.h"
#include "models/findmodel.h"
#include "models/formats.h"
#include "models/outboxmodel.h"
#include "models/statustabsmodel.h"
#include "models/timelinemodel.h"
#include "tests/models/madeuprows.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::models;
using namespace waydesk::tests;
using namespace Qt::Literals::StringLiterals;
using Tester = QAbstractItemModelTester;
using Section = OutboxModel::Section;

namespace {

facade::DeliveryRow parcel(int id, qint64 cod = 1000)
{
    facade::DeliveryRow row;
    row.delivery.id = {u"p%1"_s.arg(id)};
    row.delivery.code = u"DEL%1"_s.arg(id);
    row.delivery.state = DeliveryStatus::Pending;
    row.delivery.cod = {cod, u"IQD"_s};
    return row;
}

store::OutboxEntry entry(qint64 seq, const Command& command, store::CommandState state)
{
    store::OutboxEntry made;
    made.seq = seq;
    made.command = command;
    made.state = state;
    return made;
}

} // namespace

class TestLists : public QObject
{
    Q_OBJECT

    StillClock m_clock;
    Formats m_formats{m_clock, QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()};

private Q_SLOTS:
    void becomesAnyOtherListWithoutAReset()
    {
        DeliveriesModel model(m_formats);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QRandomGenerator random(3);
        for (int round = 0; round < 300; ++round) {
            QList<facade::DeliveryRow> next;
            QHash<QString, QPersistentModelIndex> held;
            for (int row = 0; row < model.rowCount(); ++row)
                held.insert(model.at(row)->delivery.id.value, model.index(row, 1));
            for (int id = 0; id < 25; ++id) {
                if (random.bounded(3) != 0)
                    next += parcel(id, random.bounded(3) * 1000);
            }
            if (random.bounded(2) == 0)
                std::shuffle(next.begin(), next.end(), random);
            model.setDeliveries(next);
            QVERIFY(model.rows() == next);
            for (auto it = held.cbegin(); it != held.cend(); ++it) {
                const int row = model.rowOf({it.key()});
                QCOMPARE(it->isValid(), row >= 0);
                if (row >= 0)
                    QCOMPARE(it->row(), row);
            }
        }
        QVERIFY(resets.isEmpty());
    }

    void repaintsOnlyWhatChanged()
    {
        DeliveriesModel model(m_formats);
        model.setDeliveries({parcel(1), parcel(2), parcel(3)});
        QSignalSpy painted(&model, &QAbstractItemModel::dataChanged);
        auto leaving = parcel(2);
        leaving.leaving = true;
        model.setDeliveries({parcel(1), leaving, parcel(3)});
        QCOMPARE(painted.size(), 1);
        QCOMPARE(painted.first().first().toModelIndex().row(), 1);
        QCOMPARE(model.index(1, DeliveriesModel::Status).data().toString(), u"Leaving, queued"_s);
        QCOMPARE(model.totalCod(), (Money{2000, u"IQD"_s}));
        model.setDeliveries({parcel(1), leaving, parcel(3)});
        QCOMPARE(painted.size(), 1);
    }

    void tellsTheTimelineInOrderAndInWords()
    {
        TimelineModel model(m_formats);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        TimelineEvent created{.type = u"created"_s, .next = WaybillStatus::Drafted, .at = at(12)};
        created.actorName = u"Sara Karim"_s;
        created.actorRole = u"dispatcher"_s;
        TimelineEvent switched{.type = u"driver_switched"_s, .next = WaybillStatus::PickedUp, .at = at(12, 35)};
        switched.previousDriver = u"John Driver"_s;
        switched.previousVehicle = u"Van 101"_s;
        switched.newDriver = u"Backup Driver"_s;
        switched.reason = u"Previous driver had vehicle issue"_s;
        TimelineEvent strange{.type = u"teleported"_s, .next = WaybillState::fromWord(u"beyond"_s), .at = at(13)};
        model.setEvents({created, switched, strange});
        QCOMPARE(model.index(0).data(TimelineModel::ByRole).toString(), u"Sara Karim, Dispatcher"_s);
        QCOMPARE(model.index(0).data(TimelineModel::WhenRole).toString(), u"Today 12:00"_s);
        QCOMPARE(model.index(1).data().toString(),
                 u"Driver switched from John Driver, Van 101 to Backup Driver: “Previous driver had vehicle issue”"_s);
        QCOMPARE(model.index(2).data().toString(), u"teleported"_s);
        QVERIFY(!model.index(2).data(TimelineModel::KnownRole).toBool());
        QCOMPARE(model.index(2).data(TimelineModel::StatusRole).toInt(), -1);
    }

    void sortsTheOutboxIntoWhatNeedsThePersonAndWhatDoesNot()
    {
        const CommandNames names{[](const WaybillId& id) { return QString(u"WB"_s + id.value); },
                                 [](const DriverId&) { return u"Karwan Aziz"_s; },
                                 {}};
        OutboxModel model(m_formats);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        auto refused = entry(1, AttachDeliveries{{u"398"_s}, {{u"a"_s}, {u"b"_s}}}, store::CommandState::Refused);
        refused.attempts = 1;
        refused.finishedAt = at(13, 58);
        refused.lastError = Error{.kind = Error::Kind::Rejected, .vendorText = u"Delivery is already linked"_s};
        const auto seal = entry(2, SealWaybill{{u"412"_s}}, store::CommandState::Queued);
        const auto assign = entry(3, AssignDriver{{u"412"_s}, {u"d1"_s}}, store::CommandState::Queued);
        auto lost = entry(4, CreateWaybill{}, store::CommandState::Unknown);
        lost.finishedAt = at(13, 40);
        auto today = entry(5, CloseWaybill{{u"1"_s}}, store::CommandState::Confirmed);
        today.finishedAt = at(10);
        auto yesterday = today;
        yesterday.seq = 6;
        yesterday.finishedAt = at(10) - std::chrono::hours{24};
        model.setLink(facade::ConnectionState::Link::Offline, at(14, 1));
        model.setEntries({refused, seal, assign, lost}, {today, yesterday}, names);

        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.count(Section::NeedsYou), 1);
        QCOMPARE(model.count(Section::OnItsWay), 2);
        QCOMPARE(model.count(Section::NotKnownYet), 1);
        QCOMPARE(model.count(Section::DoneToday), 1);
        const auto subline = [&](qint64 seq) {
            return model.index(model.rowOf(seq)).data(OutboxModel::SublineRole).toString();
        };
        QCOMPARE(subline(1), u"The server refused: “Delivery is already linked” · Today 13:58 · tried once"_s);
        QCOMPARE(subline(2), u"waiting for the network since 14:01 · goes first when it is back"_s);
        QCOMPARE(subline(3), u"follows “Seal WB412”"_s);
        QVERIFY(subline(4).contains(u"13:40"_s));
        QCOMPARE(model.index(model.rowOf(3)).data().toString(), u"Assign Karwan Aziz to WB412"_s);
        QVERIFY(model.index(model.rowOf(2)).data(OutboxModel::FirstOfSectionRole).toBool());
        QVERIFY(!model.index(model.rowOf(3)).data(OutboxModel::FirstOfSectionRole).toBool());

        auto sealed = seal;
        sealed.state = store::CommandState::Confirmed;
        sealed.finishedAt = at(14, 2);
        const QPersistentModelIndex held = model.index(model.rowOf(2));
        model.setLink(facade::ConnectionState::Link::Online, at(14, 2));
        model.setEntries({refused, assign, lost}, {sealed, today}, names);
        QCOMPARE(held.data(OutboxModel::SectionRole).toInt(), int(Section::DoneToday));
        QCOMPARE(subline(3), u"goes next"_s);
        QVERIFY(model.index(model.rowOf(3)).data(OutboxModel::FirstOfSectionRole).toBool());
        QVERIFY(resets.isEmpty());
    }

    void countsAsDoneTodayWhatTheDepotsDayHolds()
    {
        Formats erbil(m_clock, QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone("Asia/Baghdad")); // +3 hours
        OutboxModel model(erbil);
        auto before = entry(1, CloseWaybill{{u"1"_s}}, store::CommandState::Confirmed);
        before.finishedAt = at(0) - std::chrono::minutes{181}; // 23:59 there the day before
        auto after = entry(2, CloseWaybill{{u"2"_s}}, store::CommandState::Confirmed);
        after.finishedAt = at(0) - std::chrono::minutes{179}; // 00:01 there, 21:01 the day before in Greenwich
        const CommandNames names{[](const WaybillId& id) { return id.value; }, {}, {}};
        model.setEntries({}, {after, before}, names);
        QCOMPARE(model.count(Section::DoneToday), 1);
        QCOMPARE(model.rowOf(2), 0);
        QCOMPARE(model.rowOf(1), -1);
    }

    void countsTheTabs()
    {
        StatusTabsModel model(m_formats);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        facade::StatusCounts counts;
        counts.all = 1204;
        counts.byStatus[size_t(WaybillStatus::Sealed)] = 8;
        model.setCounts(counts);
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(model.index(0).data(StatusTabsModel::CountTextRole).toString(), u"1,204"_s);
        const int sealed = StatusTabsModel::rowOf(WaybillStatus::Sealed);
        QCOMPARE(model.index(sealed).data(StatusTabsModel::CountRole).toInt(), 8);
        QCOMPARE(model.index(sealed).data().toString(), u"Sealed"_s);
        for (int row = 0; row < 8; ++row)
            QCOMPARE(StatusTabsModel::rowOf(StatusTabsModel::statusAt(row)), row);
    }

    void letsDataAgeByTheClock()
    {
        DataAgeModel model(m_formats);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setAges({{u"waybills"_s, 1204, at(14, 2, 27)}, {u"drones"_s, 0, {}}});
        QCOMPARE(model.index(0, DataAgeModel::Age).data().toString(), u"4 s old"_s);
        QCOMPARE(model.index(1, DataAgeModel::What).data().toString(), u"drones"_s);
        QCOMPARE(model.index(1, DataAgeModel::Age).data().toString(), u"not read yet"_s);
        m_clock.time = at(14, 16, 30);
        QSignalSpy painted(&model, &QAbstractItemModel::dataChanged);
        model.tick();
        QCOMPARE(painted.size(), 1);
        QCOMPARE(model.index(0, DataAgeModel::Age).data().toString(), u"14 min old"_s);
        m_clock.time = at(14, 2, 31);
    }

    void findsDriversWhateverTheLetters()
    {
        DriversModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        DriverRef ahmed, karwan;
        ahmed.id = {u"d1"_s};
        ahmed.user.fullName = u"أحمد علي"_s;
        karwan.id = {u"d2"_s};
        karwan.user.fullName = u"Kárwan Aziz"_s;
        karwan.vehicle = VehicleRef{{}, u"Van 101"_s, {}, {}, {}};
        model.setDrivers({ahmed, karwan});
        model.setSearch(u"احمد"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf({u"d1"_s}), 0);
        model.setSearch(u"101 karwan"_s);
        QCOMPARE(model.index(0).data(DriversModel::IdRole).toString(), u"d2"_s);
        model.setSearch({});
        QCOMPARE(model.rowCount(), 2);
        WarehousesModel places;
        Warehouse main;
        main.ref = {{u"h1"_s}, u"Main Warehouse"_s, u"MAIN"_s};
        places.setWarehouses({main});
        places.setSearch(u"main"_s);
        QCOMPARE(places.rowCount(), 1);
        places.setSearch(u"x"_s);
        QCOMPARE(places.rowCount(), 0);
    }

    void findsActionsWithTheirKeysAndWhyNot()
    {
        QAction seal(u"&Seal"_s), scan(u"Scan parcels"_s);
        seal.setShortcut(QKeySequence(u"Ctrl+L"_s));
        seal.setEnabled(false);
        seal.setStatusTip(u"Seal needs at least one delivery."_s);
        int asked = 0;
        FindModel model([&asked](const QString& text, int) {
            ++asked;
            return QList<facade::Found>{{facade::Found::Kind::Driver, u"d1"_s, text, u"Van 101"_s}};
        });
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setActions({&seal, &scan});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(asked, 0);
        QCOMPARE(model.index(0).data().toString(), u"Scan parcels"_s); // what is possible comes first
        QCOMPARE(model.index(1).data(FindModel::KeyRole).toString(), u"Ctrl+L"_s);
        QCOMPARE(model.index(1).data(FindModel::SubtitleRole).toString(), u"Seal needs at least one delivery."_s);
        QVERIFY(!model.choose(1));
        seal.setEnabled(true);
        QCOMPARE(model.index(0).data().toString(), u"Seal"_s);
        model.setText(u"sea"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1).data(FindModel::KindRole).toInt(), int(FindModel::Kind::Driver));
        QSignalSpy triggered(&seal, &QAction::triggered), chosen(&model, &FindModel::chosen);
        QVERIFY(model.choose(0));
        QVERIFY(model.choose(1));
        QCOMPARE(triggered.size(), 1);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!model.choose(7));
    }
};

QTEST_MAIN(TestLists)
#include "tst_lists.moc"
