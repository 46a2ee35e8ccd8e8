// SPDX-License-Identifier: GPL-3.0-or-later
// The filter box's own small language: its fields in English and in the person's words, how a text falls into tokens,
// and how single values are read. Used by filtertext and filtercandidates only.
#pragma once

#include "models/filtertext.h"

namespace waydesk::models::filter {

enum class Field { Status, Driver, Cod, From, To, Warehouse, After, Before, Until, On, Carrier, Number };
inline constexpr std::array kFields{Field::Status,    Field::Driver, Field::From,    Field::To,
                                    Field::Warehouse, Field::After,  Field::Before,  Field::Until,
                                    Field::On,        Field::Cod,    Field::Carrier, Field::Number};

QString englishWord(Field field);
QString fieldWord(Field field); // in the person's language where that is one plain word
QString fieldHint(Field field);
std::optional<Field> fieldFrom(QStringView word);

struct Token
{
    qsizetype start = 0, size = 0;
    QString word;  // before the operator; empty for free words
    QString op;    // ":", "=", ">", ">=", "<", "<="
    QString value; // without quotes
    QString text;  // as typed
};
QList<Token> tokens(const QString& text);
QString quotedIfNeeded(const QString& value);
bool looksLikeField(const QString& word);

std::optional<WaybillStatus> statusFrom(const QString& value);
std::optional<CarrierType> carrierFrom(const QString& value);
std::optional<QDate> dateFrom(const QString& value, QDate today);
std::optional<qint64> minorFrom(const QString& value, const QString& currency); // an amount in whole units
QString minorText(qint64 minor, const QString& currency);                       // and back
QString todayWord();
QString yesterdayWord();
// All that the words may mean, the exact one alone where there is one. "#id" names by id.
QList<DriverRef> driversFrom(const QString& value, const FilterNames& names);
QList<Warehouse> warehousesFrom(const QString& value, const FilterNames& names);

} // namespace waydesk::models::filter
