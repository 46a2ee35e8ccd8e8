// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deliveryfiltertext.h"

#include "models/filterfields.h"
#include "models/formats.h"
#include "models/words.h"
#include "services/domain/fold.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

struct FilterText
{
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

enum class Word { Status, Zone, Warehouse, Waybill, Trip, Cod, Payment, Returned, After, Before, Until, On };
constexpr std::array kWords{Word::Status,  Word::Zone,     Word::Warehouse, Word::Waybill, Word::Trip,  Word::Cod,
                            Word::Payment, Word::Returned, Word::After,     Word::Before,  Word::Until, Word::On};

std::pair<QString, QString> namesOf(Word word) // in English, and in the person's language
{
    switch (word) {
    case Word::Status:
        return {u"status"_s, FilterText::tr("status", "filter word")};
    case Word::Zone:
        return {u"zone"_s, FilterText::tr("zone", "filter word")};
    case Word::Warehouse:
        return {u"warehouse"_s, FilterText::tr("warehouse", "filter word")};
    case Word::Waybill:
        return {u"waybill"_s, FilterText::tr("waybill", "filter word")};
    case Word::Trip:
        return {u"trip"_s, FilterText::tr("trip", "filter word")};
    case Word::Cod:
        return {u"cod"_s, FilterText::tr("cod", "filter word")};
    case Word::Payment:
        return {u"payment"_s, FilterText::tr("payment", "filter word")};
    case Word::Returned:
        return {u"returned"_s, FilterText::tr("returned", "filter word")};
    case Word::After:
        return {u"after"_s, FilterText::tr("after", "filter word: a day")};
    case Word::Before:
        return {u"before"_s, FilterText::tr("before", "filter word: a day")};
    case Word::Until:
        return {u"until"_s, FilterText::tr("until", "filter word: a day")};
    case Word::On:
        return {u"on"_s, FilterText::tr("on", "filter word: a day")};
    }
    Q_UNREACHABLE();
}

QString shownName(Word word)
{
    const auto [english, translated] = namesOf(word);
    return filter::looksLikeField(translated + u':') ? translated : english;
}

std::optional<Word> wordFrom(const QString& text)
{
    for (const Word word : kWords) {
        const auto [english, translated] = namesOf(word);
        if (fold(text) == english || fold(text) == fold(translated))
            return word;
    }
    return std::nullopt;
}

QString squeezed(const QString& text)
{
    QString plain = fold(text);
    return plain.remove(u' ').remove(u'_').remove(u'-');
}

std::optional<DeliveryStatus> deliveryStatusFrom(const QString& value)
{
    for (const DeliveryStatus status : kDeliveryStatuses) {
        if (squeezed(word(status)) == squeezed(value) || squeezed(words(status)) == squeezed(value))
            return status;
    }
    return std::nullopt;
}

QString noneWord()
{
    return FilterText::tr("none", "filter value: in no waybill, in no trip");
}

std::optional<bool> yesOrNo(const QString& value)
{
    const QString said = fold(value);
    if (said == u"yes" || said == fold(FilterText::tr("yes", "filter value")))
        return true;
    if (said == u"no" || said == fold(FilterText::tr("no", "filter value")))
        return false;
    return std::nullopt;
}

class Reading
{
public:
    explicit Reading(const DeliveryFilterNames& names)
        : m_names(names)
    {
    }

    ParsedDeliveryFilter parse(const QString& text)
    {
        const QList<filter::Token> all = filter::tokens(text);
        for (const filter::Token& token : all) {
            if (token.op.isEmpty()) {
                m_free << token.value;
                continue;
            }
            if (const QString wrong = read(token); !wrong.isEmpty())
                m_out.faults += {token.text,
                                 FilterText::tr("%1: %2", "what was typed: what is wrong with it")
                                     .arg(Formats::quoted(token.text), wrong),
                                 token.start, token.size};
        }
        m_free.removeAll(QString());
        m_out.filter.query.text = m_free.join(u' ');
        return std::move(m_out);
    }

private:
    QString read(const filter::Token& token) // what is wrong with it; empty: nothing
    {
        const auto name = wordFrom(token.word);
        if (!name)
            return FilterText::tr("there is no filter called %1").arg(Formats::quoted(token.word));
        if (token.value.isEmpty())
            return FilterText::tr("the value is missing");
        if (*name == Word::Cod)
            return readCod(token);
        if (token.op != u":" && token.op != u"=")
            return FilterText::tr("this takes a colon");
        store::DeliveryQuery& query = m_out.filter.query;
        switch (*name) {
        case Word::Status:
            return put(query.status, deliveryStatusFrom(token.value), FilterText::tr("there is no such status"));
        case Word::Returned:
            return put(query.returned, yesOrNo(token.value), FilterText::tr("write yes or no"));
        case Word::Zone:
            return readZone(token);
        case Word::Warehouse:
            return readWarehouse(token);
        case Word::Waybill:
            return readMember(token.value, query.waybillId, query.waybill, m_names.waybill,
                              FilterText::tr("no waybill has that number"));
        case Word::Trip:
            return readMember(token.value, query.tripId, query.trip, m_names.trip,
                              FilterText::tr("no trip has that number"));
        case Word::Payment:
            if (!query.paymentMethod.isEmpty())
                return twice();
            query.paymentMethod = fold(token.value);
            return {};
        case Word::After:
        case Word::Before:
        case Word::Until:
        case Word::On:
            return readDay(*name, token.value);
        case Word::Cod:
            break;
        }
        Q_UNREACHABLE();
    }

