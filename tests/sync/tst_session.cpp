// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk stays signed in without losing a token or a person, and knows whether the server is there without pestering.
#include "services/sync/link.h"
#include "services/sync/session.h"
#include "tests/sync/support/enginebench.h"

#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using State = sync::Session::State;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl kServer(u"http://depot.example"_s);

wire::Tokens tokens(const QString& access, const QString& refresh, const QString& user = {}, const QString& zone = {})
{
    wire::Tokens result;
    result.access = access;
    result.refresh = refresh;
    if (!user.isEmpty()) {
        result.user.emplace();
        result.user->ref.id = {user};
        result.user->roleWord = u"dispatcher"_s;
        result.user->timeZone = zone;
    }
    return result;
}

// Answers a save only when told to, as a keychain does.
class SlowKeeper final : public sync::TokenKeeper
{
public:
    void load(const QUrl&, std::function<void(std::optional<sync::KeptSession>)> then) override { then(kept); }
    void save(const QUrl&, const sync::KeptSession& session, std::function<void(bool)> then) override
    {
        kept = session;
        saved = std::move(then);
        if (isPrompt)
            answer();
    }
    void erase(const QUrl&) override { kept.reset(); }
    bool isMemoryOnly() const override { return false; }
    void answer() { std::exchange(saved, nullptr)(true); }

    std::optional<sync::KeptSession> kept;
    std::function<void(bool)> saved;
    bool isPrompt = true;
};

struct Bench : EngineBench
{
    Bench()
        : backend(server.make())
        , session(kServer, clock, keeper, store->settings(), listener)
    {
        server.onSignIn = [](const QString& email) { return Result<wire::Tokens>(tokens(u"a1"_s, u"r1"_s, email)); };
    }
    void signIn(const QString& email = u"me"_s)
    {
        session.start(*backend.sessions);
        session.signIn(email, u"secret"_s, [this](const Error& why) { refusal = why; });
        server.settle();
    }
    std::function<void(bool)> ask() // somebody was refused with today's token
    {
        return [this](bool fresh) { asked.append(fresh); };
    }
    SlowKeeper keeper;
    backends::Backend backend;
    sync::Session session;
    std::optional<Error> refusal;
    QList<bool> asked;
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInAndIsRememberedAfterARestart()
    {
        Bench b;
        b.signIn();
        QCOMPARE(b.session.state(), State::SignedIn);
        sync::Session again(kServer, b.clock, b.keeper, b.store->settings(), b.listener);
        again.start(*b.backend.sessions);
        QCOMPARE(again.state(), State::SignedIn);
        QCOMPARE(again.accessToken(), u"a1"_s);
        QCOMPARE(again.kept().user.id.value, u"me"_s);
    }

    void knowsThePersonEvenWithoutAKeychain()
    {
        Bench b;
        b.signIn();
        b.keeper.kept.reset();
        sync::Session again(kServer, b.clock, b.keeper, b.store->settings(), b.listener);
        again.start(*b.backend.sessions);
        QCOMPARE(again.state(), State::Expired);
        QCOMPARE(again.kept().user.id.value, u"me"_s);
        QVERIFY(again.accessToken().isEmpty());
        sync::Session elsewhere(QUrl(u"http://other.example"_s), b.clock, b.keeper, b.store->settings(), b.listener);
        elsewhere.start(*b.backend.sessions);
        QCOMPARE(elsewhere.state(), State::SignedOut);
    }

    void knowsTheDepotsDays()
    {
        Bench b;
        QString zone = u"Africa/Lagos"_s;
        b.server.onSignIn = [&zone](const QString& email) {
            return Result<wire::Tokens>(tokens(u"a1"_s, u"r1"_s, email, zone));
        };
        b.signIn();
        QCOMPARE(b.session.timeZone(), u"Africa/Lagos"_s);
        const auto again = [&b](const QUrl& server) {
            sync::Session session(server, b.clock, b.keeper, b.store->settings(), b.listener);
            session.start(*b.backend.sessions);
            return session.timeZone();
        };
        b.session.signOut(); // what this desk keeps is still that depot's
        QCOMPARE(again(kServer), u"Africa/Lagos"_s);
        QCOMPARE(again(QUrl(u"http://other.example"_s)), QString());
        zone = u"Asia/Baghdad"_s;
        b.signIn();
        QCOMPARE(again(kServer), u"Asia/Baghdad"_s);
        b.server.onRefresh = [](const QString&) { return Result<wire::Tokens>(tokens(u"a2"_s, u"r2"_s)); };
        b.session.refused(u"a1"_s, b.ask()); // an answer that tells nothing of it
        b.server.settle();
        QCOMPARE(b.session.timeZone(), u"Asia/Baghdad"_s);
    }

    void refusesDaysOfNowhere()
    {
        for (const QString& zone : {u"Mars/Olympus"_s, u"../../etc/passwd"_s, QString(300, u'x'), u"\0"_s}) {
            Bench b;
            b.server.onSignIn = [&zone](const QString& email) {
                return Result<wire::Tokens>(tokens(u"a1"_s, u"r1"_s, email, zone));
            };
            b.signIn();
            QCOMPARE(b.session.state(), State::SignedIn);
            QCOMPARE(b.session.timeZone(), QString());
            QCOMPARE(b.listener.errors.size(), 1);
            QCOMPARE(b.listener.errors[0].code, u"unknown_time_zone"_s);
            b.signIn(); // noted once
            QCOMPARE(b.listener.errors.size(), 1);
        }
        Bench plain; // a server that does not tell
        plain.signIn();
        QVERIFY(plain.session.timeZone().isEmpty() && plain.listener.errors.isEmpty());
    }

