// SPDX-License-Identifier: GPL-3.0-or-later
// The Trips page: tabs with counts, the table, and the chosen trip beside it.
#pragma once

#include "models/tripsmodel.h"
#include "ui/theme/theme.h"
#include "ui/window/page.h"

class QLineEdit;
class QSplitter;

namespace waydesk::ui {

class CountTabs;
class Table;
class Text;
class TripDetail;

class TripsPage final : public Page
{
    Q_OBJECT

public:
    TripsPage(const Theme& theme, facade::TripService& trips, const models::Formats& formats,
              QWidget* parent = nullptr);

    QString title() const override { return tr("Trips"); }
    QList<KeyLine> keys() const override;
    QList<QAction*> pageActions() const override { return {m_focusFilter, m_readAgain, m_copy}; }
    void shown() override;
    bool escape() override;
    void remember(Memory& memory) const override;
    void recall(const Memory& memory) override;

    void reveal(const TripId& id); // from the palette: chosen, and in sight

    Table* table() const { return m_table; }
    QLineEdit* filterField() const { return m_filter; }
    CountTabs* tabs() const { return m_tabs; }
    TripDetail* detail() const { return m_detail; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void buildTable();
    void sizeMoments();
    void retranslate();
    void showCounts();
    void showEmpty();
    void keepChosen();
    void choose(const QModelIndex& index);

    const Theme& m_theme;
    facade::TripService& m_trips;
    const models::Formats& m_formats;
    models::TripsModel* m_rows;
    QSplitter* m_splitter;
    CountTabs* m_tabs;
    QLineEdit* m_filter;
    Table* m_table;
    Text *m_count, *m_beyond;
    TripDetail* m_detail;
    QAction *m_focusFilter, *m_readAgain, *m_copy;
    TripId m_chosen;
};

} // namespace waydesk::ui
