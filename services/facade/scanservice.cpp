// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/scanservice.h"

#include "services/facade/expectation.h"
#include "services/sync/engine.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::facade {

namespace {

constexpr qsizetype kLongestCode = 256;

// About the code itself. A session that ended, a server that is busy or broken says nothing about a parcel.
bool isAboutTheCode(const Error& error)
{
    return error.kind == Error::Kind::Rejected || error.kind == Error::Kind::NotFound ||
           error.kind == Error::Kind::Forbidden;
}

QString cleaned(const QString& code)
{
    QString out = code.left(4 * kLongestCode);
    out.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return out.trimmed().left(kLongestCode);
}

} // namespace

struct ScanService::Private
{
    store::Reader& reader;
    sync::Engine& engine;
    Expectation expectation{reader};
    std::optional<Instant> lastSynced;
    quint64 tickets = 0;
};

ScanService::ScanService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , d(new Private{reader, engine})
{
    d->expectation.refresh();
    connect(&engine, &sync::Engine::outboxChanged, this, [this] { d->expectation.refresh(); });
    connect(&engine, &sync::Engine::statusChanged, this,
            [this](const sync::EngineStatus& status) { d->lastSynced = status.lastSynced; });
    connect(&engine, &sync::Engine::scanAnswered, this, [this](const sync::ScanAnswer& answer) {
        ScanConfirmation out;
        out.ticket = answer.ticket;
        out.delivery = answer.delivery;
        out.error = answer.error;
        out.took = answer.took;
        out.answered = !answer.error || isAboutTheCode(*answer.error);
        if (answer.error && out.answered)
            out.verdict = {refusalFromCode(answer.error->code)};
        Q_EMIT confirmed(out);
    });
}

ScanService::~ScanService() = default;

ScanVerdict ScanService::look(const WaybillId& target, const QString& code) const
{
    const auto start = std::chrono::steady_clock::now();
    ScanVerdict out;
    out.code = cleaned(code);
    const auto found = d->reader.deliveries().findByScan(out.code);
    if (!found) {
        out.known = false;
        out.verdict = {Refusal::DeliveryNotFound};
        out.dataAsOf = d->lastSynced.value_or(Instant{});
    } else {
        Delivery seen = found->delivery;
        seen.waybillId = d->expectation.expectedWaybill(seen);
        out.dataAsOf = found->fetchedAt;
        out.delivery =
            DeliveryRow{found->delivery, seen.waybillId && seen.waybillId != found->delivery.waybillId,
                        found->delivery.waybillId && seen.waybillId != found->delivery.waybillId, found->fetchedAt};
        out.verdict = canAttach(seen);
        if (seen.waybillId)
            out.otherWaybillNumber = d->expectation.nameOf(*seen.waybillId);
        if (out.verdict.allowed()) {
            if (const auto row = d->expectation.find(target))
                out.verdict = canChangeMembership(row->expected);
        }
    }
    out.took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    return out;
}

quint64 ScanService::confirm(const WaybillId& target, const QString& code)
{
    const quint64 ticket = ++d->tickets;
    d->engine.confirmScan(ticket, d->reader.outbox().currentId(target), cleaned(code));
    return ticket;
}

void ScanService::record(const WaybillId& target, const QByteArray& raw, const ScanVerdict& verdict)
{
    const QString said = verdict.verdict.allowed() ? u"ready"_s
                         : verdict.known           ? wordsOf(verdict.verdict.refusal).code
                                                   : u"unknown"_s;
    d->engine.recordScan({target, raw, verdict.code, said, verdict.took});
}

} // namespace waydesk::facade
