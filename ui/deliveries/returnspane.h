// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of returns: who asks for a parcel to come back, why, and what was answered. One or many are approved or
// rejected, online or not.
#pragma once

#include "models/returnsmodel.h"
#include "ui/deliveries/queuepane.h"

namespace waydesk::ui {

class ReturnsPane final : public QueuePane
{
    Q_OBJECT

public:
    ReturnsPane(const Theme& theme, facade::ReturnQueueService& returns, facade::DeliveryService& deliveries,
                facade::CommandService& commands, const models::Formats& formats, QWidget* parent = nullptr);

    QList<QAction*> paneActions() const override { return {m_approve, m_reject, m_openParcel, m_openTrip}; }
    QAction* primaryAction() const override { return m_approve; }
    models::ReturnsModel* rows() const { return m_rows; }
    void retranslate() override;

Q_SIGNALS:
    void waitingChanged(qint64 count); // that nobody has answered

protected:
    void readAgain() override { m_returns.refresh(); }

private:
    void buildTable();
    void showCounts();
    void showEmpty();
    void showTab(int tab);
    void keepChosen();
    void showDetail();
    void showPossible();
    void decide(ReturnDecision decision);
    QList<facade::ReturnItem> chosen() const;

    facade::ReturnQueueService& m_returns;
    facade::DeliveryService& m_deliveries;
    models::ReturnsModel* m_rows;
    ReturnRequestId m_current;
    QAction *m_approve, *m_reject, *m_openParcel, *m_openTrip;
};

} // namespace waydesk::ui
