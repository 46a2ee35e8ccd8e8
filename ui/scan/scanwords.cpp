// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scanwords.h"

#include "models/errortext.h"
#include "models/refusaltext.h"

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

VerdictLook ScanWords::look(const ScanEntry& entry)
{
    switch (entry.outcome) {
    case ScanOutcome::Ready:
        return {Tone::Ok, u"check"_s, ScanSound::Ready};
    case ScanOutcome::Twice:
        return {Tone::Warn, u"rotate-ccw"_s, ScanSound::Twice};
    case ScanOutcome::AlreadyHere:
        return {Tone::Warn, u"package-check"_s, ScanSound::Twice};
    case ScanOutcome::Found:
        return {Tone::Info, u"search"_s, ScanSound::Ready};
    case ScanOutcome::NoWaybill:
        return {Tone::Warn, u"circle-alert"_s, ScanSound::Twice};
    case ScanOutcome::Refused:
    case ScanOutcome::TooLong:
        return {Tone::Bad, u"x"_s, ScanSound::Refused};
    case ScanOutcome::NotKnown:
        return {Tone::Bad, u"circle-help"_s, ScanSound::Refused};
    }
    return {};
}

QString ScanWords::mayNotAttach(Refusal refusal)
{
    if (refusal == Refusal::None)
        return {};
    if (refusal == Refusal::NoDeliveries)
        return tr("Scan at least one parcel that is ready");
    if (refusal == Refusal::MembershipLocked || refusal == Refusal::WaybillNotEditable)
        return tr("Only a drafted waybill takes parcels");
    if (refusal == Refusal::UnknownState)
        return tr("Choose a waybill first");
    return tr("The waybill's state does not allow it");
}

QString ScanWords::chip(const ScanEntry& entry)
{
    switch (entry.outcome) {
    case ScanOutcome::Ready:
        return tr("Ready");
    case ScanOutcome::Twice:
        return tr("Scanned twice");
    case ScanOutcome::AlreadyHere:
        return entry.verdict.delivery && entry.verdict.delivery->joining
                   ? tr("On its way into %1").arg(entry.verdict.otherWaybillNumber)
                   : tr("Already in this waybill");
    case ScanOutcome::Found:
        if (entry.verdict.otherWaybillNumber.isEmpty())
            return tr("In no waybill");
        return tr("In %1").arg(entry.verdict.otherWaybillNumber);
    case ScanOutcome::Refused:
        if (entry.verdict.verdict.allowed() && entry.refusedBy && !entry.refusedBy->vendorText.isEmpty())
            return models::vendorQuote(*entry.refusedBy);
        return models::shortRefusalText(entry.verdict.verdict.refusal, entry.verdict.otherWaybillNumber);
    case ScanOutcome::NotKnown:
        return tr("Not known here");
    case ScanOutcome::TooLong:
        return tr("Too long for a code");
    case ScanOutcome::NoWaybill:
        return tr("No waybill chosen");
    }
    return {};
}

QString ScanWords::headline(const ScanEntry& entry)
{
    return entry.outcome == ScanOutcome::Ready ? tr("Ready to attach") : chip(entry);
}

QString ScanWords::footing(const ScanEntry& entry) const
{
    switch (entry.server) {
    case ScanEntry::Server::Agreed:
        return tr("confirmed by the server %1 later").arg(m_formats.milliseconds(entry.serverTook));
    case ScanEntry::Server::Changed:
        return tr("the server sees it otherwise than this desk did");
    case ScanEntry::Server::Silent:
        if (entry.verdict.dataAsOf == Instant{})
            return tr("the server could not be asked; it will be");
        return tr("from data %1 old").arg(m_formats.age(entry.verdict.dataAsOf));
    case ScanEntry::Server::Asked:
        return tr("asking the server…");
    case ScanEntry::Server::NotAsked:
        if (entry.outcome == ScanOutcome::Twice)
            return tr("it counts once");
        if (entry.outcome == ScanOutcome::TooLong)
            return tr("a code has at most %1 characters").arg(m_formats.number(scan::kLongestCode));
        if (entry.outcome == ScanOutcome::NoWaybill)
            return tr("choose a waybill above, then scan again");
        if (entry.outcome == ScanOutcome::NotKnown || entry.verdict.dataAsOf == Instant{})
            return tr("as this desk knows");
        return tr("from data %1 old").arg(m_formats.age(entry.verdict.dataAsOf));
    }
    return {};
}

QString ScanWords::customer(const ScanEntry& entry)
{
    const auto& row = entry.verdict.delivery;
    return row && row->delivery.customer ? row->delivery.customer->fullName : u"—"_s;
}

QString ScanWords::zone(const ScanEntry& entry)
{
    const auto& row = entry.verdict.delivery;
    return row && row->delivery.dropoffZone ? row->delivery.dropoffZone->name : u"—"_s;
}

QString ScanWords::cod(const ScanEntry& entry) const
{
    const auto& row = entry.verdict.delivery;
    return row ? m_formats.amount(row->delivery.cod) : u"—"_s;
}

QString ScanWords::parcel(const ScanEntry& entry) const
{
    if (entry.outcome == ScanOutcome::TooLong)
        return tr("What came from the scanner is not a parcel's code. Nothing was changed.");
    if (!entry.verdict.delivery) {
        const QString symbol = scan::symbologyName(entry.code.symbology);
        return symbol.isEmpty() ? tr("No parcel has this code, reference or barcode.")
                                : tr("No parcel has this code, reference or barcode. Read as %1.").arg(symbol);
    }
    const Delivery& d = entry.verdict.delivery->delivery;
    QStringList parts;
    if (d.customer && !d.customer->fullName.isEmpty())
        parts << d.customer->fullName;
    if (d.dropoffZone)
        parts << d.dropoffZone->name;
    if (d.cod.minor != 0)
        parts << tr("COD %1").arg(m_formats.money(d.cod));
    if (d.unitSize.isWhole())
        parts << tr("%Ln unit(s)", nullptr, static_cast<int>(d.unitSize.wholeUnits()));
    else
        parts << tr("%1 units").arg(m_formats.quantity(d.unitSize));
    return parts.join(u" · "_s);
}

QString ScanWords::took(const ScanEntry& entry) const
{
    return m_formats.milliseconds(entry.verdict.took);
}

} // namespace waydesk::ui
