// SPDX-License-Identifier: GPL-3.0-or-later
// The languages of the desk and the one in force: translators, locale, direction. Switched live; changed() comes after
// every widget has been told.
#pragma once

#include <QLocale>
#include <QObject>
#include <memory>

class QTranslator;

namespace waydesk::app {

class Languages final : public QObject
{
    Q_OBJECT

public:
    struct Language
    {
        QString code, name;
    };
    static QList<Language> all();

    explicit Languages(QObject* parent = nullptr);
    ~Languages() override;

    void use(const QString& code); // empty: as the system, English where that has no translation
    QString current() const { return m_current; }
    QLocale locale() const { return m_locale; }

Q_SIGNALS:
    void changed();

private:
    QString m_current;
    QLocale m_system, m_locale;
    std::unique_ptr<QTranslator> m_ours, m_qts;
};

} // namespace waydesk::app
