// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latewords.h"

#include "models/formats.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

struct LateWords
{
    Q_DECLARE_TR_FUNCTIONS(LateWords)
};

} // namespace

QString lateBy(std::chrono::minutes late, const Formats& formats)
{
    return formats.span(late);
}

QString reasonOf(const LateStop& stop, const Formats& formats)
{
    switch (stop.reason) {
    case DelayReason::None:
        return {};
    case DelayReason::NotSetOut:
        return LateWords::tr("has not set out yet");
    case DelayReason::Stands:
        return LateWords::tr("stands since %1").arg(formats.time(stop.standsSince.value_or(Instant{})));
    case DelayReason::SetOutLate:
        return LateWords::tr("left %1 late").arg(lateBy(stop.leftLate, formats));
    case DelayReason::StopsBefore:
        return LateWords::tr("still %Ln stop(s) before it", nullptr, stop.stopsBefore);
    case DelayReason::TheWay:
        return LateWords::tr("still on the way there");
    }
    Q_UNREACHABLE();
}

QString latenessAt(const LateStop& stop, bool isNow, const Formats& formats)
{
    const QString late = lateBy(stop.late, formats), place = formats.number(stop.place + 1);
    if (stop.isAgainstPlan)
        return LateWords::tr("%1 behind at stop %2").arg(late, place);
    return isNow ? LateWords::tr("%1 late at stop %2").arg(late, place)
                 : LateWords::tr("will be %1 late at stop %2").arg(late, place);
}

QString windowText(const VisitWindow& window, const Formats& formats)
{
    return formats.time(window.opens) + u'\u2013' + formats.time(window.closes);
}

} // namespace waydesk::models
