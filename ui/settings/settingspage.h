// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: connection, language, look, scanner, sounds. Every change holds at once and is kept; nothing to save.
#pragma once

#include "services/facade/connectionservice.h"
#include "ui/settings/preferences.h"
#include "ui/window/page.h"

class QCheckBox;
class QLineEdit;
class QScrollArea;
class QSlider;
class QVBoxLayout;

namespace waydesk::ui {

class Button;
class FormRow;
class ScannerLessons;
class RoadSettings;
class TileSettings;
class ScanSounds;
class Select;
class SpinBox;
class Text;

class SettingsPage final : public Page
{
    Q_OBJECT

public:
    struct Language
    {
        QString code, name; // "ar", "العربية"
    };

    SettingsPage(const Theme& theme, PreferenceKeeper& keeper, facade::ConnectionService& connection,
                 const QList<Language>& languages, QWidget* parent = nullptr);
    ~SettingsPage() override;

    QString title() const override { return tr("Settings"); }
    bool inRail() const override { return false; }
    QList<KeyLine> keys() const override;
    void shown() override;
    void addTiles(TileSettings* tiles); // the page owns it from now on
    ScannerLessons& lessons() { return *m_lessons; }
    Select* language() const { return m_language; }
    RoadSettings* road() const { return m_road; }
    TileSettings* tiles() const { return m_tiles; }
    void reveal(QWidget* section); // scrolls to it

Q_SIGNALS:
    void userChangeWanted();
    void signOutWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QVBoxLayout* section(QVBoxLayout* column, Text*& heading);
    void buildConnection(QVBoxLayout* column);
    void buildLook(QVBoxLayout* column);
    void buildScanner(QVBoxLayout* column);
    void buildSounds(QVBoxLayout* column);
    void retranslate();
    void fill(); // from the preferences
    void take(); // into the preferences
    void fillPorts();
    void showConnection();

    const Theme& m_theme;
    PreferenceKeeper& m_keeper;
    facade::ConnectionService& m_connection;
    QList<Language> m_languages;
    ScanSounds* m_sounds;
    bool m_filling = false;
    Text *m_connectionHead, *m_lookHead, *m_scannerHead, *m_soundHead, *m_roadHead;
    RoadSettings* m_road;
    TileSettings* m_tiles = nullptr;
    Text* m_tilesHead = nullptr;
    QVBoxLayout* m_column;
    QScrollArea* m_scroll;
    Text *m_server, *m_user, *m_keychain;
    Button *m_change, *m_signOut;
    Select *m_language, *m_scheme, *m_density, *m_port, *m_baud;
    FormRow *m_languageRow, *m_schemeRow, *m_densityRow, *m_portRow, *m_baudRow, *m_pauseRow, *m_shortestRow,
        *m_prefixRow, *m_suffixRow, *m_volumeRow;
    ScannerLessons* m_lessons;
    SpinBox *m_pause, *m_shortest;
    QLineEdit *m_prefix, *m_suffix;
    QCheckBox *m_returnEnds, *m_tabEnds, *m_pauseEnds, *m_muted;
    QSlider* m_volume;
    QList<Button*> m_samples; // one per sound
};

} // namespace waydesk::ui
