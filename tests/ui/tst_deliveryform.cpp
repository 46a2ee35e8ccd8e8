// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a parcel by keys alone: what is typed becomes one command, what is wrong is said at its field, and
// nothing typed is lost.
#include "tests/ui/deskbench.h"
#include "ui/deliveries/consigneefield.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverydetail.h"
#include "ui/deliveries/deliveryform.h"
#include "ui/deliveries/parcelendfield.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/deliveries/windowfield.h"
#include "ui/map/basemap.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"

#include <QSignalSpy>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Shown
{
    explicit Shown(Theme& theme)
        : page(theme, {deliveries,
                       (engine.seedDepot(0, 12), lookups),
                       commands,
                       formats,
                       [] { return names(); },
                       {stories, media, {}},
                       &basemap})
    {
        page.resize(1252, 850);
        page.show();
        page.activateWindow();
        settle();
        if (!QTest::qWaitFor([this] { return page.parcels()->rows()->isComplete(); }))
            qFatal("the table is not read");
    }
    static models::DeliveryFilterNames names()
    {
        models::DeliveryFilterNames found;
        found.common.warehouses = [] { return QList<Warehouse>(); };
        found.zones = [] { return QList<Zone>(); };
        found.waybill = [](const QString&) { return std::optional<WaybillId>(); };
        found.trip = [](const QString&) { return std::optional<TripId>(); };
        return found;
    }
    DeliveryForm* form() const { return qobject_cast<DeliveryForm*>(page.openPanel()); }
    void key(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &page, static_cast<Qt::Key>(key), with);
        settle();
    }
    void type(QLineEdit* edit, const QString& text)
    {
        edit->setFocus();
        edit->selectAll();
        if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; })) {
            QTest::keyClicks(edit, text);
            return;
        }
        QInputMethodEvent event; // QTest knows the keys of ASCII alone
        event.setCommitString(text);
        QApplication::sendEvent(edit, &event);
    }
    Command only() const { return commands.open().constFirst().command; }

    FakeEngine engine;
    Basemap basemap = Basemap::embedded();
    facade::DeliveryService deliveries{engine.reader(), engine};
    facade::LookupService lookups{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    facade::ParcelStoryService stories{engine.reader(), engine};
    facade::MediaService media{engine.reader(), engine};
    models::Formats formats{engine.clock(), QLocale(QLocale::English, QLocale::UnitedKingdom),
                            QTimeZone("Asia/Baghdad")};
    DeliveriesPage page;
};

} // namespace

class TestDeliveryForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void makesAParcelOfWhatIsTyped()
    {
        Shown s(m_theme);
        s.page.newAction()->trigger();
        settle();
        DeliveryForm* form = s.form();
        QVERIFY(form);
        QVERIFY(form->consignee()->name()->hasFocus());
        QVERIFY2(namelessInputs(*form).isEmpty(), qPrintable(namelessInputs(*form).join(u'\n')));
        s.type(form->consignee()->name(), u"Dilan Aziz"_s);
        s.key(Qt::Key_Tab);
        QVERIFY(form->consignee()->phone()->hasFocus());
        QTest::keyClicks(form->consignee()->phone(), u"0750 555 0101"_s);
        s.key(Qt::Key_Tab);
        QVERIFY(form->dropoff()->choice()->hasFocus());
        s.key(Qt::Key_End); // an address
        s.key(Qt::Key_Tab);
        QVERIFY(form->dropoff()->address()->hasFocus());
        QTest::keyClicks(form->dropoff()->address(), u"Gulan, Street 7"_s);
        s.key(Qt::Key_Tab);
        QTest::keyClicks(form->dropoff()->position(), u"36.1901, 44.0091"_s);
        form->pickup()->choice()->setFocus();
        s.key(Qt::Key_Home);
        s.type(form->visit()->day(), u"2026-04-07"_s);
        s.type(form->visit()->from(), u"9"_s);
        s.type(form->visit()->to(), u"11:30"_s);
        s.type(form->cod(), u"١٥٬٠٠٠"_s);
        s.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!s.page.openPanel());
        QCOMPARE(s.commands.open().size(), 1);
        const auto create = std::get<CreateDelivery>(s.only());
        QVERIFY(create.localId.isLocal());
        QCOMPARE((*create.parcel.customer)->fullName, u"Dilan Aziz"_s);
        QCOMPARE(create.parcel.cod->minor, 15000);
        QCOMPARE(create.parcel.dropoff->position, QGeoCoordinate(36.1901, 44.0091));
        QVERIFY(create.parcel.pickupWarehouse && *create.parcel.pickupWarehouse);
        QCOMPARE(formatInstant((*create.parcel.window)->opens), u"2026-04-07T06:00:00Z"_s); // 9 in Baghdad
        QCOMPARE(formatInstant((*create.parcel.window)->closes), u"2026-04-07T08:30:00Z"_s);
        QTRY_COMPARE(s.page.parcels()->rows()->idAt(0), create.localId);
    }

    void saysWhatIsWrongWhereItIs()
    {
        Shown s(m_theme);
        s.page.newAction()->trigger();
        settle();
        DeliveryForm* form = s.form();
        form->pickup()->choice()->setCurrentIndex(0);
        s.type(form->consignee()->phone(), u"0750"_s);
        s.type(form->cod(), u"a lot"_s);
        s.type(form->visit()->from(), u"25:00"_s);
        s.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.form(), form);
        QVERIFY(s.commands.open().isEmpty());
        for (QWidget* field : std::initializer_list<QWidget*>{form->consignee()->name(), form->dropoff()->choice(),
                                                              form->cod(), form->visit()->from()})
            QVERIFY2(!form->errorAt(field).isEmpty(), qPrintable(field->accessibleName()));
        QVERIFY(form->errorAt(form->pickup()->choice()).isEmpty());
        QCOMPARE(form->cod()->text(), u"a lot"_s);
        Error refused;
        refused.kind = Error::Kind::Rejected;
        refused.fields = {{u"delivery_location.latitude"_s, u"odd"_s}, {u"barcode"_s, u"taken"_s}};
        form->complain(refused);
        QCOMPARE(form->errorAt(form->barcode()), u"taken"_s);
        QCOMPARE(form->errorAt(form->dropoff()->position()), u"odd"_s);
    }

    void asksBeforeItThrowsAwayWhatWasTyped()
    {
        Shown s(m_theme);
        s.page.newAction()->trigger();
        settle();
        s.key(Qt::Key_Escape);
        QVERIFY(!s.page.openPanel()); // nothing was typed
        s.page.newAction()->trigger();
        settle();
        QTest::keyClicks(s.form()->consignee()->name(), u"D"_s);
        s.key(Qt::Key_Escape);
        if (s.form()->notice()->sentence().isEmpty()) // the first Esc closed the suggestions
            s.key(Qt::Key_Escape);
        QVERIFY(s.form() && !s.form()->notice()->sentence().isEmpty());
        s.page.newAction()->trigger(); // a second wish is a second time
        s.page.parcels()->table()->setFocus();
        QVERIFY(s.form());
        QVERIFY(s.page.escape()); // the window's Esc
        QVERIFY(!s.page.openPanel());
    }

    void asksOnlyForWhatWasChanged()
    {
        Shown s(m_theme);
        s.page.parcels()->table()->setCurrentIndex(s.page.parcels()->rows()->index(0, 0));
        settle();
        QVERIFY2(s.page.editAction()->isEnabled(), qPrintable(whyNot(*s.page.editAction())));
        s.page.editAction()->trigger();
        settle();
        DeliveryForm* form = s.form();
        QVERIFY(form);
        s.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(s.form() && s.commands.open().isEmpty()); // nothing to save
        s.type(form->barcode(), u"]C1X-77"_s);            // as a scanner types it
        s.key(Qt::Key_Return);
        QCOMPARE(form->barcode()->text(), u"X-77"_s);
        s.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.commands.open().size(), 1);
        const auto update = std::get<UpdateDelivery>(s.only());
        ParcelEdit asked;
        asked.barcode = u"X-77"_s;
        QVERIFY(update.edit == asked);
        QTRY_COMPARE(s.deliveries.find(update.delivery)->delivery.barcode, u"X-77"_s); // as expected
    }

    void saysWhyAParcelStaysAsItIs()
    {
        Shown s(m_theme);
        Delivery gone = sampleDelivery(3, DeliveryStatus::InTransit);
        s.engine.tell(gone);
        settle();
        s.page.reveal(gone.id);
        QTRY_VERIFY(!s.page.editAction()->isEnabled());
        QVERIFY(!whyNot(*s.page.editAction()).isEmpty());
    }

    void opensARefusedOneAsItWasAsked()
    {
        Shown s(m_theme);
        s.commands.submit(CreateDelivery{{u"local:9"_s}, sampleEdit()});
        const qint64 seq = s.commands.open().constFirst().seq;
        Error refused;
        refused.kind = Error::Kind::Rejected;
        refused.fields = {{u"cod_amount"_s, u"too much"_s}};
        s.engine.refuse(seq, refused);
        s.page.changeByHand(*s.commands.conflict(seq));
        settle();
        DeliveryForm* form = s.form();
        QVERIFY(form);
        QCOMPARE(form->consignee()->name()->text(), u"Dilan Aziz"_s);
        QCOMPARE(form->errorAt(form->cod()), u"too much"_s);
        s.type(form->cod(), u"9000"_s);
        s.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!s.page.openPanel());
        QCOMPARE(s.commands.open().size(), 1); // it took the other's place
        QCOMPARE(std::get<CreateDelivery>(s.only()).parcel.cod->minor, 9000);
        QCOMPARE(std::get<CreateDelivery>(s.only()).localId.value, u"local:9"_s);
    }

    void takesThePlaceFromTheMap()
    {
        Shown s(m_theme);
        s.page.newAction()->trigger();
        settle();
        ParcelEndField* to = s.form()->dropoff();
        to->setEnd({std::nullopt, Place{}});
        settle();
        to->map()->setFocus();
        s.key(Qt::Key_Return);
        const QString middle = to->position()->text();
        QVERIFY(!middle.isEmpty());
        QTest::mouseClick(to->map(), Qt::LeftButton, {}, QPoint(40, 40));
        QVERIFY(to->position()->text() != middle);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestDeliveryForm)
#include "tst_deliveryform.moc"
