// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/scanjournal.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

Result<qint64> ScanJournal::append(const ScanEntry& entry)
{
    const QByteArray raw = entry.raw.isNull() ? QByteArray("") : entry.raw;
    const auto done =
        m_db.exec("INSERT INTO scan_journal (at, author_id, target, raw, code, verdict, took_us) "
                  "VALUES (?,?,?,?,?,?,?)",
                  {bind(entry.at), bind(entry.author.value), bind(entry.target.value), raw, bind(entry.code),
                   bind(entry.verdict), QVariant::fromValue<qint64>(entry.took.count())});
    return done ? Result<qint64>(m_db.lastRowid()) : done;
}

namespace {
QList<ScanEntry> entriesOf(Rows rows)
{
    QList<ScanEntry> out;
    while (rows.next())
        out << ScanEntry{
            rows.integer(0), rows.instant(1), UserId{rows.text(2)}, WaybillId{rows.text(3)},
            rows.bytes(4),   rows.text(5),    rows.text(6),         std::chrono::microseconds(rows.integer(7))};
    return out;
}
} // namespace

QList<ScanEntry> ScanJournal::newest(int most) const
{
    return entriesOf(m_db.run("SELECT seq, at, author_id, target, raw, code, verdict, took_us FROM scan_journal "
                              "ORDER BY seq DESC LIMIT ?",
                              {most}));
}

QList<ScanEntry> ScanReader::ofCodes(const QStringList& codes, int most) const
{
    if (codes.isEmpty())
        return {};
    QVariantList values;
    for (const QString& code : codes)
        values << bind(code);
    values << most;
    const QString places = QString(u"?,"_s.repeated(codes.size())).chopped(1);
    QList<ScanEntry> out =
        entriesOf(m_db.run(u"SELECT seq, at, author_id, target, raw, code, verdict, took_us FROM scan_journal "
                           "WHERE code IN (%1) ORDER BY seq DESC LIMIT ?"_s.arg(places),
                           values));
    std::reverse(out.begin(), out.end());
    return out;
}

Result<int> ScanJournal::prune(Instant before)
{
    const auto done = m_db.exec("DELETE FROM scan_journal WHERE at < ?", {bind(before)});
    return done ? Result<int>(static_cast<int>(*done)) : Result<int>(done.error());
}

} // namespace waydesk::store
