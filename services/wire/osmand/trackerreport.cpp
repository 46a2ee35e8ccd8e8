// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/osmand/trackerreport.h"

#include "services/wire/fieldreader.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::osmand {

namespace {

constexpr qsizetype kLongestId = 100, kLongestValue = 200;
constexpr double kAny = std::numeric_limits<double>::max();
constexpr double kKnot = 1.852;                          // km/h
constexpr double kMetrePerSecond = 3.6;                  // km/h
constexpr qint64 kFirstMillisecond = 2'147'483'647;      // as a number of seconds it would be 2038
constexpr qint64 kLastMillisecond = 253'402'300'799'999; // the end of the year 9999
constexpr double kUnknown = -1;

std::optional<Instant> timeOf(const QString& text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber) {
        if (number < 0 || number > kLastMillisecond)
            return std::nullopt;
        return number < kFirstMillisecond ? Instant(std::chrono::seconds(number))
                                          : Instant(std::chrono::milliseconds(number));
    }
    const std::optional<Instant> told = parseInstant(text);
    return told ? told : parseInstant(QString(text + u'Z'));
}

// Reads named texts as FieldReader reads JSON: every fault is gathered.
class TextReader
{
public:
    explicit TextReader(const Fields& fields)
        : m_fields(fields)
    {
    }

    std::optional<QString> text(QStringView name) const // nullopt: absent, or empty
    {
        for (auto it = m_fields.crbegin(); it != m_fields.crend(); ++it) {
            if (it->first == name)
                return it->second.isEmpty() ? std::nullopt : std::optional(it->second);
        }
        return std::nullopt;
    }
    std::optional<double> number(const QString& name, const QString& value)
    {
        bool isNumber = false;
        const double read = value.size() <= kLongestValue ? value.toDouble(&isNumber) : 0;
        if (!isNumber)
            refuse(name, u"Input should be a valid number"_s);
        return isNumber ? std::optional(read) : std::nullopt;
    }
    std::optional<double> coordinate(const QString& name)
    {
        const auto value = text(name);
        if (!value)
            refuse(name, u"This field is required"_s);
        return value ? number(name, *value) : std::nullopt;
    }
    std::optional<double> measure(const QString& name, double most)
    {
        const auto value = text(name);
        const auto read = value ? number(name, *value) : std::nullopt;
        if (!read || *read == kUnknown)
            return std::nullopt;
        if (*read >= 0 && *read <= most)
            return read;
        refuse(name, u"Input is out of range"_s);
        return std::nullopt;
    }
    void refuse(const QString& name, const QString& message) { m_faults.append({name, message}); }
    const QList<FieldError>& faults() const { return m_faults; }

private:
    const Fields& m_fields;
    QList<FieldError> m_faults;
};

QGeoCoordinate placeOf(TextReader& in)
{
    std::optional<double> latitude, longitude;
    if (const auto both = in.text(u"location"); both && !in.text(u"lat") && !in.text(u"lon")) {
        const qsizetype comma = both->indexOf(u',');
        latitude = in.number(u"location"_s, both->left(comma));
        longitude = in.number(u"location"_s, comma < 0 ? QString() : both->mid(comma + 1));
    } else {
        latitude = in.coordinate(u"lat"_s);
        longitude = in.coordinate(u"lon"_s);
    }
    return latitude && longitude ? QGeoCoordinate(*latitude, *longitude) : QGeoCoordinate();
}

std::optional<double> times(std::optional<double> speed, double unit)
{
    return speed ? std::optional(*speed * unit) : std::nullopt;
}

std::optional<double> knownNumber(FieldReader& in, const QString& key, double most)
{
    const auto read = in.number(key, Need::Optional, kUnknown, most);
    if (!read || *read == kUnknown)
        return std::nullopt;
    if (*read >= 0)
        return read;
    in.refuse(key, u"Input is out of range"_s);
    return std::nullopt;
}

} // namespace

Result<TrackerReport> decodeReport(const Fields& fields, Instant receivedAt)
{
    TextReader in(fields);
    TrackerReport report;
    const QString idName = in.text(u"id") ? u"id"_s : in.text(u"deviceid") ? u"deviceid"_s : QString();
    if (idName.isEmpty()) {
        in.refuse(u"id"_s, u"This field is required"_s);
    } else {
        report.device = *in.text(idName);
        if (report.device.size() > kLongestId)
            in.refuse(idName, u"String should have at most %1 characters"_s.arg(kLongestId));
    }
    Position& position = report.position;
    position.coordinate = placeOf(in);
    position.at = receivedAt;
    if (const auto text = in.text(u"timestamp")) {
        const std::optional<Instant> at = timeOf(*text);
        if (!at)
            in.refuse(u"timestamp"_s, u"Input should be seconds, milliseconds or a datetime"_s);
        position.at = at.value_or(receivedAt);
    }
    position.speed = times(in.measure(u"speed"_s, kAny), kKnot);
    position.heading = in.measure(in.text(u"bearing") ? u"bearing"_s : u"heading"_s, 360);
    position.accuracy = in.measure(u"accuracy"_s, kAny);
    if (!in.faults().isEmpty())
        return badRequest(in.faults());
    return report;
}

Result<TrackerReport> decodeReport(QByteArrayView json, Instant receivedAt)
{
    const Result<QJsonObject> object = requestObject(json);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader in(*object, faults);
    TrackerReport report;
    report.device = in.text(u"device_id"_s, Need::Required, 1, kLongestId).value_or(QString());
    const auto location = in.object(u"location"_s, Need::Required);
    if (!location)
        return badRequest(faults);
    FieldReader where(*location, faults, u"location"_s);
    Position& position = report.position;
    position.at = receivedAt;
    if (const auto text = where.text(u"timestamp"_s, Need::Optional, 1, kLongestValue)) {
        const std::optional<Instant> at = parseInstant(*text);
        if (!at)
            where.refuse(u"timestamp"_s, u"Input should be a valid datetime"_s);
        position.at = at.value_or(receivedAt);
    }
    const auto coords = where.object(u"coords"_s, Need::Required);
    if (!coords)
        return badRequest(faults);
    FieldReader fix(*coords, faults, u"location.coords"_s);
    const auto latitude = fix.number(u"latitude"_s, Need::Required, -kAny, kAny);
    const auto longitude = fix.number(u"longitude"_s, Need::Required, -kAny, kAny);
    position.speed = times(knownNumber(fix, u"speed"_s, kAny), kMetrePerSecond);
    position.heading = knownNumber(fix, u"heading"_s, 360);
    position.accuracy = knownNumber(fix, u"accuracy"_s, kAny);
    if (!faults.isEmpty())
        return badRequest(faults);
    position.coordinate = QGeoCoordinate(*latitude, *longitude);
    return report;
}

} // namespace waydesk::wire::osmand
