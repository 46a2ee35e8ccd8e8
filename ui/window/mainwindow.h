// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: rail, top bar, the page in front, and what lies over it (toasts, questions, keys, palette). It knows
// titles and keys, not data: whoever owns it tells the top bar. Looks are remembered through Memory.
#pragma once

#include "ui/widgets/toast.h"
#include "ui/window/ask.h"
#include "ui/window/page.h"
#include "ui/window/topbar.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace waydesk::ui {

class AskOverlay;
class KeysSheet;
class Rail;

class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    MainWindow(Theme& theme, Memory& memory, QWidget* parent = nullptr);
    ~MainWindow() override;
    static QSize firstSize(const QSize& available); // on a desk's first start, title bar and borders counted in

    void addPage(Page* page); // takes ownership; in the rail when the page says so
    using QWidget::show;
    void show(Page* page);
    Page* current() const;
    const QList<Page*>& pages() const { return m_pages; }
    Page* page(const QString& key) const;

    TopBar* topBar() const { return m_topBar; }
    Rail* rail() const { return m_rail; }
    ToastStack* toasts() const { return m_toasts; }
    Ask& ask();
    // Above the page, over its whole width: an expired session, a second desk, a damaged cache.
    void addBanner(QWidget* banner);
    // An action that holds on every page (undo, refresh): its key works everywhere, and palette and keys sheet name it.
    void adopt(QAction* action);
    // Every action that the window has for any page, for the palette.
    QList<QAction*> windowActions() const;

    void remember();
    void recall();

Q_SIGNALS:
    void currentChanged(waydesk::ui::Page* page);
    void paletteWanted();
    void settingsWanted();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void makeActions();
    QAction* addKey(const QKeySequence& keys, const QString& icon);
    void showKeys();
    void goBack();

    Theme& m_theme;
    Memory& m_memory;
    Rail* m_rail;
    TopBar* m_topBar;
    QVBoxLayout* m_banners;
    QStackedWidget* m_stack;
    ToastStack* m_toasts;
    AskOverlay* m_ask;
    KeysSheet* m_keys;
    QList<Page*> m_pages;
    QList<QAction*> m_goTo, m_adopted;
    QPointer<Page> m_before;
    QAction *m_find, *m_showKeys, *m_primary, *m_foldRail, *m_settings, *m_turnTheme;
};

} // namespace waydesk::ui
