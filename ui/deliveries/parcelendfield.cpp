// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/parcelendfield.h"

#include "models/typedvalues.h"
#include "ui/widgets/select.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMapHeight = 168;
constexpr double kStreets = 14;

} // namespace

void PinLayer::paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = m_theme.colours();
    if (m_aims) {
        const QPointF middle(camera.viewport().width() / 2, camera.viewport().height() / 2);
        painter.setPen(QPen(c.text, 1.4));
        painter.drawLine(middle - QPointF(9, 0), middle + QPointF(9, 0));
        painter.drawLine(middle - QPointF(0, 9), middle + QPointF(0, 9));
    }
    if (m_pin.isValid()) {
        const QPointF tip = camera.project(m_pin), head = tip - QPointF(0, 15);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent);
        painter.drawPolygon(QPolygonF{tip, head + QPointF(-5.6, 3.6), head + QPointF(5.6, 3.6)});
        painter.drawEllipse(head, 7.5, 7.5);
        painter.setBrush(c.onAccent);
        painter.drawEllipse(head, 2.8, 2.8);
    }
    painter.restore();
}

ParcelEndField::ParcelEndField(const Theme& theme, facade::LookupService& lookups, const Basemap* basemap,
                               const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_lookups(lookups)
    , m_pin(theme)
    , m_choice(new Select(theme))
    , m_address(new QLineEdit)
    , m_position(new QLineEdit)
    , m_map(basemap ? new MapView(theme, *basemap) : nullptr)
    , m_choiceRow(new FormRow(theme, label, m_choice))
    , m_addressRow(new FormRow(theme, tr("Address"), m_address))
    , m_positionRow(new FormRow(theme, tr("Latitude, longitude"), m_position))
    , m_details(new QWidget(this))
{
    m_address->setMaxLength(500);
    m_address->setAccessibleName(u"%1: %2"_s.arg(label, tr("Address")));
    m_position->setMaxLength(80);
    m_position->setPlaceholderText(u"36.1901, 44.0091"_s);
    m_position->setAccessibleName(u"%1: %2"_s.arg(label, tr("Latitude, longitude")));
    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(10);
    details->addWidget(m_addressRow);
    details->addWidget(m_positionRow);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_choiceRow);
    column->addWidget(m_details);
    setTabOrder(m_choice, m_address);
    setTabOrder(m_address, m_position);
    if (m_map)
        buildMap(label);
    fillChoices();
    showKind();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        clearErrors();
        Q_EMIT edited();
    });
    connect(m_address, &QLineEdit::textEdited, this, &ParcelEndField::edited);
    connect(m_position, &QLineEdit::textEdited, this, [this] {
        showPin(true);
        Q_EMIT edited();
    });
    connect(&lookups, &facade::LookupService::changed, this, &ParcelEndField::fillChoices);
}

void ParcelEndField::buildMap(const QString& label)
{
    m_map->setFixedHeight(kMapHeight);
    m_map->setAccessibleName(
        u"%1: %2"_s.arg(label, tr("Map. Click the place, or bring it to the middle and press Enter")));
    m_map->addLayer(m_pin);
    m_map->installEventFilter(this);
    m_positionRow->setHint(tr("Or click it on the map; with the keys, Enter takes the middle."));
    m_details->layout()->addWidget(m_map);
    setTabOrder(m_position, m_map);
    connect(m_map, &MapView::clicked, this, [this](QPointF at) { point(m_map->camera().unproject(at)); });
}

QWidget* ParcelEndField::last() const
{
    return m_map ? static_cast<QWidget*>(m_map) : m_position;
}

void ParcelEndField::fillChoices()
{
    const QVariant before = m_choice->currentData();
    const QString text = m_choice->currentText();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->setPlaceholderText(tr("Choose a warehouse"));
    for (const Warehouse& warehouse : m_lookups.warehouses())
        m_choice->addItem(warehouse.ref.name, warehouse.ref.id.value);
    m_choice->addItem(tr("An address…"), QString());
    if (before.isValid() && m_choice->findData(before) < 0)
        m_choice->insertItem(0, text, before); // one that this desk has not heard of is not lost by it
    m_choice->setCurrentIndex(before.isValid() ? m_choice->findData(before) : -1);
}

void ParcelEndField::showKind()
{
    const QVariant chosen = m_choice->currentData();
    m_details->setVisible(chosen.isValid() && chosen.toString().isEmpty());
    showPin(true);
}

