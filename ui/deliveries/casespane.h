// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of exceptions: what went wrong with which parcel, who sees to it, what they do next and by when. One is
// taken, handed on, planned and resolved here, online or not.
#pragma once

#include "models/casesmodel.h"
#include "ui/deliveries/queuepane.h"

namespace waydesk::ui {

class CasesPane final : public QueuePane
{
    Q_OBJECT

public:
    CasesPane(const Theme& theme, facade::CaseService& cases, facade::DeliveryService& deliveries,
              facade::CommandService& commands, const models::Formats& formats, QWidget* parent = nullptr);

    QList<QAction*> paneActions() const override
    {
        return {m_take, m_hand, m_plan, m_resolve, m_openParcel, m_openTrip};
    }
    QAction* primaryAction() const override { return m_resolve; }
    models::CasesModel* rows() const { return m_rows; }
    void retranslate() override;

Q_SIGNALS:
    void waitingChanged(qint64 count); // that are open

protected:
    void readAgain() override { m_cases.refresh(); }

private:
    void buildTable();
    void buildActions();
    void showCounts();
    void showEmpty();
    void keepChosen();
    void showDetail();
    void showPossible();
    void take();
    void askHandOver();
    void askPlan();
    void askResolve();
    QString nameOf(const DeliveryCase& row) const;

    facade::CaseService& m_cases;
    facade::DeliveryService& m_deliveries;
    models::CasesModel* m_rows;
    ExceptionId m_current;
    QAction *m_take, *m_hand, *m_plan, *m_resolve, *m_openParcel, *m_openTrip;
};

} // namespace waydesk::ui
