// SPDX-License-Identifier: GPL-3.0-or-later
// The first thing a new person sees: "Try the demo depot" or "Connect to my depot". Errors stand at the field that they
// are about, in our words, with the server's in quotes; what was typed stays, the password apart once it was accepted.
#pragma once

#include "services/facade/connectionservice.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;

namespace waydesk::ui {

class Button;
class DemoDepot;
class FormRow;
class Memory;
class Notice;
class Text;

class SignInView final : public QWidget
{
    Q_OBJECT

public:
    SignInView(Theme& theme, facade::ConnectionService& connection, DemoDepot& demo, Memory& memory,
               QWidget* parent = nullptr);

    void tryDemo();
    void connectToDepot();
    QLineEdit* serverField() const { return m_server; }
    QLineEdit* emailField() const { return m_email; }
    QLineEdit* passwordField() const { return m_password; }
    Button* demoButton() const { return m_demoButton; }
    Button* connectButton() const { return m_connectButton; }
    void chooseDemoUser(const QString& email);
    QString problem() const; // the first error that is shown, for tests and screen readers
    // The address as meant: "depot.example.org" becomes https://…; empty when it is none.
    static QUrl serverUrl(const QString& typed);

Q_SIGNALS:
    void languageWanted(const QString& code);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent*) override;

private:
    enum class Asked { Nothing, Demo, Depot };
    QWidget* buildDemo();
    QWidget* buildDepot();
    void retranslate();
    void showBusy();
    void failed(const Error& error);
    void clearErrors();

    Theme& m_theme;
    facade::ConnectionService& m_connection;
    DemoDepot& m_demo;
    Memory& m_memory;
    Asked m_asked = Asked::Nothing;
    Text *m_hello, *m_promise, *m_demoTitle, *m_demoText, *m_depotTitle, *m_depotText, *m_foot;
    QButtonGroup* m_users;
    Button *m_demoButton, *m_connectButton, *m_language;
    Notice *m_demoNotice, *m_depotNotice;
    QLineEdit *m_server, *m_email, *m_password;
    FormRow *m_serverRow, *m_emailRow, *m_passwordRow;
};

} // namespace waydesk::ui
