// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/pictureworker.h"

#include "services/facade/picturedecode.h"

namespace waydesk::facade {

void PictureWorker::work(const PictureJob& job)
{
    const std::optional<QByteArray> bytes = job.kept ? store::readPicture(*job.kept) : std::optional(job.bytes);
    PictureDone result{.ticket = job.ticket, .url = job.url, .isRead = bytes.has_value()};
    if (bytes) {
        result.bytes = *bytes;
        result.image = decodePicture(*bytes, job.longestSide);
    }
    Q_EMIT done(result);
}

} // namespace waydesk::facade
