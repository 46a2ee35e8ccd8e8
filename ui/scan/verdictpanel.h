// SPDX-License-Identifier: GPL-3.0-or-later
// The station's big panel: the code and its verdict, to be read from three metres; before the first scan what to do and
// three codes that would be taken right now. Tells a screen reader each new verdict.
#pragma once

#include "ui/scan/scanwords.h"
#include "ui/theme/theme.h"

#include <QWidget>
#include <optional>

namespace waydesk::ui {

class VerdictPanel : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictPanel(const Theme& theme, QWidget* parent = nullptr);

    struct Content
    {
        Tone tone = Tone::Grey;
        QString icon, code, line, headline, footing;
        bool isCode = true; // false: the big line is words, set smaller
        bool operator==(const Content&) const = default;
    };
    void show(const Content& content);
    const Content& content() const { return m_content; }
    static Content of(const ScanEntry& entry, const ScanWords& words);

    QSize sizeHint() const override { return {600, 138}; }
    QSize minimumSizeHint() const override { return {320, 138}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Theme& m_theme;
    Content m_content;
};

} // namespace waydesk::ui
