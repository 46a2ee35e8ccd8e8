// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/exception.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

QString word(CaseKind value)
{
    switch (value) {
    case CaseKind::Failed:
        return u"failed"_s;
    case CaseKind::Return:
        return u"return"_s;
    case CaseKind::Damaged:
        return u"damaged"_s;
    case CaseKind::Missing:
        return u"missing"_s;
    case CaseKind::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}

QString word(CaseState value)
{
    switch (value) {
    case CaseState::Open:
        return u"open"_s;
    case CaseState::Resolved:
        return u"resolved"_s;
    }
    Q_UNREACHABLE();
}

QString label(CaseState value)
{
    switch (value) {
    case CaseState::Open:
        return u"Open"_s;
    case CaseState::Resolved:
        return u"Resolved"_s;
    }
    Q_UNREACHABLE();
}

QString label(ReturnRequestStatus value)
{
    switch (value) {
    case ReturnRequestStatus::Pending:
        return u"Pending"_s;
    case ReturnRequestStatus::Approved:
        return u"Approved"_s;
    case ReturnRequestStatus::Rejected:
        return u"Rejected"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<CaseKind> parseWord(QStringView text)
{
    for (const CaseKind value : kCaseKinds) {
        if (word(value) == text)
            return value;
    }
    return std::nullopt;
}

template<>
std::optional<CaseState> parseWord(QStringView text)
{
    for (const CaseState value : kCaseStates) {
        if (word(value) == text)
            return value;
    }
    return std::nullopt;
}

} // namespace waydesk
