// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of waydesk-backend, read strictly: an unknown word is an error, never ignored.
#pragma once

#include "backend/depot/media.h"
#include "backend/depot/positions.h"
#include "backend/depot/webhooks.h"
#include "services/domain/result.h"

#include <QStringList>

namespace waydesk::backend {

struct ServeOptions
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8480;
    bool demo = false;
    qint64 demoDeliveries = 2000;
    quint64 demoSeed = 1;
    int simulateDrivers = 0; // how many times faster than usual; 0: nobody drives
    QString tlsCertificate, tlsKey;
    int keepPositions = kPositionDaysKept; // days
    int keepWebhooks = kWebhookDaysKept;   // days
    qint64 mediaLimit = kMediaLimit;       // bytes of a tenant's pictures
    QString onroTenant, onroSecretFile;    // who sends ONRO's webhooks; the secret is never on the command line
    bool stopWithStdin = false;            // ends when stdin does: an embedded server may not outlive its desk
};

struct UserOptions
{
    QString verb; // add, password, list
    QString email, name, role, tenant, driver;
    QStringList warehouses;
};

struct DeviceOptions
{
    QString verb; // bind, list
    QString device, driverEmail;
};

struct Options
{
    bool help = false;
    QString databasePath; // empty: the default one
    ServeOptions serve;
    std::optional<UserOptions> user;
    std::optional<DeviceOptions> device;
};

// Error::detail is a sentence for the person at the terminal.
Result<Options> readOptions(const QStringList& words);
QString usage();
bool isLoopback(const QString& numericAddress);

} // namespace waydesk::backend
