// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/devicecommand.h"

#include "backend/depot/devices.h"

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

int complain(const QString& sentence)
{
    std::fprintf(stderr, "waydesk-backend: %s\n", qUtf8Printable(sentence));
    return 1;
}

int list(Connection& db)
{
    for (const DeviceRow& row : devices(db))
        std::printf("%s\t%s\t%s\n", qUtf8Printable(row.device), qUtf8Printable(row.email),
                    qUtf8Printable(row.tenantName));
    return db.failed() ? complain(db.error().detail) : 0;
}

int bind(const DeviceOptions& options, Connection& db)
{
    const Binding binding = bindDevice(db, options.device, options.driverEmail, SystemClock().now());
    if (!db.failed()) {
        switch (binding) {
        case Binding::Done:
            break;
        case Binding::NoSuchDriver:
            return complain(u"no driver has that e-mail"_s);
        case Binding::TakenElsewhere:
            return complain(u"another tenant has that device"_s);
        }
    }
    const Result<Nothing> done = db.commit();
    return done ? 0 : complain(done.error().detail);
}

} // namespace

int runDeviceCommand(const DeviceOptions& options, Database& database)
{
    if (options.verb == u"list") {
        const Result<std::unique_ptr<Connection>> reader = database.newReader();
        return reader ? list(**reader) : complain(reader.error().detail);
    }
    WriteTurn turn(database);
    turn.db().beginWrite();
    return bind(options, turn.db());
}

} // namespace waydesk::backend
