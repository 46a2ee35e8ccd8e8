// SPDX-License-Identifier: GPL-3.0-or-later
// Asks why a parcel shall come back.
#pragma once

#include "services/domain/result.h"
#include "services/domain/trip.h"
#include "ui/widgets/panel.h"

class QPlainTextEdit;

namespace waydesk::ui {

class FormRow;
class TextBox;

class ReturnWishPanel final : public Panel
{
    Q_OBJECT

public:
    ReturnWishPanel(const Theme& look, const DeliveryId& delivery, const QString& title, QWidget* parent = nullptr);
    void complain(const Error& error); // could not be saved; what was typed stays
    void focusFirst() override;

Q_SIGNALS:
    void submitted(const waydesk::RequestReturn& command);

private:
    void showPossible();

    TextBox *m_reason, *m_notes;
    FormRow* m_reasonRow;
};

} // namespace waydesk::ui
