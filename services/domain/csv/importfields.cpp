// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/csv/importfields.h"

#include "services/domain/fold.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::csv {

namespace {

// Headings as merchants write them, folded; the first that a heading equals or holds wins.
const QList<std::pair<ImportField, QStringList>>& headings()
{
    static const QList<std::pair<ImportField, QStringList>> all{
        {ImportField::CustomerPhone,
         {u"phone"_s, u"mobile"_s, u"tel"_s, u"whatsapp"_s, u"هاتف"_s, u"موبايل"_s, u"جوال"_s, u"تلفون"_s,
          u"رقم الزبون"_s}},
        {ImportField::Latitude, {u"latitude"_s, u"lat"_s, u"خط العرض"_s}},
        {ImportField::Longitude, {u"longitude"_s, u"lng"_s, u"lon"_s, u"long"_s, u"خط الطول"_s}},
        {ImportField::Barcode, {u"barcode"_s, u"bar code"_s, u"awb"_s, u"tracking"_s, u"باركود"_s}},
        {ImportField::Reference,
         {u"external_reference_id"_s, u"reference"_s, u"ref"_s, u"order id"_s, u"order no"_s, u"order number"_s,
          u"order"_s, u"invoice"_s, u"رقم الطلب"_s, u"المرجع"_s, u"رقم الوصل"_s}},
        {ImportField::Cod,
         {u"cod_amount"_s, u"cod"_s, u"cash on delivery"_s, u"amount"_s, u"price"_s, u"total"_s, u"collect"_s,
          u"المبلغ"_s, u"السعر"_s, u"التحصيل"_s}},
        {ImportField::Payment, {u"payment"_s, u"paid by"_s, u"طريقه الدفع"_s, u"الدفع"_s}},
        {ImportField::CustomerName,
         {u"customer"_s, u"recipient"_s, u"receiver"_s, u"consignee"_s, u"full name"_s, u"name"_s, u"الزبون"_s,
          u"المستلم"_s, u"اسم"_s, u"العميل"_s}},
        {ImportField::City, {u"city"_s, u"governorate"_s, u"province"_s, u"town"_s, u"المدينه"_s, u"المحافظه"_s}},
        {ImportField::Address,
         {u"full_address"_s, u"address"_s, u"street"_s, u"destination"_s, u"العنوان"_s, u"عنوان"_s}},
        {ImportField::Size, {u"unit_size"_s, u"units"_s, u"quantity"_s, u"qty"_s, u"size"_s, u"العدد"_s, u"الكميه"_s}},
        {ImportField::Notes,
         {u"notes"_s, u"note"_s, u"remark"_s, u"remarks"_s, u"comment"_s, u"instructions"_s, u"ملاحظات"_s,
          u"ملاحظه"_s}},
    };
    return all;
}

bool holdsWord(const QString& text, const QString& word)
{
    const qsizetype at = text.indexOf(word);
    const auto isLetter = [&](qsizetype i) { return i >= 0 && i < text.size() && text[i].isLetter(); };
    // The Arabic article is written together with its word.
    const bool isArabic = word[0].script() == QChar::Script_Arabic;
    return at >= 0 && (isArabic || (!isLetter(at - 1) && !isLetter(at + word.size())));
}

std::optional<ImportField> fieldOfHeading(const QString& heading, bool exactly)
{
    const QString text = fold(heading).replace(u'-', u' ');
    for (const auto& [field, words] : headings()) {
        for (const QString& each : words) {
            const QString wanted = fold(each);
            const QString spaced = QString(wanted).replace(u'_', u' ');
            if (text == wanted || text == spaced || (!exactly && holdsWord(QString(text).replace(u'_', u' '), spaced)))
                return field;
        }
    }
    return std::nullopt;
}

// "15,000 IQD" and "١٥٬٠٠٠ د.ع" are 15000; "12.5" and "12,5" are 12.5. nullopt: this is no number.
std::optional<QString> plainNumber(const QString& text)
{
    QString number = fold(text);
    for (const QString& unit : {u"iqd"_s, u"usd"_s, u"dinar"_s, u"دينار"_s, u"د.ع"_s, u"د ع"_s, u"$"_s})
        number.remove(fold(unit));
    number = number.trimmed();
    number.replace(u'٫', u'.').replace(u'٬', u',');
    number.remove(u' ').remove(u'\'').remove(u'\u00A0');
    // A comma with exactly three figures behind it parts thousands; one with fewer at the end is a decimal comma.
    const qsizetype comma = number.lastIndexOf(u','), point = number.lastIndexOf(u'.');
    if (comma >= 0 && point < 0 && number.count(u',') == 1 && number.size() - comma - 1 != 3)
        number[comma] = u'.';
    else if (comma > point && point >= 0)
        number.remove(u'.').replace(u',', u'.');
    else
        number.remove(u',');
    const bool isPlain = !number.isEmpty() && std::all_of(number.begin(), number.end(), [&](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.' || c == u'-' || c == u'+';
    });
    return isPlain ? std::optional(number) : std::nullopt;
}

std::optional<QString> paymentFrom(const QString& text)
{
    const QString said = fold(text).replace(u'_', u' ');
    static const QList<std::pair<QString, QStringList>> known{
        {u"cod"_s, {u"cod"_s, u"cash on delivery"_s, u"collect"_s, u"عند الاستلام"_s, u"الدفع عند الاستلام"_s}},
        {u"cash"_s, {u"cash"_s, u"نقدا"_s, u"نقدي"_s, u"كاش"_s}},
        {u"wallet"_s, {u"wallet"_s, u"محفظه"_s}},
        {u"gateway"_s, {u"gateway"_s, u"card"_s, u"online"_s, u"prepaid"_s, u"paid"_s, u"مدفوع"_s, u"بطاقه"_s}}};
    for (const auto& [method, words] : known) {
        for (const QString& each : words) {
            if (said == fold(each))
                return method;
        }
    }
    return std::nullopt;
}

// What a column most looks like, of what stands in it; for columns whose heading says nothing.
std::optional<ImportField> fieldOfShape(const QStringList& column)
{
    int phones = 0, filled = 0;
    for (const QString& text : column) {
        const QString digits = fold(text).remove(u' ').remove(u'-').remove(u'+');
        filled += !digits.isEmpty();
        const bool allDigits =
            std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        phones += allDigits && digits.size() >= 10 && digits.size() <= 14 &&
                  (digits.startsWith(u"07") || digits.startsWith(u"9647") || digits.startsWith(u"009647"));
    }
    return filled > 0 && phones * 10 >= filled * 9 ? std::optional(ImportField::CustomerPhone) : std::nullopt;
}

class Judge
{
public:
    Judge(const QStringList& cells, const Mapping& mapping)
    {
        for (auto it = mapping.cbegin(); it != mapping.cend(); ++it) {
            if (it.key() < cells.size())
                m_texts.insert(it.value(), cells[it.key()].trimmed());
        }
    }

