// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of one trip in the order they are driven: what is done there, where, with which parcels, and whether it is
// done, current, next or still to come, as the server told it; and when it will be reached, as this desk reckons.
#pragma once

#include "models/keyedmodel.h"
#include "services/domain/alarms.h"
#include "services/facade/tripservice.h"

namespace waydesk::models {

class Formats;

struct StopRow
{
    enum class Stage { Done, Current, Next, Later };
    int place = 0; // in the plan, from 0
    PlanStop stop;
    QString where;       // empty: nobody told
    QStringList parcels; // titles
    Stage stage = Stage::Later;
    std::optional<Instant> arrives; // in whole minutes
    std::optional<VisitWindow> window;
    std::optional<LateStop> late;
    bool operator==(const StopRow&) const = default;
};

class TripStopsModel : public KeyedModel<StopRow>
{
    Q_OBJECT

public:
    enum Column { Place, What, Where, Parcels, Arrives, Window, State };
    static constexpr int kColumnCount = 7;
    enum Role {
        StageRole = Qt::UserRole + 1, // int of StopRow::Stage
        KindRole,                     // int of StopKind; -1
        LateRole                      // minutes; 0: in time
    };

    explicit TripStopsModel(const Formats& formats, QObject* parent = nullptr);

    // `forecast`: by the plan's stops, where they are reckoned.
    void setDetail(const std::optional<facade::TripDetail>& detail, const QList<StopForecast>& forecast = {});
    QString lateness(const StopRow& row) const; // "13:20, 12 min late: still 4 stops before it"; empty: in time
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QString words(StopRow::Stage stage);

protected:
    QString keyOf(const StopRow& row) const override;

private:
    const Formats& m_formats;
};

} // namespace waydesk::models
