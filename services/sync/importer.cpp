// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/importer.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace waydesk::sync {

namespace {

constexpr auto kSlice = 4ms; // of the engine thread, per turn of its loop
constexpr auto kToldEvery = 200ms;
constexpr qsizetype kHeaviest = 300'000; // characters of a batch: the server takes 1 MiB
constexpr auto kFirstWait = 2s, kLongestWait = 30s;

bool isOpen(csv::ImportState state)
{
    return state == csv::ImportState::Checking || state == csv::ImportState::Sending;
}

qsizetype weightOf(const QStringList& cells)
{
    qsizetype weight = 200;
    for (const QString& cell : cells)
        weight += cell.size();
    return weight;
}

} // namespace

Importer::Importer(store::Store& store, Wakeups& wakeups, Moved moved)
    : m_store(store)
    , m_wakeups(wakeups)
    , m_moved(std::move(moved))
{
}

void Importer::goOn()
{
    const QList<csv::ImportJob> jobs = m_store.imports().jobs();
    for (const csv::ImportJob& job : jobs) {
        if (isOpen(job.state)) {
            begin(job);
            return;
        }
    }
}

void Importer::resume(backends::Imports* port, const QString& owner)
{
    m_bound.assertHere();
    m_port = port;
    m_owner = owner;
    if (std::exchange(m_online, true))
        return;
    m_faults = 0;
    if (m_job && m_job->state == csv::ImportState::Sending)
        soon();
}

void Importer::pause()
{
    m_bound.assertHere();
    m_online = false;
    m_port = nullptr;
    if (m_job && m_job->state == csv::ImportState::Sending) {
        m_call.cancel(); // the batch stays, and goes again
        m_next.reset();
    }
}

void Importer::begin(const csv::ImportJob& job)
{
    m_call.cancel();
    m_next.reset();
    m_batch.reset();
    m_bad.clear();
    m_faults = 0;
    m_job = job;
    m_job->error.reset();
    m_rows = std::make_unique<FileRows>(job, m_store.imports().fixes(job.id));
    if (job.state == csv::ImportState::Checking) {
        m_badKept = 0;
        m_job->bytes = m_job->rows = m_job->bad = 0;
        // The state first: a kill in between finds a file to be read again, not one that is read and has lost its rows.
        if (!keep())
            return;
        if (auto gone = m_store.imports().forgetBadRows(job.id); !gone) {
            fail(gone.error());
            return;
        }
    }
    const bool readsFile = job.state == csv::ImportState::Checking || job.done < job.rows;
    if (const auto error = readsFile ? m_rows->open() : std::nullopt) {
        fail(*error);
        return;
    }
    if (keep())
        soon();
}

void Importer::check(const csv::ImportJob& job)
{
    m_bound.assertHere();
    const auto known = m_store.imports().find(job.id);
    if (known && (isOpen(known->state) || known->done > 0)) // what has been sent in part only goes on
        return;
    if (m_job && m_job->id != job.id && isOpen(m_job->state))
        stop(m_job->id);
    csv::ImportJob fresh = job;
    fresh.state = csv::ImportState::Checking;
    begin(fresh);
}

void Importer::send(const QString& id)
{
    m_bound.assertHere();
    auto job = m_job && m_job->id == id ? m_job : m_store.imports().find(id);
    if (!job || isOpen(job->state) || job->rows == 0) // only what has been read to its end
        return;
    if (m_job && m_job->id != id && isOpen(m_job->state))
        stop(m_job->id);
    job->state = csv::ImportState::Sending;
    begin(*job);
}

void Importer::stop(const QString& id)
{
    m_bound.assertHere();
    if (!m_job || m_job->id != id || !isOpen(m_job->state))
        return;
    // A check that was not finished told nothing to go by.
    const bool unread = m_job->state == csv::ImportState::Checking;
    m_job->state = csv::ImportState::Stopped;
    if (unread)
        m_job->rows = m_job->bad = m_job->bytes = 0;
    keep();
    rest();
}

