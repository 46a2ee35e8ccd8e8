// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/media.h"

#include "backend/depot/columns.h"
#include "backend/depot/refusals.h"
#include "services/wire/fieldreader.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr QByteArrayView kPngStart("\x89PNG\r\n\x1a\n", 8);
constexpr QByteArrayView kJpegStart("\xff\xd8\xff", 3);

std::optional<MediaType> typeNamed(std::string_view contentType)
{
    const auto name = QByteArray(contentType.data(), static_cast<qsizetype>(contentType.size()))
                          .split(';')
                          .first()
                          .trimmed()
                          .toLower(); // what follows a semicolon says nothing about a picture
    for (const MediaType type : {MediaType::Png, MediaType::Jpeg}) {
        if (name == contentTypeOf(type))
            return type;
    }
    return std::nullopt;
}

bool startsAs(MediaType type, const QByteArray& bytes)
{
    switch (type) {
    case MediaType::Png:
        return bytes.startsWith(kPngStart);
    case MediaType::Jpeg:
        return bytes.startsWith(kJpegStart);
    }
    Q_UNREACHABLE();
}

bool isKept(Call& call, const QString& id)
{
    return call.db.run("SELECT 1 FROM media WHERE tenant_id = ? AND id = ?", {bound(call.caller.tenant), bound(id)})
        ->next();
}

qint64 usedBy(Call& call)
{
    const auto rows = call.db.run("SELECT bytes FROM media_use WHERE tenant_id = ?", {bound(call.caller.tenant)});
    return rows->next() ? rows->integer(0) : 0;
}

} // namespace

const char* contentTypeOf(MediaType type)
{
    switch (type) {
    case MediaType::Png:
        return "image/png";
    case MediaType::Jpeg:
        return "image/jpeg";
    }
    Q_UNREACHABLE();
}

Result<MediaType> mediaTypeOf(std::string_view contentType, const QByteArray& bytes)
{
    const std::optional<MediaType> type = typeNamed(contentType);
    if (!type)
        return wire::badRequest(u"content_type"_s, u"Input should be image/png or image/jpeg"_s);
    if (bytes.size() > kLargestMedia)
        return refusedWith(413, u"media_too_large"_s, u"A picture has at most %1 KiB"_s.arg(kLargestMedia / 1024));
    if (!startsAs(*type, bytes))
        return wire::badRequest(u"body"_s, u"The bytes are not of the type that Content-Type names"_s);
    return *type;
}

Result<QString> keepMedia(Call& call, MediaType type, const QByteArray& bytes, qint64 limit)
{
    const TenantId& tenant = call.caller.tenant;
    const QString id = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    if (isKept(call, id))
        return id;
    if (usedBy(call) + bytes.size() > limit)
        return refusedWith(507, u"media_limit_reached"_s,
                           u"There is no room for more pictures: this depot's limit of %1 MiB is reached"_s.arg(
                               limit / (1024 * 1024)));
    call.db.execute("INSERT INTO media (tenant_id, id, content_type, bytes, created_by, created_at)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    {bound(tenant), bound(id), QString::fromLatin1(contentTypeOf(type)), bytes, bound(call.caller.user),
                     bound(call.clock.now())});
    call.db.execute("INSERT INTO media_use (tenant_id, bytes) VALUES (?, ?)"
                    " ON CONFLICT (tenant_id) DO UPDATE SET bytes = media_use.bytes + excluded.bytes",
                    {bound(tenant), qint64{bytes.size()}});
    return id;
}

Result<StoredMedia> findMedia(Call& call, const QString& id)
{
    const auto rows = call.db.run("SELECT content_type, bytes FROM media WHERE tenant_id = ? AND id = ?",
                                  {bound(call.caller.tenant), bound(id)});
    if (!rows->next())
        return refusedWith(404, u"media_not_found"_s, u"Picture not found"_s);
    StoredMedia media{id, MediaType::Png, rows->bytes(1)};
    if (rows->bytes(0) == contentTypeOf(MediaType::Jpeg))
        media.type = MediaType::Jpeg;
    return media;
}

QString mediaPath(const QString& id)
{
    return u"/delivery/media/"_s + id;
}

} // namespace waydesk::backend
