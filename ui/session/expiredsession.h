// SPDX-License-Identifier: GPL-3.0-or-later
// When a session has ended: asks for the password over the page, which stays as it was, and keeps a line above the page
// for as long as it is put off. Work goes on; it is sent after signing in again.
#pragma once

#include "services/facade/connectionservice.h"
#include "ui/window/overlay.h"

class QLineEdit;

namespace waydesk::ui {

class Button;
class FormRow;

class ExpiredSession final : public Overlay
{
    Q_OBJECT

public:
    ExpiredSession(const Theme& theme, facade::ConnectionService& connection, QWidget& over);

    QWidget* banner() const { return m_banner; } // for the window, above the page
    QLineEdit* passwordField() const { return m_password; }
    QString problem() const;
    void submit();

Q_SIGNALS:
    void userChangeWanted();

protected:
    void focusFirst() override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();
    void failed(const Error& error);
    void retranslate();

    facade::ConnectionService& m_connection;
    bool m_expired = false, m_asked = false;
    QWidget* m_banner;
    Text *m_bannerText, *m_title, *m_text;
    Button *m_bannerButton, *m_signIn, *m_later, *m_other;
    QLineEdit* m_password;
    FormRow* m_row;
};

} // namespace waydesk::ui
