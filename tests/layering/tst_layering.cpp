// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's folders may only look down. Reads the includes of every product file and fails when the direction of
// dependence in docs/architecture.md is broken, when a file outgrows 400 lines, or when a folder reaches for a library
// that is not its business.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Folder
{
    QString path;
    QStringList may;       // folders of ours that it may include, itself apart
    QStringList neverFrom; // beginnings of <system> headers that it may not include
};

const QStringList kWidgets{u"QWidget"_s, u"QtWidgets"_s, u"QApplication"_s, u"QDialog"_s, u"QMainWindow"_s};
const QStringList kNetwork{u"QNetwork"_s, u"QTcp"_s, u"QSsl"_s, u"boost/"_s};
const QStringList kSql{u"QSql"_s, u"sqlite3.h"_s, u"libpq"_s};
const QStringList kJson{u"QJson"_s, u"simdjson"_s};

QList<Folder> folders()
{
    const QString domain = u"services/domain"_s, wire = u"services/wire"_s, net = u"services/net"_s;
    const QString backends = u"services/backends"_s, store = u"services/store"_s, sync = u"services/sync"_s;
    const QString facade = u"services/facade"_s, tiles = u"services/tiles"_s;
    return {
        {domain, {}, kWidgets + kNetwork + kSql + kJson},
        {wire, {domain}, kWidgets + kNetwork + kSql},
        {net, {domain}, kWidgets + kSql},
        {backends, {domain, wire, net}, kWidgets + kSql},
        {store, {domain}, kWidgets + kNetwork},
        {sync, {domain, wire, net, backends, store}, kWidgets},
        {facade, {domain, store, sync, tiles}, kWidgets + kNetwork + kJson},
        {u"models"_s, {domain, facade}, kWidgets + kNetwork + kSql},
        {u"ui"_s, {domain, facade, u"models"_s}, kNetwork + kSql},
        {u"app"_s, {u"services"_s, u"models"_s, u"ui"_s}, {}},
        {u"backend"_s, {domain, wire}, kWidgets + QStringList{u"QNetwork"_s, u"QSql"_s}},
        {tiles, {domain, net}, kWidgets + kNetwork + kJson},
    };
}

QString root()
{
    return QStringLiteral(WAYDESK_SOURCE_DIR);
}

bool startsWithAny(const QString& text, const QStringList& beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(), [&](const QString& b) { return text.startsWith(b); });
}

// Every broken rule of one file's text, as words.
QStringList broken(const Folder& folder, const QString& text)
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s,
                                            QRegularExpression::MultilineOption);
    QStringList result;
    for (auto it = include.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString path = match.captured(2);
        if (match.captured(1) == u"<") {
            if (startsWithAny(path, folder.neverFrom))
                result += u"includes <%1>"_s.arg(path);
        } else if (path.contains(u'/')) {
            if (!path.startsWith(folder.path + u'/') && !startsWithAny(path, [&] {
                    QStringList with;
                    for (const QString& f : folder.may)
                        with += f + u'/';
                    return with;
                }()))
                result += u"includes \"%1\""_s.arg(path);
        }
    }
    return result;
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksOnlyDown_data()
    {
        QTest::addColumn<int>("index");
        const auto all = folders();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all[i].path)) << i;
    }
    void looksOnlyDown()
    {
        QFETCH(int, index);
        const Folder folder = folders().at(index);
        QStringList faults;
        QDirIterator it(root() + u'/' + folder.path, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QFile::ReadOnly));
            for (const QString& fault : broken(folder, QString::fromUtf8(file.readAll())))
                faults += it.filePath().sliced(root().size() + 1) + u": "_s + fault;
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void seesABrokenRule()
    {
        const Folder models = folders().at(7);
        QCOMPARE(models.path, u"models"_s);
        QCOMPARE(broken(models, u"#include \"services/store/store.h\"\n#include <QSqlQuery>\n"_s).size(), 2);
        QVERIFY(broken(models, u"#include \"services/facade/rows.h\"\n#include <QColor>\n"_s).isEmpty());
    }

    void staysReadable()
    {
        QStringList faults;
        const QStringList where{u"services"_s, u"models"_s, u"ui"_s, u"app"_s, u"backend"_s, u"tests"_s, u"bench"_s};
        int seen = 0;
        for (const QString& folder : where) {
            QDirIterator it(root() + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QFile::ReadOnly));
                const QByteArray text = file.readAll();
                const QString name = it.filePath().sliced(root().size() + 1);
                ++seen;
                if (const auto lines = text.count('\n'); lines > 400)
                    faults += u"%1: %2 lines"_s.arg(name).arg(lines);
                if (!text.startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n"))
                    faults += name + u": the licence line does not come first"_s;
                if (name.endsWith(u".h") && !text.contains("#pragma once"))
                    faults += name + u": no #pragma once"_s;
            }
        }
        QVERIFY(seen > 20);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
