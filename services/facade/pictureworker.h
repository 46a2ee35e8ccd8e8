// SPDX-License-Identifier: GPL-3.0-or-later
// What takes its time with a picture: reading its file, looking whether the file is what it was, decoding. Lives on the
// thread of the pictures (docs/adr/0013), one job after the other; each is answered once by done().
#pragma once

#include "services/store/picturestore.h"

#include <QImage>
#include <QObject>

namespace waydesk::facade {

struct PictureJob
{
    quint64 ticket = 0;
    QString url;
    std::optional<store::KeptPicture> kept; // set: its file is read; otherwise `bytes` is the picture
    QByteArray bytes;
    int longestSide = 0; // of what is made of it
};

struct PictureDone
{
    quint64 ticket = 0;
    QString url;
    bool isRead = false; // false: the file is not what it was, and there are no bytes
    QByteArray bytes;
    QImage image; // null: no picture that can be shown
};

class PictureWorker final : public QObject
{
    Q_OBJECT

public:
    void work(const PictureJob& job);

Q_SIGNALS:
    void done(const waydesk::facade::PictureDone& result);
};

} // namespace waydesk::facade
