// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/judge.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

using std::chrono::milliseconds;
using store::RetryRule;

// A server that keeps answering 5xx to one command is broken for that command, not for the moment.
constexpr int kServerFaultsBeforeAPersonDecides = 8;

constexpr milliseconds kLinkCap{3000}; // the link itself is probed; this only spreads repeated silence
constexpr milliseconds kServerCap{60000};

// Exponential, between half and all of the step, so that desks that failed together do not come back together.
milliseconds backoff(int attempts, milliseconds cap, double jitter)
{
    const int doublings = std::clamp(attempts - 1, 0, 12);
    const milliseconds step = std::min<milliseconds>(milliseconds{250} * (1 << doublings), cap);
    return std::chrono::duration_cast<milliseconds>(step * (0.5 + 0.5 * std::clamp(jitter, 0.0, 1.0)));
}

Judgement later(milliseconds after, bool maybeSent)
{
    return {Judgement::What::RetryLater, after, maybeSent};
}

Judgement unknownOutcome(RetryRule rule, milliseconds after)
{
    switch (rule) {
    case RetryRule::Idempotent:
    case RetryRule::WithKey:
        return later(after, true);
    case RetryRule::ProbeFirst:
        return {Judgement::What::ProbeFirst, milliseconds{0}, true};
    case RetryRule::Never:
        return {Judgement::What::Unknown, milliseconds{0}, true};
    }
    Q_UNREACHABLE();
}

// Documented as failed as a whole, with the request to try again.
bool saysNothingWasDone(const Error& error)
{
    return error.code == u"waybill_creation_failed" || error.code == u"waybill_zone_resolution_failed";
}

} // namespace

bool isUnknownOutcome(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::Timeout:
    case Error::Kind::Malformed:
        return true;
    case Error::Kind::Server:
        return !saysNothingWasDone(error);
    case Error::Kind::Offline:
    case Error::Kind::Unauthorised:
    case Error::Kind::Forbidden:
    case Error::Kind::Rejected:
    case Error::Kind::NotFound:
    case Error::Kind::RateLimited:
    case Error::Kind::Storage:
        return false;
    }
    Q_UNREACHABLE();
}

Judgement judge(RetryRule rule, int attempts, const std::optional<Error>& error, double jitter)
{
    if (!error)
        return {};
    const milliseconds asked = std::chrono::seconds{error->retryAfter};
    switch (error->kind) {
    case Error::Kind::Offline:
        return later(backoff(attempts, kLinkCap, jitter), false);
    case Error::Kind::Timeout:
        return unknownOutcome(rule, backoff(attempts, kLinkCap, jitter));
    case Error::Kind::Malformed:
        return unknownOutcome(rule, backoff(attempts, kServerCap, jitter));
    case Error::Kind::Server: {
        const milliseconds after = std::max(asked, backoff(attempts, kServerCap, jitter));
        const bool nothingDone = saysNothingWasDone(*error);
        if (attempts >= kServerFaultsBeforeAPersonDecides)
            return {nothingDone ? Judgement::What::Refused : Judgement::What::Unknown, milliseconds{0}, true};
        return nothingDone ? later(after, true) : unknownOutcome(rule, after);
    }
    case Error::Kind::Unauthorised: // refused at the door; the session asks for a new sign-in
        return later(backoff(attempts, kLinkCap, jitter), false);
    case Error::Kind::RateLimited:
        return later(std::max(asked, backoff(attempts, kServerCap, jitter)), false);
    case Error::Kind::Storage: // our own disk
        return later(backoff(attempts, kServerCap, jitter), true);
    case Error::Kind::Rejected:
        if (error->status == 408 || error->status == 425) // not taken: too slow on the road, or too early
            return later(backoff(attempts, kServerCap, jitter), true);
        return {Judgement::What::Refused, milliseconds{0}, true};
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
        return {Judgement::What::Refused, milliseconds{0}, true};
    }
    Q_UNREACHABLE();
}

RetryRule ruleFor(const Command& command, bool honoursKeys)
{
    if (honoursKeys)
        return RetryRule::WithKey;
    if (std::holds_alternative<UpdateWaybill>(command) || std::holds_alternative<UpdateTrip>(command) ||
        std::holds_alternative<UpdateDelivery>(command))
        return RetryRule::Idempotent; // the same fields again change nothing
    if (std::holds_alternative<RequestReturn>(command) || std::holds_alternative<DecideReturn>(command) ||
        std::holds_alternative<CreateDelivery>(command))
        return RetryRule::Never; // no documented read tells whether it was done
    if (const auto* bulk = std::get_if<BulkDeleteDrafts>(&command))
        return bulk->allEmpty ? RetryRule::Never : RetryRule::Idempotent; // "all" would reach drafts made since
    return RetryRule::ProbeFirst;
}

} // namespace waydesk::sync
