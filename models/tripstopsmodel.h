// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of one trip in the order they are driven: what is done there, where, with which parcels, and whether it is
// done, current, next or still to come. What the server told, as it told it.
#pragma once

#include "models/keyedmodel.h"
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
    bool operator==(const StopRow&) const = default;
};

class TripStopsModel : public KeyedModel<StopRow>
{
    Q_OBJECT

public:
    enum Column { Place, What, Where, Parcels, State };
    static constexpr int kColumnCount = 5;
    enum Role { StageRole = Qt::UserRole + 1 /* int of StopRow::Stage */ };

    explicit TripStopsModel(const Formats& formats, QObject* parent = nullptr);

    void setDetail(const std::optional<facade::TripDetail>& detail);
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
