// SPDX-License-Identifier: GPL-3.0-or-later
// Text in pieces to records, as RFC 4180 has them and as spreadsheets write them: quoted cells may hold the delimiter,
// line ends and doubled quotes; a line ends with CR LF, LF or CR. Memory is that of one record.
#pragma once

#include <QStringList>
#include <functional>

namespace waydesk::csv {

struct Record
{
    qint64 line = 0; // of the file, from 1, on which it begins
    QStringList cells;
    bool tooLong = false; // the rest of it was thrown away
    bool operator==(const Record&) const = default;
};

inline constexpr qsizetype kLongestRecord = 64 * 1024; // characters
inline constexpr int kMostCells = 200;

class RecordReader
{
public:
    explicit RecordReader(QChar delimiter)
        : m_delimiter(delimiter)
    {
    }

    // Hands out what is complete; a line of nothing is no record.
    void feed(QStringView text, const std::function<void(Record&&)>& take);
    // The last line needs no end. Answers the line on which a quote was opened that never closes, 0 if there is none;
    // what follows that quote is then handed out as one record.
    qint64 finish(const std::function<void(Record&&)>& take);

private:
    enum class State { CellStart, Plain, Quoted, QuoteInQuoted };
    void add(QChar c);
    void endCell();
    void endRecord(const std::function<void(Record&&)>& take);

    QChar m_delimiter;
    State m_state = State::CellStart;
    bool m_afterCr = false;
    qint64 m_line = 1, m_quoteLine = 0;
    qsizetype m_length = 0;
    QString m_cell;
    Record m_record{1, {}, false};
};

// Of , ; tab and |, the one that cuts these lines most evenly.
QChar guessDelimiter(QStringView beginning);
// Whether the first record names the columns: words, where the ones below have figures or other shapes.
bool looksLikeHeader(const QStringList& first, const QList<QStringList>& others);

} // namespace waydesk::csv
