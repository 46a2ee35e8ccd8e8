// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures once seen, as files beside the database, so that they are seen again without the network. A file is named
// by the SHA-256 of what is in it, which is looked at when it is read: a torn or changed file is as good as none.
// Bounded: the oldest make room, and a picture that alone is too large is not kept.
#pragma once

#include "services/store/database.h"

namespace waydesk::store {

inline constexpr qint64 kMostPictureBytes = qint64{200} << 20;

QString picturesFolder(const QString& storeFolder);

struct KeptPicture
{
    QString file; // its path
    Instant keptAt{};
    bool operator==(const KeptPicture&) const = default;
};
// Reads the file, which may take its time. Any thread. nullopt: it is gone, torn or changed.
std::optional<QByteArray> readPicture(const KeptPicture& kept);

class PictureStore // engine thread
{
public:
    PictureStore(Database& db, QString storeFolder, qint64 most = kMostPictureBytes);
    Result<Nothing> put(const QString& url, const QByteArray& bytes, Instant at);
    Result<Nothing> clear(); // rows and files

private:
    Result<Nothing> makeRoom();
    void sweep(); // files that no row names

    Database& m_db;
    QString m_folder;
    qint64 m_most;
    bool m_isSwept = false;
};

class PictureReader // GUI thread, read-only
{
public:
    PictureReader(Database& db, const QString& storeFolder);
    std::optional<KeptPicture> find(const QString& url) const; // its row: whether the file is good, is not looked at

private:
    Database& m_db;
    QString m_folder;
};

} // namespace waydesk::store
