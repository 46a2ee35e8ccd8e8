// SPDX-License-Identifier: GPL-3.0-or-later
// Who drives: a searchable list of drivers with their vans and what those hold, against what the waybill weighs. For a
// switch it also asks for the reason (1 to 500 characters), which the server keeps.
#pragma once

#include "services/domain/place.h"
#include "services/domain/result.h"
#include "ui/widgets/panel.h"

class QLineEdit;
class QListView;
class QPlainTextEdit;

namespace waydesk::models {
class DriversModel;
class Formats;
} // namespace waydesk::models

namespace waydesk::ui {

class FormRow;

class DriverPanel final : public Panel
{
    Q_OBJECT

public:
    enum class Kind { Assign, Switch };
    struct Load
    {
        QString title;                   // "WB00412", "3 waybills"
        std::optional<Quantity> units;   // what is to be carried, where known
        std::optional<DriverId> current; // who has it now
    };

    DriverPanel(const Theme& theme, models::DriversModel& drivers, const models::Formats& formats, Kind kind, Load load,
                QWidget* parent = nullptr);
    ~DriverPanel() override;

    void focusFirst() override;
    void complain(const Error& error);
    QLineEdit* search() const { return m_search; }

Q_SIGNALS:
    void chosen(const waydesk::DriverId& driver, const QString& reason);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void submit();
    void showPossible();
    DriverId current() const;

    static constexpr int kReasonMost = 500;
    models::DriversModel& m_drivers;
    const models::Formats& m_formats;
    Kind m_kind;
    Load m_load;
    QLineEdit* m_search;
    QListView* m_list;
    QPlainTextEdit* m_reason;
    FormRow* m_reasonRow;
};

} // namespace waydesk::ui
