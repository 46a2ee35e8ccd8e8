// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tiles/diskcache.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::tiles {

namespace {

constexpr quint32 kMagic = 0x57445431; // "WDT1"
constexpr double kRoomLeft = 0.1;      // of the whole, when it was full
constexpr qint64 kLargestFile = qint64{2} << 20;

QByteArray written(const KeptTile& kept)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << kMagic << static_cast<qint64>(kept.freshUntil.time_since_epoch().count()) << kept.etag
           << kept.lastModified << kept.picture << qChecksum(kept.picture);
    return bytes;
}

std::optional<KeptTile> read(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    qint64 fresh = 0;
    quint16 sum = 0;
    KeptTile kept;
    stream >> magic;
    if (magic != kMagic)
        return {};
    stream >> fresh >> kept.etag >> kept.lastModified >> kept.picture >> sum;
    if (stream.status() != QDataStream::Ok || sum != qChecksum(kept.picture))
        return {};
    kept.freshUntil = Instant{std::chrono::microseconds{fresh}};
    return kept;
}

// When it was looked at, to the day: more would write at every look.
void touch(QFile& file, const QFileInfo& info)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (info.lastModified().secsTo(now) > 86400)
        file.setFileTime(now, QFileDevice::FileModificationTime);
}

} // namespace

DiskCache::DiskCache(QString folder, qint64 mostBytes)
    : m_folder(std::move(folder))
    , m_mostBytes(mostBytes)
{
}

// The source may hold a key: only its hash is written.
QString DiskCache::path(const QString& source, const Tile& tile) const
{
    const QByteArray hash = QCryptographicHash::hash(source.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return u"%1/%2/%3/%4-%5.tile"_s.arg(m_folder, QString::fromLatin1(hash), QString::number(tile.z),
                                        QString::number(tile.x), QString::number(tile.y));
}

std::optional<KeptTile> DiskCache::find(const QString& source, const Tile& tile)
{
    QFile file(path(source, tile));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return {};
    std::optional<KeptTile> kept = read(file.readAll());
    if (kept)
        touch(file, QFileInfo(file));
    return kept;
}

bool DiskCache::keep(const QString& source, const Tile& tile, const KeptTile& kept)
{
    const QString to = path(source, tile);
    const qint64 before = QFileInfo(to).size(); // 0 where there is none
    const qint64 all = bytes();
    if (!QDir().mkpath(QFileInfo(to).path()))
        return false;
    QSaveFile file(to);
    const QByteArray line = written(kept);
    if (!file.open(QIODevice::WriteOnly) || file.write(line) != line.size() || !file.commit())
        return false;
    m_bytes = all - before + line.size();
    if (*m_bytes > m_mostBytes)
        makeRoom();
    return true;
}

void DiskCache::remove(const QString& source, const Tile& tile)
{
    const QString at = path(source, tile);
    const qint64 size = QFileInfo(at).size();
    const qint64 all = bytes();
    if (QFile::remove(at))
        m_bytes = all - size;
}

void DiskCache::empty()
{
    QDir(m_folder).removeRecursively();
    m_bytes.reset();
}

qint64 DiskCache::bytes()
{
    if (!m_bytes) {
        m_bytes = 0;
        QDirIterator it(m_folder, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            *m_bytes += it.fileInfo().size();
        }
    }
    return *m_bytes;
}

void DiskCache::makeRoom()
{
    QFileInfoList files;
    QDirIterator it(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        files.append(it.fileInfo());
    }
    std::ranges::sort(files, {}, [](const QFileInfo& file) { return file.lastModified(); });
    qint64 left = 0;
    for (const QFileInfo& file : std::as_const(files))
        left += file.size();
    const auto goal = static_cast<qint64>(static_cast<double>(m_mostBytes) * (1 - kRoomLeft));
    for (const QFileInfo& file : std::as_const(files)) {
        if (left <= goal)
            break;
        if (QFile::remove(file.filePath()))
            left -= file.size();
    }
    m_bytes = left;
}

} // namespace waydesk::tiles
