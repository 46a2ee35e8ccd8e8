// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/fixture.h"

#include "bench/figures.h"
#include "bench/madeup.h"
#include "services/sync/ingest.h"
#include "services/wire/ondi/answers.h"
#include "services/wire/ondi/pagereader.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::bench {

namespace {

constexpr qint64 kFirstCode = 1001;

const QStringList& names()
{
    static const QStringList all{u"Karwan Aziz"_s, u"Huda Karim"_s, u"Soran Ali"_s, u"Dilan Omar"_s,
                                 u"Rebin Saleh"_s, u"أحمد حسن"_s,   u"فاطمة علي"_s, u"شیرین ڕەشید"_s,
                                 u"José Núñez"_s,  u"Lana Hassan"_s};
    return all;
}

const QStringList& zones()
{
    static const QStringList all{u"Erbil East"_s, u"Ankawa"_s,   u"Bakhtyari"_s, u"Iskan"_s,
                                 u"Zanko"_s,      u"Sarbasti"_s, u"Kurani"_s};
    return all;
}

template<class T>
const T& pick(const QList<T>& all, quint64 by)
{
    return all[static_cast<qsizetype>(by % static_cast<quint64>(all.size()))];
}

QString placeName(quint64 noise)
{
    return u"Street %1, %2, Erbil"_s.arg(QString::number(noise % 90 + 1), pick(zones(), noise));
}

Place place(quint64 noise)
{
    Place out;
    out.id = AddressId{madeUpId(u'a', static_cast<qint64>(noise % 5000))};
    out.fullAddress = placeName(noise);
    out.position = QGeoCoordinate(36.10 + static_cast<double>(noise % 1000) * 0.0002,
                                  43.90 + static_cast<double>(noise / 1000 % 1000) * 0.0002);
    out.city = u"Erbil"_s;
    out.country = u"Iraq"_s;
    return out;
}

ZoneRef zone(quint64 noise)
{
    const auto i = static_cast<qint64>(noise % static_cast<quint64>(zones().size()));
    return {ZoneId{madeUpId(u'z', i)}, zones()[i], u"Z%1"_s.arg(i)};
}

WarehouseRef warehouse(qint64 i)
{
    return {WarehouseId{madeUpId(u'h', i)}, i == 0 ? u"Main Warehouse"_s : u"Warehouse %1"_s.arg(i + 1),
            u"WH-%1"_s.arg(i)};
}

Endpoint houseEnd(qint64 i)
{
    Endpoint end;
    end.warehouse = warehouse(i);
    end.warehouseId = end.warehouse->id;
    end.location = place(static_cast<quint64>(i));
    end.zone = zone(static_cast<quint64>(i));
    return end;
}

template<class Write>
QByteArray page(int rows, qint64 total, Write write)
{
    wire::JsonWriter out(512 + qsizetype{2100} * rows);
    out.beginObject().field("success", true).field("message", u"Retrieved successfully"_s).key("data").beginArray();
    for (int i = 0; i < rows; ++i)
        write(out, i);
    out.endArray().field("total", total).field("page", 1).field("limit", rows).endObject();
    return out.take();
}

bool complain(const Error& error)
{
    std::fprintf(stderr, "the depot could not be made: %s %s\n", qUtf8Printable(error.code),
                 qUtf8Printable(error.detail));
    return false;
}

// What the schema of the store in `folder` says; two that say the same hold the same.
QString schemaOf(store::Store& store)
{
    QStringList all;
    store::Rows rows = store.cache().run("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
    while (rows.next())
        all << rows.text(0);
    return all.join(u';');
}

enum class Kept { Yes, No, InUse };

Kept keptAt(const QString& folder)
{
    if (!QFileInfo::exists(folder + u"/complete"_s))
        return QFileInfo::exists(folder + u"/desk.lock"_s) && !store::Store::open(folder) ? Kept::InUse : Kept::No;
    QTemporaryDir empty;
    auto fresh = store::Store::open(empty.path());
    auto kept = store::Store::open(folder);
    if (!kept && kept.error().code == u"already_open")
        return Kept::InUse;
    const bool whole = fresh && kept && schemaOf(**fresh) == schemaOf(**kept) &&
                       (*kept)->waybills().count() == many() && (*kept)->deliveries().count() == many();
    return whole ? Kept::Yes : Kept::No;
}

// So that it stands in the system's cache, as on a desk that has been at work: what is measured is the program.
void readOnce(const QString& folder)
{
    QFile file(folder + u"/cache.db"_s);
    QByteArray bytes(1 << 20, Qt::Uninitialized);
    if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        while (file.read(bytes.data(), bytes.size()) > 0) {
        }
    }
}

bool fill(const QString& folder)
{
    auto opened = store::Store::open(folder);
    if (!opened)
        return complain(opened.error());
    store::Store& store = **opened;
    if (!store.beginFirstLoad().ok())
        return false;
    {
        PageTaker taker(store);
        for (qint64 first = 0; first < many(); first += kPageRows) {
            if (!taker.deliveries(deliveryPage(first, kPageRows, many())) ||
                !taker.waybills(waybillPage(first, kPageRows, many())))
                return false;
        }
        if (!taker.end())
            return false;
    }
    if (!tellTrips(store))
        return complain(store::storageError(u"no_trips"_s, {}));
    for (const QString& table : {u"waybill"_s, u"delivery"_s}) {
        if (!store.syncState().remove(u"searched_up_to:"_s + table).ok())
            return false;
    }
    QFile mark(folder + u"/complete"_s);
    return mark.open(QIODevice::WriteOnly);
}

} // namespace

