// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/storefiles.h"

#include "services/store/outboxrows.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

QString cachePath(const QString& folder)
{
    return folder + u"/cache.db"_s;
}
QString workPath(const QString& folder)
{
    return folder + u"/work.db"_s;
}
QString damageMarkPath(const QString& folder)
{
    return folder + u"/cache.damaged"_s;
}

Result<std::unique_ptr<Database>> openChecked(const QString& path, File file, bool checkAll)
{
    constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QFile onDisk(path);
    if (!onDisk.exists() && !onDisk.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly))
        return storageError(u"cannot_open"_s, onDisk.errorString());
    onDisk.close();
    onDisk.setPermissions(kOwnerOnly); // SQLite gives -wal and -shm the same

    {
        // Read-only first: a newer file is refused before a journal is opened or recovered in it.
        char head[100] = {};
        QFile peek(path);
        if (peek.open(QIODevice::ReadOnly) && peek.read(head, sizeof head) == sizeof head) {
            if (qstrncmp(head, "SQLite format 3", 16) != 0)
                return storageError(u"damaged"_s, u"not a database"_s);
            const auto version = qFromBigEndian<quint32>(head + 60);
            if (static_cast<int>(version) > currentVersion(file))
                return storageError(u"newer_file"_s, u"file has version %1"_s.arg(version));
        } else if (peek.size() > 0) {
            return storageError(u"damaged"_s, u"shorter than a header"_s);
        }
    }
    auto opened = Database::open(path, Database::Mode::ReadWrite);
    if (!opened)
        return opened;
    Database& db = **opened;
    if (checkAll) {
        Rows rows = db.run("PRAGMA quick_check(1)");
        if (!rows.next() || rows.text(0) != u"ok")
            return storageError(u"damaged"_s, u"quick_check"_s);
    }
    if (auto done = bringUpToDate(db, file); !done)
        return done.error();
    return opened;
}

bool moveAside(const QString& path)
{
    bool moved = true;
    for (const QString& suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString from = path + suffix, to = path + u".damaged"_s + suffix;
        if (!QFileInfo::exists(from))
            continue;
        QFile::remove(to);
        moved = QFile::rename(from, to) && moved;
    }
    return moved;
}

namespace {

// Row by row in key order, past what cannot be read: damage on one page costs that page only.
int carryOver(Database& from, Database& into, const QString& table, int columns, const QString& key)
{
    const QString put = u"INSERT OR IGNORE INTO %1 VALUES (%2)"_s.arg(table, QStringList(columns, u"?"_s).join(u','));
    int taken = 0;
    const auto take = [&](Rows rows) {
        while (rows.next()) {
            QVariantList values;
            for (int i = 0; i < columns; ++i)
                values << rows.value(i);
            if (into.exec(put, values).ok())
                ++taken;
        }
    };
    if (key.isEmpty()) {
        take(from.run(u"SELECT * FROM "_s + table));
        return taken;
    }
    const qint64 last = from.number(u"SELECT seq FROM sqlite_sequence WHERE name = ?"_s, {table}).value_or(0);
    for (qint64 seq = 1; seq <= last; ++seq)
        take(from.run(u"SELECT * FROM %1 WHERE %2 = ?"_s.arg(table, key), {seq}));
    return taken;
}

} // namespace

Result<int> rescueWork(const QString& damagedPath, Database& into)
{
    auto opened = Database::open(damagedPath, Database::Mode::ReadOnly);
    if (!opened)
        return 0;
    Database& from = **opened;
    const auto expected = from.number(u"SELECT count(*) FROM outbox"_s);
    return transact(into, [&]() -> Result<int> {
        const int failedBefore = from.failures();
        const int taken = carryOver(from, into, u"outbox"_s, 17, u"seq"_s);
        const int unreadable = from.failures() - failedBefore;
        carryOver(from, into, u"alias"_s, 3, {});
        carryOver(from, into, u"meta"_s, 2, {});
        carryOver(from, into, u"scan_journal"_s, 8, u"seq"_s);
        carryOver(from, into, u"import_job"_s, 14, {});
        carryOver(from, into, u"import_fix"_s, 4, {});
        carryOver(from, into, u"import_bad"_s, 5, {});
        for (const OutboxEntry& entry : allOutbox(into.run(selectOutbox()))) {
            for (const SubjectId& id : touched(entry.command))
                std::ignore = into.exec("INSERT OR IGNORE INTO outbox_touch (seq, waybill) VALUES (?,?)",
                                        {entry.seq, bind(id.value)})
                                  .ok();
        }
        return expected ? std::max(0, static_cast<int>(*expected) - taken) : unreadable;
    });
}

} // namespace waydesk::store
