// SPDX-License-Identifier: GPL-3.0-or-later
// "What we know and how old": one line per kind of thing. tick() lets the ages grow (call it about once a second while
// the list is seen).
#pragma once

#include "models/keyedmodel.h"
#include "services/facade/connectionservice.h"

namespace waydesk::models {

class Formats;

class DataAgeModel : public KeyedModel<facade::DataAge>
{
    Q_OBJECT

public:
    enum Column { What, Rows, Age, AsOf };
    static constexpr int kColumnCount = 4;

    explicit DataAgeModel(const Formats& formats, QObject* parent = nullptr);

    void setAges(const QList<facade::DataAge>& ages);
    void tick();
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const facade::DataAge& row) const override;

private:
    const Formats& m_formats;
};

} // namespace waydesk::models