    void renewsOnceForAllWhoAsk()
    {
        Bench b;
        b.signIn();
        b.server.onRefresh = [](const QString&) { return Result<wire::Tokens>(tokens(u"a2"_s, u"r2"_s)); };
        b.session.refused(u"a1"_s, b.ask());
        b.session.refused(u"a1"_s, b.ask());
        b.server.settle();
        QCOMPARE(b.server.reads.count(u"refresh r1"_s), 1);
        QCOMPARE(b.asked, QList<bool>({true, true}));
        QCOMPARE(b.session.accessToken(), u"a2"_s);
        QCOMPARE(b.session.kept().user.id.value, u"me"_s);
        b.session.refused(u"a1"_s, b.ask()); // late: another one is there already
        QCOMPARE(b.asked.size(), 3);
        QVERIFY(b.asked.last());
        QCOMPARE(b.server.reads.filter(u"refresh"_s).size(), 1);
    }

    void keepsARenewedTokenBeforeItIsUsed()
    {
        Bench b;
        b.signIn();
        b.server.onRefresh = [](const QString&) { return Result<wire::Tokens>(tokens(u"a2"_s, u"r2"_s)); };
        b.keeper.isPrompt = false;
        b.session.refused(u"a1"_s, b.ask());
        b.server.settle();
        QCOMPARE(b.keeper.kept->refresh, u"r2"_s);
        QCOMPARE(b.session.accessToken(), u"a1"_s);
        QVERIFY(b.asked.isEmpty());
        b.keeper.answer();
        QCOMPARE(b.session.accessToken(), u"a2"_s);
        QCOMPARE(b.asked, QList<bool>{true});
    }

    void expiresOnlyWhenTheServerSaysSo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("expires");
        QTest::newRow("401") << int(Kind::Unauthorised) << true;
        QTest::newRow("offline") << int(Kind::Offline) << false;
        QTest::newRow("no answer") << int(Kind::Timeout) << false;
        QTest::newRow("500") << int(Kind::Server) << false;
        QTest::newRow("a portal") << int(Kind::Malformed) << false;
    }
    void expiresOnlyWhenTheServerSaysSo()
    {
        QFETCH(int, kind);
        QFETCH(bool, expires);
        Bench b;
        b.signIn();
        b.server.onRefresh = [kind](const QString&) { return Result<wire::Tokens>(failure(Kind(kind))); };
        b.session.refused(u"a1"_s, b.ask());
        b.server.settle();
        QCOMPARE(b.asked, QList<bool>{false});
        QCOMPARE(b.session.state(), expires ? State::Expired : State::SignedIn);
        QCOMPARE(b.session.kept().user.id.value, u"me"_s); // the person stays known
        QCOMPARE(b.keeper.kept.has_value(), !expires);
    }

    void staysAsItWasWhenAPasswordIsWrong()
    {
        Bench b;
        b.server.onSignIn = [](const QString&) { return Result<wire::Tokens>(failure(Kind::Unauthorised, 401)); };
        b.signIn();
        QCOMPARE(b.session.state(), State::SignedOut);
        QCOMPARE(b.refusal->status, 401);
    }

    void forgetsEverythingOnSignOut()
    {
        Bench b;
        b.signIn();
        b.session.signOut();
        QCOMPARE(b.session.state(), State::SignedOut);
        QVERIFY(!b.keeper.kept && !b.session.hasUser());
        QVERIFY(b.server.reads.contains(u"signOut"_s));
    }

    void probesWithGrowingPausesNeverFarApart()
    {
        EngineBench b;
        const backends::Backend backend = b.server.make();
        sync::Link link(b.clock, b.wakeups, b.listener);
        b.server.onPing = [] { return Result<Nothing>(failure(Kind::Offline)); };
        link.start([&](net::Done<Nothing> done) { return backend.sessions->ping(std::move(done)); });
        QList<Instant> at;
        for (int i = 0; i < 200; ++i) {
            const auto before = b.server.reads.size();
            b.server.settle();
            b.wakeups.advance(100ms);
            if (b.server.reads.size() > before)
                at.append(b.clock.now());
        }
        QCOMPARE(link.state(), sync::Link::State::Offline);
        QVERIFY2(at.size() >= 6 && at.size() <= 16, qPrintable(QString::number(at.size()))); // of twenty seconds
        for (qsizetype i = 1; i < at.size(); ++i)
            QVERIFY(at[i] - at[i - 1] <= 3200ms);
        link.heard();
        QVERIFY(link.isOnline());
        const auto before = b.server.reads.size();
        b.wakeups.advance(1min);
        QCOMPARE(b.server.reads.size(), before); // online: no probing
    }

    void suspectsBeforeItSaysOffline()
    {
        EngineBench b;
        const backends::Backend backend = b.server.make();
        sync::Link link(b.clock, b.wakeups, b.listener);
        b.server.onPing = [] { return Result<Nothing>(failure(Kind::Offline)); };
        link.start([&](net::Done<Nothing> done) { return backend.sessions->ping(std::move(done)); });
        link.heard();
        b.server.settle(); // the probe that start() sent fails after something was heard
        link.heard();
        QVERIFY(link.isOnline());
        b.server.onPing = [&] {
            link.heard();
            return Result<Nothing>(Nothing{});
        };
        const int moves = b.listener.linkMoves;
        link.notHeard(failure(Kind::Timeout)); // one slow answer
        b.server.settle();
        QVERIFY(link.isOnline());
        QCOMPARE(b.listener.linkMoves, moves);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
