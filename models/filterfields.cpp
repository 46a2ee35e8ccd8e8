// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterfields.h"

#include "models/words.h"
#include "services/domain/fold.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models::filter {

namespace {

struct FilterText
{
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

// "Picked up", "picked_up" and "picked-up" are one.
QString squeezed(const QString& text)
{
    QString plain = fold(text);
    return plain.remove(u' ').remove(u'_').remove(u'-');
}

template<class E, class All>
std::optional<E> enumFrom(const QString& value, const All& all)
{
    const QString wanted = squeezed(value);
    for (const E e : all) {
        if (squeezed(word(e)) == wanted || squeezed(words(e)) == wanted)
            return e;
    }
    return std::nullopt;
}

QString translatedWord(Field field)
{
    switch (field) {
    case Field::Status:
        return FilterText::tr("status", "filter word");
    case Field::Driver:
        return FilterText::tr("driver", "filter word");
    case Field::Cod:
        return FilterText::tr("cod", "filter word");
    case Field::From:
        return FilterText::tr("from", "filter word: a place");
    case Field::To:
        return FilterText::tr("to", "filter word: a place");
    case Field::Warehouse:
        return FilterText::tr("warehouse", "filter word");
    case Field::After:
        return FilterText::tr("after", "filter word: a day");
    case Field::Before:
        return FilterText::tr("before", "filter word: a day");
    case Field::Until:
        return FilterText::tr("until", "filter word: a day");
    case Field::On:
        return FilterText::tr("on", "filter word: a day");
    case Field::Carrier:
        return FilterText::tr("carrier", "filter word");
    case Field::Number:
        return FilterText::tr("number", "filter word");
    }
    Q_UNREACHABLE();
}

bool isWordLetter(QChar c)
{
    return c.isLetter() || c.isMark() || c == u'_';
}

// Where the operator of "field>=value" begins; -1 when it is no such thing.
qsizetype operatorAt(QStringView word)
{
    qsizetype at = 0;
    while (at < word.size() && isWordLetter(word[at]))
        ++at;
    if (at == 0 || at == word.size())
        return -1;
    const QChar c = word[at];
    return c == u':' || c == u'=' || c == u'>' || c == u'<' ? at : -1;
}

QString unquoted(QStringView text)
{
    return text.toString().remove(u'"');
}

} // namespace

QString englishWord(Field field)
{
    switch (field) {
    case Field::Status:
        return u"status"_s;
    case Field::Driver:
        return u"driver"_s;
    case Field::Cod:
        return u"cod"_s;
    case Field::From:
        return u"from"_s;
    case Field::To:
        return u"to"_s;
    case Field::Warehouse:
        return u"warehouse"_s;
    case Field::After:
        return u"after"_s;
    case Field::Before:
        return u"before"_s;
    case Field::Until:
        return u"until"_s;
    case Field::On:
        return u"on"_s;
    case Field::Carrier:
        return u"carrier"_s;
    case Field::Number:
        return u"number"_s;
    }
    Q_UNREACHABLE();
}

QString fieldWord(Field field)
{
    const QString translated = translatedWord(field);
    const bool plain = !translated.isEmpty() && std::all_of(translated.begin(), translated.end(), isWordLetter);
    return plain ? translated : englishWord(field);
}

QString fieldHint(Field field)
{
    switch (field) {
    case Field::Status:
        return FilterText::tr("the waybill's status");
    case Field::Driver:
        return FilterText::tr("who has it");
    case Field::Cod:
        return FilterText::tr("cash on delivery: >, <, = or from-to");
    case Field::From:
        return FilterText::tr("the warehouse that it leaves");
    case Field::To:
        return FilterText::tr("where it goes");
    case Field::Warehouse:
        return FilterText::tr("leaves it or goes there");
    case Field::After:
        return FilterText::tr("created on this day or later");
    case Field::Before:
        return FilterText::tr("created before this day");
    case Field::Until:
        return FilterText::tr("created on this day or earlier");
    case Field::On:
        return FilterText::tr("created on this day");
    case Field::Carrier:
        return FilterText::tr("who carries it");
    case Field::Number:
        return FilterText::tr("part of its number");
    }
    Q_UNREACHABLE();
}

std::optional<Field> fieldFrom(QStringView word)
{
    const QString wanted = fold(word);
    for (const Field field : kFields) {
        if (wanted == englishWord(field) || wanted == fold(translatedWord(field)))
            return field;
    }
    return std::nullopt;
}

QList<Token> tokens(const QString& text)
{
    QList<Token> result;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const qsizetype start = at;
        for (bool inQuotes = false; at < text.size() && (inQuotes || !text[at].isSpace()); ++at)
            inQuotes ^= text[at] == u'"';
        Token token;
        token.start = start;
        token.size = at - start;
        token.text = text.sliced(start, at - start);
        if (const qsizetype op = operatorAt(token.text); op >= 0) {
            const QStringView rest = QStringView(token.text).sliced(op);
            const bool twoSigns = rest.startsWith(u">=") || rest.startsWith(u"<=");
            token.word = token.text.first(op);
            token.op = rest.first(twoSigns ? 2 : 1).toString();
            token.value = unquoted(rest.sliced(token.op.size())).trimmed();
        } else {
            token.value = unquoted(token.text).trimmed();
        }
        result += token;
    }
    return result;
}

