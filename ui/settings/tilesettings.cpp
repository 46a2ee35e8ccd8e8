// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/tilesettings.h"

#include "services/domain/tiles/tiletemplate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/select.h"
#include "ui/widgets/spinbox.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using From = TileChoice::From;

namespace {
constexpr std::chrono::seconds kLooks{2};
}

TileSettings::TileSettings(const Theme& theme, PreferenceKeeper& keeper, facade::TileService& tiles,
                           ChooseFile chooseFile, QWidget* parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_tiles(tiles)
    , m_chooseFile(std::move(chooseFile))
    , m_from(new Select(theme))
    , m_address(new QLineEdit)
    , m_file(new QLineEdit)
    , m_attribution(new QLineEdit)
    , m_contact(new QLineEdit)
    , m_mostZoom(new SpinBox(theme, this))
    , m_choose(new Button(theme, Button::Kind::Plain))
    , m_empty(new Button(theme, Button::Kind::Plain))
    , m_fromRow(new FormRow(theme, {}, m_from, this))
    , m_addressRow(new FormRow(theme, {}, m_address, this))
    , m_fileLine(new QWidget)
    , m_kept(new Text(theme, Face::Base, Tone::Muted))
{
    auto* beside = new QHBoxLayout(m_fileLine);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(8);
    beside->addWidget(m_file, 1);
    beside->addWidget(m_choose);
    m_fileRow = new FormRow(theme, {}, m_fileLine, this);
    m_attributionRow = new FormRow(theme, {}, m_attribution, this);
    m_contactRow = new FormRow(theme, {}, m_contact, this);
    m_zoomRow = new FormRow(theme, {}, m_mostZoom, this);
    m_fileLine->setFocusProxy(m_file);
    m_mostZoom->setRange(TileChoice::kLeastZoom, TileChoice::kMostZoom);
    for (QLineEdit* field : {m_address, m_file, m_contact})
        field->setLayoutDirection(Qt::LeftToRight); // addresses, in every language
    m_address->setPlaceholderText(u"https://…/{z}/{x}/{y}.png"_s);
    m_empty->setIconName(u"trash-2"_s);
    for (FormRow* row : {m_zoomRow, m_fromRow})
        row->setFixedWidth(220);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_fromRow);
    column->addWidget(m_addressRow);
    column->addWidget(m_fileRow);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_attributionRow, 1, Qt::AlignTop);
    row->addWidget(m_contactRow, 1, Qt::AlignTop);
    row->addWidget(m_zoomRow, 0, Qt::AlignTop);
    column->addLayout(row);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_kept, 1);
    foot->addWidget(m_empty);
    column->addLayout(foot);

    connect(m_from, &QComboBox::currentIndexChanged, this, &TileSettings::take);
    for (QLineEdit* field : {m_address, m_file, m_attribution, m_contact})
        connect(field, &QLineEdit::editingFinished, this, &TileSettings::take);
    connect(m_mostZoom, &QSpinBox::valueChanged, this, &TileSettings::take);
    connect(m_choose, &QToolButton::clicked, this, [this] {
        m_chooseFile(this, [this](const QString& path) {
            m_file->setText(path);
            take();
        });
    });
    connect(m_empty, &QToolButton::clicked, &tiles, &facade::TileService::empty);
    connect(&tiles, &facade::TileService::told, this, &TileSettings::showState);
    connect(&keeper, &PreferenceKeeper::changed, this, &TileSettings::fill);
    m_looking.setInterval(kLooks);
    connect(&m_looking, &QTimer::timeout, &tiles, &facade::TileService::measure);
    retranslate();
}

void TileSettings::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_tiles.measure();
    m_looking.start();
}

void TileSettings::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_looking.stop();
}

void TileSettings::fill()
{
    const TileChoice& tiles = m_keeper.preferences().tiles;
    m_filling = true;
    m_from->setCurrentIndex(qMax(0, m_from->findData(static_cast<int>(tiles.from))));
    m_address->setText(tiles.address);
    m_file->setText(tiles.file);
    m_attribution->setText(tiles.attribution);
    m_contact->setText(tiles.contact);
    m_mostZoom->setValue(tiles.mostZoom);
    m_filling = false;
    showState();
}

void TileSettings::take()
{
    if (m_filling)
        return;
    const QString typed = m_address->text().trimmed();
    const bool isUsable = typed.isEmpty() || checkTemplate(typed) == TemplateFault::None;
    Preferences p = m_keeper.preferences();
    p.tiles.from = static_cast<From>(m_from->currentData().toInt());
    if (isUsable)
        p.tiles.address = typed; // what is none stays typed, and the one before stays in force
    p.tiles.file = m_file->text().trimmed();
    p.tiles.attribution = m_attribution->text().trimmed();
    p.tiles.contact = m_contact->text().trimmed();
    p.tiles.mostZoom = m_mostZoom->value();
    m_keeper.set(p);
    if (!isUsable)
        m_address->setText(typed);
    showState();
}

