// SPDX-License-Identifier: GPL-3.0-or-later
// Where actions put their commands: what they need of facade::CommandService and nothing more. GUI thread. The signals
// mean what CommandService says of them.
#pragma once

#include "services/facade/commandservice.h"

namespace waydesk::models {

class CommandSink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString submit(const Command& command, const std::optional<Instant>& seenVersion) = 0;
    virtual void retry(qint64 seq) = 0;
    virtual void undo(qint64 seq) = 0;
    virtual QList<store::OutboxEntry> open() const = 0;
    virtual QList<store::OutboxEntry> done(int most) const = 0;

Q_SIGNALS:
    void accepted(const QString& key, qint64 seq);
    void notAccepted(const QString& key, const waydesk::Command& command, const waydesk::Error& error);
    void changed();
    void finished(const waydesk::store::OutboxEntry& entry);
    void undone(qint64 seq, bool inTime);
};

} // namespace waydesk::models
