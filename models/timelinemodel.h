// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a waybill, in the server's order, one sentence each. An event type that we do not know is shown as
// it came.
#pragma once

#include "models/keyedmodel.h"
#include "services/domain/waybill.h"

#include <QAbstractListModel>

namespace waydesk::models {

class Formats;

struct TimelineRow
{
    int place = 0;
    TimelineEvent event;
    bool operator==(const TimelineRow&) const = default;
};

class TimelineModel : public KeyedModel<TimelineRow, QAbstractListModel>
{
    Q_OBJECT

public:
    enum Role {
        SentenceRole = Qt::UserRole + 1, // "Driver switched from John Driver to Backup Driver: “vehicle issue”"
        ByRole,                          // "Sara Karim, dispatcher"
        WhenRole,                        // "Today 12:35"
        StatusRole,                      // int of the new WaybillStatus; -1
        KnownRole,                       // bool: false for an event type that we do not know
        BadgeRole                        // the word whose icon it has
    };

    explicit TimelineModel(const Formats& formats, QObject* parent = nullptr);

    void setEvents(const QList<TimelineEvent>& events);
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    static QString sentence(const TimelineEvent& event);

protected:
    QString keyOf(const TimelineRow& row) const override;

private:
    const Formats& m_formats;
};

} // namespace waydesk::models
