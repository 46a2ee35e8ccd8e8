// SPDX-License-Identifier: GPL-3.0-or-later
// The Sync page: what needs the person, what is on its way, what was done, what this desk knows and how old it is. The
// pane beside settles a refused or unknown command; everything it does goes through CommandService.
#pragma once

#include "models/conflicttext.h"
#include "models/dataagemodel.h"
#include "models/outboxmodel.h"
#include "ui/theme/theme.h"
#include "ui/window/page.h"

#include <QTimer>

class QSplitter;
class QStackedWidget;

namespace waydesk::ui {

class CommandList;
class ConflictPane;
class CountTabs;
class EmptyState;
class ErrorListModel;
class Table;
class Text;

struct SyncServices
{
    facade::CommandService& commands;
    facade::ConnectionService& connection;
    models::CommandNames names;
    const models::Formats& formats;
};

class SyncPage final : public Page
{
    Q_OBJECT

public:
    enum class Tab { NeedsYou, OnItsWay, DoneToday, WhatWeKnow };

    SyncPage(const Theme& theme, const SyncServices& services, QWidget* parent = nullptr);
    ~SyncPage() override;

    void showTab(Tab tab);
    void select(qint64 seq);
    models::OutboxModel& outbox() { return *m_outbox; }
    ConflictPane& pane() { return *m_pane; }
    CommandList& list() { return *m_list; }

    QString title() const override { return tr("Sync"); }
    QList<KeyLine> keys() const override;
    QList<QAction*> pageActions() const override { return {m_retryNow}; }
    void shown() override;
    void remember(Memory& memory) const override;
    void recall(const Memory& memory) override;

Q_SIGNALS:
    // "Change what I asked…": the right form opens with it, and replaces it when it is sent again.
    void changeWanted(const waydesk::facade::Conflict& conflict);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    Tab tab() const;
    void refresh();
    void refreshConnection();
    void showPane(qint64 seq);
    void settle(const models::ConflictChoice& choice);
    void retranslate();

    const Theme& m_theme;
    SyncServices m_services;
    models::OutboxModel* m_outbox;
    models::DataAgeModel* m_ages;
    ErrorListModel* m_errors;
    CountTabs* m_tabs;
    QStackedWidget *m_left, *m_right;
    QSplitter* m_split;
    CommandList* m_list;
    Table *m_ageTable, *m_errorTable;
    Text* m_agesFoot;
    ConflictPane* m_pane;
    EmptyState* m_nothing;
    QAction* m_retryNow;
    qint64 m_seq = 0; // of the command in the pane
    QTimer m_tick;
};

} // namespace waydesk::ui
