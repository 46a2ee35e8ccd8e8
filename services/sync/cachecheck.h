// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a large cache through, once, on a thread of its own: seconds of work that no start can wait for. Damage is
// marked, and repaired at the next start. Ends with its owner, at once.
#pragma once

#include <QThread>
#include <atomic>
#include <functional>

namespace waydesk::sync {

class CacheCheck final : public QObject
{
    Q_OBJECT

public:
    CacheCheck(const QString& folder, std::function<void()> damaged); // told on this object's thread
    ~CacheCheck() override;

private:
    std::atomic_bool m_stop = false, m_isSound = true;
    std::unique_ptr<QThread> m_thread;
};

} // namespace waydesk::sync
