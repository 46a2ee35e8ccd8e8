// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/deliverydetail.h"

#include "models/formats.h"
#include "models/words.h"
#include "ui/widgets/counttabs.h"

#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString addressOf(const std::optional<Place>& place, const std::optional<ZoneRef>& zone,
                  const std::optional<WarehouseRef>& warehouse)
{
    QStringList parts;
    if (warehouse)
        parts << warehouse->name;
    if (place)
        parts << place->fullAddress;
    if (zone)
        parts << zone->name;
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.isEmpty() ? models::Formats::nothing() : parts.join(u" · "_s);
}

} // namespace

DeliveryDetail::DeliveryDetail(const Theme& theme, facade::DeliveryService& deliveries, const models::Formats& formats,
                               const PastDesk& past, QWidget* parent)
    : QWidget(parent)
    , m_deliveries(deliveries)
    , m_formats(formats)
    , m_pane(new DetailPane(theme, this))
    , m_past(new PastTabs(theme, past, formats, m_pane))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    setMinimumWidth(kLeastWidth);
    connect(&deliveries, &facade::DeliveryService::changed, this, [this](const QList<DeliveryId>& ids) {
        if (ids.contains(m_id))
            refresh();
    });
    connect(&deliveries, &facade::DeliveryService::reloaded, this, &DeliveryDetail::refresh);
    connect(&formats, &models::Formats::changed, this, &DeliveryDetail::refresh);
    retranslate();
}

void DeliveryDetail::show(const DeliveryId& id)
{
    m_id = id;
    refresh();
}

void DeliveryDetail::refresh()
{
    const auto row = m_id.isEmpty() ? std::nullopt : m_deliveries.find(m_id);
    m_past->show(row ? std::optional(row->delivery) : std::nullopt);
    if (!row) {
        m_pane->showNothing(u"package"_s, tr("No parcel chosen"),
                            tr("Choose one in the table to see who gets it, where, and what happened to it."));
        return;
    }
    const Delivery& delivery = row->delivery;
    m_pane->showSubject(models::parcelTitle(delivery), delivery.state.text, models::words(delivery.state),
                        std::nullopt);
    m_pane->setFacts(factsOf(*row));
    m_pane->setFoot(tr("heard %1").arg(m_formats.moment(row->fetchedAt)));
}

QList<DetailPane::Fact> DeliveryDetail::factsOf(const facade::ParcelRow& row) const
{
    const Delivery& d = row.delivery;
    QList<DetailPane::Fact> facts;
    if (d.customer) {
        facts.append({tr("Customer"), d.customer->fullName});
        if (!d.customer->phone.isEmpty())
            facts.append({tr("Phone"), d.customer->phone, true});
    }
    facts.append({tr("To"), addressOf(d.dropoff, d.dropoffZone, d.dropoffWarehouse)});
    facts.append({tr("From"), addressOf(d.pickup, d.pickupZone, d.pickupWarehouse)});
    if (d.window)
        facts.append(
            {tr("Time window"), u"%1 – %2"_s.arg(m_formats.moment(d.window->opens), m_formats.time(d.window->closes))});
    facts.append({tr("To collect"), d.cod.minor == 0 ? tr("Nothing") : m_formats.money(d.cod)});
    facts.append({tr("Paid by"), models::paymentWords(d.paymentMethod)});
    facts.append({tr("Size"), m_formats.quantity(d.unitSize)});
    if (!d.barcode.isEmpty())
        facts.append({tr("Barcode"), d.barcode, true});
    if (!d.externalReference.isEmpty())
        facts.append({tr("Reference"), d.externalReference, true});
    if (d.waybillId)
        facts.append({tr("Waybill"), row.waybillNumber.isEmpty() ? u"…"_s : row.waybillNumber, true});
    if (d.tripId)
        facts.append({tr("Trip"), row.tripNumber.isEmpty() ? u"…"_s : row.tripNumber, true});
    if (d.isReturned && !d.returnReason.isEmpty()) {
        const auto reason = parseWord<ReturnReason>(d.returnReason);
        facts.append({tr("Returned"), reason ? models::words(*reason) : d.returnReason});
    }
    facts.append({tr("Created"), m_formats.moment(d.createdAt)});
    if (!d.notes.isEmpty())
        facts.append({tr("Notes"), d.notes});
    return facts;
}

void DeliveryDetail::retranslate()
{
    m_pane->tabs()->setAccessibleName(tr("Parts of this parcel"));
    m_past->retranslate();
    refresh();
}

} // namespace waydesk::ui
