// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filtertext.h"

#include "models/filterfields.h"
#include "models/formats.h"
#include "models/words.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

using namespace filter;

namespace {

struct FilterText
{
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

class Parser
{
public:
    explicit Parser(const FilterNames& names)
        : m_names(names)
    {
    }

    ParsedFilter parse(const QString& text)
    {
        for (const Token& token : tokens(text))
            read(token);
        m_parsed.filter.text = m_words.join(u' ');
        return std::move(m_parsed);
    }

private:
    void fault(const Token& token, const QString& message)
    {
        m_parsed.faults += {token.text, message, token.start, token.size};
    }
    void chip(const Token& token, Field field, const QString& value)
    {
        m_parsed.chips += {fieldWord(field), value, token.start, token.size};
    }
    void notUnderstood(const Token& token, const QString& what)
    {
        fault(token,
              FilterText::tr("%1: %2", "what was typed: what is wrong with it").arg(Formats::quoted(token.text), what));
    }
    // True when the place is free; a second value is a fault, not a silent winner.
    bool isFree(const Token& token, bool taken)
    {
        if (taken)
            notUnderstood(token, FilterText::tr("this is given twice"));
        return !taken;
    }

    void read(const Token& token)
    {
        if (token.op.isEmpty()) {
            if (!token.value.isEmpty())
                m_words += token.value;
            return;
        }
        const auto field = fieldFrom(token.word);
        if (!field) {
            notUnderstood(token, FilterText::tr("there is no filter called %1").arg(Formats::quoted(token.word)));
            return;
        }
        if (token.value.isEmpty()) {
            notUnderstood(token, FilterText::tr("the value is missing"));
            return;
        }
        if (*field != Field::Cod && token.op != u":" && token.op != u"=") {
            notUnderstood(token, FilterText::tr("this takes a colon"));
            return;
        }
        readField(token, *field);
    }
    void readField(const Token& token, Field field)
    {
        switch (field) {
        case Field::Status:
            readWord(token, field, m_parsed.filter.status, statusFrom(token.value),
                     FilterText::tr("there is no such status"));
            break;
        case Field::Carrier:
            readWord(token, field, m_parsed.filter.carrier, carrierFrom(token.value),
                     FilterText::tr("there is no such carrier"));
            break;
        case Field::Driver:
            readDriver(token);
            break;
        case Field::From:
        case Field::To:
        case Field::Warehouse:
            readPlace(token, field);
            break;
        case Field::After:
        case Field::Before:
        case Field::Until:
        case Field::On:
            readDay(token, field);
            break;
        case Field::Cod:
            readCod(token);
            break;
        case Field::Number:
            if (isFree(token, !m_parsed.filter.number.isEmpty())) {
                m_parsed.filter.number = token.value;
                chip(token, field, token.value);
            }
            break;
        }
    }
    template<class E>
    void readWord(const Token& token, Field field, std::optional<E>& place, const std::optional<E>& value,
                  const QString& unknown)
    {
        if (!value) {
            notUnderstood(token, unknown);
        } else if (isFree(token, place.has_value())) {
            place = value;
            chip(token, field, words(*value));
        }
    }
    void readDriver(const Token& token)
    {
        const QList<DriverRef> found = driversFrom(token.value, m_names);
        QStringList called;
        for (const DriverRef& driver : found)
            called += driver.user.fullName;
        if (found.isEmpty()) {
            notUnderstood(token, FilterText::tr("no driver is called that"));
        } else if (found.size() > 1) {
            notUnderstood(token, FilterText::tr("several drivers are called that: %1").arg(called.join(u", "_s)));
        } else if (isFree(token, m_parsed.filter.driver.has_value())) {
            m_parsed.filter.driver = found.first().id;
            chip(token, Field::Driver, called.first().isEmpty() ? token.value : called.first());
        }
    }
    void readPlace(const Token& token, Field field)
    {
        const QList<Warehouse> found = warehousesFrom(token.value, m_names);
        if (field == Field::To && (found.size() != 1 || m_parsed.filter.warehouse)) {
            m_words += token.value; // not one of our warehouses: an address or zone, found by its words
            chip(token, field, token.value);
            return;
        }
        QStringList called;
        for (const Warehouse& warehouse : found)
            called += warehouse.ref.name;
        if (found.isEmpty()) {
            notUnderstood(token, FilterText::tr("no warehouse is called that"));
        } else if (found.size() > 1) {
            notUnderstood(token, FilterText::tr("several warehouses are called that: %1").arg(called.join(u", "_s)));
        } else if (isFree(token, m_parsed.filter.warehouse.has_value())) {
            m_parsed.filter.warehouse = found.first().ref.id;
            m_parsed.filter.direction = field == Field::From ? facade::Direction::Outbound
                                        : field == Field::To ? facade::Direction::Inbound
                                                             : facade::Direction::Both;
            chip(token, field, called.first().isEmpty() ? token.value : called.first());
        }
    }
    void readDay(const Token& token, Field field)
    {
        const auto day = dateFrom(token.value, m_names.today);
        facade::WaybillFilter& filter = m_parsed.filter;
        const bool begins = field == Field::After || field == Field::On;
        const bool ends = field != Field::After;
        if (!day) {
            notUnderstood(token, FilterText::tr("this is no day; write 2026-04-01, today or yesterday"));
        } else if (isFree(token, (begins && filter.from) || (ends && filter.to))) {
            if (begins)
                filter.from = *day;
            if (ends)
                filter.to = field == Field::Before ? day->addDays(-1) : *day;
            chip(token, field, token.value);
        }
    }
    void readCod(const Token& token)
    {
        QString low = token.value, high = token.value;
        static const QStringList between{u".."_s, u"-"_s, u"–"_s};
        if (token.op == u":" || token.op == u"=") {
            for (const QString& sign : between) {
                if (const qsizetype at = token.value.indexOf(sign); at > 0) {
                    low = token.value.first(at);
                    high = token.value.sliced(at + sign.size());
                    break;
                }
            }
        }
        const auto least = minorFrom(low, m_names.currency), most = minorFrom(high, m_names.currency);
        if (!least || !most) {
            notUnderstood(token, FilterText::tr("this is no amount"));
            return;
        }
        facade::WaybillFilter& filter = m_parsed.filter;
        const bool setsLeast = !token.op.startsWith(u'<'), setsMost = !token.op.startsWith(u'>');
        if (!isFree(token, (setsLeast && filter.codAtLeast) || (setsMost && filter.codAtMost)))
            return;
        if (setsLeast)
            filter.codAtLeast = *least + (token.op == u">" ? 1 : 0);
        if (setsMost)
            filter.codAtMost = *most - (token.op == u"<" ? 1 : 0);
        const bool colon = token.op == u":";
        chip(token, Field::Cod, colon ? token.value : QString(token.op + u' ' + token.value));
    }

