// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the waybills page that asks about many at once.
#include "models/bulkrun.h"
#include "models/formats.h"
#include "models/rowsource.h"
#include "models/words.h"
#include "ui/waybills/bulkpanel.h"
#include "ui/waybills/driverpanel.h"
#include "ui/waybills/waybillquestions.h"
#include "ui/waybills/waybillspage.h"
#include "ui/widgets/button.h"

namespace waydesk::ui {

namespace {

constexpr int kMostListed = 100; // what one call of the server takes

QList<WaybillId> emptyDrafts(const models::RowSource& rows)
{
    facade::WaybillFilter drafts;
    drafts.status = WaybillStatus::Drafted;
    const auto cursor = rows.order(drafts, {});
    QList<WaybillId> found;
    for (QList<qint64> slice = cursor->take(kMostListed); !slice.isEmpty() && found.size() < kMostListed;
         slice = cursor->take(kMostListed)) {
        const QList<facade::WaybillRow> read = rows.rows(slice);
        for (const facade::WaybillRow& row : read) {
            if (row.expected.itemCount.value_or(1) == 0 && found.size() < kMostListed)
                found.append(row.server.id);
        }
    }
    return found;
}

} // namespace

void WaybillsPage::askBulk(Act act, const QList<WaybillId>& asked)
{
    if (act == Act::Assign) { // the driver first, then the list
        auto* who = new DriverPanel(m_theme, m_desk.drivers, m_desk.formats, DriverPanel::Kind::Assign,
                                    {.title = m_desk.formats.waybills(asked.size()), .units = {}, .current = {}});
        connect(who, &DriverPanel::chosen, this, [this, asked](const DriverId& driver) {
            runBulk(Act::Assign, asked, [driver](const WaybillId& id) { return Command(AssignDriver{id, driver}); });
        });
        openInPlace(who);
        return;
    }
    if (act == Act::DeleteEmptyDrafts) {
        const bool every = asked.isEmpty();
        BulkPanel* panel = runBulk(act, every ? emptyDrafts(m_desk.rows) : asked, [](const WaybillId& id) {
            return Command(BulkDeleteDrafts{{id}, false});
        });
        if (!every) {
            Button* all = panel->addOffer(tr("List every empty draft instead"));
            connect(all, &QToolButton::clicked, this, [this] { askBulk(Act::DeleteEmptyDrafts, {}); });
        }
        return;
    }
    runBulk(act, asked, [act](const WaybillId& id) { return *models::WaybillActions::plainCommand(act, id); });
}

BulkPanel* WaybillsPage::runBulk(Act act, const QList<WaybillId>& waybills,
                                 std::function<Command(const WaybillId&)> make)
{
    QList<BulkPanel::Candidate> candidates;
    int possible = 0;
    for (const WaybillId& id : waybills) {
        const auto row = m_desk.rows.find(id);
        if (!row)
            continue;
        candidates.append({id, models::waybillTitle(row->server), leftOutBecause(act, *row)});
        possible += candidates.constLast().leftOutBecause.isEmpty();
    }
    auto* panel = new BulkPanel(
        m_theme, bulkTitle(act), bulkVerb(act, possible), candidates,
        [this, make = std::move(make)](const QList<WaybillId>& ids) { return m_desk.actions.bulk(ids, make); });
    openInPlace(panel);
    return panel;
}

} // namespace waydesk::ui
