// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queuetour.h"

#include "app/desk.h"
#include "ui/deliveries/casepanels.h"
#include "ui/deliveries/casespane.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryplaces.h"
#include "ui/deliveries/returnspane.h"
#include "ui/tour/tour.h"
#include "ui/trips/tripdetail.h"
#include "ui/trips/tripreturns.h"
#include "ui/trips/tripspage.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/widgets/textbox.h"
#include "ui/window/mainwindow.h"

#include <memory>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using ui::DeliveryPlaces;
using ui::Scene;

namespace {

ui::QueuePane* go(Desk& desk, DeliveryPlaces::Place place)
{
    desk.window()->show(desk.deliveriesPage());
    desk.deliveriesPage()->places()->go(place);
    return desk.deliveriesPage()->places()->queue();
}

bool choose(ui::QueuePane* pane, int row)
{
    const QAbstractItemModel* model = pane->table()->model();
    if (model->rowCount() == 0)
        return false;
    pane->table()->setCurrentIndex(model->index(std::min(row, model->rowCount() - 1), 0));
    return true;
}

// What a day brings: some ask for parcels of a trip to come back, some parcels are damaged or lost. Asked for through
// the desk itself, once; true when the server's answers are here.
class Day
{
public:
    explicit Day(Desk& desk)
        : m_desk(desk)
    {
    }
    const TripId& trip() const { return m_trip; }
    bool isHere()
    {
        Workbench& bench = *m_desk.workbench();
        if (m_trip.isEmpty()) {
            const QList<facade::TripRow> driven = bench.trips.rows(TripStatus::InProgress, {}, 1);
            if (driven.isEmpty())
                return false;
            m_trip = driven.first().trip.id;
            bench.trips.wantDetail(m_trip);
        }
        const auto detail = bench.trips.detail(m_trip);
        if (!detail || detail->deliveries.isEmpty())
            return false;
        if (!std::exchange(m_asked, true))
            ask(detail->deliveries);
        if (bench.commands.counts().queued + bench.commands.counts().sending > 0)
            return false;
        if (bench.cases.counts({}).byTab[0] > 2 && !std::exchange(m_seen, true))
            seeTo();
        return bench.cases.counts({}).byTab[static_cast<size_t>(facade::CaseTab::Mine)] > 0;
    }

private:
    void ask(const QList<facade::DeliveryRow>& parcels)
    {
        const QStringList reasons{u"Refused at the door"_s, u"Wrong size, the customer wants another"_s,
                                  u"The shop called it back"_s};
        QList<Command> commands;
        for (const facade::DeliveryRow& row : parcels) {
            const bool left = row.delivery.state.is(DeliveryStatus::PickedUp) ||
                              row.delivery.state.is(DeliveryStatus::InTransit) ||
                              row.delivery.state.is(DeliveryStatus::Delivered);
            if (left && commands.size() < 5)
                commands << RequestReturn{row.delivery.id, reasons[commands.size() % reasons.size()], {}};
        }
        const QStringList happened{u"The box is wet, two bottles broken"_s, u"Not on the shelf, last seen on Tuesday"_s,
                                   u"Phone number belongs to somebody else"_s, u"Torn label, barcode cannot be read"_s};
        const CaseKind kinds[]{CaseKind::Damaged, CaseKind::Missing, CaseKind::Failed, CaseKind::Other};
        for (qsizetype i = 0; i < std::min<qsizetype>(4, parcels.size()); ++i)
            commands << RaiseCase{parcels[i].delivery.id, kinds[i], happened[i], {}};
        m_desk.workbench()->commands.submitAll(commands);
    }
    void seeTo()
    {
        facade::CaseService& cases = m_desk.workbench()->cases;
        const Instant now = m_desk.workbench()->formats.now();
        const QList<facade::CaseItem> open = cases.rows(facade::CaseTab::Open, {}, 3);
        const std::chrono::hours due[]{std::chrono::hours{-3}, std::chrono::hours{2}, std::chrono::hours{26}};
        QList<Command> commands;
        for (qsizetype i = 0; i + 1 < open.size(); ++i) {
            UpdateCase command;
            command.exception = open[i].row.id;
            command.delivery = open[i].row.delivery;
            command.owner = std::optional(cases.me());
            command.nextAction = std::optional(u"Call the customer"_s);
            command.dueAt = std::optional(now + due[i]);
            commands << command;
        }
        const QList<facade::ReturnItem> asked = m_desk.workbench()->returns.rows(ReturnRequestStatus::Pending, {}, 1);
        if (!asked.isEmpty())
            commands << DecideReturn{asked.first().row.request.id, asked.first().row.request.delivery,
                                     ReturnDecision::Approve};
        m_desk.workbench()->commands.submitAll(commands);
    }

