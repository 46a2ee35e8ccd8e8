// SPDX-License-Identifier: GPL-3.0-or-later
// A figure with two steps at its trailing edge, their arrows from the icon set and in the theme's inks. Its words stand
// where the page's reading begins.
#pragma once

#include "ui/theme/theme.h"

#include <QSpinBox>

namespace waydesk::ui {

class SpinBox final : public QSpinBox
{
    Q_OBJECT

public:
    explicit SpinBox(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void align();

    const Theme& m_theme;
};

} // namespace waydesk::ui
