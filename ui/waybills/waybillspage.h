// SPDX-License-Identifier: GPL-3.0-or-later
// The waybills page: list left, the chosen waybill right, one splitter. What an action needs to know is asked in a
// panel in the place of the detail, so that the table stays in sight; consequences are asked through Ask.
#pragma once

#include "models/waybillactions.h"
#include "ui/waybills/waybillsdesk.h"
#include "ui/window/page.h"

class QSplitter;
class QStackedWidget;

namespace waydesk::ui {

class BulkPanel;
class Panel;
class WaybillDetail;
class WaybillsList;

class WaybillsPage final : public Page
{
    Q_OBJECT

public:
    WaybillsPage(const Theme& theme, const WaybillsDesk& desk, QWidget* parent = nullptr);
    ~WaybillsPage() override;

    QString title() const override;
    QList<KeyLine> keys() const override;
    QList<QAction*> pageActions() const override;
    QAction* primaryAction() const override;
    void remember(Memory& memory) const override;
    void recall(const Memory& memory) override;
    void shown() override;
    bool escape() override;

    void setWarehouse(const std::optional<WarehouseId>& warehouse); // the window's choice
    void setAsOf(const std::optional<Instant>& asOf);
    void setReading(bool firstSyncRunning);
    void reveal(const WaybillId& id); // from the palette: chosen, and in sight

    WaybillsList* list() const { return m_list; }
    WaybillDetail* detail();  // made when it is first wanted: the table is painted before
    Panel* openPanel() const; // null: the detail is shown

Q_SIGNALS:
    void scanWanted(const waydesk::WaybillId& target);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    using Act = models::WaybillActions::Act;

    void asked(Act act, const QList<WaybillId>& waybills);
    void askForm(const QList<WaybillId>& waybills);
    void askDriver(Act act, const WaybillId& id);
    void askReturn(const WaybillId& id);
    void askConsequence(Act act, const WaybillId& id);
    void askEveryEmptyDraft();
    void askBulk(Act act, const QList<WaybillId>& waybills);
    BulkPanel* runBulk(Act act, const QList<WaybillId>& waybills, std::function<Command(const WaybillId&)> make);
    void askViewName();
    void openInPlace(Panel* panel);
    void closePanel();
    // Submits and keeps the panel until the desk has taken the command, or hands the error back to it.
    void submitFromPanel(const Command& command, std::function<void(const Error&)> complain);
    QString nameOf(const WaybillId& id) const;

    const Theme& m_theme;
    WaybillsDesk m_desk;
    QSplitter* m_splitter;
    QStackedWidget* m_right;
    WaybillsList* m_list;
    WaybillDetail* m_detail = nullptr;
    int m_detailTab = 0;
    bool m_isPainted = false, m_mayShowDetail = false;
    QAction* m_focusFilter;
    std::optional<WarehouseId> m_warehouse;
    std::optional<Command> m_awaited; // handed in by the open panel, not on disk yet
    std::function<void(const Error&)> m_complain;
};

} // namespace waydesk::ui
