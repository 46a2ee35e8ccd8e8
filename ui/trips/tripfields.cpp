// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trips/tripfields.h"

#include "models/tripwords.h"
#include "ui/widgets/select.h"

#include <QBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QSignalBlocker>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostDrivers = 2000;

} // namespace

TripFields::TripFields(const Theme& theme, facade::LookupService& lookups, Shape shape, QWidget* parent)
    : QWidget(parent)
    , m_lookups(lookups)
    , m_driver(new Select(theme))
    , m_van(new Select(theme))
    , m_kind(new Select(theme))
    , m_notes(new QLineEdit)
    , m_driverRow(new FormRow(theme, {}, m_driver, this))
    , m_vanRow(new FormRow(theme, {}, m_van, this))
    , m_kindRow(new FormRow(theme, {}, m_kind, this))
    , m_notesRow(new FormRow(theme, {}, m_notes, this))
{
    m_notes->setMaxLength(kNotesMost);
    auto* layout = new QBoxLayout(shape == Shape::Form ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (FormRow* row : {m_driverRow, m_vanRow, m_kindRow, m_notesRow})
        layout->addWidget(row, 1);
    m_kindRow->setVisible(shape == Shape::Form);
    for (Select* select : {m_driver, m_van, m_kind})
        connect(select, &QComboBox::currentIndexChanged, this, &TripFields::edited);
    connect(m_notes, &QLineEdit::textEdited, this, &TripFields::edited);
    fillChoices();
    retranslate();
    connect(&lookups, &facade::LookupService::changed, this, &TripFields::fillChoices);
}

void TripFields::fillChoices()
{
    const QString driver = m_driver->currentData().toString(), van = m_van->currentData().toString();
    const int kind = m_kind->currentIndex();
    const QSignalBlocker quietDriver(m_driver), quietVan(m_van), quietKind(m_kind);
    m_driver->clear();
    m_driver->addItem(tr("Nobody yet"), QString());
    m_holds.clear();
    for (const DriverRef& each : m_lookups.drivers({}, kMostDrivers)) {
        m_driver->addItem(each.user.fullName, each.id.value);
        if (each.vehicle)
            m_holds.insert(each.id.value, each.vehicle->capacity);
    }
    m_van->clear();
    m_van->addItem(tr("None chosen"), QString());
    for (const VehicleRef& each : m_lookups.vehicles()) {
        m_van->addItem(models::vanName(each), each.id.value);
        m_holds.insert(each.id.value, each.capacity);
    }
    m_kind->clear();
    m_kind->addItem(tr("Not said"), -1);
    for (const TripType type : kTripTypes)
        m_kind->addItem(models::words(type), static_cast<int>(type));
    choose(m_driver, driver);
    choose(m_van, van);
    m_kind->setCurrentIndex(std::max(0, kind));
}

// One that this desk has not heard of stands there by its id: it must not be lost by opening a form.
void TripFields::choose(Select* select, const QString& id)
{
    if (select->findData(id) < 0)
        select->addItem(id, id);
    select->setCurrentIndex(select->findData(id));
}

void TripFields::read(const Trip& trip)
{
    m_before = trip;
    const QSignalBlocker quietDriver(m_driver), quietVan(m_van), quietKind(m_kind);
    choose(m_driver, trip.driver ? trip.driver->id.value : QString());
    choose(m_van, trip.vehicle ? trip.vehicle->id.value : QString());
    m_kind->setCurrentIndex(
        std::max(0, trip.type && trip.type->known ? m_kind->findData(static_cast<int>(*trip.type->known)) : 0));
    m_notes->setText(trip.notes);
    complain({});
}

std::optional<DriverId> TripFields::chosenDriver() const
{
    const QString id = m_driver->currentData().toString();
    return id.isEmpty() ? std::nullopt : std::optional(DriverId{id});
}

std::optional<VehicleId> TripFields::chosenVan() const
{
    const QString id = m_van->currentData().toString();
    return id.isEmpty() ? std::nullopt : std::optional(VehicleId{id});
}

std::optional<TripType> TripFields::chosenKind() const
{
    const int kind = m_kind->currentData().toInt();
    return kind < 0 ? std::nullopt : std::optional(static_cast<TripType>(kind));
}

void TripFields::fill(CreateTrip& create) const
{
    create.driver = chosenDriver();
    create.vehicle = chosenVan();
    create.type = chosenKind();
    create.notes = m_notes->text().trimmed();
}

UpdateTrip TripFields::changes() const
{
    UpdateTrip update{.trip = m_before.id, .driver = {}, .vehicle = {}, .type = {}, .notes = {}};
    if (chosenDriver() != (m_before.driver ? std::optional(m_before.driver->id) : std::nullopt))
        update.driver = chosenDriver();
    if (chosenVan() != (m_before.vehicle ? std::optional(m_before.vehicle->id) : std::nullopt))
        update.vehicle = chosenVan();
    if (chosenKind() != (m_before.type ? m_before.type->known : std::nullopt))
        update.type = chosenKind();
    if (m_notes->text().trimmed() != m_before.notes)
        update.notes = m_notes->text().trimmed();
    return update;
}

bool TripFields::isNothing(const UpdateTrip& update)
{
    return !update.driver && !update.vehicle && !update.type && !update.notes;
}

std::optional<Quantity> TripFields::capacity() const
{
    const QString van = m_van->currentData().toString();
    return m_holds.value(van.isEmpty() ? m_driver->currentData().toString() : van);
}

void TripFields::complain(const QList<FieldError>& fields)
{
    for (FormRow* row : {m_driverRow, m_vanRow, m_kindRow, m_notesRow})
        row->setError({});
    for (const FieldError& field : fields) {
        if (field.field.startsWith(u"driver"_s))
            m_driverRow->setError(field.message);
        else if (field.field.startsWith(u"vehicle"_s))
            m_vanRow->setError(field.message);
        else if (field.field.startsWith(u"trip_type"_s))
            m_kindRow->setError(field.message);
        else if (field.field.startsWith(u"notes"_s))
            m_notesRow->setError(field.message);
    }
}

void TripFields::focusFirst()
{
    m_driver->setFocus(Qt::TabFocusReason);
}

QJsonObject TripFields::draft() const
{
    return {{u"driver"_s, m_driver->currentData().toString()},
            {u"van"_s, m_van->currentData().toString()},
            {u"kind"_s, m_kind->currentData().toInt()},
            {u"notes"_s, m_notes->text()}};
}

void TripFields::takeDraft(const QJsonObject& draft)
{
    const QSignalBlocker quietDriver(m_driver), quietVan(m_van), quietKind(m_kind);
    choose(m_driver, draft[u"driver"].toString());
    choose(m_van, draft[u"van"].toString());
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(draft[u"kind"].toInt(-1))));
    m_notes->setText(draft[u"notes"].toString());
}

void TripFields::retranslate()
{
    m_driverRow->setLabel(tr("Driver"));
    m_vanRow->setLabel(tr("Van"));
    m_kindRow->setLabel(tr("Kind"));
    m_notesRow->setLabel(tr("Notes"));
    m_driver->setAccessibleName(tr("Driver"));
    m_van->setAccessibleName(tr("Van"));
    m_kind->setAccessibleName(tr("Kind"));
    m_notes->setAccessibleName(tr("Notes"));
    fillChoices();
}

} // namespace waydesk::ui
