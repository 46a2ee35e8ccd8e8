// SPDX-License-Identifier: GPL-3.0-or-later
// Where a code is typed by hand: Enter takes it, Backspace in the empty field removes the last scan. What is typed
// stays until it is taken.
#pragma once

#include <QLineEdit>

namespace waydesk::ui {

class CodeField : public QLineEdit
{
    Q_OBJECT

public:
    explicit CodeField(QWidget* parent = nullptr);

Q_SIGNALS:
    void entered(const QString& code);
    void removeLastWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void align();
};

} // namespace waydesk::ui
