// SPDX-License-Identifier: GPL-3.0-or-later
// The last errors of the connection, newest first, as a table: what happened in plain words, the code, the detail that
// the log has too.
#pragma once

#include "models/keyedmodel.h"
#include "services/domain/result.h"

namespace waydesk::ui {

struct ErrorLine
{
    qsizetype fromEnd = 0; // stable while newer ones come on top
    Error error;
    bool operator==(const ErrorLine&) const = default;
};

class ErrorListModel final : public models::KeyedModel<ErrorLine>
{
    Q_OBJECT

public:
    enum Column { What, Code, Detail, ColumnCount };
    using KeyedModel::KeyedModel;

    void setErrors(const QList<Error>& newestFirst);
    void retranslate() { touchAll(); }
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const ErrorLine& row) const override { return QString::number(row.fromEnd); }
};

} // namespace waydesk::ui