QString TileSettings::addressFault() const
{
    const QString typed = m_address->text().trimmed();
    if (typed.isEmpty())
        return {};
    switch (checkTemplate(typed)) {
    case TemplateFault::None:
        return {};
    case TemplateFault::NotAnAddress:
        return tr("An address beginning with https://, or http:// within your own network.");
    case TemplateFault::NoPlaces:
        return tr("The address needs {z}, {x} and {y} where the numbers go.");
    case TemplateFault::PlainHttp:
        return tr("http:// only within your own network. Use https:// here.");
    }
    return {};
}

QString TileSettings::faultText(const TileReport& report) const
{
    switch (report.fault) {
    case TileFault::None:
    case TileFault::BadAddress: // said while it is typed
        return {};
    case TileFault::NoFile:
        return tr("The file is not there or cannot be read. The basemap is shown.");
    case TileFault::NotMbtiles:
        return tr("This is not an MBTiles file, or it is damaged. The basemap is shown.");
    case TileFault::VectorTiles:
        return tr("This file holds vector tiles (%1); the map can show PNG and JPEG. The basemap is shown.")
            .arg(report.detail);
    case TileFault::OtherFormat:
        return tr("The tiles of this file are neither PNG nor JPEG. The basemap is shown.");
    case TileFault::NoAnswer:
        return tr("The tile server does not answer. What is kept here is shown; it is asked again by itself.");
    case TileFault::Busy:
        return tr("The tile server asked to wait (%1). It is asked again by itself.").arg(report.detail);
    case TileFault::Refused:
        return tr("The tile server refused (%1). Look at the address and its key.").arg(report.detail);
    case TileFault::NotAPicture:
        return tr("What came from there is no PNG or JPEG picture of at most 1 MB.");
    case TileFault::CacheTrouble:
        return tr("Tiles could not be kept on this computer's disk.");
    }
    return {};
}

void TileSettings::showState()
{
    const auto from = static_cast<From>(m_from->currentData().toInt());
    const bool isAddress = from == From::Address, isFile = from == From::File;
    m_addressRow->setVisible(isAddress);
    m_fileRow->setVisible(isFile);
    m_attributionRow->setVisible(from != From::Nothing);
    m_contactRow->setVisible(isAddress);
    m_zoomRow->setVisible(isAddress);
    const TileReport& report = m_tiles.report();
    const QString typed = addressFault();
    const bool hasAddress = !m_address->text().trimmed().isEmpty();
    m_addressRow->setError(!isAddress         ? QString()
                           : !typed.isEmpty() ? typed
                           : hasAddress       ? faultText(report)
                                              : QString());
    m_fileRow->setError(isFile && !m_file->text().isEmpty() ? faultText(report) : QString());
    m_fileRow->setHint(isFile && report.isOn && report.fault == TileFault::None
                           ? tr("%1, levels %2 to %3", "name of the file's map")
                                 .arg(report.detail.isEmpty() ? tr("No name") : report.detail,
                                      locale().toString(report.leastZoom), locale().toString(report.mostZoom))
                           : QString());
    m_attribution->setPlaceholderText(report.isOn ? report.attribution : QString());
    m_kept->setText(
        tr("Kept on this computer: %1 of %2 at most")
            .arg(locale().formattedDataSize(report.keptBytes), locale().formattedDataSize(report.mostKeptBytes, 0)));
    m_empty->setEnabled(report.keptBytes > 0);
}

QString TileSettings::fault() const
{
    return m_addressRow->error() + m_fileRow->error();
}

void TileSettings::retranslate()
{
    m_filling = true;
    m_from->clear();
    m_from->addItem(tr("Off: the basemap alone"), static_cast<int>(From::Nothing));
    m_from->addItem(tr("From an address"), static_cast<int>(From::Address));
    m_from->addItem(tr("From an MBTiles file"), static_cast<int>(From::File));
    m_filling = false;
    m_fromRow->setLabel(tr("Streets and houses"));
    m_addressRow->setLabel(tr("Address of the tiles"));
    m_addressRow->setHint(tr("Ask whoever runs the server whether you may. Only what is looked at is fetched."));
    m_fileRow->setLabel(tr("MBTiles file"));
    m_attributionRow->setLabel(tr("Whose map it is"));
    m_attributionRow->setHint(tr("Stands on the map, as the licence asks."));
    m_contactRow->setLabel(tr("Contact, told to the server"));
    m_contactRow->setHint(tr("Mail or web address, if you like."));
    m_zoomRow->setLabel(tr("Highest zoom"));
    m_choose->setText(tr("Choose…"));
    m_empty->setText(tr("Empty the cache"));
    m_from->setAccessibleName(tr("Streets and houses"));
    m_address->setAccessibleName(tr("Address of the tiles"));
    m_file->setAccessibleName(tr("MBTiles file"));
    m_attribution->setAccessibleName(tr("Whose map it is"));
    m_contact->setAccessibleName(tr("Contact, told to the server"));
    m_mostZoom->setAccessibleName(tr("Highest zoom"));
    m_choose->setAccessibleName(tr("Choose the MBTiles file"));
    m_empty->setAccessibleName(tr("Empty the cache of map tiles"));
    fill();
}

} // namespace waydesk::ui
