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

QString returnWords(const ReturnRequest& request)
{
    const auto reason = parseWord<ReturnReason>(request.reason);
    const QString asked =
        withReason(ParcelTimelineModel::tr("Its return was asked for"), reason ? words(*reason) : request.reason);
    if (!request.state.known)
        return withNote(asked, request.state.text);
    switch (*request.state.known) {
    case ReturnRequestStatus::Pending:
        return withNote(asked, ParcelTimelineModel::tr("not decided yet"));
    case ReturnRequestStatus::Approved:
        return withNote(asked, ParcelTimelineModel::tr("approved"));
    case ReturnRequestStatus::Rejected:
        return withNote(asked, ParcelTimelineModel::tr("rejected"));
    }
    Q_UNREACHABLE();
}

QString sentenceOf(const ParcelLine& line)
{
    return std::visit(Each{[](const ParcelMade&) { return ParcelTimelineModel::tr("Created"); },
                           [](const ParcelAction& action) { return withNote(actionWords(action), action.notes); },
                           [](const ReturnRequest& request) {
                               return withNote(returnWords(request), request.notes.value_or(QString()));
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
                           [](const ReturnRequest&) { return QString(); },
                           [](const facade::ParcelScan& scan) { return u"\u2066%1\u2069"_s.arg(scan.code); }},
                      line.what);
}

// The word whose badge it has: a status, or one of the timeline's own.
QString badgeOf(const ParcelLine& line)
{
    return std::visit(Each{[](const ParcelMade&) { return u"created"_s; },
                           [](const ParcelAction& action) { return action.next ? action.next->text : action.action; },
                           [](const ReturnRequest&) { return u"return_asked"_s; },
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
    return u"\u2066%1, %2\u2069"_s.arg(QString::number(position.latitude(), 'f', 5),
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
        for (qsizetype i = 0; i < past.story->returns.size(); ++i)
            add(u"return"_s, i, past.story->returns[i].requestedAt, past.story->returns[i]);
    }
    for (const facade::ParcelScan& scan : past.scans)
        add(u"scan"_s, scan.seq, scan.at, scan);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const ParcelLine& a, const ParcelLine& b) { return a.at < b.at; });
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
        return sentenceOf(*line);
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
    names.insert({{TimelineModel::SentenceRole, "sentence"},
                  {TimelineModel::ByRole, "by"},
                  {TimelineModel::WhenRole, "when"}});
    return names;
}

} // namespace waydesk::models
