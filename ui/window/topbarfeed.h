// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the top bar what the services know: link, session's user, what waits and what was refused, the warehouses; and
// remembers which warehouse was chosen. Words follow the formats' language. GUI thread; the services outlive it.
#pragma once

#include "services/domain/place.h"

#include <QObject>
#include <optional>

namespace waydesk::facade {
class CommandService;
class ConnectionService;
class LookupService;
} // namespace waydesk::facade
namespace waydesk::models {
class Formats;
}

namespace waydesk::ui {

class Memory;
class TopBar;

class TopBarFeed final : public QObject
{
    Q_OBJECT

public:
    struct Services
    {
        const facade::ConnectionService& connection;
        const facade::CommandService& commands;
        const facade::LookupService& lookups;
        const models::Formats& formats;
    };

    TopBarFeed(TopBar& bar, const Services& services, Memory& memory, QObject* parent = nullptr);

    std::optional<WarehouseId> warehouse() const { return m_warehouse; }

Q_SIGNALS:
    void warehouseChosen(const std::optional<waydesk::WarehouseId>& warehouse);

private:
    void showLink();
    void showCounts();
    void showWarehouses();

    TopBar& m_bar;
    Services m_services;
    Memory& m_memory;
    std::optional<WarehouseId> m_warehouse;
};

} // namespace waydesk::ui
