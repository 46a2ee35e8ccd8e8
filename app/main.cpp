// SPDX-License-Identifier: GPL-3.0-or-later
// waydesk: reads the command line, prepares the data folder and the log, and lets the desk do the rest.
#include "app/desk.h"
#include "app/firstpaint.h"
#include "app/logfile.h"
#include "app/tour.h"
#include "ui/waybills/waybillslist.h"
#include "ui/waybills/waybillspage.h"
#include "ui/widgets/table.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cstdio>
#include <thread>
#ifdef WAYDESK_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {
bool prepareFolder(const QString& folder)
{
    return QDir().mkpath(folder) &&
           QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}
} // namespace

int main(int argc, char** argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const auto options = waydesk::app::readOptions(words);
    if (!options || options->help) {
        std::fputs(qUtf8Printable(options ? QString() : options.error().detail + u'\n'), stderr);
        std::fputs(qUtf8Printable(waydesk::app::usage()), options ? stdout : stderr);
        return options ? 0 : 2;
    }
    if (options->version) {
        std::puts("waydesk " WAYDESK_VERSION);
        return 0;
    }
    // Which fonts there are is read while Qt opens the display; both take about as long.
    std::jthread fonts([] {
#ifdef WAYDESK_FONTCONFIG
        FcInit();
#endif
    });
    QApplication app(argc, argv);
    fonts.join();
    QApplication::setApplicationName(u"waydesk"_s);
    QApplication::setApplicationVersion(QStringLiteral(WAYDESK_VERSION));
    QApplication::setApplicationDisplayName(u"Waydesk"_s);
    QApplication::setDesktopFileName(u"waydesk"_s);
    QTemporaryDir tourData; // a tour must find the depot as it is on the first day
    QString folder = options->dataDir;
    if (folder.isEmpty())
        folder = options->tour.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                                         : tourData.path();
    if (!prepareFolder(folder)) {
        std::fprintf(stderr, "The data folder %s cannot be made or written.\n", qUtf8Printable(folder));
        return 1;
    }
    waydesk::app::LogFile log(folder + u"/log.jsonl"_s);
    waydesk::app::Desk desk(app, *options, folder);
    if (!options->tour.isEmpty())
        return waydesk::app::runTour(app, desk, options->tour);
    desk.start();
    std::optional<waydesk::app::FirstPaint> painted;
    if (options->exitWhenPainted && desk.waybillsPage()) { // for measuring a start
        const QAbstractItemView* table = desk.waybillsPage()->list()->table();
        const auto say = [] {
            std::puts("painted");
            std::fflush(stdout);
            QCoreApplication::quit();
        };
        painted.emplace(*table->viewport(), say, [table] { return table->model() && table->model()->rowCount() > 0; });
    }
    return QApplication::exec();
}
