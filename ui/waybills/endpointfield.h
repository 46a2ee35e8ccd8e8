// SPDX-License-Identifier: GPL-3.0-or-later
// One end of a waybill in a form: a warehouse from the list, or an address with city, coordinates and phone. Its value
// is an Endpoint, or the sentence that says what is missing, beside the field that it is about.
#pragma once

#include "services/domain/place.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace waydesk::models {
class WarehousesModel;
}

namespace waydesk::ui {

class Select;

class EndpointField final : public QWidget
{
    Q_OBJECT

public:
    EndpointField(const Theme& theme, models::WarehousesModel& warehouses, const QString& label,
                  QWidget* parent = nullptr);

    void setLabel(const QString& label);
    void setEndpoint(const Endpoint& endpoint);
    // nullopt after telling the person what is missing.
    std::optional<Endpoint> read();
    void setError(const QString& error); // of the server, about this end
    Select* choice() const { return m_choice; }

Q_SIGNALS:
    void edited();

private:
    void fillChoices();
    void showKind();
    std::optional<Endpoint> readWarehouse();
    std::optional<Endpoint> readAddress();

    models::WarehousesModel& m_warehouses;
    Select* m_choice;
    QLineEdit *m_address, *m_city, *m_latitude, *m_longitude, *m_phone;
    FormRow *m_choiceRow, *m_addressRow, *m_cityRow, *m_latitudeRow, *m_longitudeRow, *m_phoneRow;
    QWidget* m_details;
    std::optional<Place> m_known; // what an edited waybill had, so that fields not shown here survive
};

} // namespace waydesk::ui
