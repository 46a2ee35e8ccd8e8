// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "models/words.h"
#include "ui/alarms/alarmsound.h"
#include "ui/scan/scansounds.h"
#include "ui/scan/serialscanner.h"
#include "ui/scan/soundplayer.h"
#include "ui/settings/roadsettings.h"
#include "ui/settings/scannerlessons.h"
#include "ui/settings/tilesettings.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/select.h"
#include "ui/widgets/spinbox.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr ScanSound kSounds[] = {ScanSound::Ready, ScanSound::Twice, ScanSound::Refused, ScanSound::Changed,
                                 ScanSound::Attached};

QHBoxLayout* side(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    for (QWidget* widget : widgets)
        row->addWidget(widget, 1, Qt::AlignTop);
    return row;
}
} // namespace

SettingsPage::SettingsPage(const Theme& theme, PreferenceKeeper& keeper, facade::ConnectionService& connection,
                           const QList<Language>& languages, QWidget* parent)
    : Page(u"settings"_s, u"settings"_s, parent)
    , m_theme(theme)
    , m_keeper(keeper)
    , m_connection(connection)
    , m_languages(languages)
    , m_sounds(new ScanSounds(keeper, this))
{
    setProperty("ground", u"background"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* inner = new QWidget;
    inner->setMaximumWidth(760);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(28, 20, 28, 28);
    column->setSpacing(10);
    buildConnection(column);
    buildLook(column);
    buildScanner(column);
    buildSounds(column);
    m_road = new RoadSettings(theme, keeper);
    section(column, m_roadHead)->addWidget(m_road);
    m_column = column;
    connect(m_road, &RoadSettings::sampleWanted, this, [this] {
        SoundPlayer* player = qEnvironmentVariableIsSet("WAYDESK_SILENT") ? nullptr : ScanSounds::player();
        if (player && player->hasDevice())
            player->play(AlarmSound::source(), static_cast<float>(m_keeper.preferences().road.alarmVolume) / 100.F);
    });
    column->addStretch(1);
    auto* scroll = m_scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* holder = new QWidget;
    for (QWidget* ground : {inner, holder}) {
        ground->setProperty("ground", u"background"_s);
        ground->setAttribute(Qt::WA_StyledBackground);
    }
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(inner, 1);
    row->addStretch(0);
    scroll->setWidget(holder);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    connect(&keeper, &PreferenceKeeper::changed, this, &SettingsPage::fill);
    connect(&connection, &facade::ConnectionService::changed, this, &SettingsPage::showConnection);
    retranslate();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::addTiles(TileSettings* tiles)
{
    delete m_column->takeAt(m_column->count() - 1); // the stretch
    section(m_column, m_tilesHead)->addWidget(tiles);
    m_column->addStretch(1);
    m_tiles = tiles;
    retranslate();
}

void SettingsPage::reveal(QWidget* section)
{
    m_scroll->ensureWidgetVisible(section);
}

QVBoxLayout* SettingsPage::section(QVBoxLayout* column, Text*& heading)
{
    heading = new Text(m_theme, Face::Title, Tone::Text);
    column->addSpacing(6);
    column->addWidget(heading);
    auto* card = new Card;
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 18, 20, 18);
    inside->setSpacing(14);
    column->addWidget(card);
    return inside;
}

void SettingsPage::buildConnection(QVBoxLayout* column)
{
    QVBoxLayout* inside = section(column, m_connectionHead);
    m_server = new Text(m_theme, Face::BaseStrong, Tone::Text);
    m_user = new Text(m_theme, Face::Base, Tone::Muted);
    m_keychain = new Text(m_theme, Face::Base, Tone::Warn);
    m_server->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_keychain->setWordWrap(true);
    m_change = new Button(m_theme, Button::Kind::Plain);
    m_signOut = new Button(m_theme, Button::Kind::Plain);
    m_signOut->setIconName(u"log-out"_s);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_server);
    words->addWidget(m_user);
    auto* row = new QHBoxLayout;
    row->addLayout(words, 1);
    row->addWidget(m_change);
    row->addWidget(m_signOut);
    inside->addLayout(row);
    inside->addWidget(m_keychain);
    connect(m_change, &QToolButton::clicked, this, &SettingsPage::userChangeWanted);
    connect(m_signOut, &QToolButton::clicked, this, &SettingsPage::signOutWanted);
}

void SettingsPage::buildLook(QVBoxLayout* column)
{
    QVBoxLayout* inside = section(column, m_lookHead);
    m_language = new Select(m_theme);
    m_scheme = new Select(m_theme);
    m_density = new Select(m_theme);
    m_languageRow = new FormRow(m_theme, {}, m_language);
    m_schemeRow = new FormRow(m_theme, {}, m_scheme);
    m_densityRow = new FormRow(m_theme, {}, m_density);
    inside->addLayout(side({m_languageRow, m_schemeRow, m_densityRow}));
    for (Select* select : {m_language, m_scheme, m_density})
        connect(select, &QComboBox::currentIndexChanged, this, &SettingsPage::take);
}

