// SPDX-License-Identifier: GPL-3.0-or-later
// A few lines of a person's own words: they begin where the page's reading begins, and Tab leaves it.
#pragma once

#include <QPlainTextEdit>

namespace waydesk::ui {

class TextBox final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextBox(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void align();
};

} // namespace waydesk::ui
