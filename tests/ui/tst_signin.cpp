// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's first start is plain, its errors stand where they belong, and an ended session loses nothing.
#include "tests/ui/scanbench.h"
#include "ui/session/demodepot.h"
#include "ui/session/expiredsession.h"
#include "ui/session/otherdesk.h"
#include "ui/session/signinview.h"
#include "ui/widgets/button.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using test::ScanBench;

namespace {
class PlayDepot final : public DemoDepot
{
public:
    void start() override { ++starts; }
    int starts = 0;
};

struct Door
{
    ScanBench bench;
    PlayDepot demo;
    SignInView view{bench.theme, bench.connection, demo, bench.memory};

    Door()
    {
        sync::EngineStatus out = bench.engine.status();
        out.session = sync::EngineStatus::Session::SignedOut;
        bench.engine.setStatus(out);
        view.show();
    }
    void type(const QString& server, const QString& email, const QString& password)
    {
        view.serverField()->setText(server);
        view.emailField()->setText(email);
        view.passwordField()->setText(password);
        view.connectToDepot();
    }
};
} // namespace

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesTheDemoDepot();
    void saysWhyTheDemoDidNotStart();
    void connectsToADepot();
    void asksForWhatIsMissing_data();
    void asksForWhatIsMissing();
    void saysThatThePasswordIsWrong();
    void remembersTheAddressButNotThePassword();
    void readsAddressesAsMeant_data();
    void readsAddressesAsMeant();
    void asksForThePasswordOverThePage();
    void goesOnWorkingWhenPutOff();
    void saysThatAnotherDeskIsOpen();
    void givesEveryInputAName();
};

void SignInTest::triesTheDemoDepot()
{
    Door door;
    door.view.chooseDemoUser(u"manager@demo.waydesk"_s);
    QTest::mouseClick(door.view.demoButton(), Qt::LeftButton);
    QCOMPARE(door.demo.starts, 1);
    QVERIFY(!door.view.demoButton()->isEnabled());
    door.view.tryDemo(); // pressed twice: started once
    QCOMPARE(door.demo.starts, 1);
    Q_EMIT door.demo.ready(QUrl(u"http://127.0.0.1:4711"_s));
    QCOMPARE(door.bench.engine.server(), QUrl(u"http://127.0.0.1:4711"_s));
    QCOMPARE(door.bench.engine.lastEmail(), u"manager@demo.waydesk"_s);
    QTRY_COMPARE(door.bench.memory.value(u"depot/kind"_s).toString(), u"demo"_s);
}

void SignInTest::saysWhyTheDemoDidNotStart()
{
    Door door;
    door.view.tryDemo();
    Q_EMIT door.demo.failed(u"No program."_s);
    QVERIFY(door.view.problem().contains(u"No program."_s));
    QVERIFY(door.view.demoButton()->isEnabled());
}

void SignInTest::connectsToADepot()
{
    Door door;
    door.type(u"depot.example.org"_s, u"sara@example.org"_s, u"right"_s);
    QCOMPARE(door.bench.engine.server(), QUrl(u"https://depot.example.org"_s));
    QCOMPARE(door.bench.engine.lastEmail(), u"sara@example.org"_s);
    QTRY_COMPARE(door.bench.memory.value(u"depot/kind"_s).toString(), u"server"_s);
    QVERIFY(door.view.problem().isEmpty());
}

void SignInTest::asksForWhatIsMissing_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("says");
    QTest::newRow("server") << u""_s << u"a@b.co"_s << u"x"_s << u"Where is your depot's server"_s;
    QTest::newRow("address") << u"not an address"_s << u"a@b.co"_s << u"x"_s << u"not a web address"_s;
    QTest::newRow("scheme") << u"ftp://x.org"_s << u"a@b.co"_s << u"x"_s << u"not a web address"_s;
    QTest::newRow("email") << u"x.org"_s << u""_s << u"x"_s << u"e-mail address"_s;
    QTest::newRow("at") << u"x.org"_s << u"sara"_s << u"x"_s << u"has an @"_s;
    QTest::newRow("password") << u"x.org"_s << u"a@b.co"_s << u""_s << u"password"_s;
}

void SignInTest::asksForWhatIsMissing()
{
    QFETCH(QString, server);
    QFETCH(QString, email);
    QFETCH(QString, password);
    QFETCH(QString, says);
    Door door;
    door.type(server, email, password);
    QVERIFY2(door.view.problem().contains(says), qPrintable(door.view.problem()));
    QVERIFY(door.bench.engine.lastEmail().isEmpty()); // nothing was sent
}

void SignInTest::saysThatThePasswordIsWrong()
{
    Door door;
    door.type(u"depot.example.org"_s, u"sara@example.org"_s, u"wrong"_s);
    QTRY_VERIFY(door.view.problem().contains(u"is not right"_s));
    QVERIFY(door.view.connectButton()->isEnabled());
    QCOMPARE(door.view.passwordField()->text(), u"wrong"_s); // to be mended, not typed anew
    QTest::keyClicks(door.view.passwordField(), u"right"_s);
    QVERIFY(door.view.problem().isEmpty());
}

