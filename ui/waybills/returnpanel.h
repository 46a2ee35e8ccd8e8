// SPDX-License-Identifier: GPL-3.0-or-later
// Parcels that come back: which, why (one of nine reasons), and notes. All of them back closes the waybill; the panel
// says so before.
#pragma once

#include "services/domain/command.h"
#include "services/domain/result.h"
#include "ui/widgets/panel.h"

class QListWidget;
class QPlainTextEdit;

namespace waydesk::models {
class DeliveriesModel;
}

namespace waydesk::ui {

class FormRow;
class Select;

class ReturnPanel final : public Panel
{
    Q_OBJECT

public:
    ReturnPanel(const Theme& theme, const models::DeliveriesModel& deliveries, const WaybillId& waybill,
                const QString& title, QWidget* parent = nullptr);

    void complain(const Error& error);
    void focusFirst() override;

Q_SIGNALS:
    void submitted(const waydesk::Command& command);

private:
    void fill(const models::DeliveriesModel& deliveries);
    void showPossible();
    void submit();
    QList<DeliveryId> checked() const;

    WaybillId m_waybill;
    QListWidget* m_parcels;
    Select* m_reason;
    QPlainTextEdit* m_notes;
    FormRow* m_notesRow;
};

} // namespace waydesk::ui