bool looksLikeField(const QString& word)
{
    return operatorAt(word) >= 0;
}

QString quotedIfNeeded(const QString& value)
{
    const bool blanks = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
    return blanks || value.isEmpty() ? QString(u'"' + value + u'"') : value;
}

std::optional<WaybillStatus> statusFrom(const QString& value)
{
    return enumFrom<WaybillStatus>(value, kWaybillStatuses);
}

std::optional<CarrierType> carrierFrom(const QString& value)
{
    return enumFrom<CarrierType>(value, kCarrierTypes);
}

QString todayWord()
{
    return FilterText::tr("today", "a day in the filter");
}

QString yesterdayWord()
{
    return FilterText::tr("yesterday", "a day in the filter");
}

std::optional<QDate> dateFrom(const QString& value, QDate today)
{
    const QString text = fold(value); // digits become 0-9
    if (text == u"today" || text == fold(todayWord()))
        return today;
    if (text == u"yesterday" || text == fold(yesterdayWord()))
        return today.addDays(-1);
    static const QRegularExpression ago(u"^(\\d{1,4})d$"_s);
    if (const auto match = ago.match(text); match.hasMatch())
        return today.addDays(-match.captured(1).toInt());
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<qint64> minorFrom(const QString& value, const QString& currency)
{
    QString text = fold(value);
    text.remove(u',').remove(u'٬').remove(u' ');
    text.replace(u'٫', u'.');
    const int digits = minorDigits(currency);
    const qsizetype point = text.indexOf(u'.');
    const QString whole = point < 0 ? text : text.first(point);
    const QString fraction = point < 0 ? QString() : text.sliced(point + 1);
    const auto onlyDigits = [](const QString& part) {
        return std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (whole.isEmpty() || whole.size() > 15 || fraction.size() > digits || !onlyDigits(whole) ||
        !onlyDigits(fraction) || (point >= 0 && fraction.isEmpty()))
        return std::nullopt;
    return QString(whole + fraction.leftJustified(digits, u'0')).toLongLong();
}

QString minorText(qint64 minor, const QString& currency)
{
    const int digits = minorDigits(currency);
    const QString text = QString::number(minor).rightJustified(digits + 1, u'0');
    return digits == 0 ? text : QString(text.chopped(digits) + u'.' + text.last(digits));
}

QList<DriverRef> driversFrom(const QString& value, const FilterNames& names)
{
    if (!names.drivers)
        return {};
    if (value.startsWith(u'#')) {
        const DriverId id{value.sliced(1)};
        for (const DriverRef& driver : names.drivers({})) {
            if (driver.id == id)
                return {driver};
        }
        DriverRef unnamed; // not among those this desk knows by name: the id still filters
        unnamed.id = id;
        return {unnamed};
    }
    const QList<DriverRef> found = names.drivers(value);
    QList<DriverRef> exact;
    for (const DriverRef& driver : found) {
        if (fold(driver.user.fullName) == fold(value))
            exact += driver;
    }
    return exact.isEmpty() ? found : exact;
}

QList<Warehouse> warehousesFrom(const QString& value, const FilterNames& names)
{
    QList<Warehouse> exact, begin, inside;
    const QString wanted = fold(value);
    for (const Warehouse& warehouse : names.warehouses ? names.warehouses() : QList<Warehouse>{}) {
        const QString name = fold(warehouse.ref.name);
        if (value == u'#' + warehouse.ref.id.value || name == wanted || fold(warehouse.ref.code) == wanted)
            exact += warehouse;
        else if (name.startsWith(wanted))
            begin += warehouse;
        else if (name.contains(wanted))
            inside += warehouse;
    }
    if (exact.isEmpty() && value.startsWith(u'#')) {
        Warehouse unnamed;
        unnamed.ref.id = {value.sliced(1)};
        return {unnamed};
    }
    return !exact.isEmpty() ? exact : !begin.isEmpty() ? begin : inside;
}

} // namespace waydesk::models::filter