void SettingsPage::buildScanner(QVBoxLayout* column)
{
    QVBoxLayout* inside = section(column, m_scannerHead);
    m_lessons = new ScannerLessons(m_theme);
    inside->addWidget(m_lessons);
    m_pause = new SpinBox(m_theme);
    m_pause->setRange(5, 200);
    m_shortest = new SpinBox(m_theme);
    m_shortest->setRange(1, 32);
    m_prefix = new QLineEdit;
    m_suffix = new QLineEdit;
    for (QLineEdit* field : {m_prefix, m_suffix}) {
        field->setMaxLength(8);
        field->setLayoutDirection(Qt::LeftToRight);
        connect(field, &QLineEdit::editingFinished, this, &SettingsPage::take);
    }
    for (SpinBox* box : {m_pause, m_shortest})
        connect(box, &QSpinBox::valueChanged, this, &SettingsPage::take);
    m_pauseRow = new FormRow(m_theme, {}, m_pause);
    m_shortestRow = new FormRow(m_theme, {}, m_shortest);
    m_prefixRow = new FormRow(m_theme, {}, m_prefix);
    m_suffixRow = new FormRow(m_theme, {}, m_suffix);
    inside->addLayout(side({m_pauseRow, m_shortestRow, m_prefixRow, m_suffixRow}));
    m_returnEnds = new QCheckBox;
    m_tabEnds = new QCheckBox;
    m_pauseEnds = new QCheckBox;
    inside->addLayout(side({m_returnEnds, m_tabEnds, m_pauseEnds}));
    for (QCheckBox* box : {m_returnEnds, m_tabEnds, m_pauseEnds})
        connect(box, &QCheckBox::toggled, this, &SettingsPage::take);
    m_port = new Select(m_theme);
    m_baud = new Select(m_theme);
    for (const int baud : {1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200})
        m_baud->addItem(QString::number(baud), baud);
    m_portRow = new FormRow(m_theme, {}, m_port);
    m_baudRow = new FormRow(m_theme, {}, m_baud);
    inside->addLayout(side({m_portRow, m_baudRow}));
    for (Select* select : {m_port, m_baud})
        connect(select, &QComboBox::currentIndexChanged, this, &SettingsPage::take);
    connect(m_lessons, &ScannerLessons::learnt, this, [this](const scan::WedgeSettings& settings) {
        Preferences p = m_keeper.preferences();
        p.wedge = settings;
        m_keeper.set(p);
    });
}

void SettingsPage::buildSounds(QVBoxLayout* column)
{
    QVBoxLayout* inside = section(column, m_soundHead);
    m_volume = new QSlider(Qt::Horizontal);
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_volumeRow = new FormRow(m_theme, {}, m_volume);
    m_muted = new QCheckBox;
    inside->addLayout(side({m_volumeRow, m_muted}));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (const ScanSound sound : kSounds) {
        auto* button = new Button(m_theme, Button::Kind::Plain);
        button->setIconName(u"volume-2"_s, Tone::Muted);
        connect(button, &QToolButton::clicked, this, [this, sound] { m_sounds->play(sound); });
        m_samples.append(button);
        row->addWidget(button);
    }
    row->addStretch(1);
    inside->addLayout(row);
    connect(m_volume, &QSlider::valueChanged, this, &SettingsPage::take);
    connect(m_muted, &QCheckBox::toggled, this, &SettingsPage::take);
}

void SettingsPage::shown()
{
    fillPorts();
    fill();
    showConnection();
}

void SettingsPage::fillPorts()
{
    m_filling = true;
    m_port->clear();
    m_port->addItem(tr("None"), QString());
    QStringList names = SerialScanner::availablePorts();
    const QString mine = m_keeper.preferences().serialPort;
    if (!mine.isEmpty() && !names.contains(mine))
        names.append(mine);
    for (const QString& name : std::as_const(names))
        m_port->addItem(name, name);
    m_filling = false;
}

void SettingsPage::fill()
{
    const Preferences& p = m_keeper.preferences();
    m_filling = true;
    m_language->setCurrentIndex(qMax(0, m_language->findData(p.language)));
    m_scheme->setCurrentIndex(qMax(0, m_scheme->findData(static_cast<int>(p.theme))));
    m_density->setCurrentIndex(qMax(0, m_density->findData(static_cast<int>(p.density))));
    m_pause->setValue(static_cast<int>(p.wedge.longestPause.count()));
    m_shortest->setValue(p.wedge.shortestCode);
    m_prefix->setText(p.wedge.prefix);
    m_suffix->setText(p.wedge.suffix);
    m_returnEnds->setChecked(p.wedge.returnEnds);
    m_tabEnds->setChecked(p.wedge.tabEnds);
    m_pauseEnds->setChecked(p.wedge.pauseEnds);
    m_port->setCurrentIndex(qMax(0, m_port->findData(p.serialPort)));
    m_baud->setCurrentIndex(qMax(0, m_baud->findData(p.serialBaud)));
    m_volume->setValue(p.volume);
    m_volume->setEnabled(!p.muted);
    m_muted->setChecked(p.muted);
    m_filling = false;
}