Delivery deliveryOf(qint64 number, int generation)
{
    const quint64 noise = mixed(static_cast<quint64>(number));
    Delivery out;
    out.id = DeliveryId{madeUpId(u'd', number)};
    out.code = QString::number(kFirstCode + number);
    out.barcode = scanCodeOf(number);
    if (noise % 10 < 7)
        out.externalReference = u"ORD-"_s + out.code;
    // One in ten waits in the warehouse; the rest is history and belongs to a waybill.
    const bool waits = number % 10 == 0;
    out.state = waits                   ? DeliveryStatus::Pending
                : generation % 2        ? DeliveryStatus::InTransit
                : noise / 100 % 20 == 0 ? DeliveryStatus::Returned
                                        : DeliveryStatus::Delivered;
    if (!waits)
        out.waybillId = WaybillId{madeUpId(u'w', number / 2)};
    out.tripId = tripOf(number);
    out.isReturned = out.state.is(DeliveryStatus::Returned);
    out.pickup = place(static_cast<quint64>(number % 2));
    out.dropoff = place(noise / 7);
    out.unitSize = Quantity::whole(static_cast<qint64>(noise % 4) + 1);
    out.paymentMethod = noise % 3 ? u"cod"_s : u"wallet"_s;
    out.cod = {static_cast<qint64>(noise % 1000) * 250, u"IQD"_s};
    out.notes = generation ? u"Told again %1"_s.arg(generation) : QString();
    out.createdAt = createdAt(number);
    out.updatedAt = out.createdAt + std::chrono::hours(26) + std::chrono::minutes(generation);
    out.pickupZone = zone(static_cast<quint64>(number % 2));
    out.dropoffZone = zone(noise / 7);
    out.pickupWarehouse = warehouse(number % 2);
    out.customer = CustomerRef{CustomerId{madeUpId(u'c', static_cast<qint64>(noise % 400))}, pick(names(), noise),
                               u"+964750%1"_s.arg(noise % 10'000'000, 7, 10, QChar(u'0')), QString()};
    return out;
}

Waybill waybillOf(qint64 number, int generation)
{
    const quint64 noise = mixed(static_cast<quint64>(number) ^ 0xABCDEFu);
    Waybill out;
    out.id = WaybillId{madeUpId(u'w', number)};
    out.tenantId = TenantId{u"bench"_s};
    out.number = u"WB%1"_s.arg(number, 7, 10, QChar(u'0'));
    const WaybillStatus later[]{WaybillStatus::Sealed,   WaybillStatus::PickedUp, WaybillStatus::InTransit,
                                WaybillStatus::Received, WaybillStatus::Closed,   WaybillStatus::Cancelled};
    out.state = number % kDraftEvery == 0 ? WaybillStatus::Drafted
                                          : later[(noise + static_cast<quint64>(generation)) % std::size(later)];
    out.origin = houseEnd(number % 2);
    if (noise % 3 == 0) {
        out.destination.type = EndpointType::Location;
        out.destination.location = place(noise / 3);
        out.destination.zone = zone(noise / 3);
    } else {
        out.destination = houseEnd(static_cast<qint64>(noise % 7) + 2);
    }
    out.createdAt = createdAt(number);
    out.updatedAt = out.createdAt + std::chrono::minutes(static_cast<qint64>(noise % 5000) + generation);
    if (!out.state.is(WaybillStatus::Drafted)) {
        const auto who = static_cast<qint64>(noise / 11 % 40);
        out.driver = DriverRef{DriverId{madeUpId(u'v', who)}, u"active"_s,
                               UserRef{UserId{madeUpId(u'u', who)}, pick(names(), noise / 11) + u" %1"_s.arg(who),
                                       u"driver%1@demo.waydesk"_s.arg(who), QString(), QString()},
                               std::nullopt};
        out.driverId = out.driver->id;
        out.assignmentTime = out.createdAt + std::chrono::minutes(12);
        out.sealedAt = out.createdAt + std::chrono::minutes(10);
    }
    out.notes = noise % 20 ? QString() : u"Batch %1"_s.arg(number);
    out.createdBy = UserId{madeUpId(u'u', 100)};
    out.itemCount = static_cast<int>(noise / 13 % 60);
    out.totalUnitSize = Quantity::whole(static_cast<qint64>(noise / 13 % 150));
    out.totalCod = Money{static_cast<qint64>(noise / 17 % 4000) * 250, u"IQD"_s};
    return out;
}

