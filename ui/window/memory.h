// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk remembers of its own looks between two starts: sizes, columns, sort, filter, last selection. The app
// gives one over QSettings; tests give one over a hash. Never anything of the work itself.
#pragma once

#include <QHash>
#include <QVariant>

namespace waydesk::ui {

class Memory
{
public:
    virtual ~Memory() = default;
    virtual QVariant value(const QString& key, const QVariant& otherwise = {}) const = 0;
    virtual void setValue(const QString& key, const QVariant& value) = 0;
};

// Remembers until it is destroyed.
class ShortMemory final : public Memory
{
public:
    QVariant value(const QString& key, const QVariant& otherwise = {}) const override
    {
        return m_values.value(key, otherwise);
    }
    void setValue(const QString& key, const QVariant& value) override { m_values[key] = value; }

private:
    QHash<QString, QVariant> m_values;
};

} // namespace waydesk::ui