    JudgedRow judge()
    {
        ParcelDraft& parcel = m_row.parcel;
        parcel.reference = text(ImportField::Reference, 200);
        parcel.barcode = text(ImportField::Barcode, 200);
        parcel.customerName = text(ImportField::CustomerName, 200);
        parcel.customerPhone = phone();
        parcel.address = text(ImportField::Address, 500);
        parcel.city = text(ImportField::City, 200);
        if (parcel.address.isEmpty() && !has(ImportField::Address))
            fault(ImportField::Address, u"missing"_s);
        readPosition();
        parcel.cod = amount(ImportField::Cod);
        readPayment();
        if (has(ImportField::Size)) {
            const auto number = plainNumber(m_texts[ImportField::Size]);
            const auto size = number ? Quantity::parse(*number) : std::nullopt;
            if (!size)
                fault(ImportField::Size, u"not_a_number"_s);
            else if (size->thousandths <= 0 || *size > Quantity::whole(1'000'000))
                fault(ImportField::Size, u"out_of_range"_s);
            else
                parcel.size = *size;
        }
        parcel.notes = text(ImportField::Notes, 2000);
        return std::move(m_row);
    }

private:
    bool has(ImportField field) const { return !m_texts.value(field).isEmpty(); }
    void fault(ImportField field, const QString& code) { m_row.faults.append({field, code}); }

    QString text(ImportField field, qsizetype most)
    {
        const QString value = m_texts.value(field);
        if (value.size() > most) {
            fault(field, u"too_long"_s);
            return {};
        }
        if (value.contains(QChar(u'\0'))) {
            fault(field, u"unknown_word"_s);
            return {};
        }
        return value;
    }

    QString phone()
    {
        const QString value = m_texts.value(ImportField::CustomerPhone);
        if (value.isEmpty())
            return value;
        QString digits;
        const QString plain = fold(value);
        for (const QChar c : plain) {
            if (c >= u'0' && c <= u'9')
                digits += c;
            else if (!QStringView(u"+-() ./").contains(c)) {
                digits.clear();
                break;
            }
        }
        if (digits.size() < 5 || digits.size() > 20) {
            fault(ImportField::CustomerPhone, u"not_a_phone"_s);
            return {};
        }
        return fold(value).startsWith(u'+') ? QString(u'+' + digits) : digits;
    }