QString scanCodeOf(qint64 delivery)
{
    return u"DEL%1"_s.arg(kFirstCode + delivery);
}

std::optional<qint64> numberOfScan(const QString& code)
{
    bool ok = false;
    const qint64 number = code.mid(3).toLongLong(&ok) - kFirstCode;
    return ok && code.startsWith(u"DEL") ? std::optional(number) : std::nullopt;
}

QByteArray deliveryPage(qint64 first, int rows, qint64 total, int generation)
{
    return page(rows, total, [&](wire::JsonWriter& out, int i) {
        wire::ondi::writeDetailedDelivery(out, deliveryOf(first + i, generation));
    });
}

QByteArray waybillPage(qint64 first, int rows, qint64 total, int generation)
{
    return page(rows, total, [&](wire::JsonWriter& out, int i) {
        wire::ondi::writeWaybillListRow(out, waybillOf(first + i, generation));
    });
}

// Says what went wrong; of the rest nobody here wants to hear.
struct PageTaker::Private final : sync::EngineListener
{
    explicit Private(store::Store& store)
        : ingest(store, clock, *this)
    {
    }
    void statusTouched() override {}
    void linkMoved() override {}
    void sessionMoved() override {}
    void waybillsChanged(const QList<WaybillId>&) override {}
    void deliveriesChanged(const QList<DeliveryId>&) override {}
    void tripsChanged(const QList<TripId>&) override {}
    void returnsChanged() override {}
    void casesChanged() override {}
    void positionsChanged(const QList<Position>&) override {}
    void lookupsChanged() override {}
    void renamed(const Command&, const SubjectId&) override {}
    void outboxChanged() override {}
    void commandFinished(const store::OutboxEntry&) override {}
    void failed(const Error& error) override { complain(error); }
    void drifted(const wire::Drift&) override {}

    template<class Read>
    bool take(const QByteArray& body, Read read)
    {
        const auto page = ingest.openPage();
        const auto end = read(body, [&](const auto& row) { return page->put(row); });
        if (!end)
            return complain(end.error());
        return ingest.wrote(page) && ingest.remember(u"bench.page"_s, QString::number(++pages));
    }

    template<class Cells>
    bool take(const KeptPage<Cells>& kept)
    {
        const auto page = ingest.openPage();
        const bool all =
            std::all_of(kept.rows.begin(), kept.rows.end(), [&](const Cells& row) { return page->put(row); });
        return all && ingest.wrote(page) && ingest.remember(u"bench.page"_s, QString::number(++pages));
    }

    SystemClock clock;
    sync::Ingest ingest;
    qint64 pages = 0;
};

PageTaker::PageTaker(store::Store& store)
    : d(std::make_unique<Private>(store))
{
}

PageTaker::~PageTaker() = default;

bool PageTaker::deliveries(const QByteArray& page)
{
    return d->take(page, wire::ondidesk::readDeliveryPage);
}

bool PageTaker::waybills(const QByteArray& page)
{
    return d->take(page, wire::ondidesk::readWaybillPage);
}

bool PageTaker::take(const KeptPage<DeliveryCells>& page)
{
    return d->take(page);
}

bool PageTaker::take(const KeptPage<WaybillCells>& page)
{
    return d->take(page);
}

bool PageTaker::end()
{
    return d->ingest.settle();
}

qint64 many()
{
    return isQuick() ? 10'000 : 1'000'000;
}

QString filledFolder()
{
    const QString folder = qEnvironmentVariable("WAYDESK_BENCH_DATA", QCoreApplication::applicationDirPath()) +
                           (isQuick() ? u"/few"_s : u"/million"_s);
    switch (keptAt(folder)) {
    case Kept::Yes:
        readOnce(folder);
        return folder;
    case Kept::InUse:
        std::fprintf(stderr, "another measurement uses %s\n", qUtf8Printable(folder));
        return {};
    case Kept::No:
        break;
    }
    std::fprintf(stderr, "Filling %s with %lld parcels and as many waybills; it is kept for the next time.\n",
                 qUtf8Printable(folder), many());
    if (!QDir(folder).removeRecursively() || !QDir().mkpath(folder) || !fill(folder))
        return {};
    readOnce(folder);
    return folder;
}

QString searchableFolder()
{
    const QString folder = filledFolder(), mark = folder + u"/searchable"_s;
    if (folder.isEmpty() || QFileInfo::exists(mark))
        return folder;
    auto opened = store::Store::open(folder);
    if (!opened || !indexParcels(**opened))
        return {};
    return QFile(mark).open(QIODevice::WriteOnly) ? folder : QString();
}

} // namespace waydesk::bench
