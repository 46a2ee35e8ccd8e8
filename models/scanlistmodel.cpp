// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scanlistmodel.h"

#include "models/errortext.h"
#include "models/formats.h"
#include "models/refusaltext.h"

#include <QSet>

namespace waydesk::models {

namespace {

Verdict ours(const ScanLine& line)
{
    return line.local.known ? line.local.verdict : Verdict{Refusal::DeliveryNotFound};
}

// What counts: the server's word where it gave one, else ours.
Verdict inForce(const ScanLine& line)
{
    return line.server ? *line.server : ours(line);
}

// What the server's answer says of the parcel; nullopt when it says nothing of it (a session that ended, a failure).
std::optional<Verdict> serverVerdict(const facade::ScanConfirmation& confirmation)
{
    if (!confirmation.answered)
        return std::nullopt;
    if (!confirmation.error || !confirmation.verdict.allowed())
        return confirmation.verdict;
    if (confirmation.error->kind == Error::Kind::NotFound)
        return Verdict{Refusal::DeliveryNotFound};
    // A refusal whose code we do not know: never read as leave; its own words stand in the sentence.
    return confirmation.error->kind == Error::Kind::Rejected ? std::optional(Verdict{Refusal::InvalidTransition})
                                                             : std::nullopt;
}

const Delivery* deliveryOf(const ScanLine& line)
{
    if (line.serverDelivery)
        return &*line.serverDelivery;
    return line.local.delivery ? &line.local.delivery->delivery : nullptr;
}

bool saysOtherwise(const ScanLine& line)
{
    return line.server && (line.server->allowed() != ours(line).allowed());
}

QString otherWaybill(const ScanLine& line)
{
    return inForce(line) == ours(line) ? line.local.otherWaybillNumber : QString();
}

} // namespace

ScanListModel::ScanListModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

const ScanLine& ScanListModel::add(const facade::ScanVerdict& verdict, quint64 ticket)
{
    ScanLine line;
    line.number = ++m_last;
    line.local = verdict;
    line.ticket = ticket;
    for (const ScanLine& other : std::as_const(m_rows)) {
        const Delivery* theirs = deliveryOf(other);
        const bool sameParcel = verdict.delivery && theirs && theirs->id == verdict.delivery->delivery.id;
        if (sameParcel || other.local.code == verdict.code)
            line.twice = line.twice || inForce(other).allowed();
    }
    beginInsertRows({}, 0, 0);
    m_rows.prepend(line);
    endInsertRows();
    Q_EMIT countsChanged();
    return m_rows.first();
}

void ScanListModel::confirm(const facade::ScanConfirmation& confirmation)
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const ScanLine& line) {
        return line.ticket != 0 && line.ticket == confirmation.ticket;
    });
    if (it == m_rows.end())
        return; // removed meanwhile
    ScanLine& line = *it;
    line.server = serverVerdict(confirmation);
    line.noAnswer = !line.server;
    line.serverDelivery = confirmation.delivery;
    line.serverError = confirmation.error;
    line.serverTook = confirmation.took;
    const int row = static_cast<int>(it - m_rows.begin());
    touch(row, row);
    Q_EMIT countsChanged();
    if (saysOtherwise(line))
        Q_EMIT verdictChanged(ScanLine(line));
}

std::optional<ScanLine> ScanListModel::removeLast()
{
    if (m_rows.isEmpty())
        return std::nullopt;
    beginRemoveRows({}, 0, 0);
    ScanLine line = m_rows.takeFirst();
    endRemoveRows();
    Q_EMIT countsChanged();
    return line;
}

void ScanListModel::markAttached(const QList<DeliveryId>& deliveries)
{
    const QSet<DeliveryId> attached(deliveries.begin(), deliveries.end());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Delivery* delivery = deliveryOf(m_rows.at(i));
        if (delivery && attached.contains(delivery->id) && !m_rows.at(i).attached) {
            m_rows[i].attached = true;
            touch(static_cast<int>(i), static_cast<int>(i));
        }
    }
    Q_EMIT countsChanged();
}

void ScanListModel::clear()
{
    m_last = 0;
    setRows({});
    Q_EMIT countsChanged();
}

QList<DeliveryId> ScanListModel::ready() const
{
    QList<DeliveryId> ids;
    QSet<DeliveryId> seen;
    for (auto line = m_rows.crbegin(); line != m_rows.crend(); ++line) {
        const Delivery* delivery = deliveryOf(*line);
        if (!delivery || line->attached || !inForce(*line).allowed() || seen.contains(delivery->id))
            continue;
        seen.insert(delivery->id);
        ids += delivery->id;
    }
    return ids;
}

