// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of proofs, kept by what is in them: the same bytes of one tenant are one row, whoever sends them and how
// often. Never changed, never deleted.
#pragma once

#include "backend/http/message.h"
#include "services/domain/result.h"

namespace waydesk::backend {

enum class MediaType { Png, Jpeg };
inline constexpr qsizetype kLargestMedia = 900 * 1024;
inline constexpr qint64 kMediaLimit = qint64{20'480} * 1024 * 1024; // of one tenant's pictures together

const char* contentTypeOf(MediaType type);
// What the Content-Type names and the first bytes say; a 400 where these are not one of ours or not the same, a 413
// where there is too much of it.
Result<MediaType> mediaTypeOf(std::string_view contentType, const QByteArray& bytes);

struct StoredMedia
{
    QString id;
    MediaType type = MediaType::Png;
    QByteArray bytes;
};
// Its id. 507 where the tenant's pictures would take more than `limit` bytes; what is there already is answered still.
Result<QString> keepMedia(Call& call, MediaType type, const QByteArray& bytes, qint64 limit);
Result<StoredMedia> findMedia(Call& call, const QString& id); // 404 where the tenant has none of it

QString mediaPath(const QString& id);

} // namespace waydesk::backend
