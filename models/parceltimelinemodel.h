// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a parcel in the order of time, one sentence each: made, each thing a driver did, requests for its
// return and what was decided, what went wrong and how it was put right, and this desk's own scans. It has the roles of
// TimelineModel, so that the same delegate paints it.
#pragma once

#include "models/keyedmodel.h"
#include "services/domain/delivery.h"
#include "services/facade/parcelstoryservice.h"

#include <QAbstractListModel>
#include <variant>

namespace waydesk::models {

class Formats;

struct ParcelMade
{
    bool operator==(const ParcelMade&) const = default;
};

struct ReturnDecided
{
    ReturnRequest request;
    bool operator==(const ReturnDecided&) const = default;
};

struct CaseRaised
{
    DeliveryCase it;
    bool operator==(const CaseRaised&) const = default;
};

struct CaseResolved
{
    DeliveryCase it;
    bool operator==(const CaseResolved&) const = default;
};

struct ParcelLine
{
    QString key;
    Instant at{};
    std::variant<ParcelMade, ParcelAction, ReturnRequest, ReturnDecided, CaseRaised, CaseResolved, facade::ParcelScan>
        what;
    bool operator==(const ParcelLine&) const = default;
};

class ParcelTimelineModel : public KeyedModel<ParcelLine, QAbstractListModel>
{
    Q_OBJECT

public:
    explicit ParcelTimelineModel(const Formats& formats, QObject* parent = nullptr);

    void show(const Delivery& delivery, const facade::ParcelPast& past);
    void clear() { setRows({}); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QString keyOf(const ParcelLine& row) const override { return row.key; }

private:
    const Formats& m_formats;
};

// "Delivered", "Could not be delivered"; a word that we do not know as it came.
QString actionWords(const ParcelAction& action);
QString scanWords(const facade::ParcelScan& scan); // "Scanned at the scan station: ready"
QString placeText(const QGeoCoordinate& position); // degrees, left to right in every language

} // namespace waydesk::models
