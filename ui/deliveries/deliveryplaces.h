// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the Deliveries page: parcels, and, where the desk has them, the queues of returns and of exceptions. It
// knows which one is in front and hands the page's questions (actions, keys, escape) to it.
#pragma once

#include "services/facade/caseservice.h"
#include "services/facade/returnqueueservice.h"
#include "ui/deliveries/queuepane.h"

class QStackedWidget;

namespace waydesk::ui {

class CasesPane;
class ReturnsPane;

struct QueuesDesk
{
    facade::ReturnQueueService& returns;
    facade::CaseService& cases;
    facade::DeliveryService& deliveries;
    facade::CommandService& commands;
    const models::Formats& formats;
};

class DeliveryPlaces final : public QWidget
{
    Q_OBJECT

public:
    enum Place { Parcels, Returns, Exceptions };

    DeliveryPlaces(const Theme& theme, QWidget* parcels, QWidget* parent = nullptr); // the queues come with addQueues()

    void addQueues(const QueuesDesk& desk);
    void go(Place place);
    Place place() const;
    QueuePane* queue() const; // in front; null: the parcels are
    ReturnsPane* returns() const { return m_returns; }
    CasesPane* cases() const { return m_cases; }
    CountTabs* tabs() const { return m_tabs; }
    QList<QAction*> actions() const { return m_go; } // one for each place
    void remember(Memory& memory) const;
    void recall(const Memory& memory);
    void retranslate();

Q_SIGNALS:
    void parcelsEntered(); // and shall have the focus
    void said(const waydesk::ui::ToastContent& toast);
    void parcelWanted(const waydesk::DeliveryId& id);
    void tripWanted(const waydesk::TripId& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void add(QueuePane* pane);

    const Theme& m_theme;
    CountTabs* m_tabs;
    QWidget* m_bar;
    QStackedWidget* m_stack;
    ReturnsPane* m_returns = nullptr;
    CasesPane* m_cases = nullptr;
    QList<QAction*> m_go;
};

} // namespace waydesk::ui
