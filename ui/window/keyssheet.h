// SPDX-License-Identifier: GPL-3.0-or-later
// F1: the keys of the page in front and of the window, in two columns, over the work. Any of Esc, F1 closes it.
#pragma once

#include "ui/window/overlay.h"
#include "ui/window/page.h"

namespace waydesk::ui {

class KeysSheet final : public Overlay
{
    Q_OBJECT

public:
    KeysSheet(const Theme& theme, QWidget& over);
    void showKeys(const QString& pageTitle, const QList<KeyLine>& page, const QList<KeyLine>& everywhere);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* m_content = nullptr;
};

} // namespace waydesk::ui
