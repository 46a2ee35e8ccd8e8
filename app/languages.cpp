// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;

QList<Languages::Language> Languages::all()
{
    return {{u"en"_s, u"English"_s}, {u"ar"_s, u"العربية"_s}};
}

Languages::Languages(QObject* parent)
    : QObject(parent)
    , m_system(QLocale::system())
{
}

Languages::~Languages() = default;

void Languages::use(const QString& wanted)
{
    QString code = wanted;
    if (code.isEmpty())
        code = m_system.language() == QLocale::Arabic ? u"ar"_s : u"en"_s;
    if (code == m_current)
        return;
    m_current = code;
    // Digits, dates and signs as the person's own country writes them, where it speaks this language.
    const QLocale plain =
        code == u"ar" ? QLocale(QLocale::Arabic, QLocale::Iraq) : QLocale(QLocale::English, QLocale::UnitedStates);
    m_locale = m_system.language() == plain.language() && m_system.language() != QLocale::C ? m_system : plain;
    QLocale::setDefault(m_locale);
    m_ours = std::make_unique<QTranslator>();
    m_qts = std::make_unique<QTranslator>();
    // English has a file too: plural forms come from it.
    if (m_ours->load(u":/i18n/waydesk_%1.qm"_s.arg(code)))
        QCoreApplication::installTranslator(m_ours.get());
    if (m_qts->load(u"qtbase_%1"_s.arg(code), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qts.get());
    QGuiApplication::setLayoutDirection(m_locale.textDirection());
    Q_EMIT changed();
}

} // namespace waydesk::app
