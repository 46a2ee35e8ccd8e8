// SPDX-License-Identifier: GPL-3.0-or-later
// Files of parcels: a look into one with what is guessed about it, and the imports that this desk knows. The look is
// bounded and read at once; everything else is the engine's work, told by moved(). What a person corrects is on disk
// and survives a restart. GUI thread.
#pragma once

#include "services/domain/csv/importjob.h"

#include <QObject>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

struct ImportLook
{
    QString path;
    qint64 size = 0, modified = 0;
    csv::ImportSetup setup; // guessed, unless it was given
    bool encodingIsSure = true, hasBrokenText = false;
    QList<int> unsureColumns; // meant by what stands in them, not by their heading
    QStringList header;       // empty where there is none
    QList<QStringList> rows;  // the first few
    int columns = 0;
};

class ImportService : public QObject
{
    Q_OBJECT

public:
    static constexpr int kLookedAt = 50; // rows

    ImportService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);

    // Codes: import_file_missing, import_file_empty.
    Result<ImportLook> look(const QString& path) const;
    // The same file with what the person knows better; the columns are guessed anew where `guessColumns` says so.
    Result<ImportLook> look(const QString& path, const csv::ImportSetup& setup, bool guessColumns) const;

    // Reads the whole file; nothing is sent. Answers the import's id.
    QString check(const ImportLook& file);
    void checkAgain(const csv::ImportJob& job); // with another setup
    void send(const QString& id);
    void stop(const QString& id);
    void fix(const QString& id, qint64 line, int column, const QString& text);
    void forget(const QString& id);

    std::optional<csv::ImportJob> find(const QString& id) const;
    QList<csv::ImportJob> jobs() const; // newest first
    QList<csv::BadRow> badRows(const QString& id, qint64 from, int most) const;
    bool hasMended(const QString& id) const;     // rows put right that have not gone yet
    qint64 badRowCount(const QString& id) const; // of those kept: at most csv::kMostBadRows and the server's refusals

Q_SIGNALS:
    void moved(const waydesk::csv::ImportJob& job);

private:
    store::Reader& m_reader;
    sync::Engine& m_engine;
};

} // namespace waydesk::facade
