// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/killrun.h"

#include "tests/kill/checks/scratch.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace waydesk::test {

namespace {

constexpr int kDeliveries = 12'000;
constexpr auto kStartPatience = 60s, kRestPatience = 60s; // only something broken comes near them
constexpr auto kTrafficPatience = 2s;                     // the link looks for its server every three seconds at most
constexpr int kLookEvery = 25;                            // cycles between two checks of files at rest

} // namespace

KillRun::KillRun(const KillOptions& options)
    : m_options(options)
    , m_dice(options.seed)
    , m_folder(scratchTemplate())
{
    m_folder.setAutoRemove(!options.keep);
    m_clock.start();
}

KillRun::~KillRun() = default;

void KillRun::startServer()
{
    m_server.emplace(QByteArrayList{(m_options.programs + u"/waydesk-backend"_s).toLocal8Bit(), "--listen",
                                    "127.0.0.1:" + QByteArray::number(m_port), "--database",
                                    "sqlite:" + log(u"server.db"_s), "--demo", "--demo-deliveries",
                                    QByteArray::number(kDeliveries)},
                     log(u"server.log"_s));
}

void KillRun::startDesk(std::optional<int> until)
{
    const quint16 port = m_proxy ? m_proxy->port() : m_port;
    QByteArrayList argv{(m_options.programs + u"/waydesk-shift"_s).toLocal8Bit(),
                        "--data",
                        log(u"desk"_s),
                        "--server",
                        "http://127.0.0.1:" + QByteArray::number(port),
                        "--depot",
                        log(u"depot.json"_s),
                        "--seed",
                        QByteArray::number(m_options.seed),
                        "--start",
                        QByteArray::number(m_accepted)};
    if (until)
        argv << "--until" << QByteArray::number(*until);
    if (m_options.weakness == KillOptions::Weakness::LateRow)
        argv << "--late-row";
    m_desk.emplace(argv, log(u"desk.log"_s));
}

std::optional<QString> KillRun::prepare()
{
    if (!m_folder.isValid())
        return m_folder.errorString();
    startServer();
    const auto line = m_server->readLine(QDeadlineTimer(kStartPatience));
    const QUrl url(QJsonDocument::fromJson(line.value_or(QByteArray())).object()[u"listening"].toString());
    if (url.port() <= 0)
        return u"the server did not start: %1"_s.arg(QString::fromUtf8(line.value_or("it said nothing")));
    m_port = static_cast<quint16>(url.port());
    const DepotSample depot = DepotSample::read(path(u"server.db"_s));
    if (!depot.isUsable())
        return u"the demo depot has no warehouses or drivers to work with"_s;
    depot.save(path(u"depot.json"_s));
    m_plan = std::make_unique<ShiftPlan>(m_options.seed, depot);
    if (m_options.weakness == KillOptions::Weakness::NoKey) {
        FaultPlan plan = FaultPlan::only(Fault::None);
        plan.withoutHeader = "Idempotency-Key";
        m_proxy = std::make_unique<FaultProxy>(m_port, plan);
    }
    startDesk();
    const QDeadlineTimer until(kStartPatience);
    while (m_finished == 0) {
        if (!listenToDesk(until))
            return u"the desk did not finish its first command (%1 accepted)"_s.arg(m_accepted);
    }
    return std::nullopt;
}

bool KillRun::listenToDesk(QDeadlineTimer until)
{
    const auto line = m_desk->readLine(until);
    if (line)
        heard(*line);
    return line.has_value();
}

void KillRun::heard(const QByteArray& line)
{
    const QByteArrayList words = line.split(' ');
    if (words.size() == 3 && words[0] == "accepted") {
        if (words[2].toInt() != m_accepted)
            m_faults += Finding{Finding::Kind::Disordered,
                                u"accepted %1 when %2 was next"_s.arg(words[2].toInt()).arg(m_accepted)};
        m_accepted = words[2].toInt() + 1;
    } else if (words.size() == 3 && words[0] == "finished") {
        ++m_finished;
    } else if (words[0] == "trouble") {
        m_faults += Finding{Finding::Kind::Damaged, QString::fromUtf8(line)};
    }
}

void KillRun::killDesk()
{
    if (!m_desk)
        return;
    for (const QByteArray& line : m_desk->kill())
        heard(line);
    m_desk.reset();
}

void KillRun::killServer()
{
    m_server.reset();
}

void KillRun::checkFilesAtRest()
{
    ShiftPlan& plan = *m_plan;
    Ledger ledger(plan, 0);
    ledger.checkFile(path(u"desk/work.db"_s));
    ledger.checkFile(path(u"desk/cache.db"_s));
    m_faults += ledger.faults();
}

void KillRun::cycle()
{
    ++m_cycles;
    const bool fresh = !m_desk || !m_desk->isRunning();
    if (m_desk && fresh) {
        const auto code = m_desk->waitForExit(QDeadlineTimer(0));
        m_faults += Finding{Finding::Kind::Damaged, u"the desk ended by itself with %1"_s.arg(code.value_or(-1))};
        killDesk();
    }
    if (!m_server)
        startServer();
    if (!m_desk)
        startDesk();

    // A third of the cycles kills at any moment, start and all; the others in the midst of traffic.
    QDeadlineTimer until(m_dice.bounded(20, 250));
    if (m_dice.bounded(3) != 0) {
        const QDeadlineTimer patience(kTrafficPatience);
        for (const int before = m_finished; m_finished == before;) {
            if (!listenToDesk(patience))
                break;
        }
        until.setRemainingTime(m_dice.bounded(0, 120));
    }
    while (listenToDesk(until)) {
    }
    (void)m_server->readLines();

    // The late row is lost by the desk's death alone.
    const bool deskOnly = m_options.weakness == KillOptions::Weakness::LateRow;
    const auto victim = deskOnly ? Victim::Desk : static_cast<Victim>(m_dice.bounded(3));
    ++m_kills[static_cast<int>(victim)];
    switch (victim) {
    case Victim::Desk:
        killDesk();
        break;
    case Victim::Server:
        killServer();
        break;
    case Victim::Both:
        killServer();
        killDesk();
        break;
    }
    if (m_cycles % kLookEvery == 0) {
        killDesk();
        checkFilesAtRest();
    }
}

Ledger KillRun::reckon()
{
    killDesk();
    if (!m_server)
        startServer();
    startDesk(m_accepted);
    const QDeadlineTimer until(kRestPatience);
    while (listenToDesk(until)) {
    }
    const auto code = m_desk->waitForExit(until);
    if (code.value_or(-1) != 0)
        m_faults += Finding{Finding::Kind::Open, u"the desk did not come to rest: "_s +
                                                     (code ? u"exit code %1"_s.arg(*code) : u"it is still at it"_s)};
    killDesk();
    killServer();
    Ledger ledger(*m_plan, m_accepted);
    for (const Finding& fault : m_faults)
        ledger.add(fault.kind, fault.what);
    ledger.checkServer(path(u"server.db"_s));
    ledger.checkDesk(path(u"desk"_s));
    return ledger;
}

QJsonObject KillRun::figures() const
{
    const QJsonObject kills{{u"desk"_s, m_kills[0]}, {u"server"_s, m_kills[1]}, {u"both"_s, m_kills[2]}};
    QJsonObject object{{u"seed"_s, static_cast<qint64>(m_options.seed)},
                       {u"cycles"_s, m_cycles},
                       {u"kills"_s, kills},
                       {u"seconds"_s, static_cast<double>(m_clock.elapsed()) / 1000}};
    if (m_options.keep)
        object[u"folder"_s] = m_folder.path();
    return object;
}

} // namespace waydesk::test
