// SPDX-License-Identifier: GPL-3.0-or-later
// The station's four figures: in the waybill, scanned now, refused, the van's load of its room.
#pragma once

#include "models/formats.h"
#include "ui/scan/scansession.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace waydesk::ui {

class CounterStrip : public QWidget
{
    Q_OBJECT

public:
    CounterStrip(const Theme& theme, const models::Formats& formats, QWidget* parent = nullptr);
    void setCounts(const ScanCounts& counts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent* event) override;

private:
    struct Figure
    {
        QString label, value, rest;
        Tone tone;
    };
    QList<Figure> figures() const;
    int widthOf(const Figure& figure) const;

    const Theme& m_theme;
    const models::Formats& m_formats;
    ScanCounts m_counts;
};

} // namespace waydesk::ui
