// SPDX-License-Identifier: GPL-3.0-or-later
// The table of exceptions under one tab and one text. Sorted by any column, repainted by difference; ages and what is
// overdue follow the clock by themselves.
#pragma once

#include "models/keyedmodel.h"
#include "services/facade/caseservice.h"

namespace waydesk::models {

class Formats;

class CasesModel : public KeyedModel<facade::CaseItem>
{
    Q_OBJECT

public:
    enum Column { Parcel, What, Reason, Owner, NextAction, Due, Raised };
    static constexpr int kColumnCount = 7;
    static constexpr int kMost = 500;
    enum Role {
        IdRole = Qt::UserRole + 1,
        KindRole,    // int of CaseKind; -1
        OverdueRole, // bool
        OwnedRole,   // bool: somebody sees to it
        MarkRole     // int of the worst open command's CommandState; -1: none is open
    };

    CasesModel(facade::CaseService& cases, const Formats& formats, QObject* parent = nullptr);

    facade::CaseTab tab() const { return m_tab; }
    void setTab(facade::CaseTab tab);
    void setText(const QString& text);
    const facade::CaseCounts& counts() const { return m_counts; }
    qint64 matching() const { return m_counts.byTab[static_cast<size_t>(m_tab)]; } // shown or not
    ExceptionId idAt(int row) const;
    int rowOf(const ExceptionId& id) const; // -1: not among those shown

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

Q_SIGNALS:
    void reloaded(); // rows and counts are those of now

protected:
    QString keyOf(const facade::CaseItem& row) const override;
    void timerEvent(QTimerEvent* event) override;

private:
    void reload();
    QString text(const DeliveryCase& row, int column) const;

    facade::CaseService& m_cases;
    const Formats& m_formats;
    facade::CaseTab m_tab = facade::CaseTab::Open;
    QString m_text;
    facade::CaseCounts m_counts;
    int m_column = Due;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace waydesk::models
