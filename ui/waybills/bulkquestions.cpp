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

constexpr int kAtOnce = 100, kMostNamed = 8;

// The numbers of the empty drafts that this desk knows of.
QStringList emptyDrafts(const models::RowSource& rows)
{
    facade::WaybillFilter drafts;
    drafts.status = WaybillStatus::Drafted;
    const auto cursor = rows.order(drafts, {});
    QStringList found;
    for (QList<qint64> slice = cursor->take(kAtOnce); !slice.isEmpty(); slice = cursor->take(kAtOnce)) {
        const QList<facade::WaybillRow> read = rows.rows(slice);
        for (const facade::WaybillRow& row : read) {
            if (row.expected.itemCount.value_or(1) == 0)
                found.append(models::waybillTitle(row.server));
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
        if (asked.isEmpty()) {
            askEveryEmptyDraft();
            return;
        }
        BulkPanel* panel = runBulk(act, asked, [](const WaybillId& id) {
            return Command(BulkDeleteDrafts{{id}, false});
        });
        Button* all = panel->addOffer(tr("Every empty draft instead…"));
        connect(all, &QToolButton::clicked, this, &WaybillsPage::askEveryEmptyDraft);
        return;
    }
    runBulk(act, asked, [act](const WaybillId& id) { return *models::WaybillActions::plainCommand(act, id); });
}

// One command with the contract's own scope: it means all that are empty when the server does it, not a list of today.
void WaybillsPage::askEveryEmptyDraft()
{
    QStringList known = emptyDrafts(m_desk.rows);
    const int count = static_cast<int>(known.size());
    const bool some = count > kMostNamed;
    known = known.mid(0, kMostNamed);
    const QString names = known.join(tr(", ", "between waybill numbers")) + (some ? u"…" : u"");
    Question question;
    question.title = tr("Delete every empty draft of the depot?");
    question.text = (count == 0 ? tr("This desk knows of none.")
                                : tr("This desk knows of %Ln empty draft(s): %1.", nullptr, count).arg(names)) +
                    u' ' +
                    tr("The server deletes all that are drafted and hold no parcel when it hears of this, also those "
                       "that colleagues made meanwhile. They do not come back.");
    question.yes = tr("Delete them all");
    question.grave = true;
    m_desk.ask.ask(question, this, [this](bool yes) {
        if (!yes)
            return;
        closePanel();
        m_desk.actions.submit(BulkDeleteDrafts{{}, true});
    });
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