void ParcelEndField::showPin(bool look)
{
    if (!m_map)
        return;
    const auto place = models::positionFrom(m_position->text());
    m_pin.setPin(place.value_or(QGeoCoordinate()));
    m_map->update();
    if (!look)
        return;
    if (place) {
        m_map->setCamera(Camera(*place, std::max(kStreets, m_map->camera().zoom()), m_map->size()));
        return;
    }
    if (!m_position->text().isEmpty())
        return;
    std::vector<QGeoCoordinate> known;
    for (const Warehouse& warehouse : m_lookups.warehouses())
        known.push_back(warehouse.location.position);
    m_map->fit(known);
}

void ParcelEndField::point(const QGeoCoordinate& place)
{
    if (!m_position->isEnabled() || !place.isValid())
        return;
    m_position->setText(models::positionText(place));
    m_positionRow->setError({});
    showPin(false);
    Q_EMIT edited();
}

bool ParcelEndField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_map && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        m_pin.setAims(event->type() == QEvent::FocusIn);
        m_map->update();
    }
    if (watched == m_map && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ControlModifier)) {
            point(m_map->camera().centre());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ParcelEndField::setEnd(const ParcelEnd& end)
{
    m_known = end.place;
    const QSignalBlocker quiet(m_choice);
    m_address->clear();
    m_position->clear();
    if (end.warehouse) {
        if (m_choice->findData(end.warehouse->id.value) < 0)
            m_choice->insertItem(0, end.warehouse->name, end.warehouse->id.value);
        m_choice->setCurrentIndex(m_choice->findData(end.warehouse->id.value));
    } else if (end.place) {
        m_choice->setCurrentIndex(m_choice->findData(QString()));
        m_address->setText(end.place->fullAddress);
        m_position->setText(models::positionText(end.place->position));
    } else {
        m_choice->setCurrentIndex(-1);
    }
    m_address->setCursorPosition(0);
    clearErrors();
    showKind();
}

std::optional<ParcelEnd> ParcelEndField::read()
{
    clearErrors();
    const QVariant chosen = m_choice->currentData();
    if (!chosen.isValid()) {
        m_choiceRow->setError(tr("Choose a warehouse or give an address."));
        return std::nullopt;
    }
    if (chosen.toString().isEmpty())
        return readAddress();
    ParcelEnd end;
    end.warehouse = WarehouseRef{{chosen.toString()}, m_choice->currentText(), {}};
    if (const auto known = m_lookups.warehouse(end.warehouse->id))
        end.warehouse = known->ref;
    return end;
}

std::optional<ParcelEnd> ParcelEndField::readAddress()
{
    const QString address = m_address->text().trimmed();
    // As it was, even where it never had a place on the map.
    if (m_known && address == m_known->fullAddress && m_position->text() == models::positionText(m_known->position))
        return ParcelEnd{std::nullopt, m_known};
    Place place = m_known.value_or(Place{});
    place.id.reset(); // another place than the one of that id
    place.fullAddress = address;
    bool complete = true;
    if (place.fullAddress.isEmpty()) {
        m_addressRow->setError(tr("The address is missing."));
        complete = false;
    }
    const auto position = models::positionFrom(m_position->text());
    if (!position) {
        m_positionRow->setError(m_position->text().trimmed().isEmpty()
                                    ? tr("Where it is on the map is missing.")
                                    : tr("Two numbers: latitude from −90 to 90, longitude from −180 to 180."));
        complete = false;
    }
    if (!complete)
        return std::nullopt;
    place.position = *position;
    return ParcelEnd{std::nullopt, place};
}

void ParcelEndField::setLocked(const QString& reason)
{
    for (QWidget* field : std::initializer_list<QWidget*>{m_choice, m_address, m_position})
        field->setEnabled(reason.isEmpty());
    m_choiceRow->setHint(reason);
}

bool ParcelEndField::complain(const FieldError& error, const QString& warehouseKey, const QString& placeKey)
{
    if (error.field.startsWith(warehouseKey)) {
        m_choiceRow->setError(error.message);
        return true;
    }
    if (!error.field.startsWith(placeKey))
        return false;
    const bool isPlace = error.field.endsWith(u"latitude"_s) || error.field.endsWith(u"longitude"_s);
    (isPlace ? m_positionRow : m_details->isHidden() ? m_choiceRow : m_addressRow)->setError(error.message);
    return true;
}

void ParcelEndField::clearErrors()
{
    for (FormRow* row : {m_choiceRow, m_addressRow, m_positionRow})
        row->setError({});
}

} // namespace waydesk::ui