void SettingsPage::take()
{
    if (m_filling)
        return;
    Preferences p = m_keeper.preferences();
    p.language = m_language->currentData().toString();
    p.theme = static_cast<Theme::Preference>(m_scheme->currentData().toInt());
    p.density = static_cast<Density>(m_density->currentData().toInt());
    p.wedge.longestPause = std::chrono::milliseconds(m_pause->value());
    p.wedge.shortestCode = m_shortest->value();
    p.wedge.prefix = m_prefix->text();
    p.wedge.suffix = m_suffix->text();
    p.wedge.returnEnds = m_returnEnds->isChecked();
    p.wedge.tabEnds = m_tabEnds->isChecked();
    p.wedge.pauseEnds = m_pauseEnds->isChecked();
    p.serialPort = m_port->currentData().toString();
    p.serialBaud = m_baud->currentData().toInt();
    p.volume = m_volume->value();
    p.muted = m_muted->isChecked();
    m_keeper.set(p);
}

void SettingsPage::showConnection()
{
    const facade::ConnectionState& state = m_connection.state();
    const bool in = state.session == facade::ConnectionState::Session::SignedIn ||
                    state.session == facade::ConnectionState::Session::Expired;
    const QString mark =
        layoutDirection() == Qt::RightToLeft ? QString(QChar(0x200F)) : QString(); // reads from the page's edge
    m_server->setText(state.server.isEmpty() ? tr("Not connected") : mark + state.server.toString());
    const QString role = state.role ? models::words(*state.role) : QString();
    m_user->setText(in ? mark +
                             tr("%1 · %2 · %3", "name, e-mail, role").arg(state.user.fullName, state.user.email, role)
                       : tr("Nobody is signed in"));
    m_keychain->setText(
        tr("No keychain answered on this computer: your sign-in is kept in memory only, and is asked for "
           "again when the desk starts."));
    m_keychain->setVisible(in && state.tokensInMemoryOnly);
    m_signOut->setEnabled(in);
}

QList<KeyLine> SettingsPage::keys() const
{
    return {{u"Esc"_s, tr("Back")}};
}

void SettingsPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT titleChanged();
    }
}

void SettingsPage::retranslate()
{
    m_connectionHead->setText(tr("Connection"));
    m_lookHead->setText(tr("Language and look"));
    m_scannerHead->setText(tr("Scanner"));
    m_roadHead->setText(tr("On the road"));
    m_road->retranslate();
    if (m_tiles) {
        m_tilesHead->setText(tr("Map tiles"));
        m_tiles->retranslate();
    }
    m_soundHead->setText(tr("Sounds of the scan station"));
    m_change->setText(tr("Change user or depot…"));
    m_signOut->setText(tr("Sign out"));
    m_languageRow->setLabel(tr("Language"));
    m_schemeRow->setLabel(tr("Light or dark"));
    m_densityRow->setLabel(tr("Rows"));
    m_pauseRow->setLabel(tr("Longest pause, ms"));
    m_pauseRow->setHint(tr("Between two characters of one scan"));
    m_shortestRow->setLabel(tr("Shortest code"));
    m_prefixRow->setLabel(tr("Sent before"));
    m_suffixRow->setLabel(tr("Sent after"));
    m_returnEnds->setText(tr("Enter ends a code"));
    m_tabEnds->setText(tr("Tab ends a code"));
    m_pauseEnds->setText(tr("A pause ends a code"));
    m_portRow->setLabel(tr("Serial port"));
    m_portRow->setHint(tr("Only for scanners on a serial port or in serial mode"));
    m_baudRow->setLabel(tr("Speed, baud"));
    m_volumeRow->setLabel(tr("Volume"));
    m_muted->setText(tr("Silent"));
    const QString names[] = {tr("Ready"), tr("Twice"), tr("Refused"), tr("Changed"), tr("Attached")};
    for (qsizetype i = 0; i < m_samples.size(); ++i) {
        m_samples[i]->setText(names[i]);
        m_samples[i]->setAccessibleName(tr("Play “%1”").arg(names[i]));
    }
    m_filling = true;
    m_language->clear();
    m_language->addItem(tr("As the system"), QString());
    for (const Language& language : std::as_const(m_languages))
        m_language->addItem(language.name, language.code);
    m_scheme->clear();
    m_scheme->addItem(tr("As the system"), static_cast<int>(Theme::Preference::System));
    m_scheme->addItem(tr("Light"), static_cast<int>(Theme::Preference::Light));
    m_scheme->addItem(tr("Dark"), static_cast<int>(Theme::Preference::Dark));
    m_density->clear();
    m_density->addItem(tr("Comfortable"), static_cast<int>(Density::Comfortable));
    m_density->addItem(tr("Compact"), static_cast<int>(Density::Compact));
    m_filling = false;
    fillPorts();
    fill();
    showConnection();
}

} // namespace waydesk::ui
