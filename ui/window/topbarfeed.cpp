// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/topbarfeed.h"
#include "models/formats.h"
#include "models/words.h"
#include "services/facade/commandservice.h"
#include "services/facade/connectionservice.h"
#include "services/facade/lookupservice.h"
#include "ui/window/memory.h"
#include "ui/window/topbar.h"

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

TopBarFeed::TopBarFeed(TopBar& bar, const Services& services, Memory& memory, QObject* parent)
    : QObject(parent)
    , m_bar(bar)
    , m_services(services)
    , m_memory(memory)
{
    const QString last = memory.value(u"window/warehouse"_s).toString();
    if (!last.isEmpty())
        m_warehouse = WarehouseId{last};
    connect(&services.connection, &facade::ConnectionService::changed, this, &TopBarFeed::showLink);
    connect(&services.commands, &facade::CommandService::changed, this, &TopBarFeed::showCounts);
    connect(&services.lookups, &facade::LookupService::changed, this, &TopBarFeed::showWarehouses);
    connect(&services.formats, &models::Formats::changed, this, [this] {
        showLink();
        showCounts();
        showWarehouses();
    });
    connect(bar.warehouse(), &ChoiceMenu::chosen, this, [this](const QVariant& value) {
        const QString id = value.toString();
        m_warehouse = id.isEmpty() ? std::nullopt : std::optional(WarehouseId{id});
        m_memory.setValue(u"window/warehouse"_s, id);
        Q_EMIT warehouseChosen(m_warehouse);
    });
    showLink();
    showCounts();
    showWarehouses();
}

void TopBarFeed::showLink()
{
    const facade::ConnectionState& state = m_services.connection.state();
    using Link = facade::ConnectionState::Link;
    const TopBar::Link link = state.link == Link::Online    ? TopBar::Link::Online
                              : state.link == Link::Offline ? TopBar::Link::Offline
                                                            : TopBar::Link::Connecting;
    m_bar.setLink(link, models::linkText(state, m_services.formats));
    const QString role = state.role ? models::words(*state.role) : QString();
    m_bar.setUser(state.user.fullName, role.isEmpty() ? state.user.email : state.user.email + u" · "_s + role);
}

void TopBarFeed::showCounts()
{
    const facade::CommandCounts counts = m_services.commands.counts();
    m_bar.setCounts(counts.queued + counts.sending + counts.unknown, counts.refused);
}

void TopBarFeed::showWarehouses()
{
    QList<ChoiceMenu::Choice> choices;
    const QList<Warehouse> all = m_services.lookups.warehouses();
    for (const Warehouse& warehouse : all)
        choices.append({warehouse.ref.id.value, warehouse.ref.name, {}});
    if (!choices.isEmpty())
        choices.prepend({QString(), tr("All warehouses"), {}});
    m_bar.setWarehouses(choices, m_warehouse ? m_warehouse->value : QString());
}

} // namespace waydesk::ui
