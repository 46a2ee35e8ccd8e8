// SPDX-License-Identifier: GPL-3.0-or-later
// One command in full: what was asked beside what the server has now, the server's words in quotes with its code, the
// numbered ways out, who waits behind. Nothing here is decided: the page does what is chosen.
#pragma once

#include "models/conflicttext.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace waydesk::ui {

class Button;
class Text;

class ConflictPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictPane(const Theme& theme, QWidget* parent = nullptr);

    void show(const models::ConflictView& view);
    const models::ConflictView& view() const { return m_view; }
    void choose(int number); // from 1; out of range does nothing
    QList<Button*> choiceButtons() const { return m_buttons; }

Q_SIGNALS:
    void chosen(const waydesk::models::ConflictChoice& choice);

protected:
    void changeEvent(QEvent* event) override;

private:
    void levelLines();
    void fill(QVBoxLayout* column, const QList<models::ConflictLine>& lines);
    void retranslate();

    const Theme& m_theme;
    models::ConflictView m_view;
    Qt::LayoutDirection m_direction = Qt::LeftToRight;
    Text *m_title, *m_subtitle, *m_askedHead, *m_hasHead, *m_waiting;
    QVBoxLayout *m_asked, *m_has, *m_choices;
    QWidget* m_quote;
    Text *m_quoteText, *m_quoteCode;
    QList<Button*> m_buttons;
};

} // namespace waydesk::ui