ScanListModel::Counts ScanListModel::counts() const
{
    Counts counts;
    for (const ScanLine& line : m_rows) {
        if (!inForce(line).allowed())
            ++counts.refused;
        else if (line.twice)
            ++counts.twice;
        else if (!line.attached)
            ++counts.ready;
    }
    return counts;
}

ScanListModel::Standing ScanListModel::standing(const ScanLine& line)
{
    if (saysOtherwise(line))
        return Standing::Changed;
    const Verdict verdict = inForce(line);
    if (verdict.refusal == Refusal::DeliveryNotFound)
        return Standing::NotKnown;
    if (!verdict.allowed())
        return Standing::Refused;
    return line.twice ? Standing::Twice : Standing::Ready;
}

QString ScanListModel::sentence(const ScanLine& line) const
{
    if (line.serverError && !inForce(line).allowed() && inForce(line) != ours(line))
        return errorText(*line.serverError);
    switch (standing(line)) {
    case Standing::Ready:
        return line.attached ? tr("Attached") : tr("Ready to attach");
    case Standing::Twice:
        return tr("Scanned twice; it counts once");
    case Standing::Changed:
        if (inForce(line).allowed())
            return tr("The server knows it: ready to attach");
        [[fallthrough]];
    case Standing::Refused:
    case Standing::NotKnown:
        break;
    }
    const Verdict verdict = inForce(line);
    return refusalText(verdict.allowed() ? Refusal::DeliveryNotFound : verdict.refusal, otherWaybill(line));
}

QString ScanListModel::confirmationText(const ScanLine& line) const
{
    if (saysOtherwise(line))
        return tr("the server says otherwise, %1 later").arg(m_formats.milliseconds(line.serverTook));
    if (line.server)
        return tr("confirmed by the server %1 later").arg(m_formats.milliseconds(line.serverTook));
    if (line.noAnswer || line.ticket == 0)
        return line.local.dataAsOf == Instant{} ? tr("from this desk's own data")
                                                : tr("from data %1 old").arg(m_formats.age(line.local.dataAsOf));
    return tr("asking the server…");
}

int ScanListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant ScanListModel::data(const QModelIndex& index, int role) const
{
    const ScanLine* line = index.isValid() ? at(index.row()) : nullptr;
    if (!line)
        return {};
    const Delivery* delivery = deliveryOf(*line);
    const Standing how = standing(*line);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Number:
            return m_formats.number(line->number);
        case Code:
            return delivery && !delivery->code.isEmpty() ? delivery->code : line->local.code;
        case VerdictText:
            if (how == Standing::Twice)
                return tr("Scanned twice");
            if (how == Standing::NotKnown)
                return shortRefusalText(Refusal::DeliveryNotFound);
            if (how == Standing::Changed)
                return tr("%1, says the server", "a verdict")
                    .arg(shortRefusalText(inForce(*line).refusal, otherWaybill(*line)));
            return line->attached ? tr("Attached") : shortRefusalText(inForce(*line).refusal, otherWaybill(*line));
        case Customer:
            return delivery && delivery->customer ? delivery->customer->fullName : Formats::nothing();
        case Zone:
            return delivery && delivery->dropoffZone ? delivery->dropoffZone->name : Formats::nothing();
        case Cod:
            return delivery ? m_formats.amount(delivery->cod) : Formats::nothing();
        case AnsweredIn:
            return m_formats.milliseconds(line->local.took);
        default:
            return {};
        }
    case Qt::ToolTipRole:
    case SentenceRole:
        return sentence(*line);
    case Qt::TextAlignmentRole:
        return int((index.column() == Number || index.column() == Cod || index.column() == AnsweredIn
                        ? Qt::AlignTrailing
                        : Qt::AlignLeading) |
                   Qt::AlignVCenter);
    case StandingRole:
        return static_cast<int>(how);
    case DeliveryIdRole:
        return delivery ? delivery->id.value : QString();
    case ConfirmedRole:
        return line->server.has_value();
    case ConfirmationTextRole:
        return confirmationText(*line);
    default:
        return {};
    }
}

QVariant ScanListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            (section == Number || section == Cod || section == AnsweredIn ? Qt::AlignTrailing : Qt::AlignLeading) |
            Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("#", "number of the scan");
    case Code:
        return tr("Code");
    case VerdictText:
        return tr("Verdict");
    case Customer:
        return tr("Customer");
    case Zone:
        return tr("Zone");
    case Cod:
        return tr("COD");
    case AnsweredIn:
        return tr("Answered in");
    default:
        return {};
    }
}

QHash<int, QByteArray> ScanListModel::roleNames() const
{
    auto names = KeyedModel::roleNames();
    names.insert({{StandingRole, "standing"}, {SentenceRole, "sentence"}, {ConfirmedRole, "confirmed"}});
    return names;
}

QString ScanListModel::keyOf(const ScanLine& row) const
{
    return QString::number(row.number);
}

} // namespace waydesk::models
