// SPDX-License-Identifier: GPL-3.0-or-later
// waydesk-backend as its owner meets it: flags read strictly, users added from the terminal, TLS, and ends that are
// clean.
#include "backend/options.h"
#include "tests/backend/support/testclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;
namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

// One run of the program; killed with its owner.
class Program
{
public:
    explicit Program(const QStringList& words)
    {
        m_process.start(qEnvironmentVariable("WAYDESK_BIN") + u"/waydesk-backend"_s, words);
    }
    ~Program()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    void say(const QByteArray& bytes)
    {
        m_process.write(bytes);
        m_process.closeWriteChannel();
    }
    // The address of its first line; empty when it ended instead.
    QUrl listening()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return {};
        }
        return QUrl(QJsonDocument::fromJson(m_process.readLine()).object()[u"listening"].toString());
    }
    int exitCode()
    {
        if (!m_process.waitForFinished(30'000) || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }
    QString complaint() { return QString::fromUtf8(m_process.readAllStandardError()); }
    QString output() { return QString::fromUtf8(m_process.readAllStandardOutput()); }
    QProcess& process() { return m_process; }

private:
    QProcess m_process;
};

// A certificate for 127.0.0.1 that signs itself, and its key, as PEM files.
bool makeCertificate(const QString& certificate, const QString& key)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> paper(X509_new(), X509_free);
    X509_set_version(paper.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(paper.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(paper.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(paper.get()), 3600);
    X509_set_pubkey(paper.get(), pair.get());
    X509_NAME* name = X509_get_subject_name(paper.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("depot.test"), -1, -1,
                               0);
    X509_set_issuer_name(paper.get(), name);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> who(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1"), X509_EXTENSION_free);
    X509_add_ext(paper.get(), who.get(), -1);
    if (X509_sign(paper.get(), pair.get(), EVP_sha256()) == 0)
        return false;
    const std::unique_ptr<BIO, decltype(&BIO_free)> one(BIO_new_file(certificate.toLocal8Bit().constData(), "w"),
                                                        BIO_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> two(BIO_new_file(key.toLocal8Bit().constData(), "w"), BIO_free);
    return PEM_write_bio_X509(one.get(), paper.get()) == 1 &&
           PEM_write_bio_PrivateKey(two.get(), pair.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
}

int statusOverTls(int port, const QString& trusted)
{
    asio::io_context io;
    asio::ssl::context context(asio::ssl::context::tls_client);
    context.load_verify_file(trusted.toStdString());
    context.set_verify_mode(asio::ssl::verify_peer);
    asio::ssl::stream<asio::ip::tcp::socket> stream(io, context);
    stream.set_verify_callback(asio::ssl::host_name_verification("127.0.0.1"));
    stream.next_layer().connect({asio::ip::address_v4::loopback(), static_cast<quint16>(port)});
    stream.handshake(asio::ssl::stream_base::client);
    http::request<http::empty_body> request(http::verb::get, "/auth/me", 11);
    request.set(http::field::host, "127.0.0.1");
    http::write(stream, request);
    boost::beast::flat_buffer buffer;
    http::response<http::string_body> response;
    http::read(stream, buffer, response);
    return static_cast<int>(response.result_int());
}

Reply signIn(int port, const QString& email, const QString& password)
{
    return TestClient(static_cast<quint16>(port)).post("/auth/login", {{u"email"_s, email}, {u"password"_s, password}});
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsItsFlagsStrictly_data();
    void readsItsFlagsStrictly();
    void explainsItself();
    void takesUsersFromTheTerminal();
    void bindsDevicesFromTheTerminal();
    void wantsTheSecretThatItWasPromised();
    void keepsDemoAndRealDepotsApart();
    void servesTls();
    void saysWhatIsWrongWithACertificate();
    void endsWithItsStandardInput();
    void endsWhenTold();
    void sharesItsFileWithNobody();

private:
    QString file(const QString& name) const { return m_folder->filePath(name); }
    QStringList serving(const QStringList& more = {}) const
    {
        return QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + file(u"depot.db"_s)} + more;
    }
    int runUser(const QStringList& words, const QByteArray& password, QString* said = nullptr)
    {
        Program program(QStringList{u"user"_s} + words +
                        QStringList{u"--database"_s, u"sqlite:"_s + file(u"depot.db"_s)});
        program.say(password + '\n');
        const int code = program.exitCode();
        if (said)
            *said = program.output() + program.complaint();
        return code;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProgram::readsItsFlagsStrictly_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("complaint"); // a part of it; empty: taken
    const auto row = [](const char* name, const QStringList& words, const QString& complaint = {}) {
        QTest::newRow(name) << words << complaint;
    };
    row("nothing", {});
    row("both spellings", {u"--listen=[::1]:0"_s, u"--database"_s, u"sqlite:/x"_s});
    row("demo in full", {u"--demo"_s, u"--demo-deliveries"_s, u"12"_s, u"--demo-seed=7"_s});
    row("tls", {u"--tls-cert=a"_s, u"--tls-key=b"_s, u"--stop-with-stdin"_s, u"--listen=0.0.0.0:443"_s});
    row("unknown", {u"--verbose"_s}, u"\"--verbose\""_s);
    row("a value that is not there", {u"--listen"_s}, u"\"--listen\""_s);
    row("a host name", {u"--listen=depot.test:80"_s}, u"--listen wants"_s);
    row("a port too large", {u"--listen=127.0.0.1:70000"_s}, u"--listen wants"_s);
    row("no port", {u"--listen=127.0.0.1"_s}, u"--listen wants"_s);
    row("another database", {u"--database=postgresql://x"_s}, u"PostgreSQL is not built"_s);
    row("a database without a kind", {u"--database=/x"_s}, u"--database wants"_s);
    row("too many", {u"--demo"_s, u"--demo-deliveries=99999999999"_s}, u"--demo-deliveries wants"_s);
    row("less than none", {u"--demo"_s, u"--demo-deliveries=-1"_s}, u"--demo-deliveries wants"_s);
    row("details of no demo", {u"--demo-deliveries=5"_s}, u"need --demo"_s);
    row("a seed in words", {u"--demo"_s, u"--demo-seed=red"_s}, u"--demo-seed wants"_s);
    row("a demo for the world", {u"--demo"_s, u"--listen=0.0.0.0:80"_s}, u"loopback only"_s);
    row("half of tls", {u"--tls-key=b"_s}, u"go together"_s);
    row("user, and no verb", {u"user"_s}, u"add, password or list"_s);
    row("user without an address", {u"user"_s, u"password"_s}, u"wants --email"_s);
    row("user without a role", {u"user"_s, u"add"_s, u"--email=a@b"_s, u"--name=A"_s}, u"--name and --role"_s);
    row("positions and who tells them",
        {u"--keep-positions=7"_s, u"--onro-tenant"_s, u"North"_s, u"--onro-secret-file=f"_s});
    row("webhooks and pictures", {u"--keep-webhooks=30"_s, u"--media-limit"_s, u"512"_s});
    row("webhooks for no time", {u"--keep-webhooks=0"_s}, u"--keep-webhooks wants"_s);
    row("no pictures", {u"--media-limit=0"_s}, u"--media-limit wants"_s);
    row("pictures in words", {u"--media-limit=much"_s}, u"--media-limit wants"_s);
    row("positions for no time", {u"--keep-positions=0"_s}, u"--keep-positions wants"_s);
    row("positions for ever", {u"--keep-positions=99999"_s}, u"--keep-positions wants"_s);
    row("a secret for all to read", {u"--onro-secret=x"_s}, u"\"--onro-secret=x\""_s);
    row("device list", {u"device"_s, u"list"_s, u"--database=sqlite:/x"_s});
    row("device bind", {u"device"_s, u"bind"_s, u"353"_s, u"a@b"_s, u"--database"_s, u"sqlite:/x"_s});
    row("device, and no verb", {u"device"_s}, u"bind or list"_s);
    row("device without a driver", {u"device"_s, u"bind"_s, u"353"_s}, u"DRIVER_EMAIL"_s);
    row("device without a device", {u"device"_s, u"bind"_s, u""_s, u"a@b"_s}, u"DRIVER_EMAIL"_s);
    row("device with a server's flag", {u"device"_s, u"list"_s, u"--demo"_s}, u"\"--demo\""_s);
    row("user with a server's flag", {u"user"_s, u"list"_s, u"--demo"_s}, u"\"--demo\""_s);
}

void TestProgram::readsItsFlagsStrictly()
{
    QFETCH(QStringList, words);
    QFETCH(QString, complaint);
    const Result<Options> options = readOptions(words);
    QCOMPARE(options.ok(), complaint.isEmpty());
    if (!options)
        QVERIFY2(options.error().detail.contains(complaint), qPrintable(options.error().detail));
}

void TestProgram::explainsItself()
{
    Program help({u"--help"_s});
    QCOMPARE(help.exitCode(), 0);
    QCOMPARE(help.output(), usage());
    Program wrong({u"--verbose"_s});
    QCOMPARE(wrong.exitCode(), 2);
    const QString said = wrong.complaint();
    QVERIFY2(said.startsWith(u"waydesk-backend: unknown or incomplete option"_s) && said.endsWith(usage()),
             qPrintable(said));
}

void TestProgram::takesUsersFromTheTerminal()
{
    const QStringList add{u"add"_s, u"--email=Ada@depot.test"_s, u"--name=Ada"_s, u"--role=dispatcher"_s};
    QString said;
    QCOMPARE(runUser(add, "short", &said), 1);
    QVERIFY2(said.contains(u"at least 8"_s), qPrintable(said));
    QCOMPARE(runUser(add, "first password"), 0);
    QCOMPARE(runUser(add, "first password", &said), 1);
    QVERIFY2(said.contains(u"taken"_s), qPrintable(said));
    QCOMPARE(runUser({u"add"_s, u"--email=x@y"_s, u"--name=X"_s, u"--role=king"_s}, "first password", &said), 1);
    QVERIFY2(said.contains(u"--role is"_s), qPrintable(said));
    QCOMPARE(runUser({u"list"_s}, {}, &said), 0);
    QCOMPARE(said, u"ada@depot.test\tdispatcher\tAda\tDepot\n"_s);

    QByteArray refresh;
    {
        Program server(serving());
        const int port = server.listening().port();
        QVERIFY(port > 0);
        QCOMPARE(signIn(port, u"ada@depot.test"_s, u"another password"_s).status, 401);
        const Reply in = signIn(port, u"ada@depot.test"_s, u"first password"_s);
        QCOMPARE(in.status, 200);
        refresh = in.data()[u"refresh_token"].toString().toUtf8();
        QVERIFY(!refresh.isEmpty());
    }
    QCOMPARE(runUser({u"password"_s, u"--email=nobody@depot.test"_s}, "second password", &said), 1);
    QVERIFY2(said.contains(u"no user"_s), qPrintable(said));
    QCOMPARE(runUser({u"password"_s, u"--email=ada@depot.test"_s}, "second password"), 0);
    Program server(serving());
    const int port = server.listening().port();
    QCOMPARE(signIn(port, u"ada@depot.test"_s, u"first password"_s).status, 401);
    QCOMPARE(signIn(port, u"ada@depot.test"_s, u"second password"_s).status, 200);
    TestClient client(static_cast<quint16>(port)); // and whoever was signed in with the old one is not any more
    QCOMPARE(client.post("/auth/refresh", {{u"refresh_token"_s, QString::fromUtf8(refresh)}}).status, 401);
}

void TestProgram::bindsDevicesFromTheTerminal()
{
    const auto device = [this](const QStringList& words, QString* said = nullptr) {
        Program program(QStringList{u"device"_s} + words +
                        QStringList{u"--database"_s, u"sqlite:"_s + file(u"depot.db"_s)});
        const int code = program.exitCode();
        if (said)
            *said = program.output() + program.complaint();
        return code;
    };
    Program server(serving({u"--demo"_s, u"--demo-deliveries=50"_s})); // beside which the verb runs
    const int port = server.listening().port();
    QVERIFY(port > 0);
    TestClient client(static_cast<quint16>(port));
    const QByteArray report = "/track?id=353861053849681&lat=36.19&lon=44.01";
    QCOMPARE(client.get(report).status, 404);
    QString said;
    QCOMPARE(device({u"bind"_s, u"353861053849681"_s, u"dispatcher@demo.waydesk"_s}, &said), 1);
    QVERIFY2(said.contains(u"no driver"_s), qPrintable(said));
    QCOMPARE(device({u"bind"_s, u"353861053849681"_s, u"driver8@demo.waydesk"_s}), 0); // not seen today
    QCOMPARE(device({u"list"_s}, &said), 0);
    // Beside the trackers that the demo's drivers carry.
    QVERIFY2(said.startsWith(u"353861053849681\tdriver8@demo.waydesk\t"_s) && said.count(u'\n') == 41,
             qPrintable(said));
    const Reply reply = client.get(report);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray(R"({"accepted":true})"));
}

void TestProgram::wantsTheSecretThatItWasPromised()
{
    QFile secret(file(u"secret"_s));
    const QString flag = u"--onro-secret-file="_s + secret.fileName();
    Program missing(serving({flag}));
    QCOMPARE(missing.exitCode(), 1);
    QVERIFY(missing.complaint().contains(u"--onro-secret-file"_s));
    QVERIFY(secret.open(QFile::WriteOnly) && secret.write("\n") == 1 && secret.flush());
    Program empty(serving({flag}));
    QCOMPARE(empty.exitCode(), 1);
    QVERIFY(empty.complaint().contains(u"is empty"_s));

    const auto statusOf = [](Program& server) {
        TestClient client(static_cast<quint16>(server.listening().port()));
        return client.post("/onro/driver-location-webhook/", {}).status;
    };
    QVERIFY(secret.write("a secret\n") > 0 && secret.flush());
    {
        Program fromFile(serving({flag}));
        QCOMPARE(statusOf(fromFile), 401);
    }
    qputenv("WAYDESK_ONRO_SECRET", "a secret");
    {
        Program fromEnvironment(serving());
        QCOMPARE(statusOf(fromEnvironment), 401);
    }
    qputenv("WAYDESK_ONRO_SECRET", "");
    Program emptied(serving());
    QCOMPARE(emptied.exitCode(), 1);
    qunsetenv("WAYDESK_ONRO_SECRET");
    Program without(serving());
    QCOMPARE(statusOf(without), 200); // taken, unsigned as it is
}

void TestProgram::keepsDemoAndRealDepotsApart()
{
    const QStringList demo{u"--demo"_s, u"--demo-deliveries=50"_s};
    {
        Program server(serving(demo));
        QVERIFY(server.listening().isValid());
    }
    Program withoutFlag(serving());
    QCOMPARE(withoutFlag.exitCode(), 1);
    QVERIFY(withoutFlag.complaint().contains(u"start it with --demo"_s));
    QVERIFY(QFile::remove(file(u"depot.db"_s)));
    QCOMPARE(runUser({u"add"_s, u"--email=a@depot.test"_s, u"--name=A"_s, u"--role=admin"_s}, "a long password"), 0);
    Program withFlag(serving(demo));
    QCOMPARE(withFlag.exitCode(), 1);
    QVERIFY(withFlag.complaint().contains(u"a file of its own"_s));
}

void TestProgram::servesTls()
{
    QVERIFY(makeCertificate(file(u"cert.pem"_s), file(u"key.pem"_s)));
    QVERIFY(makeCertificate(file(u"other.pem"_s), file(u"other-key.pem"_s)));
    Program server(serving({u"--tls-cert"_s, file(u"cert.pem"_s), u"--tls-key"_s, file(u"key.pem"_s)}));
    const QUrl url = server.listening();
    QCOMPARE(url.scheme(), u"https"_s);
    QCOMPARE(statusOverTls(url.port(), file(u"cert.pem"_s)), 401);
    QVERIFY_THROWS_EXCEPTION(boost::system::system_error, statusOverTls(url.port(), file(u"other.pem"_s)));
    QCOMPARE(TestClient(static_cast<quint16>(url.port())).get("/auth/me").status, 0); // in clear: no answer at all
}

void TestProgram::saysWhatIsWrongWithACertificate()
{
    QVERIFY(makeCertificate(file(u"cert.pem"_s), file(u"key.pem"_s)));
    QVERIFY(makeCertificate(file(u"other.pem"_s), file(u"other-key.pem"_s)));
    for (const QString& key : {u"other-key.pem"_s, u"missing.pem"_s}) {
        Program server(serving({u"--tls-cert"_s, file(u"cert.pem"_s), u"--tls-key"_s, file(key)}));
        QCOMPARE(server.exitCode(), 1);
        const QString said = server.complaint();
        QVERIFY2(said.startsWith(u"waydesk-backend: cannot listen: "_s) && said.size() > 40, qPrintable(said));
    }
}

void TestProgram::endsWithItsStandardInput()
{
    Program server(serving({u"--stop-with-stdin"_s}));
    QVERIFY(server.listening().isValid());
    QVERIFY(!server.process().waitForFinished(100));
    server.process().closeWriteChannel();
    QCOMPARE(server.exitCode(), 0);
}

void TestProgram::endsWhenTold()
{
    Program server(serving());
    QVERIFY(server.listening().isValid());
    server.process().terminate();
    QCOMPARE(server.exitCode(), 0);
}

void TestProgram::sharesItsFileWithNobody()
{
    Program server(serving());
    QVERIFY(server.listening().isValid());
    Program second(serving());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.complaint().contains(u"another server uses this database"_s));
    QCOMPARE(QFile::permissions(file(u"depot.db"_s)) &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions{});
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
