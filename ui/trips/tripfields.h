// SPDX-License-Identifier: GPL-3.0-or-later
// What a trip says of itself beside its parcels: driver, van, kind, notes. Nothing chosen is a choice: nobody yet, no
// van. What was read in and not changed is not asked for again, so that a colleague's change to it is not undone.
#pragma once

#include "services/domain/trip.h"
#include "services/facade/lookupservice.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace waydesk::ui {

class Select;

class TripFields final : public QWidget
{
    Q_OBJECT

public:
    enum class Shape { Form, Bar }; // one below the other, or in one row
    TripFields(const Theme& theme, facade::LookupService& lookups, Shape shape, QWidget* parent = nullptr);

    void read(const Trip& trip); // an empty one: everything is still to be chosen
    void fill(CreateTrip& create) const;
    UpdateTrip changes() const; // against what was read; the trip's id is that one's
    static bool isNothing(const UpdateTrip& update);
    std::optional<Quantity> capacity() const; // of the chosen van, else of the driver's own
    void complain(const QList<FieldError>& fields);
    void focusFirst();
    // As JSON, and back: what was chosen survives a restart.
    QJsonObject draft() const;
    void takeDraft(const QJsonObject& draft);

    Select* driver() const { return m_driver; }
    Select* van() const { return m_van; }
    QLineEdit* notes() const { return m_notes; }
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void fillChoices();
    std::optional<DriverId> chosenDriver() const;
    std::optional<VehicleId> chosenVan() const;
    std::optional<TripType> chosenKind() const;
    void choose(Select* select, const QString& id);

    static constexpr int kNotesMost = 1000;
    facade::LookupService& m_lookups;
    Select *m_driver, *m_van, *m_kind;
    QLineEdit* m_notes;
    FormRow *m_driverRow, *m_vanRow, *m_kindRow, *m_notesRow;
    QHash<QString, std::optional<Quantity>> m_holds; // by van, and by driver: their own van's
    Trip m_before;
};

} // namespace waydesk::ui
