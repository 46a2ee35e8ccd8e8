// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/statuschips.h"
#include "models/deliveriesmodel.h"
#include "models/waybilltablemodel.h"
#include "models/words.h"

#include <QCoreApplication>
#include <QGuiApplication>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString arrow()
{
    return QGuiApplication::layoutDirection() == Qt::RightToLeft ? u"←"_s : u"→"_s;
}

ChipContent chip(const Badge& badge, const QString& text)
{
    return {.icon = badge.icon, .text = text, .tone = badge.tone, .bare = false, .trailingIcon = {}};
}

ChipContent bare(const Badge& mark, const QString& text)
{
    return {.icon = {}, .text = text, .tone = mark.tone, .bare = true, .trailingIcon = mark.icon};
}

} // namespace

QString commandWord(store::CommandState state)
{
    using S = store::CommandState;
    switch (state) {
    case S::Queued:
        return u"queued"_s;
    case S::Sending:
        return u"sending"_s;
    case S::Confirmed:
        return u"confirmed"_s;
    case S::Refused:
        return u"refused"_s;
    case S::Unknown:
        return u"unknown"_s;
    case S::Discarded:
        return u"discarded"_s;
    }
    Q_UNREACHABLE();
}

int usualChipsWidth(const Theme& theme)
{
    const ChipContent is =
        chip(theme.tokens().status(word(WaybillStatus::Drafted)), models::words(WaybillStatus::Drafted));
    const ChipContent will =
        bare(theme.tokens().command(u"queued"_s), arrow() + u' ' + models::words(WaybillStatus::Sealed));
    return chipWidth(theme, is) + kChipGap + chipWidth(theme, will);
}

QList<ChipContent> waybillChips(const Theme& theme, const QModelIndex& index)
{
    using M = models::WaybillTableModel;
    const QVariant status = index.data(M::StatusRole);
    if (!status.isValid())
        return {}; // the row is not read yet
    const auto wordAt = [](int value) { return value < 0 ? QString() : word(static_cast<WaybillStatus>(value)); };
    QList<ChipContent> chips{
        chip(theme.tokens().status(wordAt(status.toInt())), index.data(M::StatusTextRole).toString())};
    const int mark = index.data(M::MarkRole).toInt();
    if (!index.data(M::IsExpectedRole).toBool() && mark < 0)
        return chips;
    const Badge badge =
        theme.tokens().command(mark < 0 ? u"queued"_s : commandWord(static_cast<store::CommandState>(mark)));
    const bool moves = index.data(M::ExpectedStatusRole) != status;
    chips.append(bare(badge, moves ? arrow() + u' ' + index.data(M::ExpectedStatusTextRole).toString() : QString()));
    return chips;
}

QList<ChipContent> deliveryChips(const Theme& theme, const QModelIndex& index)
{
    using M = models::DeliveriesModel;
    const int status = index.data(M::StatusRole).toInt();
    QList<ChipContent> chips;
    if (index.data(M::JoiningRole).toBool())
        chips.append(bare(theme.tokens().command(u"queued"_s), QCoreApplication::translate("waydesk::ui", "joins")));
    if (index.data(M::LeavingRole).toBool())
        chips.append(bare(theme.tokens().command(u"queued"_s), QCoreApplication::translate("waydesk::ui", "leaves")));
    chips.append(chip(theme.tokens().status(status < 0 ? QString() : word(static_cast<DeliveryStatus>(status))),
                      index.data(Qt::DisplayRole).toString()));
    return chips;
}

std::optional<ChipContent> expectedChip(const Theme& theme, const facade::WaybillRow& row)
{
    if (!row.isExpected && !row.mark)
        return std::nullopt;
    const auto state = row.mark.value_or(store::CommandState::Queued);
    const Badge badge = theme.tokens().command(commandWord(state));
    QString text = models::words(state);
    if (row.expected.state != row.server.state)
        text = u"%1 %2 · %3"_s.arg(arrow(), models::words(row.expected.state), text);
    return bare(badge, text);
}

} // namespace waydesk::ui
