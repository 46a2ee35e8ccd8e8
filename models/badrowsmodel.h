// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a file that cannot go as they are, to be put right where they stand: the line, what is wrong, and a
// column for each that means something. An edited cell is handed on; what becomes of it comes back with the next rows.
#pragma once

#include "models/keyedmodel.h"
#include "services/domain/csv/importjob.h"

namespace waydesk::models {

class Formats;

class BadRowsModel : public KeyedModel<csv::BadRow>
{
    Q_OBJECT

public:
    enum Column { Line, Wrong, FirstCell };
    static constexpr int kMost = 1000; // shown; as some are put right, others follow
    enum Role { FaultyRole = Qt::UserRole + 1 /* bool: this cell */ };

    explicit BadRowsModel(const Formats& formats, QObject* parent = nullptr);

    void setColumns(const csv::Mapping& mapping);
    void setBadRows(const QList<csv::BadRow>& rows) { setRows(rows); }
    int cellColumn(int column) const { return m_columns.value(column - FirstCell, -1); } // of the file

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void edited(qint64 line, int column, const QString& text); // of the file

protected:
    QString keyOf(const csv::BadRow& row) const override { return QString::number(row.line); }

private:
    const Formats& m_formats;
    csv::Mapping m_mapping;
    QList<int> m_columns;
};

} // namespace waydesk::models
