// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/requestparts.h"
#include "services/wire/ondi/requests.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondi {

std::optional<Place> readPlace(FieldReader& outer, const QString& key, Need need, QList<FieldError>& faults,
                               const QString& outerPath, Need position)
{
    const std::optional<QJsonObject> object = outer.object(key, need);
    if (!object)
        return std::nullopt;
    FieldReader reader(*object, faults, outerPath.isEmpty() ? key : QString(outerPath + u'.' + key));
    Place place;
    const bool half = reader.has(u"latitude"_s) != reader.has(u"longitude"_s);
    const Need degrees = half ? Need::Required : position;
    const auto latitude = reader.number(u"latitude"_s, degrees, -90, 90);
    const auto longitude = reader.number(u"longitude"_s, degrees, -180, 180);
    if (latitude && longitude)
        place.position = QGeoCoordinate(*latitude, *longitude);
    place.fullAddress = reader.text(u"full_address"_s, Need::Required, 1, kAddress).value_or(QString());
    if (const auto id = reader.text(u"id"_s, Need::Optional, 1, kId))
        place.id = AddressId{*id};
    place.city = reader.text(u"city"_s, Need::Optional, 0, kShort);
    place.state = reader.text(u"state"_s, Need::Optional, 0, kShort);
    place.country = reader.text(u"country"_s, Need::Optional, 0, kShort);
    place.postalCode = reader.text(u"postal_code"_s, Need::Optional, 0, kShort);
    place.countryCode = reader.text(u"country_code"_s, Need::Optional, 0, kShort);
    place.contactInfo = reader.text(u"contact_info"_s, Need::Optional, 0, kShort);
    return place;
}

namespace {

// Both or none; a fault names the one that is wrong.
std::optional<VisitWindow> readWindow(FieldReader& reader)
{
    const QString opensKey = u"window_opens_at"_s, closesKey = u"window_closes_at"_s;
    const bool any = reader.has(opensKey) || reader.has(closesKey);
    const auto read = [&](const QString& key) -> std::optional<Instant> {
        const auto text = reader.text(key, any ? Need::Required : Need::Optional, 1, 40);
        const auto at = text ? parseInstant(*text) : std::nullopt;
        if (text && !at)
            reader.refuse(key, u"Input should be a valid datetime"_s);
        return at;
    };
    const auto opens = read(opensKey), closes = read(closesKey);
    if (!opens || !closes)
        return std::nullopt;
    if (*closes <= *opens) {
        reader.refuse(closesKey, u"The window should close after it opens"_s);
        return std::nullopt;
    }
    return VisitWindow{*opens, *closes};
}

qint64 readMoney(FieldReader& reader, const QString& key)
{
    const auto amount = reader.quantity(key, Need::Optional, Quantity{}, Quantity::whole(900'000'000));
    if (amount && !amount->isWhole())
        reader.refuse(key, u"Input should be a whole number"_s);
    return amount.value_or(Quantity{}).wholeUnits();
}

void checkFeePayer(FieldReader& reader, const QString& payer)
{
    if (payer != u"sender"_s && payer != u"receiver"_s)
        reader.refuse(u"fee_payer"_s, u"Input should be 'sender' or 'receiver'"_s);
}

std::optional<Quantity> readSize(FieldReader& reader)
{
    return reader.quantity(u"unit_size"_s, Need::Optional, Quantity{1}, Quantity::whole(1'000'000));
}

Result<NewDelivery> readNewDelivery(const QJsonObject& object, Need position)
{
    QList<FieldError> faults;
    FieldReader reader(object, faults);
    NewDelivery made;
    const auto warehouse = [&](const QString& key) -> std::optional<WarehouseId> {
        const auto id = reader.text(key, Need::Optional, 1, kId);
        return id ? std::optional(WarehouseId{*id}) : std::nullopt;
    };
    made.pickupWarehouse = warehouse(u"pickup_warehouse_id"_s);
    made.dropoffWarehouse = warehouse(u"dropoff_warehouse_id"_s);
    const auto placeNeed = [](const std::optional<WarehouseId>& id) { return id ? Need::Optional : Need::Required; };
    made.pickup = readPlace(reader, u"pickup_location"_s, placeNeed(made.pickupWarehouse), faults, {}, position)
                      .value_or(Place{});
    made.dropoff = readPlace(reader, u"delivery_location"_s, placeNeed(made.dropoffWarehouse), faults, {}, position)
                       .value_or(Place{});
    if (const auto id = reader.text(u"customer_id"_s, Need::Optional, 1, kId))
        made.customer = CustomerId{*id};
    made.customerName = reader.text(u"customer_name"_s, Need::Optional, 0, kShort).value_or(u""_s);
    made.customerPhone = reader.text(u"customer_phone"_s, Need::Optional, 0, 40).value_or(u""_s);
    made.barcode = reader.text(u"barcode"_s, Need::Optional, 0, kShort).value_or(u""_s);
    made.externalReference = reader.text(u"external_reference_id"_s, Need::Optional, 0, kShort).value_or(u""_s);
    made.paymentMethod = reader.text(u"payment_method"_s, Need::Optional, 1, 40).value_or(u"cash"_s);
    made.feePayer = reader.text(u"fee_payer"_s, Need::Optional, 1, 20).value_or(u"receiver"_s);
    checkFeePayer(reader, made.feePayer);
    made.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes).value_or(u""_s);
    made.unitSize = readSize(reader).value_or(Quantity::whole(1));
    made.cod = readMoney(reader, u"cod_amount"_s);
    made.fee = readMoney(reader, u"delivery_fee"_s);
    made.window = readWindow(reader);
    return orFaults(std::move(made), faults);
}

} // namespace

