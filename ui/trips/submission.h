// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that belong together, from a screen to this desk's disk: one answer for all of them. A new submission takes
// the place of one that has not been answered. GUI thread.
#pragma once

#include "services/facade/commandservice.h"

namespace waydesk::ui {

class Submission final : public QObject
{
    Q_OBJECT

public:
    explicit Submission(facade::CommandService& commands, QObject* parent = nullptr);

    void submit(const QList<Command>& commands, const std::optional<Instant>& seenVersion);
    bool isUnderWay() const { return m_isSubmitting || !m_awaited.isEmpty(); }

Q_SIGNALS:
    void taken(const QList<qint64>& seqs);     // all are on disk
    void refused(const waydesk::Error& error); // none is

private:
    void settle();

    facade::CommandService& m_commands;
    bool m_isSubmitting = false; // an answer may come before the keys are known here
    QStringList m_awaited;
    QHash<QString, qint64> m_accepted;
    std::optional<Error> m_error;
    QString m_refusedKey;
};

} // namespace waydesk::ui
