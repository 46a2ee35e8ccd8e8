// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a new parcel, and of one that may still be changed. What was typed stays until the desk has written the
// command to its disk: submitted() hands a command out, complain() shows what went wrong with all intact, and
// mayLeave() asks once before something typed is thrown away.
#pragma once

#include "services/domain/command.h"
#include "services/domain/result.h"
#include "ui/map/mapview.h"
#include "ui/widgets/panel.h"

class QLineEdit;

namespace waydesk::facade {
class LookupService;
}
namespace waydesk::models {
class Formats;
}

namespace waydesk::ui {

class ConsigneeField;
class FormRow;
class ParcelEndField;
class Select;
class TextBox;
class WindowField;

class DeliveryForm final : public Panel
{
    Q_OBJECT

public:
    DeliveryForm(const Theme& theme, facade::LookupService& lookups, const Basemap* basemap,
                 const models::Formats& formats, QWidget* parent = nullptr);

    void beginNew(const DeliveryId& localId, const std::optional<WarehouseId>& pickup);
    // `endsLocked`: why its ends stay where they are; empty: they may change.
    void beginEdit(const Delivery& parcel, const QString& endsLocked);
    void fill(const Delivery& parcel); // as it was asked for before, on top of what was begun
    void complain(const Error& error);
    bool isChanged() const;
    bool mayLeave(); // true: nothing is lost, or the person was told before and says so again
    void focusFirst() override;

    ConsigneeField* consignee() const { return m_consignee; }
    ParcelEndField* pickup() const { return m_pickup; }
    ParcelEndField* dropoff() const { return m_dropoff; }
    QLineEdit* cod() const { return m_cod; }
    QLineEdit* barcode() const { return m_barcode; }
    WindowField* visit() const { return m_window; }
    QString errorAt(QWidget* field) const; // what the row of this field says; for who reads the screen

Q_SIGNALS:
    void submitted(const waydesk::Command& command);

private:
    void build();
    void submit();
    void touched();
    void takeScan();
    bool readFigures(ParcelEdit& edit);
    bool readEnds(ParcelEdit& edit);
    std::optional<ParcelEdit> read();
    ParcelEdit onlyChanges(const ParcelEdit& all) const;

    static constexpr int kNotesMost = 2000;
    const models::Formats& m_formats;
    ConsigneeField* m_consignee;
    ParcelEndField *m_pickup, *m_dropoff;
    WindowField* m_window;
    QLineEdit *m_cod, *m_size, *m_barcode, *m_reference;
    Select* m_payment;
    TextBox* m_notes;
    FormRow *m_codRow, *m_sizeRow, *m_paymentRow, *m_barcodeRow, *m_referenceRow, *m_notesRow;
    QString m_currency;
    DeliveryId m_localId;
    std::optional<Delivery> m_before; // editing
    bool m_isChanged = false, m_hasAsked = false;
};

} // namespace waydesk::ui
