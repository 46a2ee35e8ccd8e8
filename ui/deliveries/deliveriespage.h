// SPDX-License-Identifier: GPL-3.0-or-later
// The Deliveries page: every parcel in a table, the chosen one beside it. What an action needs to know is asked in the
// place of the detail.
#pragma once

#include "models/deliveryfiltertext.h"
#include "services/facade/commandservice.h"
#include "services/facade/deliveryservice.h"
#include "services/facade/lookupservice.h"
#include "ui/deliveries/pasttabs.h"
#include "ui/map/mapview.h"
#include "ui/theme/theme.h"
#include "ui/window/page.h"

class QSplitter;
class QStackedWidget;

namespace waydesk::models {
class Formats;
}

namespace waydesk::ui {

class DeliveryDetail;
class DeliveryPlaces;
class DeliveryForm;
class Panel;
class ParcelsPane;
class Submission;
struct QueuesDesk;

struct DeliveriesDesk
{
    facade::DeliveryService& deliveries;
    facade::LookupService& lookups;
    facade::CommandService& commands;
    const models::Formats& formats;
    std::function<models::DeliveryFilterNames()> names; // for the filter line
    PastDesk past;
    const Basemap* basemap = nullptr;        // under the form's small maps; null: it has none
    std::function<bool()> takesParcels = {}; // false: a plain server, which makes and changes none
};

class DeliveriesPage final : public Page
{
    Q_OBJECT

public:
    DeliveriesPage(const Theme& theme, const DeliveriesDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Deliveries"); }
    QList<KeyLine> keys() const override;
    QList<QAction*> pageActions() const override;
    QAction* primaryAction() const override;
    void shown() override;
    bool escape() override;
    void remember(Memory& memory) const override;
    void recall(const Memory& memory) override;

    void reveal(const DeliveryId& id);      // from the palette: chosen, and in sight
    void addQueues(const QueuesDesk& desk); // the places of returns and of exceptions
    DeliveryPlaces* places() const { return m_places; }
    void setWarehouse(const std::optional<WarehouseId>& warehouse);
    ParcelsPane* parcels() const { return m_parcels; }
    DeliveryDetail* detail() const { return m_detail; }
    // One that the server refused, or nobody knows of, opened again as it was asked for; saving it takes its place.
    void changeByHand(const facade::Conflict& conflict);
    QAction* newAction() const { return m_new; }
    QAction* editAction() const { return m_edit; }
    QAction* importAction() const { return m_import; }
    QAction* raiseAction() const { return m_raise; }
    Panel* openPanel() const; // null: the detail is shown

Q_SIGNALS:
    void waybillWanted(const waydesk::WaybillId& id);
    void tripWanted(const waydesk::TripId& id);
    void importWanted();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void buildActions();
    void retranslate();
    void choose(const DeliveryId& id);
    void showPossible();
    void askReturn();
    void askRaise();
    void askNew();
    void askEdit();
    void openForm(DeliveryForm* form, std::optional<qint64> replaces);
    bool leaveForm(); // false: something typed would be lost, and the person has been told
    void openInPlace(Panel* panel);
    void closePanel();
    void submit(const QList<Command>& commands, const QString& about, std::function<void(const Error&)> complain);

    const Theme& m_theme;
    DeliveriesDesk m_desk;
    QSplitter* m_splitter;
    DeliveryPlaces* m_places;
    ParcelsPane* m_parcels;
    QStackedWidget* m_right;
    DeliveryDetail* m_detail;
    QAction *m_new, *m_edit, *m_import, *m_askReturn, *m_raise, *m_openWaybill, *m_openTrip, *m_focusFilter,
        *m_readAgain, *m_copy;
    Submission* m_submission;
    QString m_said; // what the submission is about
    std::function<void(const Error&)> m_complain;
    std::optional<WarehouseId> m_warehouse; // the desk's own: where a new parcel begins
    bool m_isReplacing = false;
    QString m_replacement; // the key of a command that takes another's place
};

} // namespace waydesk::ui
