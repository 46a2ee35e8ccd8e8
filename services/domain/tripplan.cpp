// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/tripplan.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

QString word(StopKind value)
{
    switch (value) {
    case StopKind::Pickup:
        return u"pickup"_s;
    case StopKind::Dropoff:
        return u"dropoff"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<StopKind> parseWord(QStringView text)
{
    const auto found = std::ranges::find_if(kStopKinds, [&](StopKind kind) { return word(kind) == text; });
    return found == kStopKinds.end() ? std::nullopt : std::optional(*found);
}

} // namespace waydesk
