// SPDX-License-Identifier: GPL-3.0-or-later
// Where a parcel is picked up or goes to: a warehouse from the list, or an address with its place, typed as
// "latitude, longitude" or pointed at on a small map (a click, or the map's middle with Enter). What is missing is said
// beside the field that it is about.
#pragma once

#include "services/facade/lookupservice.h"
#include "ui/map/mapview.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace waydesk::ui {

class Select;

class PinLayer final : public MapLayer
{
public:
    explicit PinLayer(const Theme& theme)
        : m_theme(theme)
    {
    }
    void setPin(const QGeoCoordinate& pin) { m_pin = pin; } // invalid: none
    void setAims(bool aims) { m_aims = aims; }              // the middle is marked: Enter takes it
    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override;

private:
    const Theme& m_theme;
    QGeoCoordinate m_pin;
    bool m_aims = false;
};

struct ParcelEnd
{
    std::optional<WarehouseRef> warehouse;
    std::optional<Place> place; // beside a warehouse its own is told by nobody
    bool operator==(const ParcelEnd&) const = default;
};

class ParcelEndField final : public QWidget
{
    Q_OBJECT

public:
    ParcelEndField(const Theme& theme, facade::LookupService& lookups, const Basemap* basemap, const QString& label,
                   QWidget* parent = nullptr);

    void setEnd(const ParcelEnd& end);
    std::optional<ParcelEnd> read();       // nullopt after telling the person what is missing
    void setLocked(const QString& reason); // empty: it may be changed
    bool complain(const FieldError& error, const QString& warehouseKey, const QString& placeKey); // false: not its own
    void clearErrors();
    Select* choice() const { return m_choice; }
    QLineEdit* address() const { return m_address; }
    QLineEdit* position() const { return m_position; }
    MapView* map() const { return m_map; } // null: there is none
    QWidget* last() const;                 // where Tab leaves it

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildMap(const QString& label);
    void fillChoices();
    void showKind();
    void showPin(bool look);
    void point(const QGeoCoordinate& place);
    std::optional<ParcelEnd> readAddress();

    facade::LookupService& m_lookups;
    PinLayer m_pin;
    Select* m_choice;
    QLineEdit *m_address, *m_position;
    MapView* m_map;
    FormRow *m_choiceRow, *m_addressRow, *m_positionRow;
    QWidget* m_details;
    std::optional<Place> m_known; // what an edited parcel had, so that what is not shown here survives
};

} // namespace waydesk::ui
