// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/queuechips.h"

#include "models/casesmodel.h"
#include "models/queuewords.h"
#include "models/returnsmodel.h"
#include "models/words.h"
#include "ui/waybills/statuschips.h"

#include <QGuiApplication>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

ChipContent plain(const QString& icon, const QString& text, Tone tone)
{
    return {.icon = icon, .text = text, .tone = tone, .bare = false, .trailingIcon = {}};
}

ChipContent kindChip(const std::optional<CaseKind>& kind, const QString& text)
{
    if (!kind)
        return plain(u"circle-help"_s, text, Tone::Grey);
    switch (*kind) {
    case CaseKind::Failed:
        return plain(u"circle-alert"_s, text, Tone::Bad);
    case CaseKind::Return:
        return plain(u"rotate-ccw"_s, text, Tone::Warn);
    case CaseKind::Damaged:
        return plain(u"triangle-alert"_s, text, Tone::Warn);
    case CaseKind::Missing:
        return plain(u"search"_s, text, Tone::Violet);
    case CaseKind::Other:
        return plain(u"info"_s, text, Tone::Grey);
    }
    Q_UNREACHABLE();
}

std::optional<ChipContent> markOf(const Theme& theme, int mark, const QString& text)
{
    if (mark < 0)
        return std::nullopt;
    const Badge open = theme.tokens().command(commandWord(static_cast<store::CommandState>(mark)));
    return ChipContent{.icon = {}, .text = text, .tone = open.tone, .bare = true, .trailingIcon = open.icon};
}

} // namespace

QString returnBadgeWord(const Known<ReturnRequestStatus>& state)
{
    if (!state.known)
        return {};
    switch (*state.known) {
    case ReturnRequestStatus::Pending:
        return u"pending"_s;
    case ReturnRequestStatus::Approved:
        return u"received"_s;
    case ReturnRequestStatus::Rejected:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

QList<ChipContent> returnChips(const Theme& theme, const QModelIndex& index)
{
    using M = models::ReturnsModel;
    const auto* model = qobject_cast<const M*>(index.model());
    const facade::ReturnItem* item = model ? model->at(index.row()) : nullptr;
    if (!item)
        return {};
    const Known<ReturnRequestStatus>& is = item->server.request.state;
    const Badge badge = theme.tokens().status(returnBadgeWord(is));
    QList<ChipContent> chips{plain(badge.icon, models::words(is), badge.tone)};
    const Known<ReturnRequestStatus>& will = item->row.request.state;
    const QString arrow = QGuiApplication::layoutDirection() == Qt::RightToLeft ? u"←"_s : u"→"_s;
    if (const auto mark =
            markOf(theme, index.data(M::MarkRole).toInt(), will == is ? QString() : arrow + u' ' + models::words(will)))
        chips.append(*mark);
    return chips;
}

QList<ChipContent> caseChips(const Theme& theme, const QModelIndex& index)
{
    using M = models::CasesModel;
    const int kind = index.data(M::KindRole).toInt();
    QList<ChipContent> chips{kindChip(kind < 0 ? std::nullopt : std::optional(static_cast<CaseKind>(kind)),
                                      index.data(Qt::DisplayRole).toString())};
    if (const auto mark = markOf(theme, index.data(M::MarkRole).toInt(), {}))
        chips.append(*mark);
    return chips;
}

QList<ChipContent> dueChips(const QModelIndex& index)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.data(models::CasesModel::OverdueRole).toBool())
        return {plain(u"circle-alert"_s, text, Tone::Bad)};
    return {{.icon = {}, .text = text, .tone = Tone::Muted, .bare = true, .trailingIcon = {}}};
}

std::optional<ChipContent> openMark(const Theme& theme, const std::optional<store::CommandState>& mark)
{
    return mark ? markOf(theme, static_cast<int>(*mark), models::words(*mark)) : std::nullopt;
}

} // namespace waydesk::ui
