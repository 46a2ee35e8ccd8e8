// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondiimports.h"

#include "services/wire/ondi/ondienvelope.h"
#include "services/wire/ondi/ondifields.h"
#include "services/wire/ondi/ondipaths.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

QJsonObject rowJson(const ImportRow& row, const WarehouseId& pickup)
{
    const csv::ParcelDraft& parcel = row.parcel;
    QJsonObject place{{u"full_address"_s, parcel.address}};
    if (!parcel.city.isEmpty())
        place.insert(u"city"_s, parcel.city);
    if (parcel.position.isValid()) {
        place.insert(u"latitude"_s, parcel.position.latitude());
        place.insert(u"longitude"_s, parcel.position.longitude());
    }
    QJsonObject json{{u"line"_s, row.line},
                     {u"pickup_warehouse_id"_s, pickup.value},
                     {u"delivery_location"_s, place},
                     {u"cod_amount"_s, parcel.cod},
                     {u"payment_method"_s, parcel.paymentMethod},
                     {u"unit_size"_s, parcel.size.text()}};
    const std::pair<QString, QString> texts[]{{u"external_reference_id"_s, parcel.reference},
                                              {u"barcode"_s, parcel.barcode},
                                              {u"customer_name"_s, parcel.customerName},
                                              {u"customer_phone"_s, parcel.customerPhone},
                                              {u"notes"_s, parcel.notes}};
    for (const auto& [key, text] : texts) {
        if (!text.isEmpty())
            json.insert(key, text);
    }
    return json;
}

// "delivery_location.full_address" is about the column that we call full_address.
csv::ImportField fieldOf(const QString& path, const QString& code)
{
    const QString last = path.section(u'.', -1);
    if (const auto field = csv::importFieldFrom(last))
        return *field;
    if (code == u"delivery_barcode_already_used")
        return csv::ImportField::Barcode;
    return code == u"delivery_reference_already_used" ? csv::ImportField::Reference : csv::ImportField::Address;
}

} // namespace

Request importRows(const QString& importId, const WarehouseId& pickup, const QList<ImportRow>& rows)
{
    QJsonArray list;
    for (const ImportRow& row : rows)
        list.append(rowJson(row, pickup));
    return post("/delivery/deliveries/import", {{u"import_id"_s, importId}, {u"rows"_s, list}});
}

Result<ImportAnswer> decodeImport(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    ImportAnswer answer;
    const QJsonArray created = data->value(u"created"_s).toArray();
    for (const QJsonValue& row : created) {
        ImportAnswer::Created one{row[u"line"].toInteger(), {row[u"id"].toString()}, row[u"delivery_code"].toString()};
        if (one.line < 1 || one.id.isEmpty())
            return malformed(u"a created row without a line or an id"_s);
        answer.created.append(one);
    }
    const QJsonArray refused = data->value(u"refused"_s).toArray();
    for (const QJsonValue& row : refused) {
        ImportAnswer::Refused one{row[u"line"].toInteger(), {}};
        if (one.line < 1)
            return malformed(u"a refused row without a line"_s);
        const QString code = row[u"code"].toString();
        const QJsonArray details = row[u"details"].toArray();
        for (const QJsonValue& detail : details)
            one.faults.append({fieldOf(detail[u"field"].toString(), code), code.isEmpty() ? u"refused"_s : code,
                               detail[u"message"].toString()});
        if (one.faults.isEmpty())
            one.faults.append({fieldOf({}, code), code.isEmpty() ? u"refused"_s : code, row[u"message"].toString()});
        answer.refused.append(one);
    }
    return answer;
}

} // namespace waydesk::wire::ondidesk
