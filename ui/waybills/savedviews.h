// SPDX-License-Identifier: GPL-3.0-or-later
// Filters kept by name: the desk's own (their text follows the day and the language) and the person's. Remembered
// through Memory; counts are asked of the store when the list is opened.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace waydesk::ui {

class Memory;

struct SavedView
{
    QString key; // stable: "outbound-today", "own/3"
    QString name;
    QString filter; // as the filter line takes it
    bool own = true;
    bool operator==(const SavedView&) const = default;
};

class SavedViews
{
    Q_DECLARE_TR_FUNCTIONS(waydesk::ui::SavedViews)

public:
    QList<SavedView> all() const; // the desk's first, then the person's by name
    std::optional<SavedView> find(const QString& key) const;
    // Replaces an own view of the same name. Returns its key.
    QString keep(const QString& name, const QString& filter);
    void drop(const QString& key);
    void remember(Memory& memory) const;
    void recall(const Memory& memory);

private:
    QList<SavedView> m_own;
    int m_next = 1;
};

} // namespace waydesk::ui
