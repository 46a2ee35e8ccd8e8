// SPDX-License-Identifier: GPL-3.0-or-later
// The scan station's services over a fake engine with a real store, for its tests.
#pragma once

#include "models/formats.h"
#include "services/facade/lookupservice.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "ui/scan/scanstationpage.h"
#include "ui/settings/preferences.h"
#include "ui/window/memory.h"

namespace waydesk::test {

struct ScanBench
{
    FakeEngine engine;
    facade::ConnectionService connection{engine};
    facade::WaybillService waybills{engine.reader(), engine};
    facade::LookupService lookups{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    facade::ScanService scans{engine.reader(), engine};
    models::Formats formats{engine.clock(), QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()};
    ui::ShortMemory memory;
    ui::PreferenceKeeper keeper{memory};
    ui::Theme theme;

    ScanBench()
    {
        Waybill draft = sampleWaybill(1);
        draft.itemCount = 2;
        draft.totalUnitSize = Quantity::whole(2);
        engine.tell(draft);
        engine.tell(sampleWaybill(2));
        for (int n = 1; n <= 6; ++n)
            engine.tell(sampleDelivery(n));
        Delivery taken = sampleDelivery(7);
        taken.waybillId = WaybillId{QStringLiteral("wb-2")};
        engine.tell(taken);
        Delivery here = sampleDelivery(8);
        here.waybillId = WaybillId{QStringLiteral("wb-1")};
        engine.tell(here);
        engine.tell(sampleDelivery(9, DeliveryStatus::Delivered));
        online(true);
    }
    void online(bool on)
    {
        sync::EngineStatus status = engine.status();
        status.link = on ? sync::EngineStatus::Link::Online : sync::EngineStatus::Link::Offline;
        status.session = sync::EngineStatus::Session::SignedIn;
        status.user.fullName = QStringLiteral("Sara K.");
        status.lastSynced = engine.clock().now() - std::chrono::minutes(14);
        engine.setStatus(status);
    }
    void serverAllows(int delivery)
    {
        sync::ScanAnswer answer;
        answer.delivery = sampleDelivery(delivery);
        answer.took = std::chrono::milliseconds(80);
        engine.answerScans(answer);
    }
    void serverRefuses(const QString& code, const QString& words)
    {
        sync::ScanAnswer answer;
        answer.error = Error{};
        answer.error->kind = Error::Kind::Rejected;
        answer.error->status = 409;
        answer.error->code = code;
        answer.error->vendorText = words;
        engine.answerScans(answer);
    }
    ui::ScanServices services() { return {scans, waybills, commands, connection}; }
    WaybillId draft() const { return {QStringLiteral("wb-1")}; }
    QList<Command> submitted()
    {
        QList<Command> all;
        for (const store::OutboxEntry& entry : commands.open())
            all.append(entry.command);
        return all;
    }
};

} // namespace waydesk::test
