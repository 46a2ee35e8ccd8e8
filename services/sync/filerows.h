// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a merchant's file one after the other, corrected and judged; what stands twice in the file is a fault of
// the second. Reads 64 KiB at a time. Engine thread.
#pragma once

#include "services/domain/csv/importjob.h"
#include "services/domain/csv/records.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <deque>

namespace waydesk::sync {

struct FileRow
{
    qint64 ordinal = 0; // from 1, the heading not counted
    qint64 line = 0;
    QStringList cells; // with the corrections
    csv::JudgedRow judged;
};

class FileRows
{
public:
    using Fixes = QHash<qint64, QMap<int, QString>>; // by line, by column

    FileRows(const csv::ImportJob& job, Fixes fixes);

    // Codes: import_file_missing, import_file_changed (since it was chosen), import_encoding (bytes that mean nothing),
    // import_quote_open (its line in `detail`).
    std::optional<Error> open();
    // nullopt: the end, or error() says why.
    std::optional<FileRow> next();
    const std::optional<Error>& error() const { return m_error; }
    qint64 bytes() const { return m_file.pos(); }

private:
    void readOn();
    bool isTwice(const QString& text, QSet<quint64>& seen) const;

    const csv::ImportJob m_job;
    Fixes m_fixes;
    QFile m_file;
    csv::Decoder m_decoder;
    csv::RecordReader m_reader;
    std::deque<csv::Record> m_waiting;
    QSet<quint64> m_barcodes, m_references; // 64 bits of each: two of a million differ in them for certain enough
    qint64 m_ordinal = 0;
    bool m_ended = false, m_headerRead = false;
    std::optional<Error> m_error;
};

} // namespace waydesk::sync
