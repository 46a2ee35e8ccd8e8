// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/livedriversmodel.h"

#include "models/formats.h"
#include "services/domain/fold.h"

#include <algorithm>
#include <cmath>

namespace waydesk::models {

using facade::DriverRow;

namespace {
constexpr double kStands = 3; // km/h: what a standing receiver makes of its own noise
} // namespace

LiveDriversModel::LiveDriversModel(facade::DriverService& drivers, const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_drivers(drivers)
    , m_formats(formats)
{
    connect(&drivers, &facade::DriverService::changed, this, &LiveDriversModel::take);
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
    reload();
}

void LiveDriversModel::setText(const QString& text)
{
    if (std::exchange(m_text, text) != text)
        reload();
}

bool LiveDriversModel::matches(const DriverRow& row) const
{
    const QStringList words = fold(m_text).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return true;
    const QString searched = fold(QStringList{row.driver.user.fullName, row.tripNumber,
                                              row.driver.vehicle ? row.driver.vehicle->name : QString(),
                                              row.driver.vehicle ? row.driver.vehicle->code : QString()}
                                      .join(u' '));
    return std::ranges::all_of(words, [&](const QString& word) { return searched.contains(word); });
}

void LiveDriversModel::reload()
{
    QList<DriverRow> rows;
    m_all = m_drivers.rows().size();
    m_silent = 0;
    for (const DriverRow& row : m_drivers.rows()) {
        if (row.trip && freshness(row) == Freshness::Stale)
            ++m_silent;
        if (matches(row))
            rows.append(row);
    }
    if (m_column == Age) {
        std::ranges::stable_sort(rows, [this](const DriverRow& a, const DriverRow& b) {
            const DriverRow& first = m_order == Qt::AscendingOrder ? a : b;
            const DriverRow& second = m_order == Qt::AscendingOrder ? b : a;
            if (first.position.has_value() != second.position.has_value())
                return first.position.has_value();
            return first.position && first.position->at > second.position->at;
        });
    } else if (m_column == Doing) {
        std::ranges::stable_sort(rows, [this](const DriverRow& a, const DriverRow& b) {
            const DriverRow& first = m_order == Qt::AscendingOrder ? a : b;
            const DriverRow& second = m_order == Qt::AscendingOrder ? b : a;
            if (first.tripNumber.isEmpty() != second.tripNumber.isEmpty())
                return second.tripNumber.isEmpty();
            return first.tripNumber < second.tripNumber;
        });
    } else if (m_order == Qt::DescendingOrder) { // the service has them by name
        std::ranges::reverse(rows);
    }
    setRows(std::move(rows));
    m_places.clear();
    for (int i = 0; i < m_rows.size(); ++i)
        m_places.insert(m_rows[i].driver.id, i);
    Q_EMIT reloaded();
}

// Rows keep their places while they are looked at: a report alone sorts nothing anew.
void LiveDriversModel::take(const QList<DriverId>& changed)
{
    bool again = changed.isEmpty();
    for (const DriverId& id : changed) {
        const auto place = m_places.constFind(id);
        const auto row = m_drivers.find(id);
        if (place == m_places.constEnd() || !row) {
            again = again || !m_text.isEmpty(); // a trip's number may match now
            continue;
        }
        if (m_rows[*place] == *row)
            continue;
        m_rows[*place] = *row;
        touch(*place, *place);
    }
    if (again)
        reload();
}

void LiveDriversModel::tick()
{
    if (m_column == Driver)
        touchAll();
    else
        reload();
    if (m_column == Driver) {
        m_silent = std::ranges::count_if(
            m_drivers.rows(), [this](const DriverRow& row) { return row.trip && freshness(row) == Freshness::Stale; });
        Q_EMIT reloaded();
    }
}

DriverId LiveDriversModel::idAt(int row) const
{
    const DriverRow* found = at(row);
    return found ? found->driver.id : DriverId{};
}

int LiveDriversModel::rowOf(const DriverId& id) const
{
    return m_places.value(id, -1);
}

std::optional<Freshness> LiveDriversModel::freshness(const DriverRow& row) const
{
    return row.position ? std::optional(freshnessOf(row.position->at, m_formats.now())) : std::nullopt;
}

QString LiveDriversModel::doing(const DriverRow& row) const
{
    QStringList parts;
    if (row.trip)
        parts << (row.parcels > 0
                      ? tr("%1 · %2 of %3 done", "a trip's number, parcels")
                            .arg(row.tripNumber, m_formats.number(row.parcelsDone), m_formats.number(row.parcels))
                      : row.tripNumber);
    if (freshness(row) == Freshness::Fresh && row.position->speed)
        parts << (*row.position->speed > kStands
                      ? tr("%1 km/h").arg(m_formats.number(std::llround(*row.position->speed)))
                      : tr("stands", "a vehicle, just now"));
    return parts.isEmpty() ? Formats::nothing() : parts.join(QStringLiteral(" · "));
}

QString LiveDriversModel::age(const DriverRow& row) const
{
    if (!row.position)
        return Formats::nothing();
    return m_formats.now() - row.position->at < std::chrono::seconds{60} ? tr("now", "a position's age")
                                                                         : m_formats.age(row.position->at);
}

void LiveDriversModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumnCount || (column == m_column && order == m_order))
        return;
    m_column = column;
    m_order = order;
    reload();
}

int LiveDriversModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant LiveDriversModel::data(const QModelIndex& index, int role) const
{
    const DriverRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Driver)
            return row->driver.user.fullName.isEmpty() ? row->driver.id.value : row->driver.user.fullName;
        return index.column() == Doing ? doing(*row) : age(*row);
    case Qt::ToolTipRole:
        return row->position ? m_formats.fullMoment(row->position->at) : tr("Never seen by a tracker");
    case Qt::TextAlignmentRole:
        return int((index.column() == Age ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case IdRole:
        return row->driver.id.value;
    case FreshnessRole: {
        const auto now = freshness(*row);
        return now ? static_cast<int>(*now) : -1;
    }
    default:
        return {};
    }
}

QVariant LiveDriversModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Age ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role == Qt::InitialSortOrderRole)
        return section == Age ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Driver:
        return tr("Driver");
    case Doing:
        return tr("Doing");
    case Age:
        return tr("Position");
    default:
        return {};
    }
}

} // namespace waydesk::models
