// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prooftour.h"

#include "app/desk.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverydetail.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/deliveries/picturecanvas.h"
#include "ui/deliveries/prooflist.h"
#include "ui/tour/tour.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"

#include <memory>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using ui::PastTabs;
using ui::Scene;

namespace {

constexpr int kEnough = 2; // pictures of a proof that has something to show

void show(Desk& desk, int tab)
{
    ui::DeliveriesPage* page = desk.deliveriesPage();
    desk.window()->show(page);
    page->parcels()->tabs()->setCurrentIndex(0);
    page->parcels()->setFilterLine(u"status:delivered"_s);
    page->detail()->pane()->tabs()->setCurrentIndex(tab);
}

// Goes down the delivered parcels until one has pictures: which those are is known only once their story was read.
bool findProven(Desk& desk, int& row)
{
    ui::DeliveriesPage& page = *desk.deliveriesPage();
    ui::ParcelsPane& pane = *page.parcels();
    if (!pane.rows()->isComplete() || row >= pane.rows()->rowCount())
        return false;
    const QModelIndex index = pane.rows()->index(row, 0);
    if (pane.table()->currentIndex() != index)
        pane.table()->setCurrentIndex(index);
    const facade::ParcelPast past = desk.workbench()->stories.past();
    if (past.state != facade::StoryState::Read)
        return false;
    if (page.detail()->past()->proof()->pictures().size() >= kEnough)
        return true;
    ++row;
    return false;
}

} // namespace

void addProofScenes(ui::Tour& tour, Desk& desk)
{
    const auto row = std::make_shared<int>(0);
    const auto past = [&desk] { return desk.deliveriesPage()->detail()->past(); };
    const auto isFound = [&desk, row] { return findProven(desk, *row); };
    const auto areShown = [past, isFound] {
        if (!isFound())
            return false;
        const QList<models::ProofPicture>& all = past()->proof()->pictures();
        return std::all_of(all.cbegin(), all.cend(), [&](const models::ProofPicture& picture) {
            return !past()->proof()->thumbnail(picture.url).isNull();
        });
    };
    const auto unfilter = [&desk] { desk.deliveriesPage()->parcels()->setFilterLine({}); };
    tour.add({.name = u"parcel-past"_s,
              .stage = [&desk] { show(desk, PastTabs::HappenedTab); },
              .isReady = isFound,
              .strike = unfilter});
    tour.add({.name = u"parcel-proof"_s,
              .stage = [&desk] { show(desk, PastTabs::ProofTab); },
              .isReady = areShown,
              .strike = unfilter});
    tour.add({.name = u"proof-viewer"_s,
              .stage = [&desk] { show(desk, PastTabs::ProofTab); },
              .isReady =
                  [past, areShown] {
                      if (areShown() && !past()->viewer()->isOpen())
                          Q_EMIT past()->proof()->opened(1);
                      return past()->viewer()->isOpen() && past()->viewer()->canvas()->hasPicture();
                  },
              .strike =
                  [past, unfilter] {
                      past()->viewer()->dismiss();
                      unfilter();
                  }});
}

} // namespace waydesk::app
