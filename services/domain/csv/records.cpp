// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/csv/records.h"

#include <algorithm>
#include <array>

namespace waydesk::csv {

void RecordReader::add(QChar c)
{
    if (++m_length > kLongestRecord)
        m_record.tooLong = true;
    else
        m_cell += c;
}

void RecordReader::endCell()
{
    if (m_record.cells.size() < kMostCells)
        m_record.cells << m_cell;
    else
        m_record.tooLong = true;
    m_cell.clear();
    m_state = State::CellStart;
}

void RecordReader::endRecord(const std::function<void(Record&&)>& take)
{
    const bool isNothing = m_record.cells.isEmpty() && m_cell.isEmpty() && m_state == State::CellStart;
    if (!isNothing) {
        endCell();
        take(std::move(m_record));
    }
    m_record = {m_line, {}, false};
    m_cell.clear();
    m_length = 0;
    m_state = State::CellStart;
}

void RecordReader::feed(QStringView text, const std::function<void(Record&&)>& take)
{
    for (const QChar c : text) {
        const bool lineFeedOfCrLf = m_afterCr && c == u'\n';
        m_afterCr = c == u'\r';
        if (c == u'\r' || (c == u'\n' && !lineFeedOfCrLf))
            ++m_line;
        if (m_state == State::Quoted) {
            if (c == u'"')
                m_state = State::QuoteInQuoted;
            else
                add(c);
            continue;
        }
        if (lineFeedOfCrLf) {
            m_record.line = m_line;
            continue;
        }
        if (m_state == State::QuoteInQuoted && c == u'"') {
            add(c);
            m_state = State::Quoted;
        } else if (c == m_delimiter) {
            endCell();
            ++m_length;
        } else if (c == u'\r' || c == u'\n') {
            endRecord(take);
        } else if (c == u'"' && m_state == State::CellStart) {
            m_state = State::Quoted;
            m_quoteLine = m_line;
        } else { // a quote in the middle of a cell is a quote
            m_state = State::Plain;
            add(c);
        }
    }
}

qint64 RecordReader::finish(const std::function<void(Record&&)>& take)
{
    const qint64 open = m_state == State::Quoted ? m_quoteLine : 0;
    if (open > 0)
        m_state = State::Plain;
    endRecord(take);
    return open;
}

QChar guessDelimiter(QStringView beginning)
{
    constexpr std::array<char16_t, 4> kKnown{u',', u';', u'\t', u'|'};
    char16_t best = u',';
    double bestScore = 0;
    for (const char16_t candidate : kKnown) {
        RecordReader reader{QChar(candidate)};
        QList<qsizetype> widths;
        const auto take = [&](Record&& record) { widths << record.cells.size(); };
        reader.feed(beginning, take); // the last line may be cut off: it is not counted
        if (widths.isEmpty())
            reader.finish(take);
        if (widths.isEmpty())
            continue;
        const qsizetype usual = *std::max_element(
            widths.begin(), widths.end(), [&](qsizetype a, qsizetype b) { return widths.count(a) < widths.count(b); });
        if (usual < 2)
            continue;
        const double score =
            double(widths.count(usual)) / double(widths.size()) + 0.001 * double(std::min<qsizetype>(usual, 50));
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return QChar(best);
}

bool looksLikeHeader(const QStringList& first, const QList<QStringList>& others)
{
    const auto digits = [](const QString& text) {
        return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    };
    const bool figures = std::any_of(first.begin(), first.end(), [&](const QString& text) {
        return digits(text) * 2 > text.trimmed().size() && !text.trimmed().isEmpty();
    });
    if (figures || first.isEmpty())
        return false;
    if (others.isEmpty())
        return true;
    qsizetype below = 0, empty = 0;
    for (const QStringList& row : others)
        below += std::count_if(row.begin(), row.end(), [&](const QString& text) { return digits(text) > 0; });
    empty = std::count_if(first.begin(), first.end(), [](const QString& text) { return text.trimmed().isEmpty(); });
    return below > 0 && empty * 2 < first.size();
}

} // namespace waydesk::csv
