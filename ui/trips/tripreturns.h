// SPDX-License-Identifier: GPL-3.0-or-later
// The returns asked for among a trip's parcels, with the answer to give: the third tab of its detail.
#pragma once

#include "models/returnsmodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QAction;

namespace waydesk::ui {

class Table;

class TripReturns final : public QWidget
{
    Q_OBJECT

public:
    TripReturns(const Theme& theme, facade::ReturnQueueService& returns, const models::Formats& formats,
                QWidget* parent = nullptr);

    void show(const TripId& trip); // empty: none
    void retranslate();
    Table* table() const { return m_table; }
    models::ReturnsModel* rows() const { return m_rows; }
    QList<QAction*> tabActions() const { return {m_approve, m_reject}; }

Q_SIGNALS:
    void decided(const QList<waydesk::Command>& commands);
    void countChanged(int count);

private:
    void build();
    void showPossible();
    void decide(ReturnDecision decision);

    const Theme& m_theme;
    facade::ReturnQueueService& m_returns;
    models::ReturnsModel* m_rows;
    Table* m_table;
    QAction *m_approve, *m_reject;
};

} // namespace waydesk::ui