    Desk& m_desk;
    TripId m_trip;
    bool m_asked = false, m_seen = false;
};

} // namespace

void addQueueScenes(ui::Tour& tour, Desk& desk)
{
    const auto day = std::make_shared<Day>(desk);
    const auto back = [&desk] {
        while (desk.deliveriesPage()->escape()) {
        }
        desk.deliveriesPage()->places()->go(DeliveryPlaces::Parcels);
    };
    tour.add({.name = u"returns"_s,
              .looks = Scene::All,
              .stage = [&desk] { go(desk, DeliveryPlaces::Returns)->tabs()->setCurrentIndex(0); },
              .isReady = [&desk, day] { return day->isHere() && choose(desk.deliveriesPage()->places()->queue(), 1); },
              .strike = back});
    tour.add({.name = u"returns-answered"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage = [&desk] { go(desk, DeliveryPlaces::Returns)->tabs()->setCurrentIndex(1); },
              .isReady = [&desk] { return choose(desk.deliveriesPage()->places()->queue(), 0); },
              .strike =
                  [&desk, back] {
                      desk.deliveriesPage()->places()->returns()->tabs()->setCurrentIndex(0);
                      back();
                  }});
    tour.add({.name = u"exceptions"_s,
              .looks = Scene::All,
              .stage = [&desk] { go(desk, DeliveryPlaces::Exceptions)->tabs()->setCurrentIndex(0); },
              .isReady = [&desk] { return choose(desk.deliveriesPage()->places()->queue(), 0); },
              .strike = back});
    tour.add({.name = u"exception-resolve"_s,
              .looks = Scene::All,
              .stage = [&desk] { go(desk, DeliveryPlaces::Exceptions)->tabs()->setCurrentIndex(0); },
              .isReady =
                  [&desk] {
                      ui::QueuePane* pane = desk.deliveriesPage()->places()->queue();
                      if (pane->openPanel())
                          return true;
                      if (!choose(pane, 0))
                          return false;
                      pane->primaryAction()->trigger();
                      if (auto* panel = qobject_cast<ui::ResolvePanel*>(pane->openPanel()))
                          panel->text()->setPlainText(u"Called the customer; goes out again tomorrow morning."_s);
                      return false; // painted with the next look
                  },
              .strike = back});
    tour.add({.name = u"exception-next"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage = [&desk] { go(desk, DeliveryPlaces::Exceptions)->tabs()->setCurrentIndex(0); },
              .isReady =
                  [&desk] {
                      auto* pane = desk.deliveriesPage()->places()->cases();
                      if (pane->openPanel())
                          return true;
                      if (choose(pane, 1))
                          pane->paneActions().at(2)->trigger();
                      return false;
                  },
              .strike = back});
    tour.add({.name = u"trip-returns"_s,
              .looks = Scene::All,
              .stage =
                  [&desk, day] {
                      desk.window()->show(desk.tripsPage());
                      desk.tripsPage()->reveal(day->trip());
                      desk.tripsPage()->detail()->pane()->tabs()->setCurrentIndex(2);
                  },
              .isReady =
                  [&desk] {
                      ui::TripReturns* returns = desk.tripsPage()->detail()->returns();
                      if (returns->rows()->rowCount() == 0)
                          return false;
                      returns->table()->setCurrentIndex(returns->rows()->index(0, 0));
                      return true;
                  },
              .strike =
                  [&desk] {
                      desk.tripsPage()->detail()->pane()->tabs()->setCurrentIndex(0);
                      desk.tripsPage()->escape();
                  }});
}

} // namespace waydesk::app
