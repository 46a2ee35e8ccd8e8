// SPDX-License-Identifier: GPL-3.0-or-later
// waydesk-kill: kills a shift and its server at random points and reckons up what became of every accepted command. One
// JSON line per run. Exit code 0: nothing lost, nothing doubled. With --power the product is weakened on purpose, from
// outside, and the exit code is 0 when the reckoning reports it.
#include "tests/kill/killrun.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk::test;

namespace {

constexpr int kCyclesPerRound = 20, kMostRounds = 8;

void print(QJsonObject object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QJsonObject report(const QString& what, const KillRun& run, const Ledger& ledger)
{
    QJsonObject object = run.figures();
    object[u"run"_s] = what;
    const QJsonObject reckoned = ledger.summary();
    for (auto it = reckoned.begin(); it != reckoned.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

// The product as it is.
bool holds(const KillOptions& options)
{
    KillRun run(options);
    if (const auto why = run.prepare()) {
        print({{u"run"_s, u"kill"_s}, {u"error"_s, *why}});
        return false;
    }
    for (int i = 0; i < options.cycles; ++i)
        run.cycle();
    const Ledger ledger = run.reckon();
    print(report(u"kill"_s, run, ledger));
    // A shift that hardly worked proves nothing.
    const bool worked = ledger.effects() >= options.cycles;
    if (!worked)
        print({{u"run"_s, u"kill"_s}, {u"error"_s, u"too little was done for the kills to mean anything"_s}});
    return ledger.faults().isEmpty() && worked;
}

// The product with one of its two safeguards taken away: a loss or a double must be reported. Each round is a shift of
// its own, as what was refused wrongly in the last one holds up whatever stands behind it.
bool reports(KillOptions options, KillOptions::Weakness weakness, const QString& name)
{
    options.weakness = weakness;
    for (int round = 0; round < kMostRounds; ++round, ++options.seed) {
        KillRun run(options);
        if (const auto why = run.prepare()) {
            print({{u"run"_s, name}, {u"error"_s, *why}});
            return false;
        }
        for (int i = 0; i < kCyclesPerRound; ++i)
            run.cycle();
        const Ledger ledger = run.reckon();
        print(report(name, run, ledger));
        if (ledger.count(Finding::Kind::Lost) + ledger.count(Finding::Kind::Doubled) > 0)
            return true;
    }
    return false;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Kills a shift and its server at random points; nothing may be lost or doubled."_s);
    parser.addHelpOption();
    const QCommandLineOption cycles(u"cycles"_s, u"How many kills (else WAYDESK_KILL_CYCLES, else 60)."_s, u"N"_s);
    const QCommandLineOption seed(u"seed"_s, u"Which random points and which shift."_s, u"N"_s, u"1"_s);
    const QCommandLineOption power(u"power"_s, u"Weaken the product on purpose: the reckoning must say so."_s);
    const QCommandLineOption keep(u"keep"_s, u"Leave the files for a look."_s);
    parser.addOptions({cycles, seed, power, keep});
    parser.process(app);

    KillOptions options;
    options.programs = qEnvironmentVariable("WAYDESK_BIN", QCoreApplication::applicationDirPath());
    options.seed = parser.value(seed).toUInt();
    options.keep = parser.isSet(keep);
    options.cycles = qEnvironmentVariableIntValue("WAYDESK_KILL_CYCLES");
    if (parser.isSet(cycles))
        options.cycles = parser.value(cycles).toInt();
    if (options.cycles <= 0)
        options.cycles = 60;

    if (!parser.isSet(power))
        return holds(options) ? 0 : 1;
    const bool key = reports(options, KillOptions::Weakness::NoKey, u"kill_power: no Idempotency-Key"_s);
    const bool row =
        reports(options, KillOptions::Weakness::LateRow, u"kill_power: the outbox row after the request"_s);
    return key && row ? 0 : 1;
}