    qint64 amount(ImportField field)
    {
        if (!has(field))
            return 0;
        const auto number = plainNumber(m_texts[field]);
        const auto quantity = number ? Quantity::parse(*number) : std::nullopt;
        if (!quantity)
            fault(field, u"not_a_number"_s);
        else if (!quantity->isWhole())
            fault(field, u"not_whole"_s);
        else if (quantity->thousandths < 0 || quantity->wholeUnits() > 900'000'000)
            fault(field, u"out_of_range"_s);
        else
            return quantity->wholeUnits();
        return 0;
    }

    std::optional<double> degrees(ImportField field, double most)
    {
        QString number = fold(m_texts[field]).remove(u' ').replace(u'٫', u'.');
        if (number.count(u',') == 1 && !number.contains(u'.'))
            number.replace(u',', u'.');
        bool ok = false;
        const double value = number.toDouble(&ok);
        if (!ok)
            fault(field, u"not_a_number"_s);
        else if (!(std::abs(value) <= most))
            fault(field, u"out_of_range"_s);
        else
            return value;
        return std::nullopt;
    }

    void readPosition()
    {
        const bool north = has(ImportField::Latitude), east = has(ImportField::Longitude);
        if (north != east)
            fault(north ? ImportField::Longitude : ImportField::Latitude, u"other_half_missing"_s);
        if (!north || !east)
            return;
        const auto latitude = degrees(ImportField::Latitude, 90), longitude = degrees(ImportField::Longitude, 180);
        if (latitude && longitude)
            m_row.parcel.position = QGeoCoordinate(*latitude, *longitude);
    }

    void readPayment()
    {
        m_row.parcel.paymentMethod = m_row.parcel.cod > 0 ? u"cod"_s : u"cash"_s;
        if (!has(ImportField::Payment))
            return;
        if (const auto method = paymentFrom(m_texts[ImportField::Payment]))
            m_row.parcel.paymentMethod = *method;
        else
            fault(ImportField::Payment, u"unknown_word"_s);
    }

    QHash<ImportField, QString> m_texts;
    JudgedRow m_row;
};

} // namespace

QString word(ImportField field)
{
    switch (field) {
    case ImportField::Reference:
        return u"external_reference_id"_s;
    case ImportField::Barcode:
        return u"barcode"_s;
    case ImportField::CustomerName:
        return u"customer_name"_s;
    case ImportField::CustomerPhone:
        return u"customer_phone"_s;
    case ImportField::Address:
        return u"full_address"_s;
    case ImportField::City:
        return u"city"_s;
    case ImportField::Latitude:
        return u"latitude"_s;
    case ImportField::Longitude:
        return u"longitude"_s;
    case ImportField::Cod:
        return u"cod_amount"_s;
    case ImportField::Payment:
        return u"payment_method"_s;
    case ImportField::Size:
        return u"unit_size"_s;
    case ImportField::Notes:
        return u"notes"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ImportField> importFieldFrom(QStringView text)
{
    for (const ImportField field : kImportFields) {
        if (word(field) == text)
            return field;
    }
    return std::nullopt;
}

MappingGuess guessMapping(const QStringList& header, const QList<QStringList>& rows)
{
    MappingGuess guess;
    const auto isFree = [&](ImportField field) {
        return std::find(guess.mapping.cbegin(), guess.mapping.cend(), field) == guess.mapping.cend();
    };
    for (const bool exactly : {true, false}) {
        for (int column = 0; column < header.size(); ++column) {
            const auto field = fieldOfHeading(header[column], exactly);
            if (field && !guess.mapping.contains(column) && isFree(*field))
                guess.mapping.insert(column, *field);
        }
    }
    qsizetype columns = header.size();
    for (const QStringList& row : rows)
        columns = std::max(columns, row.size());
    for (int column = 0; column < columns; ++column) {
        if (guess.mapping.contains(column))
            continue;
        QStringList below;
        for (const QStringList& row : rows)
            below << row.value(column);
        const auto field = fieldOfShape(below);
        if (field && isFree(*field)) {
            guess.mapping.insert(column, *field);
            guess.unsure << column;
        }
    }
    return guess;
}

JudgedRow judgeRow(const QStringList& cells, const Mapping& mapping)
{
    return Judge(cells, mapping).judge();
}

} // namespace waydesk::csv
