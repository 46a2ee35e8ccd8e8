// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/listcursor.h"

#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

QString written(const ListCursor& cursor)
{
    const QString text = u"%1:%2:%3"_s.arg(cursor.total).arg(cursor.at).arg(cursor.id);
    return QString::fromLatin1(text.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<ListCursor> listCursorFrom(const QString& text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                             QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QString plain = QString::fromUtf8(*decoded);
    bool totalOk = false, atOk = false;
    ListCursor cursor{plain.section(u':', 0, 0).toLongLong(&totalOk), plain.section(u':', 1, 1).toLongLong(&atOk),
                      plain.section(u':', 2)};
    if (!totalOk || !atOk || cursor.total < 0 || cursor.id.isEmpty())
        return std::nullopt;
    return cursor;
}

Error notACursor()
{
    return wire::badRequest(u"after"_s, u"Input should be a cursor from next_cursor"_s);
}

} // namespace waydesk::backend
