// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's settings file (JSON, 0600): written whole beside and put in place, so that a kill never leaves half of it;
// a file that cannot be read is kept beside as ".damaged" and begun anew. Writes are gathered for a moment. GUI thread.
#pragma once

#include "ui/window/memory.h"

#include <QJsonObject>
#include <QTimer>

namespace waydesk::app {

class FileMemory final : public ui::Memory
{
public:
    explicit FileMemory(QString path);
    ~FileMemory() override;

    QVariant value(const QString& key, const QVariant& otherwise = {}) const override;
    void setValue(const QString& key, const QVariant& value) override; // an invalid value removes the key
    bool flush();                                                      // at once; false: the disk refused

private:
    QString m_path;
    QJsonObject m_values;
    bool m_dirty = false;
    QTimer m_later;
};

} // namespace waydesk::app
