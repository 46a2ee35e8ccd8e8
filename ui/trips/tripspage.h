// SPDX-License-Identifier: GPL-3.0-or-later
// The Trips page: tabs with counts, the table, and the chosen trip beside it. What an action needs to know is asked in
// the place of the detail; parcels and their order are planned in the trip builder.
#pragma once

#include "models/tripsmodel.h"
#include "services/facade/commandservice.h"
#include "services/facade/lookupservice.h"
#include "services/facade/returnqueueservice.h"
#include "ui/theme/theme.h"
#include "ui/trips/submission.h"
#include "ui/window/page.h"

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace waydesk::ui {

class Basemap;
class Button;
class CountTabs;
class Panel;
class Table;
class Text;
class Towns;
class TripDetail;

struct TripsDesk
{
    facade::TripService& trips;
    facade::LookupService& lookups;
    facade::CommandService& commands;
    const models::Formats& formats;
    const facade::LatenessWatch* lateness = nullptr; // null: no lateness is told
};

class TripsPage final : public Page
{
    Q_OBJECT

public:
    TripsPage(const Theme& theme, const TripsDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Trips"); }
    QList<KeyLine> keys() const override;
    QList<QAction*> pageActions() const override
    {
        return QList{m_create, m_plan, m_edit, m_cancel, m_up, m_down, m_takeOut, m_focusFilter, m_readAgain, m_copy} +
               m_returnActions;
    }
    void addReturns(facade::ReturnQueueService& returns);    // to the detail, with what is done to them
    void addMap(const Basemap& basemap, const Towns& towns); // likewise
    QAction* primaryAction() const override { return m_plan; }
    void shown() override;
    bool escape() override;
    void remember(Memory& memory) const override;
    void recall(const Memory& memory) override;

    void reveal(const TripId& id); // from the palette: chosen, and in sight

    Table* table() const { return m_table; }
    QLineEdit* filterField() const { return m_filter; }
    CountTabs* tabs() const { return m_tabs; }
    TripDetail* detail() const { return m_detail; }
    Panel* openPanel() const; // null: the detail is shown
    QAction* createAction() const { return m_create; }
    QAction* planAction() const { return m_plan; }
    QAction* editAction() const { return m_edit; }
    QAction* cancelAction() const { return m_cancel; }
    const TripId& chosen() const { return m_chosen; }

Q_SIGNALS:
    void builderWanted(const waydesk::TripId& trip); // empty: a new one

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

    void buildActions();
    void showPossible();
    void askForm();
    void askCancel();
    void openInPlace(Panel* panel);
    void closePanel();
    // Submits and keeps the panel until the desk has taken the commands, or hands the error back to it.
    void submit(const QList<Command>& commands, std::function<void(const Error&)> complain);
    void moveParcel(int by);
    void takeOut();
    QList<DeliveryId> members() const; // of the chosen trip, as expected, in their order
    DeliveryId chosenParcel() const;
    void follow(const TripId& local, const TripId& server);

    const Theme& m_theme;
    TripsDesk m_desk;
    facade::TripService& m_trips;
    const models::Formats& m_formats;
    models::TripsModel* m_rows;
    QSplitter* m_splitter;
    CountTabs* m_tabs;
    QLineEdit* m_filter;
    Table* m_table;
    Text *m_count, *m_beyond;
    QStackedWidget* m_right;
    TripDetail* m_detail;
    Button* m_createButton;
    QAction *m_create, *m_plan, *m_edit, *m_cancel, *m_up, *m_down, *m_takeOut;
    QAction *m_focusFilter, *m_readAgain, *m_copy;
    QList<QAction*> m_returnActions;
    Submission* m_submission;
    QString m_said; // what the submission is about
    std::function<void(const Error&)> m_complain;
    TripId m_chosen;
};

} // namespace waydesk::ui
