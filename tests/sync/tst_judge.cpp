// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk retries only what is safe: every kind of failure under every rule.
#include "services/sync/judge.h"
#include "services/sync/split.h"

#include <QTest>

using namespace waydesk;
using namespace waydesk::sync;
using store::RetryRule;
using What = Judgement::What;
using Kind = Error::Kind;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(waydesk::store::RetryRule)
Q_DECLARE_METATYPE(waydesk::sync::Judgement::What)

namespace {

Error failure(Kind kind, int status = 0, const QString& code = {})
{
    Error error;
    error.kind = kind;
    error.status = status;
    error.code = code;
    return error;
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void confirmsWithoutAnError() { QCOMPARE(judge(RetryRule::Never, 1, {}, 0).what, What::Confirmed); }

    void judges_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<RetryRule>("rule");
        QTest::addColumn<What>("what");
        QTest::addColumn<bool>("maybeSent");
        const RetryRule all[]{RetryRule::Idempotent, RetryRule::WithKey, RetryRule::ProbeFirst, RetryRule::Never};
        const auto row = [](const char* name, const Error& error, RetryRule rule, What what, bool maybeSent) {
            QTest::addRow("%s, rule %d", name, static_cast<int>(rule)) << error << rule << what << maybeSent;
        };
        for (const RetryRule rule : all) {
            row("offline", failure(Kind::Offline), rule, What::RetryLater, false);
            row("401", failure(Kind::Unauthorised, 401), rule, What::RetryLater, false);
            row("429", failure(Kind::RateLimited, 429), rule, What::RetryLater, false);
            row("403", failure(Kind::Forbidden, 403), rule, What::Refused, true);
            row("404", failure(Kind::NotFound, 404), rule, What::Refused, true);
            row("409", failure(Kind::Rejected, 409), rule, What::Refused, true);
            row("409 number", failure(Kind::Rejected, 409, u"waybill_number_conflict"_s), rule, What::Refused, true);
            row("422", failure(Kind::Rejected, 422), rule, What::Refused, true);
            row("408", failure(Kind::Rejected, 408), rule, What::RetryLater, true);
            row("500 said so", failure(Kind::Server, 500, u"waybill_creation_failed"_s), rule, What::RetryLater, true);
        }
        for (const Kind unknown : {Kind::Timeout, Kind::Malformed, Kind::Server}) {
            row("unknown", failure(unknown), RetryRule::Idempotent, What::RetryLater, true);
            row("unknown", failure(unknown), RetryRule::WithKey, What::RetryLater, true);
            row("unknown", failure(unknown), RetryRule::ProbeFirst, What::ProbeFirst, true);
            row("unknown", failure(unknown), RetryRule::Never, What::Unknown, true);
        }
    }
    void judges()
    {
        QFETCH(Error, error);
        QFETCH(RetryRule, rule);
        const Judgement judgement = judge(rule, 1, error, 0.5);
        QTEST(judgement.what, "what");
        QTEST(judgement.maybeSent, "maybeSent");
    }

    void waitsLongerEachTimeAndNotForever()
    {
        using namespace std::chrono_literals;
        std::chrono::milliseconds before{0};
        for (int attempt = 1; attempt < 40; ++attempt) {
            const auto after = judge(RetryRule::WithKey, attempt, failure(Kind::Timeout), 1).after;
            QVERIFY(after >= before && after <= 3s);
            before = after;
        }
        QCOMPARE(before, std::chrono::milliseconds(3s));
        QVERIFY(judge(RetryRule::WithKey, 1, failure(Kind::Timeout), 0).after <
                judge(RetryRule::WithKey, 1, failure(Kind::Timeout), 1).after);
        Error busy = failure(Kind::RateLimited, 429);
        busy.retryAfter = 90;
        QCOMPARE(judge(RetryRule::WithKey, 1, busy, 0).after, std::chrono::milliseconds(90s));
    }

    void leavesACommandThatBreaksTheServerToAPerson()
    {
        const Error broken = failure(Kind::Server, 500);
        QCOMPARE(judge(RetryRule::WithKey, 7, broken, 0).what, What::RetryLater);
        QCOMPARE(judge(RetryRule::WithKey, 8, broken, 0).what, What::Unknown);
        QCOMPARE(judge(RetryRule::WithKey, 8, failure(Kind::Server, 500, u"waybill_creation_failed"_s), 0).what,
                 What::Refused);
        QCOMPARE(judge(RetryRule::WithKey, 1000, failure(Kind::Timeout), 0).what, What::RetryLater); // a long night
    }

    void choosesTheRuleByCommandAndServer()
    {
        const Command seal = SealWaybill{{u"w"_s}}, all = BulkDeleteDrafts{{}, true};
        QCOMPARE(ruleFor(seal, true), RetryRule::WithKey);
        QCOMPARE(ruleFor(seal, false), RetryRule::ProbeFirst);
        QCOMPARE(ruleFor(UpdateWaybill{{u"w"_s}}, false), RetryRule::Idempotent);
        QCOMPARE(ruleFor(all, false), RetryRule::Never);
        QCOMPARE(ruleFor(all, true), RetryRule::WithKey);
    }

    void splitsWhatIsTooLarge()
    {
        QList<DeliveryId> many;
        for (int i = 0; i < 1201; ++i)
            many.append({QString::number(i)});
        CreateWaybill create;
        create.localId = {u"local:1"_s};
        create.deliveries = many;
        const QList<Command> parts = split(create);
        QCOMPARE(parts.size(), 3);
        QList<DeliveryId> together = std::get<CreateWaybill>(parts[0]).deliveries;
        for (const Command& part : parts.mid(1)) {
            QCOMPARE(waybillOf(part), create.localId);
            together += std::get<AttachDeliveries>(part).deliveries;
        }
        QCOMPARE(together, many);
        QCOMPARE(split(SealWaybill{{u"w"_s}}).size(), 1);
        QCOMPARE(split(AttachDeliveries{{u"w"_s}, {}}).size(), 1); // nothing vanishes silently
    }
};

QTEST_APPLESS_MAIN(TestJudge)
#include "tst_judge.moc"