    const FilterNames& m_names;
    ParsedFilter m_parsed;
    QStringList m_words;
};

QString driverWord(const DriverId& id, const FilterNames& names)
{
    const QList<DriverRef> named = driversFrom(u'#' + id.value, names);
    QString name = named.isEmpty() ? QString() : named.first().user.fullName;
    if (!name.isEmpty() && !name.contains(u'"')) {
        const QList<DriverRef> meant = driversFrom(name, names);
        if (meant.size() == 1 && meant.first().id == id)
            return name;
    }
    return u'#' + id.value;
}

QString warehouseWord(const WarehouseId& id, const FilterNames& names)
{
    const QList<Warehouse> named = warehousesFrom(u'#' + id.value, names);
    QString name = named.isEmpty() ? QString() : named.first().ref.name;
    if (!name.isEmpty() && !name.contains(u'"')) {
        const QList<Warehouse> meant = warehousesFrom(name, names);
        if (meant.size() == 1 && meant.first().ref.id == id)
            return name;
    }
    return u'#' + id.value;
}

} // namespace

ParsedFilter parseFilter(const QString& text, const FilterNames& names)
{
    return Parser(names).parse(text);
}

QString filterText(const facade::WaybillFilter& filter, const FilterNames& names)
{
    QStringList parts;
    const auto add = [&parts](Field field, const QString& value, const QString& op = u":"_s) {
        parts += fieldWord(field) + op + quotedIfNeeded(value);
    };
    if (filter.status)
        add(Field::Status, words(*filter.status));
    if (filter.carrier)
        add(Field::Carrier, words(*filter.carrier));
    if (filter.driver)
        add(Field::Driver, driverWord(*filter.driver, names));
    if (filter.warehouse)
        add(filter.direction == facade::Direction::Outbound  ? Field::From
            : filter.direction == facade::Direction::Inbound ? Field::To
                                                             : Field::Warehouse,
            warehouseWord(*filter.warehouse, names));
    if (filter.from && filter.from == filter.to) {
        add(Field::On, filter.from->toString(Qt::ISODate));
    } else {
        if (filter.from)
            add(Field::After, filter.from->toString(Qt::ISODate));
        if (filter.to)
            add(Field::Until, filter.to->toString(Qt::ISODate));
    }
    if (filter.codAtLeast && filter.codAtLeast == filter.codAtMost) {
        add(Field::Cod, minorText(*filter.codAtLeast, names.currency), u"="_s);
    } else {
        if (filter.codAtLeast)
            add(Field::Cod, minorText(*filter.codAtLeast, names.currency), u">="_s);
        if (filter.codAtMost)
            add(Field::Cod, minorText(*filter.codAtMost, names.currency), u"<="_s);
    }
    if (!filter.number.isEmpty())
        add(Field::Number, filter.number);
    for (const QString& word : filter.text.split(u' ', Qt::SkipEmptyParts))
        parts += looksLikeField(word) ? QString(u'"' + word + u'"') : word;
    return parts.join(u' ');
}

QString withoutChip(const QString& text, const FilterChip& chip)
{
    QString rest = text;
    rest.remove(chip.start, chip.size);
    return rest.simplified();
}

} // namespace waydesk::models