void Importer::fix(const QString& id, qint64 line, int column, const QString& text)
{
    m_bound.assertHere();
    auto job = m_job && m_job->id == id ? m_job : m_store.imports().find(id);
    auto row = m_store.imports().badRow(id, line);
    if (!job || !row || column < 0 || column >= csv::kMostCells)
        return;
    while (row->cells.size() <= column)
        row->cells << QString();
    row->cells[column] = text;
    const bool wasBad = !row->faults.isEmpty();
    // That a text stands twice is judged again when the file is read again.
    row->faults = csv::judgeRow(row->cells, job->setup.mapping).faults;
    row->byServer = false;
    job->bad += (row->faults.isEmpty() ? 0 : 1) - (wasBad ? 1 : 0);
    if (auto done = m_store.imports().fix(*job, column, text, *row); !done) {
        job->error = done.error(); // told, not kept: what is on disk is as it was, and whatever is under way goes on
        m_moved(*job);
        return;
    }
    if (m_job && m_job->id == id)
        m_job->bad = job->bad;
    m_moved(*job);
}

void Importer::forget(const QString& id)
{
    m_bound.assertHere();
    if (m_job && m_job->id == id) {
        rest();
        m_job.reset();
    }
    if (auto gone = m_store.imports().forget(id); gone) {
        csv::ImportJob none;
        none.id = id;
        none.state = csv::ImportState::Stopped;
        m_moved(none);
    }
}

void Importer::soon(std::chrono::milliseconds in)
{
    m_next = m_wakeups.after(in, [this] { step(); });
}

void Importer::step()
{
    m_next.reset();
    if (!m_job || m_call.isHeld())
        return;
    switch (m_job->state) {
    case csv::ImportState::Checking:
        checkSome();
        return;
    case csv::ImportState::Sending:
        if (!m_online)
            return;
        if (!m_port) {
            Error error;
            error.kind = Error::Kind::NotFound;
            error.code = u"import_not_offered"_s;
            fail(error);
            return;
        }
        if (m_job->owner.isEmpty())
            m_job->owner = m_owner;
        if (m_job->owner != m_owner) {
            Error error;
            error.kind = Error::Kind::Forbidden;
            error.code = u"import_other_depot"_s;
            fail(error);
            return;
        }
        if (m_job->done < m_job->rows)
            fillBatch();
        else
            fillMended();
        return;
    case csv::ImportState::Checked:
    case csv::ImportState::Stopped:
    case csv::ImportState::Done:
    case csv::ImportState::Failed:
        return;
    }
}

void Importer::checkSome()
{
    const auto until = std::chrono::steady_clock::now() + kSlice;
    while (std::chrono::steady_clock::now() < until) {
        auto row = m_rows->next();
        if (!row) {
            if (m_rows->error()) {
                fail(*m_rows->error());
                return;
            }
            m_job->bytes = m_job->size;
            m_job->state = csv::ImportState::Checked;
            keep(std::exchange(m_bad, {}));
            rest();
            return;
        }
        m_job->rows = row->ordinal;
        if (row->judged.faults.isEmpty())
            continue;
        ++m_job->bad;
        if (++m_badKept <= csv::kMostBadRows)
            m_bad.append({row->line, row->cells, row->judged.faults, false});
    }
    m_job->bytes = m_rows->bytes();
    if (std::chrono::steady_clock::now() - m_told > kToldEvery && !keep(std::exchange(m_bad, {})))
        return;
    soon();
}

void Importer::fillBatch()
{
    if (!m_batch)
        m_batch.emplace();
    const auto until = std::chrono::steady_clock::now() + kSlice;
    while (m_batch->rows.size() < backends::Imports::kMostRows && m_batch->weight < kHeaviest) {
        if (std::chrono::steady_clock::now() > until) {
            soon();
            return;
        }
        auto row = m_rows->next();
        if (!row) {
            if (m_rows->error()) {
                fail(*m_rows->error());
                return;
            }
            m_batch->isLast = true;
            break;
        }
        m_batch->upTo = row->ordinal;
        if (row->ordinal <= m_job->done || !row->judged.faults.isEmpty())
            continue;
        m_batch->weight += weightOf(row->cells);
        m_batch->rows.append({row->line, row->judged.parcel});
        m_batch->cells.insert(row->line, row->cells);
    }
    m_job->bytes = m_rows->bytes();
    sendBatch();
}

