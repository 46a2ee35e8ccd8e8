// SPDX-License-Identifier: GPL-3.0-or-later
// Asks under which name the present filter is to be kept.
#pragma once

#include "ui/widgets/panel.h"

class QLineEdit;

namespace waydesk::ui {

class SaveViewPanel final : public Panel
{
    Q_OBJECT

public:
    SaveViewPanel(const Theme& theme, const QString& filter, QWidget* parent = nullptr);
    void focusFirst() override;

Q_SIGNALS:
    void named(const QString& name);

private:
    QLineEdit* m_name;
};

} // namespace waydesk::ui
