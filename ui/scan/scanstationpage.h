// SPDX-License-Identifier: GPL-3.0-or-later
// The scan station (F2): into which waybill, the big verdict, what can be done, the list. Hears scanners whatever has
// the focus while it stands in front; a code typed in the field and Enter does the same.
#pragma once

#include "services/facade/lookupservice.h"
#include "ui/scan/scanlistener.h"
#include "ui/scan/scansession.h"
#include "ui/scan/scanwords.h"
#include "ui/theme/theme.h"
#include "ui/window/page.h"

#include <QTimer>

namespace waydesk::ui {

class Button;
class ChoiceMenu;
class CodeField;
class CounterStrip;
class Notice;
class PreferenceKeeper;
class ScanListModel;
class ScanSounds;
class SerialScanner;
class Table;
class Text;
class VerdictPanel;

struct StationServices
{
    ScanServices scan;
    facade::LookupService& lookups;
    const models::Formats& formats;
};

class ScanStationPage final : public Page
{
    Q_OBJECT

public:
    ScanStationPage(const Theme& theme, const StationServices& services, Memory& memory, PreferenceKeeper& keeper,
                    QWidget* parent = nullptr);
    ~ScanStationPage() override;

    // Which waybill is built; nullopt asks the person to choose one of the drafts.
    void setTarget(const std::optional<WaybillId>& id);
    ScanSession& session() { return m_session; }
    ScanListener& listener() { return *m_listener; }
    SerialScanner& serialScanner() { return *m_serial; }
    QStringList suggestions() const; // codes that would be taken right now, not scanned yet

    QString title() const override;
    bool inRail() const override { return false; }
    QList<KeyLine> keys() const override;
    QList<QAction*> pageActions() const override;
    QAction* primaryAction() const override { return m_attach; }
    void shown() override;

Q_SIGNALS:
    void newWaybillWanted();
    void leaveWanted();

protected:
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectAll();
    void retranslate();
    void showTarget();
    void showActions();
    void showLatest();
    void showIdle();
    void showFoot();
    void showScanner();
    void applyPreferences();
    void fillTargets();
    int latest() const;
    void turned(int index, bool nowReady);

    const Theme& m_theme;
    StationServices m_services;
    PreferenceKeeper& m_keeper;
    ScanSession m_session;
    ScanWords m_words;
    ScanListModel* m_model;
    ScanListener* m_listener = nullptr;
    SerialScanner* m_serial;
    ScanSounds* m_sounds;
    Text *m_overline, *m_number, *m_route, *m_foot, *m_try;
    ChoiceMenu *m_targets, *m_mode;
    CounterStrip* m_counters;
    VerdictPanel* m_panel;
    Notice* m_notice;
    CodeField* m_field;
    Button *m_attachButton, *m_sealButton, *m_removeButton, *m_scanner;
    Table* m_table;
    QAction *m_attach, *m_attachAndSeal, *m_removeLast, *m_newWaybill;
    QTimer m_age;
};

} // namespace waydesk::ui
