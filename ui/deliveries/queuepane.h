// SPDX-License-Identifier: GPL-3.0-or-later
// One queue of the Deliveries page, without what is particular to it: tabs with counts, a filter, the table with its
// foot, the detail beside it, and in its place whatever an action has to ask. Returns and exceptions build on it.
#pragma once

#include "services/facade/commandservice.h"
#include "services/facade/deliveryservice.h"
#include "services/facade/queueitems.h"
#include "ui/theme/theme.h"
#include "ui/waybills/detailpane.h"
#include "ui/window/page.h"

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace waydesk::models {
class Formats;
}

namespace waydesk::ui {

class Panel;
class Submission;
class Table;

class QueuePane : public QWidget
{
    Q_OBJECT

public:
    // `key` names its memory.
    QueuePane(QString key, const Theme& theme, facade::CommandService& commands, const models::Formats& formats,
              QWidget* parent = nullptr);

    Table* table() const { return m_table; }
    QLineEdit* filterField() const { return m_filter; }
    CountTabs* tabs() const { return m_tabs; }
    DetailPane* detail() const { return m_detail; }
    Panel* openPanel() const; // null: the detail is shown
    QString footText() const; // what the foot says of the age of it all
    virtual QList<QAction*> paneActions() const = 0;
    virtual QAction* primaryAction() const = 0;
    QList<KeyLine> keys() const;
    bool escape();
    void focusTable();
    void remember(Memory& memory) const;
    void recall(const Memory& memory);
    virtual void retranslate();

Q_SIGNALS:
    void said(const waydesk::ui::ToastContent& toast);
    void parcelWanted(const waydesk::DeliveryId& id);
    void tripWanted(const waydesk::TripId& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

    const Theme& theme() const { return m_theme; }
    const models::Formats& formats() const { return m_formats; }
    QAction* addKey(const QKeySequence& keys, const QString& iconName = {});
    // Submits and keeps the panel until the desk has taken the commands, or hands the error back to it.
    void submit(const QList<Command>& commands, const QString& about, std::function<void(const Error&)> complain = {});
    void openInPlace(Panel* panel);
    void closePanel();
    void showFoot(const QString& count, qint64 all, int shown, const facade::QueueSupport& support);
    virtual void readAgain() = 0;

private:
    void build();
    void watchSubmission();

    const QString m_key;
    const Theme& m_theme;
    facade::CommandService& m_commands;
    const models::Formats& m_formats;
    QSplitter* m_splitter;
    CountTabs* m_tabs;
    QLineEdit* m_filter;
    Table* m_table;
    Text *m_count, *m_age;
    QStackedWidget* m_right;
    DetailPane* m_detail;
    QAction *m_focusFilter, *m_readAgain, *m_copy;
    Submission* m_submission;
    QString m_about; // what the submission is about
    std::function<void(const Error&)> m_complain;
};

} // namespace waydesk::ui
