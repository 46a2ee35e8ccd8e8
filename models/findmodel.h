// SPDX-License-Identifier: GPL-3.0-or-later
// The palette (Ctrl+K): every action with its key and why it is not possible now, then waybills, parcels, drivers and
// customers that match. Actions come first, possible ones before the others. The search itself is handed in.
#pragma once

#include "models/keyedmodel.h"
#include "services/facade/lookupservice.h"

#include <QAbstractListModel>
#include <QPointer>
#include <functional>

class QAction;

namespace waydesk::models {

struct FindRow
{
    QPointer<QAction> action; // null for a thing found
    facade::Found found{};
    QString title, subtitle, key, whyNot;
    bool operator==(const FindRow&) const = default;
};

class FindModel : public KeyedModel<FindRow, QAbstractListModel>
{
    Q_OBJECT

public:
    enum class Kind { Action, Waybill, Delivery, Driver, Customer, Trip }; // in the order of facade::Found::Kind
    enum Role {
        KindRole = Qt::UserRole + 1, // int of Kind
        TitleRole,                   // also Qt::DisplayRole
        SubtitleRole,                // for an action that is not possible: why
        KeyRole,                     // "Ctrl+N"
        PossibleRole,                // bool
        IdRole
    };
    using Finder = std::function<QList<facade::Found>(const QString& text, int most)>;

    explicit FindModel(Finder finder, QObject* parent = nullptr);

    void setActions(const QList<QAction*>& actions); // watched: a change of enabled or text is shown
    void setText(const QString& text);
    const QString& text() const { return m_text; }
    void search(); // again, with the same text

    // Triggers the action, or emits chosen(). False when it is not possible now.
    bool choose(int row);
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    static constexpr int kMostFound = 30;

Q_SIGNALS:
    void chosen(const waydesk::facade::Found& found);

protected:
    QString keyOf(const FindRow& row) const override;

private:
    Finder m_finder;
    QList<QPointer<QAction>> m_actions;
    QString m_text;
};

} // namespace waydesk::models
