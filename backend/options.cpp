// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/options.h"

#include "backend/simulation/simulateddriver.h"

#include "backend/demo/demodepot.h"
#include "backend/depot/devices.h"

#include <boost/asio/ip/address.hpp>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr int kMostDaysKept = 3650;
constexpr qint64 kMostMebibytes = 100'000'000;

Error wrong(const QString& sentence)
{
    Error error;
    error.kind = Error::Kind::Rejected;
    error.detail = sentence;
    return error;
}

// Words that take a value, as "--name value" or "--name=value".
class Words
{
public:
    explicit Words(QStringList words)
        : m_left(std::move(words))
    {
    }

    bool atEnd() const { return m_left.isEmpty(); }
    const QString& peek() const { return m_left.first(); }
    QString take() { return m_left.takeFirst(); }
    bool takeFlag(const QString& name)
    {
        if (atEnd() || peek() != name)
            return false;
        take();
        return true;
    }
    std::optional<QString> takeValue(const QString& name)
    {
        if (atEnd())
            return std::nullopt;
        if (peek().startsWith(name + u'='))
            return take().mid(name.size() + 1);
        if (peek() == name && m_left.size() > 1) {
            take();
            return take();
        }
        return std::nullopt;
    }

private:
    QStringList m_left;
};

std::optional<Error> readListen(const QString& text, ServeOptions& into)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isPort = false;
    const ushort port = QStringView(text).mid(colon + 1).toUShort(&isPort);
    QString address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (address == u"localhost")
        address = u"127.0.0.1"_s;
    boost::system::error_code notNumeric;
    boost::asio::ip::make_address(address.toStdString(), notNumeric);
    if (colon < 0 || !isPort || notNumeric)
        return wrong(
            u"--listen wants ADDRESS:PORT with a numeric address, such as 127.0.0.1:8480; got \"%1\""_s.arg(text));
    into.address = address;
    into.port = port;
    return std::nullopt;
}

std::optional<Error> readDatabase(const QString& text, QString& path)
{
    if (text.startsWith(u"postgresql:") || text.startsWith(u"postgres:"))
        return wrong(u"PostgreSQL is not built in this version. Use --database sqlite:PATH"_s);
    if (!text.startsWith(u"sqlite:") || text.size() == 7)
        return wrong(u"--database wants sqlite:PATH; got \"%1\""_s.arg(text));
    path = text.mid(7);
    return std::nullopt;
}

Result<Options> readUser(Words words)
{
    Options options;
    UserOptions user;
    if (!words.atEnd())
        user.verb = words.take();
    if (user.verb != u"add" && user.verb != u"password" && user.verb != u"list")
        return wrong(u"user wants add, password or list"_s);
    while (!words.atEnd()) {
        if (const auto database = words.takeValue(u"--database"_s)) {
            if (const auto error = readDatabase(*database, options.databasePath))
                return *error;
        } else if (const auto email = words.takeValue(u"--email"_s)) {
            user.email = *email;
        } else if (const auto name = words.takeValue(u"--name"_s)) {
            user.name = *name;
        } else if (const auto role = words.takeValue(u"--role"_s)) {
            user.role = *role;
        } else if (const auto tenant = words.takeValue(u"--tenant"_s)) {
            user.tenant = *tenant;
        } else if (const auto driver = words.takeValue(u"--driver"_s)) {
            user.driver = *driver;
        } else if (const auto warehouses = words.takeValue(u"--warehouses"_s)) {
            user.warehouses = warehouses->split(u',', Qt::SkipEmptyParts);
        } else {
            return wrong(u"unknown or incomplete option \"%1\""_s.arg(words.peek()));
        }
    }
    if (user.verb != u"list" && !user.email.contains(u'@'))
        return wrong(u"user %1 wants --email"_s.arg(user.verb));
    if (user.verb == u"add" && (user.name.isEmpty() || user.role.isEmpty()))
        return wrong(u"user add wants --name and --role"_s);
    options.user = user;
    return options;
}

Result<Options> readDevice(Words words)
{
    Options options;
    DeviceOptions device;
    if (!words.atEnd())
        device.verb = words.take();
    if (device.verb != u"bind" && device.verb != u"list")
        return wrong(u"device wants bind or list"_s);
    if (device.verb == u"bind") {
        if (!words.atEnd())
            device.device = words.take();
        if (!words.atEnd())
            device.driverEmail = words.take();
        if (!isValidDevice(device.device) || !device.driverEmail.contains(u'@'))
            return wrong(u"device bind wants a DEVICE of 1 to %1 characters and a DRIVER_EMAIL"_s.arg(kLongestDevice));
    }
    while (!words.atEnd()) {
        const auto database = words.takeValue(u"--database"_s);
        if (!database)
            return wrong(u"unknown or incomplete option \"%1\""_s.arg(words.peek()));
        if (const auto error = readDatabase(*database, options.databasePath))
            return *error;
    }
    options.device = device;
    return options;
}

} // namespace

bool isLoopback(const QString& numericAddress)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(numericAddress.toStdString(), error);
    return !error && address.is_loopback();
}

