// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/columnfilters.h"

#include "backend/depot/filterreader.h"
#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

class DeliveryFilters final : public FilterReader
{
public:
    using FilterReader::FilterReader;

protected:
    void read(const QString& column, const QJsonValue& value) override
    {
        if (column == u"delivery_code"_s) {
            part("LOWER(d.delivery_code) LIKE ? ESCAPE '\\'", value);
        } else if (column == u"barcode"_s) {
            part("LOWER(d.barcode) LIKE ? ESCAPE '\\'", value);
        } else if (column == u"external_reference_id"_s) {
            part("LOWER(d.external_reference_id) LIKE ? ESCAPE '\\'", value);
        } else if (column == u"customer"_s) {
            part("LOWER(d.customer_name) LIKE ? ESCAPE '\\'", value);
        } else if (column == u"pickup"_s) {
            part("(LOWER(d.pickup_address) LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM zone z"
                 " WHERE z.id = d.pickup_zone_id AND z.search_text LIKE ? ESCAPE '\\'))",
                 value, 2);
        } else if (column == u"delivery"_s) {
            part("(LOWER(d.dropoff_address) LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM zone z"
                 " WHERE z.id = d.dropoff_zone_id AND z.search_text LIKE ? ESCAPE '\\'))",
                 value, 2);
        } else if (column == u"status"_s) {
            status(value);
        } else if (column == u"payment_method"_s) {
            if (const auto text = textOf(value))
                where().add("LOWER(d.payment_method) = ?", {bound(text->toLower())});
        } else if (column == u"unit_size"_s) {
            range("d.unit_size", value, [this](const QJsonValue& v) { return units(v); });
        } else if (column == u"cod_amount"_s) {
            range("d.cod_amount", value, [this](const QJsonValue& v) { return money(v); });
        } else if (column == u"created_at"_s) {
            dates("d.created_at", value);
        } else {
            refuse(u"Unknown column"_s);
        }
    }

private:
    void status(const QJsonValue& value)
    {
        const auto known = parseWord<DeliveryStatus>(value.toString());
        if (known) {
            where().add("d.status = ?", {bound(word(*known))});
        } else {
            refuse(u"Input should be a delivery status"_s);
        }
    }

    std::optional<qint64> units(const QJsonValue& value)
    {
        const auto quantity = wire::quantityOf(value);
        if (quantity)
            return quantity->thousandths;
        refuse(u"Input should be a valid number"_s);
        return std::nullopt;
    }
    std::optional<qint64> money(const QJsonValue& value)
    {
        const auto quantity = wire::quantityOf(value);
        if (quantity && quantity->isWhole())
            return quantity->wholeUnits();
        refuse(u"Input should be a whole number"_s);
        return std::nullopt;
    }

    template<class Read>
    void range(const std::string& column, const QJsonValue& value, Read read)
    {
        if (!value.isObject()) {
            if (const auto exact = read(value))
                where().add(column + " = ?", {*exact});
            return;
        }
        const QJsonObject object = value.toObject();
        if (!boundsOf(object, u"min"_s, u"max"_s)) {
            refuse(u"Input should be a value or {\"min\", \"max\"}"_s);
            return;
        }
        std::optional<qint64> least, most;
        if (object.contains(u"min"_s) && (least = read(object.value(u"min"_s))))
            where().add(column + " >= ?", {*least});
        if (object.contains(u"max"_s) && (most = read(object.value(u"max"_s))))
            where().add(column + " <= ?", {*most});
        if (least && most && *least > *most)
            refuse(u"min should not be greater than max"_s);
    }
};

} // namespace

Result<Where> columnFilters(Call& call, const QString& json)
{
    return DeliveryFilters(call).readAll(json);
}

} // namespace waydesk::backend
