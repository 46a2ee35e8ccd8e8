// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen, right of the table: number, status, what is expected, facts, the next thing to do, and tabs for what
// belongs to it. It is given words and models; it asks nobody.
#pragma once

#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QWidget>
#include <optional>

class QGridLayout;
class QMenu;
class QStackedWidget;

namespace waydesk::ui {

class Button;
class CountTabs;
class EmptyState;

class DetailPane final : public QWidget
{
    Q_OBJECT

public:
    struct Fact
    {
        QString label, value;
        bool code = false; // stays left to right, as it is written
        bool operator==(const Fact&) const = default;
    };

    explicit DetailPane(const Theme& theme, QWidget* parent = nullptr);

    // Nothing chosen, or several: what stands instead of a waybill.
    void showNothing(const QString& icon, const QString& title, const QString& sentence);
    void showSubject(const QString& number, const QString& statusWord, const QString& statusLabel,
                     const std::optional<ChipContent>& expected);
    void setActionsShown(bool shown); // false: there is nothing to be done with it here
    void setFacts(const QList<Fact>& facts);
    void setPrimary(QAction* action);
    void setSecondary(const QList<QAction*>& actions); // as buttons, while there is room for them
    void setMore(QMenu* menu);
    void setFoot(const QString& text);

    int addTab(const QString& key, QWidget* content);
    void setTabText(int index, const QString& text);
    CountTabs* tabs() const { return m_tabs; }
    QString number() const { return m_number->text(); }

protected:
    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void alignFacts();

    const Theme& m_theme;
    QStackedWidget* m_stack; // nothing, or a waybill
    EmptyState* m_nothing;
    Text* m_number;
    StatusChip* m_status;
    Chip* m_expected;
    QWidget *m_factsBox, *m_actionsBox;
    QGridLayout* m_factsGrid;
    QList<QPair<Text*, Text*>> m_factLabels;
    QList<Fact> m_facts;
    Button *m_primary, *m_second, *m_more;
    CountTabs* m_tabs;
    QWidget* m_tabLine; // beneath them
    QStackedWidget* m_tabStack;
    Text* m_foot;
};

} // namespace waydesk::ui
