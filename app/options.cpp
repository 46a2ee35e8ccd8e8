// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "ui/session/signinview.h"

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {
Error wrong(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Malformed;
    error.detail = detail;
    return error;
}
} // namespace

QString usage()
{
    return u"waydesk [--connect URL] [--data-dir DIR] [--language en|ar] [--demo [--demo-deliveries N]] [--tour DIR]\n"
           "  --connect URL    the depot's server\n"
           "  --data-dir DIR   where this desk keeps its data (its own for every desk)\n"
           "  --language CODE  the language of this run\n"
           "  --demo           starts the demo depot on this computer and signs in\n"
           "  --tour DIR       shows every screen with demo data, writes a picture of each into DIR, and ends\n"
           "  --exit-when-painted  says \"painted\" when the first table stands on the screen, and ends (for measuring)\n"_s;
}

Result<Options> readOptions(const QStringList& words)
{
    Options options;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        const auto value = [&]() -> QString { return i + 1 < words.size() ? words[++i] : QString(); };
        if (word == u"--help" || word == u"-h") {
            options.help = true;
        } else if (word == u"--version") {
            options.version = true;
        } else if (word == u"--demo") {
            options.demo = true;
        } else if (word == u"--exit-when-painted") {
            options.exitWhenPainted = true;
        } else if (word == u"--connect") {
            const QString given = value();
            options.connect = ui::SignInView::serverUrl(given);
            if (options.connect->isEmpty())
                return wrong(
                    u"--connect needs a web address such as https://depot.example.org, not \"%1\""_s.arg(given));
        } else if (word == u"--data-dir") {
            options.dataDir = value();
            if (options.dataDir.isEmpty())
                return wrong(u"--data-dir needs a folder"_s);
        } else if (word == u"--language") {
            options.language = value();
            if (options.language != u"en" && options.language != u"ar")
                return wrong(u"--language knows en and ar, not \"%1\""_s.arg(options.language));
        } else if (word == u"--demo-deliveries") {
            bool number = false;
            const QString given = value();
            options.demoDeliveries = given.toLongLong(&number);
            if (!number || *options.demoDeliveries < 0 || *options.demoDeliveries > 1'000'000)
                return wrong(u"--demo-deliveries needs a number up to 1000000, not \"%1\""_s.arg(given));
        } else if (word == u"--tour") {
            options.tour = value();
            if (options.tour.isEmpty())
                return wrong(u"--tour needs a folder"_s);
        } else {
            return wrong(u"unknown word \"%1\""_s.arg(word));
        }
    }
    if (options.demo && options.connect)
        return wrong(u"--demo and --connect exclude each other"_s);
    return options;
}

} // namespace waydesk::app
