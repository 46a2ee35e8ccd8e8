// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's rules of exceptions: what opens one, what may still be done with it, what a change is expected to do, and
// when it is late.
#include "services/domain/caserules.h"

#include <QtTest>

using namespace waydesk;
using namespace Qt::Literals::StringLiterals;

namespace {

Instant at(const char16_t* text)
{
    return parseInstant(QStringView(text)).value_or(Instant{});
}

DeliveryCase open()
{
    DeliveryCase row;
    row.id.value = u"c1"_s;
    row.owner = UserId{u"u1"_s};
    row.ownerName = u"Sara"_s;
    row.nextAction = u"Call"_s;
    row.dueAt = at(u"2026-04-07T12:00:00Z");
    return row;
}

} // namespace

class TestCaseRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOneForAFailureAlone();
    void changesOpenOnesOnly();
    void keepsWhatACommandDoesNotName();
    void clearsAndResolves();
    void isOverdueWhileOpenAndDue();
    void keepsWordsThatItDoesNotKnow();
};

void TestCaseRules::opensOneForAFailureAlone()
{
    for (const DeliveryAction action : kDeliveryActions)
        QCOMPARE(caseOpenedBy(action),
                 action == DeliveryAction::Failed ? std::optional(CaseKind::Failed) : std::nullopt);
}

void TestCaseRules::changesOpenOnesOnly()
{
    DeliveryCase row = open();
    QCOMPARE(canUpdateCase(row), CaseRefusal::None);
    row.state = CaseState::Resolved;
    QCOMPARE(canUpdateCase(row), CaseRefusal::AlreadyResolved);
    row.state = Known<CaseState>::fromWord(u"asleep"_s); // of a state that we do not know nothing is offered
    QCOMPARE(canUpdateCase(row), CaseRefusal::AlreadyResolved);
    QCOMPARE(wordsOf(CaseRefusal::AlreadyResolved).status, 409);
    QCOMPARE(wordsOf(CaseRefusal::AlreadyResolved).code, u"exception_already_resolved"_s);
    QCOMPARE(wordsOf(CaseRefusal::NotFound).status, 404);
    QCOMPARE(wordsOf(CaseRefusal::NotFound).code, u"exception_not_found"_s);
}

void TestCaseRules::keepsWhatACommandDoesNotName()
{
    const Instant now = at(u"2026-04-07T13:00:00Z");
    DeliveryCase expected = open();
    expected.updatedAt = now;
    QCOMPARE(apply(UpdateCase{}, open(), now), expected);
    UpdateCase same;
    same.owner = std::optional(UserId{u"u1"_s});
    QCOMPARE(apply(same, open(), now), expected); // and the owner's name with it
    UpdateCase other;
    other.owner = std::optional(UserId{u"u2"_s});
    QVERIFY(!apply(other, open(), now).ownerName);
}

void TestCaseRules::clearsAndResolves()
{
    const Instant now = at(u"2026-04-07T13:00:00Z");
    UpdateCase command;
    command.owner.emplace();
    command.nextAction.emplace();
    command.dueAt.emplace();
    DeliveryCase row = apply(command, open(), now);
    QVERIFY(!row.owner && !row.ownerName && !row.nextAction && !row.dueAt && !row.resolvedAt);
    QVERIFY(row.state.is(CaseState::Open));
    command = {};
    command.resolution = u"Found"_s;
    row = apply(command, open(), now);
    QVERIFY(row.state.is(CaseState::Resolved));
    QCOMPARE(row.resolution, std::optional(u"Found"_s));
    QCOMPARE(row.resolvedAt, std::optional(now));
    QCOMPARE(row.nextAction, open().nextAction);
}

void TestCaseRules::isOverdueWhileOpenAndDue()
{
    DeliveryCase row = open();
    QVERIFY(!isOverdue(row, *row.dueAt));
    QVERIFY(isOverdue(row, *row.dueAt + std::chrono::seconds{1}));
    row.state = CaseState::Resolved;
    QVERIFY(!isOverdue(row, *row.dueAt + std::chrono::seconds{1}));
    row = open();
    row.dueAt.reset();
    QVERIFY(!isOverdue(row, at(u"2030-01-01T00:00:00Z")));
}

void TestCaseRules::keepsWordsThatItDoesNotKnow()
{
    for (const CaseKind kind : kCaseKinds)
        QCOMPARE(parseWord<CaseKind>(word(kind)), std::optional(kind));
    for (const CaseState state : kCaseStates)
        QCOMPARE(parseWord<CaseState>(word(state)), std::optional(state));
    const auto strange = Known<CaseKind>::fromWord(u"stolen"_s);
    QVERIFY(!strange.known);
    QCOMPARE(strange.text, u"stolen"_s);
}

QTEST_GUILESS_MAIN(TestCaseRules)
#include "tst_cases.moc"