Result<NewDelivery> decodeNewDelivery(QByteArrayView body)
{
    const auto object = requestObject(body);
    return object ? readNewDelivery(*object, Need::Required) : Result<NewDelivery>(object.error());
}

namespace {

class ChangeReader
{
public:
    explicit ChangeReader(const QJsonObject& object)
        : m_object(object)
        , m_reader(object, m_faults)
    {
    }

    Result<ChangedDelivery> read()
    {
        ParcelEdit& edit = m_made.edit;
        edit.pickupWarehouse = warehouse(u"pickup_warehouse_id"_s);
        edit.dropoffWarehouse = warehouse(u"dropoff_warehouse_id"_s);
        edit.pickup = readPlace(m_reader, u"pickup_location"_s, Need::Optional, m_faults);
        edit.dropoff = readPlace(m_reader, u"delivery_location"_s, Need::Optional, m_faults);
        edit.customer = customer();
        edit.barcode = text(u"barcode"_s, 0, kShort);
        edit.externalReference = text(u"external_reference_id"_s, 0, kShort);
        edit.notes = text(u"notes"_s, 0, kNotes);
        edit.paymentMethod = m_reader.text(u"payment_method"_s, Need::Optional, 1, 40);
        edit.unitSize = readSize(m_reader);
        if (m_object.contains(u"cod_amount"_s))
            edit.cod = Money{readMoney(m_reader, u"cod_amount"_s)};
        if (m_object.contains(u"delivery_fee"_s))
            m_made.fee = readMoney(m_reader, u"delivery_fee"_s);
        m_made.feePayer = m_reader.text(u"fee_payer"_s, Need::Optional, 1, 20);
        if (m_made.feePayer)
            checkFeePayer(m_reader, *m_made.feePayer);
        edit.window = window();
        for (const QString& key :
             {u"pickup_location"_s, u"delivery_location"_s, u"unit_size"_s, u"payment_method"_s, u"fee_payer"_s}) {
            if (m_reader.isNull(key))
                m_reader.refuse(key, u"This field cannot be cleared"_s);
        }
        return orFaults(std::move(m_made), m_faults);
    }

private:
    std::optional<QString> text(const QString& key, qsizetype least, qsizetype most)
    {
        if (m_reader.isNull(key))
            return u""_s;
        return m_reader.text(key, Need::Optional, least, most);
    }
    std::optional<std::optional<WarehouseRef>> warehouse(const QString& key)
    {
        using Cleared = std::optional<WarehouseRef>;
        if (m_reader.isNull(key))
            return std::optional<Cleared>(std::in_place);
        const auto id = m_reader.text(key, Need::Optional, 1, kId);
        return id ? std::optional<Cleared>(WarehouseRef{{*id}, {}, {}}) : std::nullopt;
    }
    std::optional<std::optional<CustomerRef>> customer()
    {
        using Cleared = std::optional<CustomerRef>;
        const auto id = m_reader.text(u"customer_id"_s, Need::Optional, 1, kId);
        const auto name = m_reader.text(u"customer_name"_s, Need::Optional, 0, kShort);
        const auto phone = m_reader.text(u"customer_phone"_s, Need::Optional, 0, 40);
        if (id)
            return std::optional<Cleared>(CustomerRef{{*id}, {}, {}, {}});
        const QString called = name.value_or(QString()), number = phone.value_or(QString());
        if (!called.isEmpty() || !number.isEmpty())
            return std::optional<Cleared>(CustomerRef{{}, called, number, {}});
        return m_reader.isNull(u"customer_id"_s) ? std::optional<Cleared>(std::in_place) : std::nullopt;
    }
    std::optional<std::optional<VisitWindow>> window()
    {
        using Cleared = std::optional<VisitWindow>;
        const QString keys[]{u"window_opens_at"_s, u"window_closes_at"_s};
        if (m_reader.isNull(keys[0]) && m_reader.isNull(keys[1]))
            return std::optional<Cleared>(std::in_place);
        for (int i = 0; i < 2; ++i) { // one that is kept is half a window
            if (m_reader.isNull(keys[i]) && !m_object.contains(keys[1 - i]))
                m_reader.refuse(keys[1 - i], u"This field is required"_s);
        }
        const auto read = readWindow(m_reader);
        return read ? std::optional<Cleared>(read) : std::nullopt;
    }

    QJsonObject m_object;
    QList<FieldError> m_faults;
    FieldReader m_reader;
    ChangedDelivery m_made;
};

} // namespace

Result<ChangedDelivery> decodeChangedDelivery(QByteArrayView body)
{
    const auto object = requestObject(body);
    return object ? ChangeReader(*object).read() : Result<ChangedDelivery>(object.error());
}

Result<ImportBatch> decodeImportBatch(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    ImportBatch batch;
    batch.importId = reader.text(u"import_id"_s, Need::Required, 1, kId).value_or(QString());
    const QJsonArray rows = object->value(u"rows"_s).toArray();
    if (rows.isEmpty() || rows.size() > kMostRowsPerImport)
        reader.refuse(u"rows"_s, u"Input should be a list of 1 to %1 rows"_s.arg(kMostRowsPerImport));
    if (!faults.isEmpty())
        return orFaults(std::move(batch), faults);
    QSet<qint64> lines;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows.at(i).toObject();
        ImportedRow read;
        read.line = row.value(u"line"_s).toInteger(-1);
        if (read.line < 1 || lines.contains(read.line)) {
            reader.refuse(u"rows.%1.line"_s.arg(i), u"Input should be a line number that no other row has"_s);
            continue;
        }
        lines.insert(read.line);
        read.delivery = readNewDelivery(row, Need::Optional);
        batch.rows.append(std::move(read));
    }
    return orFaults(std::move(batch), faults);
}

} // namespace waydesk::wire::ondi
