// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waybilltablemodel.h"

#include "models/formats.h"
#include "models/waybilltableprivate.h"
#include "models/words.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace waydesk::models {

using facade::WaybillRow;

namespace {

int orMinusOne(const auto& known)
{
    return known ? static_cast<int>(*known) : -1;
}

} // namespace

WaybillTableModel::WaybillTableModel(RowSource& source, const Formats& formats, QObject* parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(this, source, formats))
{
    d->stepping.setInterval(0);
    d->soon.setSingleShot(true);
    connect(&d->stepping, &QTimer::timeout, this, [this] { d->step(); });
    connect(&d->soon, &QTimer::timeout, this, [this] { d->refresh(); });
    connect(&source, &RowSource::changed, this, [this](const QList<WaybillId>& ids) { d->onChanged(ids); });
    connect(&source, &RowSource::reloaded, this, [this] {
        d->rowsAreStale = true;
        d->refreshSoon();
    });
    connect(&source, &RowSource::renamed, this,
            [this](const WaybillId& local, const WaybillId& server) { d->onRenamed(local, server); });
    connect(&formats, &Formats::changed, this, [this] {
        d->touch(0, d->size() - 1);
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
    });
    d->fill();
}

WaybillTableModel::~WaybillTableModel() = default;

void WaybillTableModel::readOn()
{
    if (d->stepping.isActive())
        d->stepping.start(0ms);
}

QString WaybillTableModel::columnKey(Column column)
{
    return QString::fromLatin1(waybillCellColumns()[static_cast<size_t>(column)].key);
}

int WaybillTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : d->size();
}

int WaybillTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant WaybillTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& column = waybillCellColumns()[static_cast<size_t>(index.column())];
    if (role == Qt::TextAlignmentRole)
        return int((column.isFigure ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    const WaybillRow* row = d->window.at(index.row());
    if (!row)
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return column.text(*row, d->context());
    case Qt::ToolTipRole:
        return rowToolTip(*row, column.column, d->context());
    case IdRole:
        return row->server.id.value;
    case NumberRole:
        return row->server.number;
    case StatusRole:
        return orMinusOne(row->server.state.known);
    case StatusTextRole:
        return words(row->server.state);
    case ExpectedStatusRole:
        return orMinusOne(row->expected.state.known);
    case ExpectedStatusTextRole:
        return words(row->expected.state);
    case IsExpectedRole:
        return row->isExpected;
    case MarkRole:
        return orMinusOne(row->mark);
    case OpenCommandsRole:
        return row->openCommands;
    case CarrierRole:
        return orMinusOne(row->expected.carrier.known);
    case IsLeavingRole:
        return row->isLeaving;
    case IsLocalRole:
        return row->rowid == 0;
    case ColumnExpectedRole:
        return row->isExpected && column.isExpected(*row);
    default:
        return {};
    }
}

QVariant WaybillTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    const auto& column = waybillCellColumns()[static_cast<size_t>(section)];
    if (role == Qt::DisplayRole)
        return columnTitle(column, d->context());
    if (role == Qt::TextAlignmentRole)
        return int((column.isFigure ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role == Qt::InitialSortOrderRole)
        return static_cast<int>(column.firstOrder);
    return {};
}

void WaybillTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumnCount)
        return;
    const facade::WaybillSort asked{static_cast<Column>(column), order};
    if (asked == d->window.sort)
        return;
    d->window.sort = asked;
    d->ask();
    Q_EMIT sortingChanged();
}

QHash<int, QByteArray> WaybillTableModel::roleNames() const
{
    auto names = QAbstractTableModel::roleNames();
    names.insert({{IdRole, "id"}, {NumberRole, "number"}, {StatusRole, "status"}, {IsExpectedRole, "isExpected"}});
    return names;
}

const facade::WaybillFilter& WaybillTableModel::filter() const
{
    return d->window.filter;
}

const facade::WaybillSort& WaybillTableModel::sorting() const
{
    return d->window.sort;
}

void WaybillTableModel::setFilter(const facade::WaybillFilter& filter)
{
    if (filter == d->window.filter)
        return;
    d->window.filter = filter;
    d->ask();
    Q_EMIT filterChanged();
}

void WaybillTableModel::setCurrency(const QString& currency)
{
    if (currency == d->currency)
        return;
    d->currency = currency;
    d->touch(0, d->size() - 1);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
}

std::optional<WaybillRow> WaybillTableModel::rowAt(int row) const
{
    const WaybillRow* found = d->window.at(row);
    return found ? std::optional(*found) : std::nullopt;
}

WaybillId WaybillTableModel::idAt(int row) const
{
    const WaybillRow* found = d->window.at(row);
    return found ? found->server.id : WaybillId{};
}

int WaybillTableModel::rowOf(const WaybillId& id) const
{
    return rowsOf({id}).constFirst();
}

QList<int> WaybillTableModel::rowsOf(const QList<WaybillId>& ids) const
{
    std::vector<qint64> keys;
    keys.reserve(static_cast<size_t>(ids.size()));
    for (const WaybillId& id : ids) {
        auto key = d->window.localKey(id);
        if (!key)
            key = d->source.rowidOf(id);
        keys.push_back(key.value_or(0));
    }
    const std::vector<int> rows = placesOf(keys, d->window.order);
    return {rows.begin(), rows.end()};
}

bool WaybillTableModel::isComplete() const
{
    return d->complete;
}

QString WaybillTableModel::tabSeparated(const QList<int>& rows, const QList<Column>& columns) const
{
    const auto plain = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    const auto all = waybillCellColumns();
    QStringList line;
    for (const Column column : columns)
        line += plain(columnTitle(all[static_cast<size_t>(column)], d->context()));
    QString text = line.join(u'\t') + u'\n';
    for (const int row : rows) {
        const WaybillRow* found = d->window.at(row);
        if (!found)
            continue;
        line.clear();
        for (const Column column : columns)
            line += plain(all[static_cast<size_t>(column)].text(*found, d->context()));
        text += line.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace waydesk::models
