// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parceltimelinemodel.h"

#include "models/formats.h"
#include "models/refusaltext.h"
#include "models/timelinemodel.h"
#include "models/words.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

template<class... F>
struct Each : F...
{
    using F::operator()...;
};
template<class... F>
Each(F...) -> Each<F...>;

QString withReason(const QString& what, const QString& reason)
{
    return reason.isEmpty() ? what
                            : ParcelTimelineModel::tr("%1: %2", "what happened: the reason given")
                                  .arg(what, Formats::quoted(reason));
}

QString withNote(const QString& what, const QString& note)
{
    return note.isEmpty() ? what : ParcelTimelineModel::tr("%1 · %2", "what happened · a note").arg(what, note);
}

QString reasonWords(const QString& reason)
{
    const auto known = parseWord<ReturnReason>(reason);
    return known ? words(*known) : Formats::quoted(reason);
}

// What was decided, and the parcel that goes back; an open request has its own words.
QString decisionWords(const ReturnRequest& request)
{
    if (!request.state.known)
        return request.state.text;
    const QString parcel = request.returnDeliveryCode ? parcelTitle(*request.returnDeliveryCode) : QString();
    switch (*request.state.known) {
    case ReturnRequestStatus::Pending:
        return ParcelTimelineModel::tr("Not decided yet");
    case ReturnRequestStatus::Approved:
        return parcel.isEmpty() ? ParcelTimelineModel::tr("Its return was approved")
                                : ParcelTimelineModel::tr("Its return was approved: it goes back as %1").arg(parcel);
    case ReturnRequestStatus::Rejected:
        return ParcelTimelineModel::tr("Its return was rejected");
    }
    Q_UNREACHABLE();
}

QString returnWords(const ReturnRequest& request)
{
    QString text = ParcelTimelineModel::tr("Its return was asked for");
    if (!request.reason.isEmpty())
        text =
            ParcelTimelineModel::tr("%1: %2", "what happened: the reason given").arg(text, reasonWords(request.reason));
    text = withNote(text, request.notes.value_or(QString()));
    return request.decidedAt ? text : withNote(text, decisionWords(request));
}

QString kindWords(const Known<CaseKind>& kind)
{
    if (!kind.known)
        return kind.text;
    switch (*kind.known) {
    case CaseKind::Failed:
        return ParcelTimelineModel::tr("Exception: it could not be delivered");
    case CaseKind::Return:
        return ParcelTimelineModel::tr("Exception: it came back");
    case CaseKind::Damaged:
        return ParcelTimelineModel::tr("Exception: damaged");
    case CaseKind::Missing:
        return ParcelTimelineModel::tr("Exception: missing");
    case CaseKind::Other:
        return ParcelTimelineModel::tr("Exception");
    }
    Q_UNREACHABLE();
}

QString raisedWords(const DeliveryCase& it, const Formats& formats)
{
    QString text = kindWords(it.kind);
    if (!it.reason.isEmpty())
        text = ParcelTimelineModel::tr("%1: %2", "what happened: the reason given").arg(text, reasonWords(it.reason));
    text = withNote(text, it.notes);
    if (!it.state.is(CaseState::Open))
        return text;
    text = withNote(text, it.ownerName ? ParcelTimelineModel::tr("%1 sees to it").arg(*it.ownerName)
                                       : ParcelTimelineModel::tr("nobody sees to it yet"));
    if (it.nextAction)
        text = withNote(text, ParcelTimelineModel::tr("next: %1").arg(*it.nextAction));
    return it.dueAt ? withNote(text, ParcelTimelineModel::tr("by %1").arg(formats.moment(*it.dueAt))) : text;
}

QString actionSentence(const ParcelAction& action)
{
    const QString text = withNote(actionWords(action), action.notes);
    if (!action.proof || action.proof->notes.isEmpty() || action.proof->notes == action.notes)
        return text;
    return withNote(text, ParcelTimelineModel::tr("proof: %1").arg(Formats::quoted(action.proof->notes)));
}

QString sentenceOf(const ParcelLine& line, const Formats& formats)
{
    return std::visit(Each{[](const ParcelMade&) { return ParcelTimelineModel::tr("Created"); },
                           [](const ParcelAction& action) { return actionSentence(action); },
                           [](const ReturnRequest& request) { return returnWords(request); },
                           [](const ReturnDecided& decided) { return decisionWords(decided.request); },
                           [&](const CaseRaised& raised) { return raisedWords(raised.it, formats); },
                           [](const CaseResolved& resolved) {
                               return withReason(ParcelTimelineModel::tr("The exception was resolved"),
                                                 resolved.it.resolution.value_or(QString()));
                           },
                           [](const facade::ParcelScan& scan) { return scanWords(scan); }},
                      line.what);
}

QString byOf(const ParcelLine& line)
{
    return std::visit(Each{[](const ParcelMade&) { return QString(); },
                           [](const ParcelAction& action) {
                               QStringList parts{action.actorName};
                               if (action.position)
                                   parts << placeText(*action.position);
                               parts.removeAll(QString());
                               return parts.join(u" · "_s);
                           },
                           [](const ReturnRequest& request) { return request.requestedByName.value_or(QString()); },
                           [](const ReturnDecided& it) { return it.request.decidedByName.value_or(QString()); },
                           [](const CaseRaised& raised) { return raised.it.raisedByName.value_or(QString()); },
                           [](const CaseResolved& it) { return it.it.resolvedByName.value_or(QString()); },
                           [](const facade::ParcelScan& scan) { return u"\u2066%1\u2069"_s.arg(scan.code); }},
                      line.what);
}

