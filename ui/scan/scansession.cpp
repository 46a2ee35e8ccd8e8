// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scansession.h"

#include <algorithm>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Server = ScanEntry::Server;

namespace {
constexpr qsizetype kLongestKept = 1024;
constexpr int kMostRechecked = 500;

bool mayBeAsked(const facade::ConnectionState& state)
{
    return state.link == facade::ConnectionState::Link::Online &&
           state.session == facade::ConnectionState::Session::SignedIn;
}
} // namespace

ScanSession::ScanSession(const ScanServices& services, Memory& memory, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_drafts(memory)
{
    connect(&services.scans, &facade::ScanService::confirmed, this, &ScanSession::confirmed);
    connect(&services.waybills, &facade::WaybillService::changed, this, [this](const QList<WaybillId>& ids) {
        if (m_target && (ids.isEmpty() || ids.contains(*m_target)))
            refreshTarget();
    });
    connect(&services.waybills, &facade::WaybillService::reloaded, this, &ScanSession::refreshTarget);
    connect(&services.waybills, &facade::WaybillService::renamed, this, &ScanSession::renamed);
    connect(&services.commands, &facade::CommandService::changed, this, &ScanSession::refreshTarget);
    connect(&services.commands, &facade::CommandService::accepted, this, &ScanSession::accepted);
    connect(&services.commands, &facade::CommandService::notAccepted, this,
            [this](const QString& key, const Command&, const Error& error) {
                if (key == m_attachKey || key == m_sealKey)
                    refused(error);
                else
                    m_earlyRefusal = {key, error};
            });
    connect(&services.connection, &facade::ConnectionService::changed, this, [this] {
        const bool online = mayBeAsked(m_services.connection.state());
        if (std::exchange(m_wasOnline, online) != online && online)
            recheck();
    });
    m_wasOnline = mayBeAsked(services.connection.state());
}

void ScanSession::setMode(Mode mode)
{
    if (std::exchange(m_mode, mode) == mode)
        return;
    m_entries.clear();
    m_nextNumber = 1;
    if (mode == Mode::BuildWaybill)
        restoreDraft();
    Q_EMIT entriesReplaced();
    Q_EMIT targetChanged();
    Q_EMIT countsChanged();
}

void ScanSession::setTarget(const std::optional<WaybillId>& target)
{
    const std::optional<WaybillId> current =
        target ? std::optional(m_services.waybills.currentId(*target)) : std::nullopt;
    if (current == m_target && m_row) {
        refreshTarget();
        return;
    }
    m_target = current;
    m_row = m_target ? m_services.waybills.find(*m_target) : std::nullopt;
    m_attachKey.clear();
    m_sealKey.clear();
    m_replaces = 0;
    if (m_target)
        m_services.waybills.wantDetail(*m_target);
    if (m_mode == Mode::BuildWaybill) {
        m_entries.clear();
        m_nextNumber = 1;
        restoreDraft();
        Q_EMIT entriesReplaced();
    }
    Q_EMIT targetChanged();
    Q_EMIT countsChanged();
}

WaybillId ScanSession::targetId() const
{
    return m_target.value_or(WaybillId{});
}

ScanCounts ScanSession::counts() const
{
    ScanCounts counts;
    if (m_row) {
        counts.inWaybill = m_row->expected.itemCount.value_or(0);
        counts.load = m_row->expected.totalUnitSize.value_or(Quantity{});
        if (m_row->expected.vehicle)
            counts.capacity = m_row->expected.vehicle->capacity;
    }
    for (const ScanEntry& entry : m_entries) {
        if (entry.isReady() && m_mode == Mode::BuildWaybill) {
            ++counts.ready;
            if (entry.verdict.delivery)
                counts.load = counts.load + entry.verdict.delivery->delivery.unitSize;
        }
        counts.refused += entry.isRefused() ? 1 : 0;
    }
    return counts;
}

int ScanSession::readyCount() const
{
    return static_cast<int>(std::ranges::count_if(m_entries, &ScanEntry::isReady));
}

void ScanSession::take(const QString& raw)
{
    const scan::ScanCode code = scan::readScan(raw);
    if (code.problem != scan::ScanCode::Problem::Empty)
        add(code, raw.left(kLongestKept), false);
}

void ScanSession::takeInstead(qint64 seq, const QStringList& codes)
{
    for (const QString& code : codes)
        take(code);
    m_replaces = seq;
}

void ScanSession::takeBytes(const QByteArray& raw)
{
    const scan::ScanCode code = scan::readScan(raw);
    if (code.problem != scan::ScanCode::Problem::Empty)
        add(code, QString::fromUtf8(raw).left(kLongestKept), false);
}

facade::ScanVerdict ScanSession::look(const scan::ScanCode& code) const
{
    std::optional<facade::ScanVerdict> first;
    std::chrono::microseconds took{};
    for (const QString& candidate : code.candidates) {
        facade::ScanVerdict verdict = m_services.scans.look(targetId(), candidate);
        took += verdict.took;
        if (verdict.known) {
            verdict.took = took;
            return verdict;
        }
        if (!first)
            first = std::move(verdict);
    }
    if (!first) {
        first.emplace();
        first->known = false;
    }
    first->code = code.text;
    first->took = took;
    return *first;
}

ScanOutcome ScanSession::judge(const ScanEntry& entry) const
{
    if (entry.code.problem == scan::ScanCode::Problem::TooLong)
        return ScanOutcome::TooLong;
    if (!entry.verdict.known)
        return ScanOutcome::NotKnown;
    if (m_mode == Mode::Find)
        return ScanOutcome::Found;
    if (!m_row)
        return ScanOutcome::NoWaybill;
    const std::optional<facade::DeliveryRow>& parcel = entry.verdict.delivery;
    const bool twice = std::ranges::any_of(m_entries, [&](const ScanEntry& other) {
        if (!other.isReady() || other.number == entry.number)
            return false;
        if (parcel && other.verdict.delivery)
            return parcel->delivery.id == other.verdict.delivery->delivery.id;
        return other.code.text == entry.code.text;
    });
    if (twice)
        return ScanOutcome::Twice;
    const bool here = parcel && !parcel->leaving && parcel->delivery.waybillId &&
                      m_services.waybills.currentId(*parcel->delivery.waybillId) == targetId();
    if (here || (parcel && parcel->joining))
        return ScanOutcome::AlreadyHere;
    return entry.verdict.verdict.allowed() ? ScanOutcome::Ready : ScanOutcome::Refused;
}

void ScanSession::add(const scan::ScanCode& code, const QString& raw, bool restored)
{
    ScanEntry entry;
    entry.number = m_nextNumber++;
    entry.raw = raw;
    entry.code = code;
    entry.verdict = look(code);
    entry.restored = restored;
    entry.outcome = judge(entry);
    const bool ask = m_mode == Mode::BuildWaybill && m_row &&
                     (entry.outcome == ScanOutcome::Ready || entry.outcome == ScanOutcome::Refused ||
                      entry.outcome == ScanOutcome::NotKnown);
    if (ask) {
        entry.server = Server::Asked;
        entry.ticket = m_services.scans.confirm(targetId(), entry.verdict.known ? entry.verdict.code : code.text);
    }
    if (!restored)
        m_services.scans.record(targetId(), raw.toUtf8(), entry.verdict);
    m_entries.append(entry);
    if (restored)
        return;
    keepDraft();
    Q_EMIT entryAdded(static_cast<int>(m_entries.size()) - 1);
    Q_EMIT countsChanged();
}

void ScanSession::confirmed(const facade::ScanConfirmation& answer)
{
    const auto found = std::ranges::find_if(
        m_entries, [&](const ScanEntry& e) { return e.ticket == answer.ticket && e.server == Server::Asked; });
    if (found == m_entries.end())
        return;
    const int index = static_cast<int>(found - m_entries.begin());
    ScanEntry& entry = *found;
    entry.serverTook = answer.took;
    if (!answer.answered) {
        entry.server = Server::Silent;
        Q_EMIT entryChanged(index);
        return;
    }
    const bool wasReady = entry.isReady();
    if (answer.delivery && !entry.verdict.delivery) { // otherwise this desk knows more of it than the answer tells
        entry.verdict.delivery = facade::DeliveryRow{};
        entry.verdict.delivery->delivery = *answer.delivery;
        entry.verdict.known = true;
    }
    entry.refusedBy = answer.error;
    const bool allowed = answer.verdict.allowed() && !answer.error && entry.verdict.delivery;
    entry.verdict.verdict = answer.verdict;
    if (allowed) {
        entry.outcome = judge(entry);
    } else if (answer.verdict.refusal == Refusal::DeliveryNotFound) {
        entry.outcome = ScanOutcome::NotKnown;
        entry.verdict.known = false;
    } else if (entry.outcome != ScanOutcome::AlreadyHere) {
        entry.outcome = ScanOutcome::Refused;
    }
    entry.server = entry.isReady() == wasReady ? Server::Agreed : Server::Changed;
    keepDraft();
    Q_EMIT entryChanged(index);
    if (entry.server == Server::Changed)
        Q_EMIT verdictTurned(index, entry.isReady());
    Q_EMIT countsChanged();
}

void ScanSession::recheck()
{
    int left = kMostRechecked;
    for (qsizetype at = m_entries.size() - 1; at >= 0 && left > 0; --at) {
        ScanEntry& entry = m_entries[at];
        if (entry.server != Server::Silent)
            continue;
        --left;
        entry.server = Server::Asked;
        entry.ticket = m_services.scans.confirm(targetId(), entry.verdict.known ? entry.verdict.code : entry.code.text);
        Q_EMIT entryChanged(static_cast<int>(at));
    }
}

void ScanSession::removeLast()
{
    if (m_entries.isEmpty())
        return;
    m_entries.removeLast();
    m_nextNumber = m_entries.isEmpty() ? 1 : m_entries.last().number + 1;
    keepDraft();
    Q_EMIT entriesReplaced();
    Q_EMIT countsChanged();
}

Verdict ScanSession::mayAttach(After after) const
{
    if (m_mode != Mode::BuildWaybill || !m_row)
        return {Refusal::UnknownState};
    if (const Verdict verdict = canChangeMembership(m_row->expected); !verdict.allowed())
        return verdict;
    const int ready = readyCount();
    if (after == After::Seal)
        return canSeal(m_row->expected, m_row->expected.itemCount.value_or(0) + ready);
    return {ready > 0 ? Refusal::None : Refusal::NoDeliveries};
}

void ScanSession::attach(After after)
{
    if (!m_attachKey.isEmpty() || !mayAttach(after).allowed())
        return;
    AttachDeliveries command{targetId(), {}};
    for (const ScanEntry& entry : std::as_const(m_entries)) {
        if (entry.isReady() && entry.verdict.delivery)
            command.deliveries.append(entry.verdict.delivery->delivery.id);
    }
    m_after = after;
    m_attached = 0;
    if (command.deliveries.isEmpty()) { // nothing new: seal what is in it
        track(m_sealKey, m_services.commands.submit(SealWaybill{targetId()}, m_row->server.updatedAt));
        return;
    }
    if (const qint64 refused = std::exchange(m_replaces, 0)) {
        // The outbox puts the new one into the old one's place and gives it a key of its own.
        track(m_attachKey, m_services.commands.replace(refused, command));
        return;
    }
    track(m_attachKey, m_services.commands.submit(command, m_row->server.updatedAt));
}

// The answer may be there before the call that asked has returned.
void ScanSession::track(QString& slot, const QString& key)
{
    slot = key;
    const auto refusal = std::exchange(m_earlyRefusal, {});
    if (std::exchange(m_early, {}).contains(key))
        accepted(key);
    else if (refusal && refusal->first == key)
        refused(refusal->second);
}

void ScanSession::refused(const Error& error)
{
    m_attachKey.clear();
    m_sealKey.clear();
    Q_EMIT notAttached(error);
}

void ScanSession::accepted(const QString& key)
{
    if (key != m_attachKey && key != m_sealKey) {
        m_early.append(key);
        if (m_early.size() > 16)
            m_early.removeFirst();
        return;
    }
    const bool wasAttach = key == m_attachKey;
    if (wasAttach) {
        m_attachKey.clear();
        m_attached = readyCount();
        m_entries.clear(); // what was refused has been seen and heard
        m_nextNumber = 1;
        keepDraft();
    } else {
        m_sealKey.clear();
    }
    refreshTarget();
    Q_EMIT entriesReplaced();
    Q_EMIT countsChanged();
    if (wasAttach && m_after == After::Seal) {
        track(m_sealKey, m_services.commands.submit(SealWaybill{targetId()},
                                                    m_row ? std::optional(m_row->server.updatedAt) : std::nullopt));
        return;
    }
    Q_EMIT attached(std::exchange(m_attached, 0), m_after == After::Seal);
}

void ScanSession::renamed(const WaybillId& local, const WaybillId& server)
{
    m_drafts.rename(local, server);
    if (m_target == local) {
        m_target = server;
        refreshTarget();
    }
}

void ScanSession::refreshTarget()
{
    if (!m_target)
        return;
    std::optional<facade::WaybillRow> row = m_services.waybills.find(*m_target);
    if (row == m_row)
        return;
    m_row = std::move(row);
    Q_EMIT targetChanged();
    Q_EMIT countsChanged();
}

void ScanSession::keepDraft()
{
    if (m_target && m_mode == Mode::BuildWaybill)
        m_drafts.keep(*m_target, m_entries);
}

void ScanSession::restoreDraft()
{
    if (!m_target)
        return;
    const QStringList raws = m_drafts.scans(*m_target);
    for (const QString& raw : raws)
        add(scan::readScan(raw), raw, true);
}

} // namespace waydesk::ui
