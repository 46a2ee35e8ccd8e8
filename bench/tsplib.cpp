// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/tsplib.h"

#include <QHash>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::bench {

namespace {

using routing::TravelMatrix;

struct Point
{
    double x = 0, y = 0;
};

double radians(double degreesAndMinutes) // GEO writes DDD.MM; pi as TSPLIB has it
{
    const double degrees = std::trunc(degreesAndMinutes);
    return 3.141592 * (degrees + 5.0 * (degreesAndMinutes - degrees) / 3.0) / 180.0;
}

int nearest(double value)
{
    return static_cast<int>(value + 0.5);
}

std::optional<int> distance(const QByteArray& kind, Point a, Point b)
{
    const double dx = a.x - b.x, dy = a.y - b.y;
    if (kind == "EUC_2D")
        return nearest(std::sqrt(dx * dx + dy * dy));
    if (kind == "CEIL_2D")
        return static_cast<int>(std::ceil(std::sqrt(dx * dx + dy * dy)));
    if (kind == "ATT") {
        const double exact = std::sqrt((dx * dx + dy * dy) / 10.0);
        const int rounded = nearest(exact);
        return rounded < exact ? rounded + 1 : rounded;
    }
    if (kind == "GEO") {
        const double q1 = std::cos(radians(a.y) - radians(b.y));
        const double q2 = std::cos(radians(a.x) - radians(b.x)), q3 = std::cos(radians(a.x) + radians(b.x));
        return static_cast<int>(6378.388 * std::acos(0.5 * ((1.0 + q1) * q2 - (1.0 - q1) * q3)) + 1.0);
    }
    return {};
}

Error malformed(const QString& what)
{
    return {Error::Kind::Malformed, 0, u"tsplib"_s, {}, what, {}};
}

void set(TravelMatrix& travel, int from, int to, int value)
{
    travel.legs[static_cast<size_t>(from) * static_cast<size_t>(travel.places) + static_cast<size_t>(to)] = {value,
                                                                                                             value};
}

bool fillFromPoints(TravelMatrix& travel, const QByteArray& kind, const QList<double>& numbers)
{
    if (numbers.size() < qsizetype(travel.places) * 3)
        return false;
    const auto point = [&](int node) { return Point{numbers[node * 3 + 1], numbers[node * 3 + 2]}; };
    for (int from = 0; from < travel.places; ++from) {
        for (int to = 0; to < travel.places; ++to) {
            const std::optional<int> length = from == to ? 0 : distance(kind, point(from), point(to));
            if (!length)
                return false;
            set(travel, from, to, *length);
        }
    }
    return true;
}

bool fillFromMatrix(TravelMatrix& travel, const QByteArray& format, const QList<double>& numbers)
{
    const bool full = format == "FULL_MATRIX", upper = format.startsWith("UPPER");
    if (!full && format != "UPPER_ROW" && format != "UPPER_DIAG_ROW" && format != "LOWER_DIAG_ROW")
        return false;
    qsizetype next = 0;
    for (int row = 0; row < travel.places; ++row) {
        const int first = !upper ? 0 : format == "UPPER_ROW" ? row + 1 : row;
        const int last = full || upper ? travel.places - 1 : row;
        for (int column = first; column <= last; ++column) {
            if (next >= numbers.size())
                return false;
            const int value = static_cast<int>(numbers[next++]);
            set(travel, row, column, row == column ? 0 : value);
            if (!full && row != column)
                set(travel, column, row, value);
        }
    }
    return true;
}

} // namespace

Result<TspInstance> readTsplib(const QByteArray& text)
{
    QHash<QByteArray, QByteArray> head;
    QHash<QByteArray, QList<double>> sections;
    QByteArray section;
    for (const QByteArray& raw : text.split('\n')) {
        const QByteArray line = raw.simplified();
        if (line.isEmpty() || line == "EOF")
            continue;
        if (const auto colon = line.indexOf(':'); colon > 0) {
            head.insert(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
        } else if (line.front() >= 'A' && line.front() <= 'Z') {
            section = line;
        } else {
            for (const QByteArray& word : line.split(' ')) {
                bool ok = false;
                sections[section].append(word.toDouble(&ok));
                if (!ok)
                    return malformed(u"no number: "_s + QString::fromLatin1(word));
            }
        }
    }
    const int nodes = head.value("DIMENSION").toInt();
    if (nodes < 1 || nodes > 10'000)
        return malformed(u"no usable DIMENSION"_s);
    TspInstance instance{QString::fromLatin1(head.value("NAME")), {nodes, {}}};
    instance.travel.legs.resize(static_cast<size_t>(nodes) * static_cast<size_t>(nodes));
    const QByteArray kind = head.value("EDGE_WEIGHT_TYPE");
    const bool filled =
        kind == "EXPLICIT"
            ? fillFromMatrix(instance.travel, head.value("EDGE_WEIGHT_FORMAT"), sections.value("EDGE_WEIGHT_SECTION"))
            : fillFromPoints(instance.travel, kind, sections.value("NODE_COORD_SECTION"));
    if (!filled)
        return malformed(u"weights of the kind %1 are not known or too few"_s.arg(QString::fromLatin1(kind)));
    return instance;
}

routing::Problem roundTrip(const TspInstance& instance)
{
    const int nodes = instance.travel.places;
    TravelMatrix travel{nodes + 1, {}};
    travel.legs.resize(static_cast<size_t>(travel.places) * static_cast<size_t>(travel.places));
    const auto node = [&](int place) { return place < nodes - 1 ? place + 1 : 0; }; // the start and the end come last
    for (int from = 0; from <= nodes; ++from) {
        for (int to = 0; to <= nodes; ++to)
            set(travel, from, to, instance.travel.leg(node(from), node(to)).metres);
    }
    routing::Problem problem;
    problem.stops.resize(static_cast<size_t>(nodes) - 1);
    problem.travel = std::move(travel);
    problem.aim = routing::Aim::Distance;
    return problem;
}

} // namespace waydesk::bench
