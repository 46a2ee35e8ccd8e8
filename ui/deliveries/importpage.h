// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing in a file of parcels on one screen: what the file is and what its columns mean, as guessed, to be corrected;
// then the rows that cannot go, to be put right where they stand; then the sending, which may be stopped and goes on
// after a restart.
#pragma once

#include "services/facade/importservice.h"
#include "services/facade/lookupservice.h"
#include "ui/theme/theme.h"
#include "ui/window/page.h"

class QCheckBox;
class QProgressBar;
class QStackedWidget;
class QStandardItemModel;
class QVBoxLayout;

namespace waydesk::models {
class BadRowsModel;
class Formats;
} // namespace waydesk::models

namespace waydesk::ui {

class Button;
class FormRow;
class Notice;
class Select;
class Table;
class Text;

struct ImportDesk
{
    facade::ImportService& imports;
    facade::LookupService& lookups;
    const models::Formats& formats;
    // Asks for a file; answers once, or never.
    std::function<void(QWidget* parent, std::function<void(const QString& path)>)> chooseFile;
};

class ImportPage final : public Page
{
    Q_OBJECT

public:
    ImportPage(const Theme& theme, const ImportDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Bring in a file"); }
    QList<KeyLine> keys() const override;
    QList<QAction*> pageActions() const override { return {m_choose, m_check, m_send, m_stop, m_forget}; }
    QAction* primaryAction() const override { return m_send->isEnabled() ? m_send : m_check; }
    bool inRail() const override { return false; }
    void shown() override;
    bool escape() override;

    void open(const QString& path);
    void takeUp(); // the newest import that is not at its end, where there is one
    const QString& job() const { return m_job; }
    Table* badRows() const { return m_bad; }
    Table* preview() const { return m_preview; }
    QAction* checkAction() const { return m_check; }
    QAction* sendAction() const { return m_send; }
    QAction* stopAction() const { return m_stop; }
    QString progressText() const;

Q_SIGNALS:
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    QWidget* buildSetup();
    void buildActions();
    void retranslate();
    void setUpChanged(bool guessColumns);
    void showLook();
    void showColumns();
    void showJob();
    void showBadRows();
    std::optional<csv::ImportJob> known() const { return m_job.isEmpty() ? std::nullopt : m_told; }
    void beginJob(const QString& id);
    void showPossible();
    csv::ImportSetup setup() const;

    const Theme& m_theme;
    ImportDesk m_desk;
    std::optional<facade::ImportLook> m_look;
    QString m_job;                        // empty: the file has not been read
    std::optional<csv::ImportJob> m_told; // as it was told last; the disk may not have it, where that is what failed
    std::optional<std::tuple<QString, csv::ImportState, qint64, qint64>> m_badSeen; // what the rows shown were read for
    bool m_filling = false;

    QAction *m_choose, *m_check, *m_send, *m_stop, *m_forget;
    Text *m_file, *m_guess, *m_columnsTitle, *m_state, *m_counts;
    Select *m_encoding, *m_delimiter, *m_pickup;
    FormRow *m_pickupRow, *m_encodingRow, *m_delimiterRow;
    QCheckBox* m_header;
    QWidget* m_columns;
    QVBoxLayout* m_columnsBox;
    QList<Select*> m_meanings; // by column
    QStackedWidget* m_middle;  // the file's beginning, or its bad rows
    Table *m_preview, *m_bad;
    QStandardItemModel* m_previewRows;
    models::BadRowsModel* m_badRows;
    Notice* m_notice;
    QProgressBar* m_progress;
    Button *m_chooseButton, *m_checkButton, *m_sendButton, *m_stopButton, *m_forgetButton;
};

} // namespace waydesk::ui
