// SPDX-License-Identifier: GPL-3.0-or-later
// What stands instead of the desk when it cannot use its data: another desk has it open, or the data is of a newer
// Waydesk. Says which, where, and what to press; changes nothing.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace waydesk::ui {

class Button;
class Text;

class OtherDesk final : public QWidget
{
    Q_OBJECT

public:
    enum class Why { AlreadyOpen, NewerData, Unreadable };

    OtherDesk(const Theme& theme, Why why, const QString& folder, QWidget* parent = nullptr);
    QString sentence() const;

Q_SIGNALS:
    void tryAgain();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Why m_why;
    QString m_folder;
    Text *m_title, *m_text, *m_place;
    Button *m_again, *m_quit;
};

} // namespace waydesk::ui