    static QString twice() { return FilterText::tr("this is given twice"); }

    template<class T>
    QString put(std::optional<T>& place, const std::optional<T>& value, const QString& unknown)
    {
        if (!value)
            return unknown;
        if (place)
            return twice();
        place = value;
        return {};
    }

    QString readZone(const filter::Token& token)
    {
        QList<ZoneRef> like;
        const QList<Zone> all = m_names.zones();
        for (const auto& [zone, centre, radius] : all) {
            if (fold(zone.name) == fold(token.value) || fold(zone.code) == fold(token.value))
                return put(m_out.filter.query.zone, std::optional(zone.id), {});
            if (fold(zone.name).contains(fold(token.value)))
                like << zone;
        }
        if (like.size() > 1)
            return FilterText::tr("several zones are called that");
        return put(m_out.filter.query.zone, like.isEmpty() ? std::nullopt : std::optional(like.constFirst().id),
                   FilterText::tr("no zone is called that"));
    }

    QString readWarehouse(const filter::Token& token)
    {
        const QList<Warehouse> found = filter::warehousesFrom(token.value, m_names.common);
        if (found.size() > 1)
            return FilterText::tr("several warehouses are called that");
        return put(m_out.filter.query.warehouse,
                   found.isEmpty() ? std::nullopt : std::optional(found.constFirst().ref.id),
                   FilterText::tr("no warehouse is called that"));
    }

    template<class T, class Find>
    QString readMember(const QString& value, std::optional<T>& id, store::Membership& membership, const Find& find,
                       const QString& unknown)
    {
        if (id || membership != store::Membership::Any)
            return twice();
        if (fold(value) == u"none" || fold(value) == fold(noneWord())) {
            membership = store::Membership::None;
            return {};
        }
        if (value == u"*") {
            membership = store::Membership::Some;
            return {};
        }
        id = find(value);
        return id ? QString() : unknown;
    }

    QString readDay(Word name, const QString& value)
    {
        const auto day = filter::dateFrom(value, m_names.common.today);
        if (!day)
            return FilterText::tr("this is no day; write 2026-04-01, today or yesterday");
        facade::DeliveryFilter& filter = m_out.filter;
        const bool begins = name == Word::After || name == Word::On, ends = name != Word::After;
        if ((begins && filter.from) || (ends && filter.to))
            return twice();
        if (begins)
            filter.from = *day;
        if (ends)
            filter.to = name == Word::Before ? day->addDays(-1) : *day;
        return {};
    }

    QString readCod(const filter::Token& token)
    {
        const auto amount = filter::minorFrom(token.value, m_names.common.currency);
        if (!amount)
            return FilterText::tr("this is no amount");
        store::DeliveryQuery& query = m_out.filter.query;
        const bool low = token.op.startsWith(u'>'), high = token.op.startsWith(u'<');
        const bool strict = token.op == u">" || token.op == u"<";
        if ((!high && query.codAtLeast) || (!low && query.codAtMost))
            return twice();
        if (!high)
            query.codAtLeast = *amount + (low && strict ? 1 : 0);
        if (!low)
            query.codAtMost = *amount - (high && strict ? 1 : 0);
        return {};
    }

    const DeliveryFilterNames& m_names;
    ParsedDeliveryFilter m_out;
    QStringList m_free;
};

} // namespace

ParsedDeliveryFilter parseDeliveryFilter(const QString& text, const DeliveryFilterNames& names)
{
    return Reading(names).parse(text);
}

QStringList deliveryFilterCandidates(const QString& typed, const DeliveryFilterNames& names)
{
    QStringList out;
    const qsizetype colon = typed.indexOf(u':');
    if (colon < 0) {
        for (const Word word : kWords) {
            if (const QString name = shownName(word); fold(name).startsWith(fold(typed)))
                out << name + (word == Word::Cod ? u">" : u":");
        }
        return out;
    }
    const auto name = wordFrom(typed.first(colon));
    const QString begun = fold(typed.sliced(colon + 1).remove(u'"'));
    const auto offer = [&](const QString& value) {
        if (fold(value).contains(begun))
            out << typed.first(colon + 1) + filter::quotedIfNeeded(value);
    };
    if (name == Word::Status) {
        for (const DeliveryStatus status : kDeliveryStatuses)
            offer(words(status));
    } else if (name == Word::Zone) {
        const QList<Zone> zones = names.zones();
        for (const Zone& zone : zones)
            offer(zone.ref.name);
    } else if (name == Word::Warehouse) {
        const QList<Warehouse> warehouses = names.common.warehouses();
        for (const Warehouse& warehouse : warehouses)
            offer(warehouse.ref.name);
    } else if (name == Word::Waybill || name == Word::Trip) {
        offer(noneWord());
    } else if (name == Word::Returned) {
        offer(FilterText::tr("yes", "filter value"));
        offer(FilterText::tr("no", "filter value"));
    } else if (name == Word::After || name == Word::Before || name == Word::Until || name == Word::On) {
        offer(filter::todayWord());
        offer(filter::yesterdayWord());
    }
    return out;
}

} // namespace waydesk::models
