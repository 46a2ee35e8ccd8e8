// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/refusals.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

Error refusedWith(int status, const QString& code, const QString& message)
{
    Error error;
    error.kind = status == 404   ? Error::Kind::NotFound
                 : status == 403 ? Error::Kind::Forbidden
                 : status >= 500 ? Error::Kind::Server
                                 : Error::Kind::Rejected;
    error.status = status;
    error.code = code;
    error.vendorText = message;
    return error;
}

Error refused(Refusal refusal)
{
    const RefusalWords words = wordsOf(refusal);
    return refusedWith(words.status, words.code, words.message);
}

Error refused(TripRefusal refusal)
{
    const RefusalWords words = wordsOf(refusal);
    return refusedWith(words.status, words.code, words.message);
}

Error uncoded(Error error)
{
    error.code.clear();
    return error;
}

Error waybillNotFound()
{
    return refusedWith(404, u"waybill_not_found"_s, u"Waybill not found"_s);
}

Error tripNotFound()
{
    return refusedWith(404, {}, u"Trip not found"_s);
}

Error storageFailed()
{
    return refusedWith(500, u"internal_error"_s, u"Something went wrong. Please try again."_s);
}

} // namespace waydesk::backend
