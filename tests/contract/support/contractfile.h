// SPDX-License-Identifier: GPL-3.0-or-later
// A contract file (a list of calls with their documented responses), and the comparison of an answer with one of them:
// every documented field is there with its type, nothing undeclared is added, and the words that carry meaning (codes,
// messages, statuses) are the same. "{{name}}" stands for any value of that kind. A field may be null exactly where
// some documented response of the file shows it null, and may have a value exactly where some response shows one.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace waydesk::contract {

struct Documented
{
    QString title, method, path, name; // of the call; `name` of the response
    QJsonValue requestBody;            // undefined where the document has none
    int status = 0;
    QJsonObject body;
    QString key() const { return title + QStringLiteral(" / ") + name; }
};

class ContractFile
{
public:
    explicit ContractFile(const QString& path);

    const QList<Documented>& responses() const { return m_responses; }

    struct Allowance
    {
        QSet<QString> added;     // keys that we add, as the contract's README decides
        QSet<QString> anyWord;   // paths ("data.status") whose word is an example, not a promise
        QSet<QString> mayBeNull; // paths that the contract's README lets be null
    };
    // What differs, one line each; empty: nothing.
    QStringList differences(const QJsonObject& documented, const QJsonObject& answer, const Allowance& allowed) const;

private:
    void learn(const QString& key, const QJsonValue& value);
    void compare(const QString& path, const QString& key, const QJsonValue& documented, const QJsonValue& answer,
                 const Allowance& allowed, QStringList& found) const;
    void compareObjects(const QString& path, const QJsonObject& documented, const QJsonObject& answer,
                        const Allowance& allowed, QStringList& found) const;
    void compareArrays(const QString& path, const QString& key, const QJsonArray& documented, const QJsonArray& answer,
                       const Allowance& allowed, QStringList& found) const;

    QList<Documented> m_responses;
    QSet<QString> m_nullable;           // keys that are null somewhere
    QHash<QString, QJsonValue> m_shown; // a value of each key that has one somewhere
};

} // namespace waydesk::contract
