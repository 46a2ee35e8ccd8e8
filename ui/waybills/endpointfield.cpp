// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/endpointfield.h"
#include "models/choicemodels.h"
#include "ui/widgets/select.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Coordinates are typed with the locale's digits and point, or with Latin ones copied from a map.
std::optional<double> degrees(const QString& text, const QLocale& locale, double most)
{
    bool ok = false;
    double value = locale.toDouble(text.trimmed(), &ok);
    if (!ok)
        value = QLocale::c().toDouble(text.trimmed(), &ok);
    if (!ok || value < -most || value > most)
        return std::nullopt;
    return value;
}

} // namespace

EndpointField::EndpointField(const Theme& theme, models::WarehousesModel& warehouses, const QString& label,
                             QWidget* parent)
    : QWidget(parent)
    , m_warehouses(warehouses)
    , m_choice(new Select(theme))
    , m_address(new QLineEdit)
    , m_city(new QLineEdit)
    , m_latitude(new QLineEdit)
    , m_longitude(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_choiceRow(new FormRow(theme, label, m_choice))
    , m_addressRow(new FormRow(theme, tr("Address"), m_address))
    , m_cityRow(new FormRow(theme, tr("City"), m_city))
    , m_latitudeRow(new FormRow(theme, tr("Latitude"), m_latitude))
    , m_longitudeRow(new FormRow(theme, tr("Longitude"), m_longitude))
    , m_phoneRow(new FormRow(theme, tr("Contact phone"), m_phone))
    , m_details(new QWidget(this))
{
    m_latitude->setPlaceholderText(QLocale::c().toString(36.1901, 'f', 4));
    m_longitude->setPlaceholderText(QLocale::c().toString(44.0091, 'f', 4));
    auto* grid = new QGridLayout(m_details);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(10);
    grid->addWidget(m_addressRow, 0, 0, 1, 2);
    grid->addWidget(m_cityRow, 1, 0);
    grid->addWidget(m_phoneRow, 1, 1);
    grid->addWidget(m_latitudeRow, 2, 0);
    grid->addWidget(m_longitudeRow, 2, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_choiceRow);
    column->addWidget(m_details);
    fillChoices();
    showKind();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        m_choiceRow->setError({});
        Q_EMIT edited();
    });
    for (QLineEdit* edit : {m_address, m_city, m_latitude, m_longitude, m_phone})
        connect(edit, &QLineEdit::textEdited, this, &EndpointField::edited);
    connect(&warehouses, &QAbstractItemModel::rowsInserted, this, &EndpointField::fillChoices);
    connect(&warehouses, &QAbstractItemModel::rowsRemoved, this, &EndpointField::fillChoices);
}

void EndpointField::setLabel(const QString& label)
{
    m_choiceRow->setLabel(label);
    m_addressRow->field()->setAccessibleName(u"%1: %2"_s.arg(label, tr("Address")));
}

void EndpointField::fillChoices()
{
    const QVariant before = m_choice->currentData();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->setPlaceholderText(tr("Choose a warehouse"));
    for (const Warehouse& warehouse : m_warehouses.rows())
        m_choice->addItem(warehouse.ref.name, warehouse.ref.id.value);
    m_choice->addItem(tr("An address…"), QString());
    m_choice->setCurrentIndex(before.isValid() ? m_choice->findData(before) : -1);
}

void EndpointField::showKind()
{
    const QVariant chosen = m_choice->currentData();
    m_details->setVisible(chosen.isValid() && chosen.toString().isEmpty());
}

void EndpointField::setEndpoint(const Endpoint& endpoint)
{
    m_known = endpoint.location;
    if (endpoint.warehouseId && !endpoint.warehouseId->isEmpty()) {
        if (m_choice->findData(endpoint.warehouseId->value) < 0 && endpoint.warehouse)
            m_choice->insertItem(0, endpoint.warehouse->name, endpoint.warehouseId->value);
        m_choice->setCurrentIndex(m_choice->findData(endpoint.warehouseId->value));
    } else if (endpoint.location) {
        const Place& place = *endpoint.location;
        m_choice->setCurrentIndex(m_choice->findData(QString()));
        m_address->setText(place.fullAddress);
        m_city->setText(place.city.value_or(QString()));
        m_phone->setText(place.contactInfo.value_or(QString()));
        if (place.position.isValid()) {
            m_latitude->setText(QLocale::c().toString(place.position.latitude(), 'f', 6));
            m_longitude->setText(QLocale::c().toString(place.position.longitude(), 'f', 6));
        }
    }
    showKind();
}

std::optional<Endpoint> EndpointField::read()
{
    for (FormRow* row : {m_choiceRow, m_addressRow, m_latitudeRow, m_longitudeRow})
        row->setError({});
    if (!m_choice->currentData().isValid()) {
        m_choiceRow->setError(tr("Choose a warehouse or give an address."));
        return std::nullopt;
    }
    return m_choice->currentData().toString().isEmpty() ? readAddress() : readWarehouse();
}

std::optional<Endpoint> EndpointField::readWarehouse()
{
    Endpoint end;
    end.type = EndpointType::Warehouse;
    end.warehouseId = WarehouseId{m_choice->currentData().toString()};
    for (const Warehouse& warehouse : m_warehouses.rows()) {
        if (warehouse.ref.id == *end.warehouseId) {
            end.warehouse = warehouse.ref;
            end.location = warehouse.location;
        }
    }
    return end;
}

std::optional<Endpoint> EndpointField::readAddress()
{
    Place place = m_known.value_or(Place{});
    place.fullAddress = m_address->text().trimmed();
    const auto optional = [](const QLineEdit* edit) {
        return edit->text().trimmed().isEmpty() ? std::optional<QString>() : edit->text().trimmed();
    };
    place.city = optional(m_city);
    place.contactInfo = optional(m_phone);
    bool complete = true;
    if (place.fullAddress.isEmpty()) {
        m_addressRow->setError(tr("The address is missing."));
        complete = false;
    }
    const auto latitude = degrees(m_latitude->text(), locale(), 90);
    const auto longitude = degrees(m_longitude->text(), locale(), 180);
    if (!latitude) {
        m_latitudeRow->setError(tr("A number from −90 to 90."));
        complete = false;
    }
    if (!longitude) {
        m_longitudeRow->setError(tr("A number from −180 to 180."));
        complete = false;
    }
    if (!complete)
        return std::nullopt;
    place.position = QGeoCoordinate(*latitude, *longitude);
    Endpoint end;
    end.type = EndpointType::Location;
    end.location = place;
    return end;
}

void EndpointField::setError(const QString& error)
{
    m_choiceRow->setError(error);
}

} // namespace waydesk::ui
