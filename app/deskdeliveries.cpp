// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's pages about parcels.
#include "app/desk.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryplaces.h"
#include "ui/deliveries/importpage.h"
#include "ui/mappage/mappage.h"
#include "ui/trips/tripspage.h"
#include "ui/waybills/waybillspage.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace waydesk::app {

void Desk::chooseWhereToSave(QWidget* parent, const QString& name, const std::function<void(const QString&)>& chosen)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString path = QFileDialog::getSaveFileName(parent, tr("Save picture"), QDir(folder).filePath(name));
    if (!path.isEmpty())
        chosen(path);
}

ui::DeliveriesPage* Desk::deliveriesPage()
{
    if (!m_deliveries) {
        const auto names = [this] {
            models::DeliveryFilterNames found;
            found.common.warehouses = [this] { return m_bench->lookups.warehouses(); };
            found.common.today = m_bench->formats.today();
            found.zones = [this] { return m_bench->lookups.zones(); };
            found.waybill = [this](const QString& number) { return m_bench->waybills.idOf(number); };
            found.trip = [this](const QString& number) { return m_bench->trips.idOf(number); };
            return found;
        };
        m_deliveries = new ui::DeliveriesPage(
            m_theme, {m_bench->parcels,
                      m_bench->lookups,
                      m_bench->commands,
                      m_bench->formats,
                      names,
                      {m_bench->stories, m_bench->media, &Desk::chooseWhereToSave},
                      &ground().basemap,
                      [this] { return m_bench->connection.state().feed != facade::ConnectionState::Feed::Polling; }});
        m_deliveries->addQueues(
            {m_bench->returns, m_bench->cases, m_bench->parcels, m_bench->commands, m_bench->formats});
        m_window->addPage(m_deliveries);
        m_deliveries->recall(m_memory);
        m_deliveries->setWarehouse(m_warehouse);
        connect(m_deliveries, &ui::DeliveriesPage::waybillWanted, this, [this](const WaybillId& id) {
            m_window->show(m_waybills);
            m_waybills->reveal(id);
        });
        connect(m_deliveries, &ui::DeliveriesPage::tripWanted, this, [this](const TripId& id) {
            m_window->show(tripsPage());
            m_trips->reveal(id);
        });
        connect(m_deliveries, &ui::DeliveriesPage::importWanted, this, [this] {
            importPage()->takeUp();
            m_window->show(m_import);
        });
    }
    return m_deliveries;
}

ui::ImportPage* Desk::importPage()
{
    if (!m_import) {
        const auto chooseFile = [](QWidget* parent, const std::function<void(const QString&)>& chosen) {
            const QString path =
                QFileDialog::getOpenFileName(parent, tr("Choose a file of parcels"), {},
                                             tr("Tables as text") + QStringLiteral(" (*.csv *.tsv *.txt);;") +
                                                 tr("All files") + QStringLiteral(" (*)"));
            if (!path.isEmpty())
                chosen(path);
        };
        m_import = new ui::ImportPage(m_theme, {m_bench->imports, m_bench->lookups, m_bench->formats, chooseFile});
        m_window->addPage(m_import);
        connect(m_import, &ui::ImportPage::left, this, [this] { m_window->show(deliveriesPage()); });
    }
    return m_import;
}

} // namespace waydesk::app
