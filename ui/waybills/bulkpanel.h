// SPDX-License-Identifier: GPL-3.0-or-later
// One thing done to many waybills: first the list of what will be done and what is left out and why, then, row by row,
// what became of each; done + failed + unknown = all. Failed ones can be tried again alone; what has not been sent can
// be called back.
#pragma once

#include "services/domain/id.h"
#include "ui/widgets/panel.h"

#include <functional>
#include <memory>

namespace waydesk::models {
class BulkRun;
}

class QListView;
class QListWidget;
class QProgressBar;

namespace waydesk::ui {

class BulkPanel final : public Panel
{
    Q_OBJECT

public:
    struct Candidate
    {
        WaybillId id;
        QString name;
        QString leftOutBecause; // empty: will be done
    };
    using Begin = std::function<std::unique_ptr<models::BulkRun>(const QList<WaybillId>&)>;

    BulkPanel(const Theme& theme, const QString& title, const QString& verb, const QList<Candidate>& candidates,
              Begin begin, QWidget* parent = nullptr);
    ~BulkPanel() override;

    bool isRunning() const;
    // Another way to go, offered below the list before anything has begun.
    Button* addOffer(const QString& text);

private:
    void begin();
    void showAccount();

    QList<WaybillId> m_todo;
    Begin m_begin;
    std::unique_ptr<models::BulkRun> m_run;
    Text* m_summary;
    QProgressBar* m_progress;
    QListWidget* m_preflight;
    QListView* m_account;
    Button* m_second;
};

} // namespace waydesk::ui
