// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuewords.h"

#include "models/formats.h"
#include "models/words.h"
#include "services/domain/caserules.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

struct QueueWords
{
    Q_DECLARE_TR_FUNCTIONS(QueueWords)
};

} // namespace

QString words(ReturnRequestStatus status)
{
    switch (status) {
    case ReturnRequestStatus::Pending:
        return QueueWords::tr("Requested", "returns");
    case ReturnRequestStatus::Approved:
        return QueueWords::tr("Approved", "returns");
    case ReturnRequestStatus::Rejected:
        return QueueWords::tr("Rejected", "returns");
    }
    Q_UNREACHABLE();
}

QString words(const Known<ReturnRequestStatus>& state)
{
    return state.known ? words(*state.known) : state.text;
}

QString words(CaseKind kind)
{
    switch (kind) {
    case CaseKind::Failed:
        return QueueWords::tr("Not delivered");
    case CaseKind::Return:
        return QueueWords::tr("Came back");
    case CaseKind::Damaged:
        return QueueWords::tr("Damaged");
    case CaseKind::Missing:
        return QueueWords::tr("Missing");
    case CaseKind::Other:
        return QueueWords::tr("Something else");
    }
    Q_UNREACHABLE();
}

QString words(const Known<CaseKind>& kind)
{
    return kind.known ? words(*kind.known) : kind.text;
}

QString words(facade::CaseTab tab)
{
    switch (tab) {
    case facade::CaseTab::Open:
        return QueueWords::tr("Open", "exceptions");
    case facade::CaseTab::Mine:
        return QueueWords::tr("Mine", "exceptions");
    case facade::CaseTab::Unowned:
        return QueueWords::tr("Without owner");
    case facade::CaseTab::Resolved:
        return QueueWords::tr("Resolved", "exceptions");
    }
    Q_UNREACHABLE();
}

QString caseReason(const DeliveryCase& row)
{
    if (row.kind.is(CaseKind::Return)) {
        if (const auto reason = parseWord<ReturnReason>(row.reason))
            return words(*reason);
    }
    return row.reason.isEmpty() ? Formats::nothing() : row.reason;
}

QString dueText(const DeliveryCase& row, const Formats& formats)
{
    if (!row.dueAt || !row.state.is(CaseState::Open))
        return row.dueAt ? formats.moment(*row.dueAt) : Formats::nothing();
    if (isOverdue(row, formats.now()))
        return QueueWords::tr("%1 overdue", "a length of time").arg(formats.age(*row.dueAt));
    return formats.moment(*row.dueAt);
}

QString parcelName(const QString& deliveryCode, const DeliveryId& id)
{
    if (!deliveryCode.isEmpty())
        return parcelTitle(deliveryCode);
    return id.isEmpty() ? Formats::nothing() : u"…"_s;
}

QString whyNotDecide(const facade::ReturnItem& item)
{
    if (item.isLocal)
        return QueueWords::tr("The server has not taken this request yet.");
    if (!item.server.request.state.is(ReturnRequestStatus::Pending))
        return QueueWords::tr("It has been answered already.");
    if (!item.row.request.state.is(ReturnRequestStatus::Pending))
        return QueueWords::tr("Your answer is on its way.");
    return {};
}

QString whyNotUpdate(const facade::CaseItem& item)
{
    if (item.isLocal)
        return QueueWords::tr("The server has not taken this exception yet.");
    if (item.server.state.is(CaseState::Resolved))
        return QueueWords::tr("It is resolved, and stays as it is.");
    if (item.row.state.is(CaseState::Resolved))
        return QueueWords::tr("Your resolution is on its way.");
    return {};
}

} // namespace waydesk::models
