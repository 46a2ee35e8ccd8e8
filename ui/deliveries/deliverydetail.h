// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen parcel: who gets it and where, what is to be collected, which waybill and trip it travels with, and below
// that what happened to it.
#pragma once

#include "services/facade/deliveryservice.h"
#include "ui/deliveries/pasttabs.h"
#include "ui/waybills/detailpane.h"

namespace waydesk::models {
class Formats;
}

namespace waydesk::ui {

class DeliveryDetail final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 320;

    DeliveryDetail(const Theme& theme, facade::DeliveryService& deliveries, const models::Formats& formats,
                   const PastDesk& past, QWidget* parent = nullptr);

    void show(const DeliveryId& id); // empty: nothing is chosen
    void refresh();
    void retranslate();
    const DeliveryId& shown() const { return m_id; }
    DetailPane* pane() const { return m_pane; }
    PastTabs* past() const { return m_past; }

private:
    QList<DetailPane::Fact> factsOf(const facade::ParcelRow& row) const;

    facade::DeliveryService& m_deliveries;
    const models::Formats& m_formats;
    DeliveryId m_id;
    DetailPane* m_pane;
    PastTabs* m_past;
};

} // namespace waydesk::ui
