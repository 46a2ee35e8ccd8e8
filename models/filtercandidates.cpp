// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterfields.h"
#include "models/filtertext.h"
#include "models/words.h"
#include "services/domain/fold.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

using namespace filter;

namespace {

constexpr int kMost = 12;

class Completer
{
public:
    Completer(const Token& token, const FilterNames& names, QList<FilterCandidates::Candidate>& into)
        : m_token(token)
        , m_names(names)
        , m_into(into)
    {
    }

    void run()
    {
        if (m_token.op.isEmpty()) {
            fields();
        } else if (const auto field = fieldFrom(m_token.word)) {
            values(*field);
        }
    }

private:
    bool begins(const QString& candidate) const { return fold(candidate).startsWith(fold(m_token.value)); }
    void offer(const QString& value, const QString& label, const QString& hint = {})
    {
        if (m_into.size() < kMost)
            m_into += {m_token.word + m_token.op + quotedIfNeeded(value), label, hint};
    }
    void fields()
    {
        for (const Field field : kFields) {
            const QString word = fieldWord(field);
            if (begins(word) || begins(englishWord(field)))
                m_into += {word + u':', word + u':', fieldHint(field)};
        }
    }
    template<class All>
    void enumValues(const All& all)
    {
        for (const auto value : all) {
            if (begins(words(value)) || begins(word(value)))
                offer(words(value), words(value));
        }
    }
    void values(Field field)
    {
        switch (field) {
        case Field::Status:
            enumValues(kWaybillStatuses);
            break;
        case Field::Carrier:
            enumValues(kCarrierTypes);
            break;
        case Field::Driver:
            for (const DriverRef& driver : m_names.drivers ? m_names.drivers(m_token.value) : QList<DriverRef>{})
                offer(driver.user.fullName, driver.user.fullName, driver.vehicle ? driver.vehicle->name : QString());
            break;
        case Field::From:
        case Field::To:
        case Field::Warehouse:
            for (const Warehouse& warehouse : warehousesFrom(m_token.value, m_names))
                offer(warehouse.ref.name, warehouse.ref.name, warehouse.ref.code);
            break;
        case Field::After:
        case Field::Before:
        case Field::Until:
        case Field::On:
            for (const QString& day : {todayWord(), yesterdayWord()}) {
                if (begins(day))
                    offer(day, day);
            }
            break;
        case Field::Cod:
        case Field::Number:
            break;
        }
    }

    const Token& m_token;
    const FilterNames& m_names;
    QList<FilterCandidates::Candidate>& m_into;
};

} // namespace

FilterCandidates filterCandidates(const QString& text, qsizetype cursor, const FilterNames& names)
{
    FilterCandidates result;
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    result.start = cursor;
    Token under; // the token that the cursor stands in or just behind, up to the cursor
    for (const Token& token : tokens(text.first(cursor))) {
        if (token.start + token.size == cursor) {
            under = token;
            result.start = token.start;
        }
    }
    for (const Token& token : tokens(text)) {
        if (token.start == result.start && !under.text.isEmpty())
            result.size = token.size;
    }
    if (result.size == 0)
        result.size = cursor - result.start;
    Completer(under, names, result.candidates).run();
    return result;
}

} // namespace waydesk::models
