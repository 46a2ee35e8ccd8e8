// SPDX-License-Identifier: GPL-3.0-or-later
// The station's list as a table, newest first. A view of ScanSession's entries; keeps nothing of its own.
#pragma once

#include <QAbstractTableModel>

namespace waydesk::ui {

class ScanSession;
class ScanWords;
struct ScanEntry;

class ScanListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Code, VerdictColumn, Customer, Zone, Cod, AnsweredIn, ColumnCount };

    ScanListModel(const ScanSession& session, const ScanWords& words, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    const ScanEntry& entry(int row) const;
    void retranslate();

private:
    void follow();

    const ScanSession& m_session;
    const ScanWords& m_words;
    int m_rows = 0;
};

} // namespace waydesk::ui
