// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/picturestore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

QString nameOf(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Error diskError(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = u"picture_not_kept"_s;
    error.detail = detail;
    return error;
}

// Under another name until it is whole. Not forced to the disk: the name tells whether the content is what it was.
bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path + u".part"_s);
    if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(bytes) != bytes.size() || !file.flush()) {
        file.remove();
        return false;
    }
    file.close();
    QFile::remove(path);
    return file.rename(path);
}

} // namespace

QString picturesFolder(const QString& storeFolder)
{
    return storeFolder + u"/pictures"_s;
}

PictureStore::PictureStore(Database& db, QString storeFolder, qint64 most)
    : m_db(db)
    , m_folder(picturesFolder(storeFolder))
    , m_most(most)
{
}

Result<Nothing> PictureStore::put(const QString& url, const QByteArray& bytes, Instant at)
{
    if (bytes.size() > m_most)
        return diskError(u"larger than all pictures may be together"_s);
    if (!QDir().mkpath(m_folder))
        return diskError(u"the pictures' folder cannot be made"_s);
    if (!std::exchange(m_isSwept, true))
        sweep();
    const QString name = nameOf(bytes);
    if (!writeFile(m_folder + u'/' + name, bytes))
        return diskError(u"a picture cannot be written"_s);
    return transact(m_db, [&]() -> Result<Nothing> {
        const auto kept = m_db.exec("INSERT INTO picture VALUES (?,?,?,?) ON CONFLICT(url) DO UPDATE SET "
                                    "file = excluded.file, bytes = excluded.bytes, kept_at = excluded.kept_at",
                                    {bind(url), bind(name), QVariant::fromValue<qint64>(bytes.size()), bind(at)});
        if (!kept)
            return kept.error();
        return makeRoom();
    });
}

Result<Nothing> PictureStore::makeRoom()
{
    const QString total =
        u"SELECT coalesce(sum(bytes), 0) FROM (SELECT max(bytes) AS bytes FROM picture GROUP BY file)"_s;
    while (m_db.number(total).value_or(0) > m_most) {
        QString url, name;
        {
            Rows oldest = m_db.run("SELECT url, file FROM picture ORDER BY kept_at, rowid LIMIT 1");
            if (!oldest.next())
                break;
            url = oldest.text(0);
            name = oldest.text(1);
        }
        if (auto gone = m_db.exec("DELETE FROM picture WHERE url = ?", {bind(url)}); !gone)
            return gone.error();
        if (m_db.number(u"SELECT count(*) FROM picture WHERE file = ?"_s, {bind(name)}) == 0)
            QFile::remove(m_folder + u'/' + name);
    }
    return Nothing{};
}

void PictureStore::sweep()
{
    QSet<QString> named;
    Rows rows = m_db.run("SELECT DISTINCT file FROM picture");
    while (rows.next())
        named.insert(rows.text(0));
    const QStringList files = QDir(m_folder).entryList(QDir::Files);
    for (const QString& file : files) {
        if (!named.contains(file))
            QFile::remove(m_folder + u'/' + file);
    }
}

Result<Nothing> PictureStore::clear()
{
    if (auto gone = m_db.exec("DELETE FROM picture"); !gone)
        return gone.error();
    sweep();
    return Nothing{};
}

PictureReader::PictureReader(Database& db, const QString& storeFolder)
    : m_db(db)
    , m_folder(picturesFolder(storeFolder))
{
}

std::optional<KeptPicture> PictureReader::find(const QString& url) const
{
    Rows rows = m_db.run("SELECT file, kept_at FROM picture WHERE url = ?", {bind(url)});
    if (!rows.next())
        return std::nullopt;
    return KeptPicture{m_folder + u'/' + rows.text(0), rows.instant(1)};
}

std::optional<QByteArray> readPicture(const KeptPicture& kept)
{
    QFile file(kept.file);
    if (!file.open(QFile::ReadOnly))
        return std::nullopt;
    QByteArray bytes = file.readAll();
    return nameOf(bytes) == QFileInfo(kept.file).fileName() ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace waydesk::store
