// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion, flattened: the few primitives that a stylesheet cannot tint from the tokens (check boxes, radio buttons, the
// focus ring, arrows) and the metrics and hints of the house.
#pragma once

#include <QProxyStyle>

namespace waydesk::ui {

class Theme;

class HouseStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit HouseStyle(const Theme& theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;

private:
    const Theme& m_theme;
};

} // namespace waydesk::ui