void SignInTest::remembersTheAddressButNotThePassword()
{
    Door door;
    door.type(u"depot.example.org"_s, u"sara@example.org"_s, u"s3cretWord"_s);
    QTRY_VERIFY(door.view.passwordField()->text().isEmpty());
    SignInView again(door.bench.theme, door.bench.connection, door.demo, door.bench.memory);
    QCOMPARE(again.serverField()->text(), u"https://depot.example.org"_s);
    QCOMPARE(again.emailField()->text(), u"sara@example.org"_s);
    QCOMPARE(again.passwordField()->text(), QString());
    QCOMPARE(again.passwordField()->echoMode(), QLineEdit::Password);
}

void SignInTest::readsAddressesAsMeant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("host") << u" depot.example.org "_s << u"https://depot.example.org"_s;
    QTest::newRow("http") << u"http://10.0.0.5:8480"_s << u"http://10.0.0.5:8480"_s;
    QTest::newRow("loopback") << u"127.0.0.1:8480"_s << u"http://127.0.0.1:8480"_s;
    QTest::newRow("localhost") << u"localhost:8480"_s << u"http://localhost:8480"_s;
    QTest::newRow("path") << u"example.org/depot"_s << u"https://example.org/depot"_s;
    QTest::newRow("credentials") << u"https://u:p@example.org"_s << QString();
    QTest::newRow("script") << u"javascript:alert(1)"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("nothing") << u"https://"_s << QString();
}

void SignInTest::readsAddressesAsMeant()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    QCOMPARE(SignInView::serverUrl(typed).toString(), meant);
}

void SignInTest::asksForThePasswordOverThePage()
{
    ScanBench bench;
    QWidget window;
    window.resize(900, 600);
    auto* work = new QLineEdit(&window);
    ExpiredSession panel(bench.theme, bench.connection, window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    work->setText(u"half a sentence"_s);
    work->setFocus();
    sync::EngineStatus status = bench.engine.status();
    status.session = sync::EngineStatus::Session::Expired;
    status.user.email = u"sara@example.org"_s;
    bench.engine.setStatus(status);
    QTRY_VERIFY(panel.isOpen());
    QCOMPARE(window.focusWidget(), panel.passwordField());
    panel.submit();
    QVERIFY(panel.problem().contains(u"password"_s));
    panel.passwordField()->setText(u"wrong"_s);
    panel.submit();
    QTRY_VERIFY(panel.problem().contains(u"not right"_s));
    QVERIFY(panel.isOpen());
    panel.passwordField()->setText(u"right"_s);
    panel.submit();
    QCOMPARE(bench.engine.lastEmail(), u"sara@example.org"_s);
    QTRY_VERIFY(!panel.isOpen());
    QCOMPARE(window.focusWidget(), work);
    QCOMPARE(work->text(), u"half a sentence"_s);
    QVERIFY(panel.passwordField()->text().isEmpty());
}

void SignInTest::goesOnWorkingWhenPutOff()
{
    ScanBench bench;
    QWidget window;
    window.resize(900, 600);
    ExpiredSession panel(bench.theme, bench.connection, window);
    window.show();
    sync::EngineStatus status = bench.engine.status();
    status.session = sync::EngineStatus::Session::Expired;
    bench.engine.setStatus(status);
    QTRY_VERIFY(panel.isOpen());
    QTest::keyClick(panel.passwordField(), Qt::Key_Escape);
    QVERIFY(!panel.isOpen());
    QVERIFY(panel.banner()->isVisible());
    bench.engine.setStatus(status); // told again: it does not come up by itself
    QVERIFY(!panel.isOpen());
    bench.commands.submit(SealWaybill{bench.draft()});
    QTRY_COMPARE(bench.commands.open().size(), 1);
}

void SignInTest::saysThatAnotherDeskIsOpen()
{
    ScanBench bench;
    OtherDesk view(bench.theme, OtherDesk::Why::AlreadyOpen, u"/home/sara/.local/share/waydesk"_s);
    QSignalSpy again(&view, &OtherDesk::tryAgain);
    QVERIFY(view.sentence().contains(u"twice"_s));
    view.findChildren<Button*>().constFirst()->click();
    QCOMPARE(again.size(), 1);
}

void SignInTest::givesEveryInputAName()
{
    Door door;
    ExpiredSession panel(door.bench.theme, door.bench.connection, door.view);
    const QList<QWidget*> all = door.view.findChildren<QWidget*>();
    int inputs = 0;
    for (const QWidget* widget : all) {
        if (!(widget->focusPolicy() & Qt::TabFocus))
            continue;
        ++inputs;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
    QVERIFY(inputs >= 12);
}

QTEST_MAIN(SignInTest)
#include "tst_signin.moc"