Result<Options> readOptions(const QStringList& all)
{
    Words words(all);
    if (words.takeFlag(u"user"_s))
        return readUser(std::move(words));
    if (words.takeFlag(u"device"_s))
        return readDevice(std::move(words));
    Options options;
    ServeOptions& serve = options.serve;
    bool demoDetails = false;
    while (!words.atEnd()) {
        if (words.takeFlag(u"--help"_s) || words.takeFlag(u"-h"_s)) {
            options.help = true;
        } else if (words.takeFlag(u"--demo"_s)) {
            serve.demo = true;
        } else if (words.takeFlag(u"--stop-with-stdin"_s)) {
            serve.stopWithStdin = true;
        } else if (const auto listen = words.takeValue(u"--listen"_s)) {
            if (const auto error = readListen(*listen, serve))
                return *error;
        } else if (const auto database = words.takeValue(u"--database"_s)) {
            if (const auto error = readDatabase(*database, options.databasePath))
                return *error;
        } else if (const auto speed = words.takeValue(u"--simulate-drivers"_s)) {
            bool isNumber = false;
            serve.simulateDrivers = speed->toInt(&isNumber);
            demoDetails = true;
            if (!isNumber || serve.simulateDrivers < 1 || serve.simulateDrivers > SimulatedDriver::kFastest)
                return wrong(u"--simulate-drivers wants a number from 1 to %1"_s.arg(SimulatedDriver::kFastest));
        } else if (const auto deliveries = words.takeValue(u"--demo-deliveries"_s)) {
            bool isNumber = false;
            serve.demoDeliveries = deliveries->toLongLong(&isNumber);
            demoDetails = true;
            if (!isNumber || serve.demoDeliveries < 0 || serve.demoDeliveries > kMostDemoDeliveries)
                return wrong(u"--demo-deliveries wants a number from 0 to %1"_s.arg(kMostDemoDeliveries));
        } else if (const auto seed = words.takeValue(u"--demo-seed"_s)) {
            bool isNumber = false;
            serve.demoSeed = seed->toULongLong(&isNumber);
            demoDetails = true;
            if (!isNumber)
                return wrong(u"--demo-seed wants a number"_s);
        } else if (const auto days = words.takeValue(u"--keep-positions"_s)) {
            bool isNumber = false;
            serve.keepPositions = days->toInt(&isNumber);
            if (!isNumber || serve.keepPositions < 1 || serve.keepPositions > kMostDaysKept)
                return wrong(u"--keep-positions wants a number of days from 1 to %1"_s.arg(kMostDaysKept));
        } else if (const auto hookDays = words.takeValue(u"--keep-webhooks"_s)) {
            bool isNumber = false;
            serve.keepWebhooks = hookDays->toInt(&isNumber);
            if (!isNumber || serve.keepWebhooks < 1 || serve.keepWebhooks > kMostDaysKept)
                return wrong(u"--keep-webhooks wants a number of days from 1 to %1"_s.arg(kMostDaysKept));
        } else if (const auto limit = words.takeValue(u"--media-limit"_s)) {
            bool isNumber = false;
            const qint64 mebibytes = limit->toLongLong(&isNumber);
            if (!isNumber || mebibytes < 1 || mebibytes > kMostMebibytes)
                return wrong(u"--media-limit wants a number of MiB from 1 to %1"_s.arg(kMostMebibytes));
            serve.mediaLimit = mebibytes * 1024 * 1024;
        } else if (const auto tenant = words.takeValue(u"--onro-tenant"_s)) {
            serve.onroTenant = *tenant;
        } else if (const auto secret = words.takeValue(u"--onro-secret-file"_s)) {
            serve.onroSecretFile = *secret;
        } else if (const auto certificate = words.takeValue(u"--tls-cert"_s)) {
            serve.tlsCertificate = *certificate;
        } else if (const auto key = words.takeValue(u"--tls-key"_s)) {
            serve.tlsKey = *key;
        } else {
            return wrong(u"unknown or incomplete option \"%1\""_s.arg(words.peek()));
        }
    }
    if (serve.tlsCertificate.isEmpty() != serve.tlsKey.isEmpty())
        return wrong(u"--tls-cert and --tls-key go together"_s);
    if (demoDetails && !serve.demo)
        return wrong(u"--demo-deliveries, --demo-seed and --simulate-drivers need --demo"_s);
    if (serve.demo && !isLoopback(serve.address))
        return wrong(u"--demo has users whose password everybody knows: it listens on loopback only"_s);
    return options;
}

QString usage()
{
    return uR"(waydesk-backend [--listen 127.0.0.1:8480]     port 0 picks a free one
                [--database sqlite:PATH]
                [--demo [--demo-deliveries N] [--demo-seed N] [--simulate-drivers SPEED]]   SPEED 1 to 5
                [--tls-cert FILE --tls-key FILE]
                [--keep-positions DAYS]         where drivers were; 30
                [--keep-webhooks DAYS]          webhooks as they came, but no more than 50,000 of a source; 14
                [--media-limit MIB]             pictures of proofs, for each tenant; 20480
                [--onro-tenant NAME]            whose drivers the ONRO webhooks are about, where there are several
                [--onro-secret-file FILE]       they must be signed with it; or WAYDESK_ONRO_SECRET in the environment
                [--stop-with-stdin]             ends when its standard input does
waydesk-backend user add --email E --name N --role dispatcher|manager|driver|merchant|admin
                         [--tenant NAME] [--driver ID] [--warehouses ID,ID] [--database sqlite:PATH]
waydesk-backend user password --email E [--database sqlite:PATH]
waydesk-backend user list [--database sqlite:PATH]
waydesk-backend device bind DEVICE DRIVER_EMAIL [--database sqlite:PATH]    a tracker that reports to /track?id=DEVICE
waydesk-backend device list [--database sqlite:PATH]
The password of a user is read from standard input. When ready to serve, the first line on standard output is
{"listening":"http://127.0.0.1:PORT"}.
)"_s;
}

} // namespace waydesk::backend
