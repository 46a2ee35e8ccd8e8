// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/errortext.h"

#include "models/formats.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString fieldsText(const Error& error)
{
    QStringList parts;
    for (const FieldError& field : error.fields) {
        if (field.field.isEmpty())
            parts += Formats::quoted(field.message);
        else
            parts += ErrorText::tr("%1: %2", "field and what is wrong with it")
                         .arg(field.field, Formats::quoted(field.message));
    }
    return parts.join(u"; "_s);
}

QString sentence(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
        return ErrorText::tr("The server cannot be reached.");
    case Error::Kind::Timeout:
        return ErrorText::tr("No answer came in time; whether it was done is not known yet.");
    case Error::Kind::Unauthorised:
        return ErrorText::tr("The session has ended, or the sign-in was not accepted.");
    case Error::Kind::Forbidden:
        return ErrorText::tr("This account may not do that.");
    case Error::Kind::Rejected:
        return ErrorText::tr("The server refused.");
    case Error::Kind::NotFound:
        return ErrorText::tr("The server does not know it.");
    case Error::Kind::RateLimited:
        return ErrorText::tr("The server asks for a pause; it is tried again soon.");
    case Error::Kind::Server:
        return ErrorText::tr("The server failed.");
    case Error::Kind::Malformed:
        return ErrorText::tr("The server's answer could not be understood.");
    case Error::Kind::Storage:
        return ErrorText::tr("This computer could not save it. Is the disk full?");
    }
    Q_UNREACHABLE();
}

QString sentenceWithQuote(const Error& error, const QString& quote)
{
    if (error.kind == Error::Kind::Rejected)
        return ErrorText::tr("The server refused: %1").arg(quote);
    return ErrorText::tr("%1 It says: %2").arg(sentence(error), quote);
}

} // namespace

QString vendorQuote(const Error& error)
{
    return error.vendorText.isEmpty() ? QString() : Formats::quoted(error.vendorText);
}

QString errorText(const Error& error)
{
    const QString quote = vendorQuote(error);
    const QString head = quote.isEmpty() ? sentence(error) : sentenceWithQuote(error, quote);
    return error.fields.isEmpty() ? head : ErrorText::tr("%1 (%2)", "sentence (fields)").arg(head, fieldsText(error));
}

} // namespace waydesk::models