// What was put right after its turn had passed goes by itself.
void Importer::fillMended()
{
    m_batch.emplace();
    m_batch->isMended = true;
    m_batch->upTo = m_job->rows;
    const QList<csv::BadRow> rows = m_store.imports().mended(m_job->id, backends::Imports::kMostRows);
    for (const csv::BadRow& row : rows) {
        m_batch->rows.append({row.line, csv::judgeRow(row.cells, m_job->setup.mapping).parcel});
        m_batch->cells.insert(row.line, row.cells);
    }
    m_batch->isLast = rows.isEmpty();
    sendBatch();
}

void Importer::sendBatch()
{
    if (m_batch->rows.isEmpty()) { // nothing among the last rows could go
        heard(wire::ImportAnswer{});
        return;
    }
    m_call = m_port->send(m_job->id, m_job->setup.pickup, m_batch->rows,
                          [this](Result<wire::ImportAnswer> answer) { heard(std::move(answer)); });
}

void Importer::heard(Result<wire::ImportAnswer> answer)
{
    m_call.cancel();
    if (!answer) {
        const Error& error = answer.error();
        const bool maybeLater = error.status == 0 || error.status == 401 || error.status == 429 || error.status >= 500;
        if (!maybeLater) {
            fail(error);
            return;
        }
        const auto wait =
            std::min<std::chrono::milliseconds>(kFirstWait * (1 << std::min(m_faults++, 4)), kLongestWait);
        m_next =
            m_wakeups.after(std::max<std::chrono::milliseconds>(wait, std::chrono::seconds{error.retryAfter}), [this] {
                m_next.reset();
                if (m_job && m_batch && m_online && m_port)
                    sendBatch();
            });
        return;
    }
    if (answer->created.size() + answer->refused.size() != m_batch->rows.size()) {
        Error error; // what it does not speak of would be asked for without end
        error.kind = Error::Kind::Malformed;
        error.code = u"import_answer_incomplete"_s;
        fail(error);
        return;
    }
    m_faults = 0;
    FileBatch batch = *std::move(m_batch);
    m_batch.reset();
    QList<csv::BadRow> bad;
    for (const auto& refused : answer->refused)
        bad.append({refused.line, batch.cells.value(refused.line), refused.faults, true});
    QList<qint64> taken;
    if (m_store.imports().badRowCount(m_job->id) > 0) {
        for (const auto& created : answer->created)
            taken.append(created.line);
    }
    m_job->created += answer->created.size();
    m_job->refused += answer->refused.size();
    m_job->bad += answer->refused.size();
    m_job->done = std::max(m_job->done, batch.upTo);
    if (batch.isLast && batch.isMended)
        m_job->state = csv::ImportState::Done;
    if (!keep(bad, taken))
        return;
    if (m_job->state == csv::ImportState::Done)
        rest();
    else
        soon();
}

bool Importer::keep(const QList<csv::BadRow>& bad, const QList<qint64>& gone)
{
    m_told = std::chrono::steady_clock::now();
    if (auto done = m_store.imports().put(*m_job, bad, gone); !done) {
        // Not on disk: what is shown must not be more than what a restart would know.
        m_job->state = csv::ImportState::Failed;
        m_job->error = done.error();
        m_moved(*m_job);
        rest();
        return false;
    }
    m_moved(*m_job);
    return true;
}

void Importer::fail(const Error& error)
{
    if (m_job->state == csv::ImportState::Checking)
        m_job->rows = m_job->bad = m_job->bytes = 0;
    m_job->state = csv::ImportState::Failed;
    m_job->error = error;
    keep(std::exchange(m_bad, {}));
    rest();
}

void Importer::rest()
{
    m_call.cancel();
    m_next.reset();
    m_batch.reset();
    m_rows.reset();
    m_bad.clear();
}

} // namespace waydesk::sync
