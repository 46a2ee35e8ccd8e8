// SPDX-License-Identifier: GPL-3.0-or-later
// The left of the Deliveries page: status tabs with counts, the filter line, the table of every parcel and its foot.
#pragma once

#include "models/deliveryfiltertext.h"
#include "models/deliverytablemodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;

namespace waydesk::ui {

class Button;
class CountTabs;
class Memory;
class Table;
class Text;
class TokenField;

class ParcelsPane final : public QWidget
{
    Q_OBJECT

public:
    ParcelsPane(const Theme& theme, facade::DeliveryService& deliveries, const models::Formats& formats,
                std::function<models::DeliveryFilterNames()> names, QWidget* parent = nullptr);

    Table* table() const { return m_table; }
    TokenField* filterField() const { return m_filter; }
    CountTabs* tabs() const { return m_tabs; }
    models::DeliveryTableModel* rows() const { return m_rows; }
    QMenu* more() const;            // its columns first
    void addButton(Button* button); // at the end of the filter line
    void setFilterLine(const QString& line);
    bool clearFilter(); // false: there was none
    void setWarehouse(const std::optional<WarehouseId>& warehouse);
    void setReading(bool reading);
    const DeliveryId& chosen() const { return m_chosen; }
    void reveal(const DeliveryId& id); // chosen and in sight, whatever was filtered
    void retranslate();
    void remember(Memory& memory) const;
    void recall(const Memory& memory);

Q_SIGNALS:
    void chose(const waydesk::DeliveryId& id); // empty: none
    void opened();                             // Enter on a row

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void build();
    void buildTable();
    void sizeMoments();
    void applyFilter();
    void showCounts();
    void showEmpty();
    void keepChosen();

    const Theme& m_theme;
    const models::Formats& m_formats;
    std::function<models::DeliveryFilterNames()> m_names;
    facade::DeliveryService& m_deliveries;
    models::DeliveryTableModel* m_rows;
    CountTabs* m_tabs;
    TokenField* m_filter;
    QHBoxLayout* m_bar;
    Button* m_more;
    QMenu* m_columns; // by keyboard too, not only at the header
    Table* m_table;
    Text *m_count, *m_progress;
    std::optional<WarehouseId> m_warehouse;
    DeliveryId m_chosen;
    bool m_awaitsReveal = false; // the row comes when the order has been read
};

} // namespace waydesk::ui
