// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deliverytablemodel.h"

#include "models/deliverytableprivate.h"
#include "models/formats.h"
#include "models/words.h"

namespace waydesk::models {

using facade::ParcelRow;
using namespace std::chrono_literals;

namespace {

int orMinusOne(const auto& known)
{
    return known ? static_cast<int>(*known) : -1;
}

bool isFigure(int column)
{
    return column == DeliveryTableModel::Cod;
}

QString orNothing(const QString& text)
{
    return text.isEmpty() ? Formats::nothing() : text;
}

QString destinationOf(const Delivery& delivery)
{
    QStringList parts;
    if (delivery.dropoffZone)
        parts << delivery.dropoffZone->name;
    if (delivery.dropoff)
        parts << delivery.dropoff->fullAddress;
    parts.removeAll(QString());
    return orNothing(parts.join(QStringLiteral(" · ")));
}

} // namespace

DeliveryTableModel::DeliveryTableModel(facade::DeliveryService& service, const Formats& formats, QObject* parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(this, service, formats))
{
    d->stepping.setInterval(0);
    d->soon.setSingleShot(true);
    connect(&d->stepping, &QTimer::timeout, this, [this] { d->step(); });
    connect(&d->soon, &QTimer::timeout, this, [this] { d->refresh(); });
    connect(&service, &facade::DeliveryService::changed, this,
            [this](const QList<DeliveryId>& ids) { d->onChanged(ids); });
    connect(&service, &facade::DeliveryService::reloaded, this, [this] {
        d->rowsAreStale = true;
        d->refreshSoon();
    });
    connect(&formats, &Formats::changed, this, [this] {
        d->touch(0, d->size() - 1);
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
    });
    d->ask();
}

DeliveryTableModel::~DeliveryTableModel() = default;

int DeliveryTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : d->size();
}

int DeliveryTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant DeliveryTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isFigure(index.column()) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    const ParcelRow* row = d->at(index.row());
    if (!row)
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    const Delivery& delivery = row->delivery;
    switch (role) {
    case Qt::DisplayRole:
        switch (static_cast<Column>(index.column())) {
        case Code:
            return parcelTitle(delivery);
        case Status:
            return words(delivery.state);
        case Customer:
            return orNothing(delivery.customer ? delivery.customer->fullName : QString());
        case Destination:
            return destinationOf(delivery);
        case Waybill: // in one whose number this desk has not heard
            return delivery.waybillId ? (row->waybillNumber.isEmpty() ? QStringLiteral("…") : row->waybillNumber)
                                      : Formats::nothing();
        case Trip:
            return delivery.tripId ? (row->tripNumber.isEmpty() ? QStringLiteral("…") : row->tripNumber)
                                   : Formats::nothing();
        case Cod:
            return delivery.cod.minor == 0 ? Formats::nothing()
                                           : (delivery.cod.currency == d->currency ? d->formats.amount(delivery.cod)
                                                                                   : d->formats.money(delivery.cod));
        case Created:
            return d->formats.moment(delivery.createdAt);
        case Updated:
            return d->formats.moment(delivery.updatedAt);
        case Window:
            return delivery.window ? QStringLiteral("%1 – %2").arg(d->formats.moment(delivery.window->opens),
                                                                   d->formats.time(delivery.window->closes))
                                   : Formats::nothing();
        }
        return {};
    case Qt::ToolTipRole:
        switch (static_cast<Column>(index.column())) {
        case Created:
            return d->formats.fullMoment(delivery.createdAt);
        case Updated:
            return d->formats.fullMoment(delivery.updatedAt);
        case Code:
            return QStringList{delivery.barcode, delivery.externalReference}.join(u'\n').trimmed();
        case Status:
        case Customer:
        case Destination:
        case Waybill:
        case Trip:
        case Cod:
        case Window:
            return {};
        }
        return {};
    case IdRole:
        return delivery.id.value;
    case StatusRole:
        return orMinusOne(delivery.state.known);
    case MarkRole:
        return orMinusOne(row->mark);
    case ReturnedRole:
        return delivery.isReturned;
    default:
        return {};
    }
}

QVariant DeliveryTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isFigure(section) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && !orderOf(section))
        return tr("The table cannot be sorted by this column");
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Code:
        return tr("Parcel");
    case Status:
        return tr("Status");
    case Customer:
        return tr("Customer");
    case Destination:
        return tr("Destination");
    case Waybill:
        return tr("Waybill");
    case Trip:
        return tr("Trip");
    case Cod:
        //: a heading and the currency of its figures: COD, IQD
        return tr("%1, %2", "heading, currency").arg(tr("COD"), d->currency);
    case Created:
        return tr("Created");
    case Updated:
        return tr("Changed");
    case Window:
        return tr("Time window");
    }
    return {};
}

std::optional<facade::DeliveryColumn> DeliveryTableModel::orderOf(int column)
{
    switch (static_cast<Column>(column)) {
    case Code:
        return facade::DeliveryColumn::Code;
    case Status:
        return facade::DeliveryColumn::Status;
    case Cod:
        return facade::DeliveryColumn::Cod;
    case Created:
        return facade::DeliveryColumn::Created;
    case Updated:
        return facade::DeliveryColumn::Updated;
    case Customer:
        return facade::DeliveryColumn::Customer;
    case Destination:
        return facade::DeliveryColumn::Destination;
    case Waybill:
        return facade::DeliveryColumn::Waybill;
    case Trip:
        return facade::DeliveryColumn::Trip;
    case Window:
        return std::nullopt;
    }
    return std::nullopt;
}

void DeliveryTableModel::sort(int column, Qt::SortOrder order)
{
    const auto key = orderOf(column);
    if (!key)
        return;
    const facade::DeliverySort asked{*key, order == Qt::DescendingOrder};
    if (asked == d->sort)
        return;
    d->sort = asked;
    d->ask();
}

int DeliveryTableModel::sortColumn() const
{
    for (int column = 0; column < kColumnCount; ++column) {
        if (orderOf(column) == d->sort.key)
            return column;
    }
    return Created;
}

Qt::SortOrder DeliveryTableModel::sortOrder() const
{
    return d->sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder;
}

const facade::DeliveryFilter& DeliveryTableModel::filter() const
{
    return d->filter;
}

void DeliveryTableModel::setFilter(const facade::DeliveryFilter& filter)
{
    if (filter == d->filter)
        return;
    const bool sameCounts = [&] {
        facade::DeliveryFilter a = filter, b = d->filter;
        a.query.status.reset();
        b.query.status.reset();
        return a == b;
    }();
    d->filter = filter;
    if (!sameCounts)
        d->told.reset();
    d->ask();
}

bool DeliveryTableModel::isComplete() const
{
    return d->complete;
}

const std::optional<facade::DeliveryCounts>& DeliveryTableModel::counts() const
{
    return d->told;
}

std::optional<ParcelRow> DeliveryTableModel::rowAt(int row) const
{
    const ParcelRow* found = d->at(row);
    return found ? std::optional(*found) : std::nullopt;
}

DeliveryId DeliveryTableModel::idAt(int row) const
{
    const ParcelRow* found = d->at(row);
    return found ? found->delivery.id : DeliveryId{};
}

int DeliveryTableModel::rowOf(const DeliveryId& id) const
{
    const auto rowid = d->service.rowidOf(id);
    const std::array key{rowid.value_or(0)};
    return rowid ? placesOf(key, d->order).front() : -1;
}

} // namespace waydesk::models
