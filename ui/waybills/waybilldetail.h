// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the detail pane from the models: the current waybill of the shared selection, its parcels, timeline, returns
// and proof. What the server said is shown as fact; what is queued is shown beside it as expected.
#pragma once

#include "ui/waybills/detailpane.h"
#include "ui/waybills/waybillsdesk.h"

#include "services/facade/rows.h"

#include <QPointer>

class QListView;
class QStandardItemModel;

namespace waydesk::ui {

class Memory;
class ProofList;
class ProofViewer;
class Table;

class WaybillDetail final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 320;

    WaybillDetail(const Theme& theme, WaybillsDesk& desk, QWidget* parent = nullptr);

    DetailPane* pane() const { return m_pane; }
    Table* deliveries() const { return m_deliveries; }
    void show();
    void retranslate();
    void remember(Memory& memory) const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void showWaybill(const facade::WaybillRow& row);
    QList<DetailPane::Fact> factsOf(const facade::WaybillRow& row) const;
    void showReturns();
    void showProof(const Waybill& waybill);
    void openPicture(int row);
    void showCounts(const facade::WaybillRow& row);
    void fitColumns();

    const Theme& m_theme;
    WaybillsDesk& m_desk;
    DetailPane* m_pane;
    Table* m_deliveries;
    QListView* m_timeline;
    Table* m_returns;
    QStandardItemModel* m_returnRows;
    ProofList* m_pictures = nullptr; // where the desk has them
    QPointer<ProofViewer> m_viewer;
    Table* m_proof;
    QStandardItemModel* m_proofRows;
};

} // namespace waydesk::ui
