// SPDX-License-Identifier: GPL-3.0-or-later
// A combo box drawn like every other control of the house; the list, the keys and the accessibility are Qt's.
#pragma once

#include "ui/widgets/paint.h"

#include <QComboBox>

namespace waydesk::ui {

class Select final : public QComboBox
{
    Q_OBJECT

public:
    explicit Select(const Theme& theme, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override;
    void wheelEvent(QWheelEvent* event) override; // a form that scrolls must not change what it holds

private:
    const Theme& m_theme;
};

} // namespace waydesk::ui
