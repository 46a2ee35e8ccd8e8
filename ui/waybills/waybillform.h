// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a new waybill, and of an existing draft. What was typed stays until the desk has written the command to
// its disk: submit() hands a command out, confirm() closes the form, complain() shows what went wrong with all intact.
#pragma once

#include "services/domain/command.h"
#include "services/domain/result.h"
#include "ui/widgets/panel.h"

class QLineEdit;
class QPlainTextEdit;

namespace waydesk::models {
class WarehousesModel;
}

namespace waydesk::ui {

class EndpointField;
class FormRow;
class Select;

class WaybillForm final : public Panel
{
    Q_OBJECT

public:
    WaybillForm(const Theme& theme, models::WarehousesModel& warehouses, QWidget* parent = nullptr);

    void beginNew(const WaybillId& localId, const std::optional<WarehouseId>& origin);
    void beginEdit(const Waybill& draft);
    void complain(const Error& error);
    bool isEmpty() const; // nothing typed that would be lost
    void focusFirst() override;

Q_SIGNALS:
    void submitted(const waydesk::Command& command);

private:
    void submit();
    void showCarrier();
    Command edited(const Endpoint& origin, const Endpoint& destination) const;

    static constexpr int kNotesMost = 1000;
    EndpointField *m_origin, *m_destination;
    Select* m_carrier;
    QLineEdit* m_reference;
    QPlainTextEdit* m_notes;
    FormRow *m_carrierRow, *m_referenceRow, *m_notesRow;
    WaybillId m_localId;
    std::optional<Waybill> m_before; // editing
};

} // namespace waydesk::ui
