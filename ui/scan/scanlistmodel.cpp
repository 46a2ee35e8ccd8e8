// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scanlistmodel.h"

#include "ui/scan/scansession.h"
#include "ui/scan/scanwords.h"

namespace waydesk::ui {

ScanListModel::ScanListModel(const ScanSession& session, const ScanWords& words, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_words(words)
    , m_rows(static_cast<int>(session.entries().size()))
{
    connect(&session, &ScanSession::entryAdded, this, &ScanListModel::follow);
    connect(&session, &ScanSession::entriesReplaced, this, &ScanListModel::follow);
    connect(&session, &ScanSession::entryChanged, this, [this](int at) {
        const int row = m_rows - 1 - at;
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
}

// Rows come and go at the top; what stays below stays where it is.
void ScanListModel::follow()
{
    const int now = static_cast<int>(m_session.entries().size());
    if (now > m_rows) {
        beginInsertRows({}, 0, now - m_rows - 1);
        m_rows = now;
        endInsertRows();
    } else if (now < m_rows) {
        beginRemoveRows({}, 0, m_rows - now - 1);
        m_rows = now;
        endRemoveRows();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

int ScanListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ScanListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ScanEntry& ScanListModel::entry(int row) const
{
    return m_session.entries().at(m_rows - 1 - row);
}

QVariant ScanListModel::data(const QModelIndex& index, int role) const
{
    // Removal is announced while the entries are already fewer: a view that asks meanwhile gets nothing.
    if (!index.isValid() || m_rows - 1 - index.row() >= m_session.entries().size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(index.column() == Cod || index.column() == AnsweredIn || index.column() == Number
                                       ? Qt::AlignTrailing | Qt::AlignVCenter
                                       : Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const ScanEntry& scan = entry(index.row());
    switch (static_cast<Column>(index.column())) {
    case Number:
        return m_words.formats().number(scan.number);
    case Code:
        return scan.code.text;
    case VerdictColumn:
        return ScanWords::chip(scan);
    case Customer:
        return ScanWords::customer(scan);
    case Zone:
        return ScanWords::zone(scan);
    case Cod:
        return m_words.cod(scan);
    case AnsweredIn:
        return m_words.took(scan);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ScanListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Number:
        return tr("#");
    case Code:
        return tr("Code");
    case VerdictColumn:
        return tr("Verdict");
    case Customer:
        return tr("Customer");
    case Zone:
        return tr("Zone");
    case Cod:
        return tr("COD");
    case AnsweredIn:
        return tr("Answered in");
    case ColumnCount:
        break;
    }
    return {};
}

void ScanListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

} // namespace waydesk::ui