// The word whose badge it has: a status, or one of the timeline's own.
QString badgeOf(const ParcelLine& line)
{
    return std::visit(Each{[](const ParcelMade&) { return u"created"_s; },
                           [](const ParcelAction& action) { return action.next ? action.next->text : action.action; },
                           [](const ReturnRequest&) { return u"return_asked"_s; },
                           [](const ReturnDecided& it) {
                               return it.request.state.is(ReturnRequestStatus::Approved) ? u"return_approved"_s
                                                                                         : u"return_rejected"_s;
                           },
                           [](const CaseRaised&) { return u"exception"_s; },
                           [](const CaseResolved&) { return u"exception_resolved"_s; },
                           [](const facade::ParcelScan& scan) {
                               return scan.verdict == u"ready" ? u"scan_ready"_s : u"scan_refused"_s;
                           }},
                      line.what);
}

bool isKnown(const ParcelLine& line)
{
    const auto* action = std::get_if<ParcelAction>(&line.what);
    return !action || parseWord<DeliveryAction>(action->action).has_value();
}

} // namespace

QString placeText(const QGeoCoordinate& position)
{
    return u"\u2066%1,\u00a0%2\u2069"_s.arg(QString::number(position.latitude(), 'f', 5),
                                            QString::number(position.longitude(), 'f', 5));
}

QString actionWords(const ParcelAction& action)
{
    const auto known = parseWord<DeliveryAction>(action.action);
    if (!known)
        return action.action;
    switch (*known) {
    case DeliveryAction::PickedUp:
        return ParcelTimelineModel::tr("Picked up");
    case DeliveryAction::InTransit:
        return ParcelTimelineModel::tr("On the road");
    case DeliveryAction::Delivered:
        return ParcelTimelineModel::tr("Delivered");
    case DeliveryAction::Failed:
        return ParcelTimelineModel::tr("Could not be delivered");
    }
    Q_UNREACHABLE();
}

QString scanWords(const facade::ParcelScan& scan)
{
    if (scan.verdict == u"ready")
        return ParcelTimelineModel::tr("Scanned at the scan station: ready");
    QString verdict = scan.verdict == u"unknown" ? refusalText(Refusal::DeliveryNotFound)
                                                 : refusalText(refusalFromCode(scan.verdict));
    return ParcelTimelineModel::tr("Scanned at the scan station: %1").arg(verdict.isEmpty() ? scan.verdict : verdict);
}

ParcelTimelineModel::ParcelTimelineModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

void ParcelTimelineModel::show(const Delivery& delivery, const facade::ParcelPast& past)
{
    QList<ParcelLine> lines{{u"made"_s, delivery.createdAt, ParcelMade{}}};
    const auto add = [&lines](const QString& kind, qsizetype place, Instant at, auto what) {
        lines.append({kind + QString::number(place), at, std::move(what)});
    };
    if (past.story) {
        for (qsizetype i = 0; i < past.story->actions.size(); ++i)
            add(u"action"_s, i, past.story->actions[i].at, past.story->actions[i]);
        for (qsizetype i = 0; i < past.story->returns.size(); ++i) {
            const ReturnRequest& request = past.story->returns[i];
            add(u"return"_s, i, request.requestedAt, request);
            if (request.decidedAt)
                add(u"decided"_s, i, *request.decidedAt, ReturnDecided{request});
        }
        for (qsizetype i = 0; i < past.story->cases.size(); ++i) {
            const DeliveryCase& it = past.story->cases[i];
            add(u"case"_s, i, it.raisedAt, CaseRaised{it});
            if (it.resolvedAt)
                add(u"resolved"_s, i, *it.resolvedAt, CaseResolved{it});
        }
    }
    for (const facade::ParcelScan& scan : past.scans)
        add(u"scan"_s, scan.seq, scan.at, scan);
    std::stable_sort(lines.begin(), lines.end(), [](const ParcelLine& a, const ParcelLine& b) { return a.at < b.at; });
    setRows(std::move(lines));
}

QVariant ParcelTimelineModel::data(const QModelIndex& index, int role) const
{
    const ParcelLine* line = index.isValid() ? at(index.row()) : nullptr;
    if (!line)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TimelineModel::SentenceRole:
        return sentenceOf(*line, m_formats);
    case TimelineModel::ByRole:
        return byOf(*line);
    case TimelineModel::WhenRole:
        return m_formats.moment(line->at);
    case Qt::ToolTipRole:
        return m_formats.fullMoment(line->at);
    case TimelineModel::BadgeRole:
        return badgeOf(*line);
    case TimelineModel::KnownRole:
        return isKnown(*line);
    default:
        return {};
    }
}

QHash<int, QByteArray> ParcelTimelineModel::roleNames() const
{
    auto names = KeyedModel::roleNames();
    names.insert(
        {{TimelineModel::SentenceRole, "sentence"}, {TimelineModel::ByRole, "by"}, {TimelineModel::WhenRole, "when"}});
    return names;
}

} // namespace waydesk::models
