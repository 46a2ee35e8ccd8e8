// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trips/submission.h"

#include <QScopedValueRollback>

namespace waydesk::ui {

Submission::Submission(facade::CommandService& commands, QObject* parent)
    : QObject(parent)
    , m_commands(commands)
{
    connect(&commands, &facade::CommandService::accepted, this, [this](const QString& key, qint64 seq) {
        if (!m_isSubmitting && !m_awaited.contains(key))
            return;
        m_accepted.insert(key, seq);
        settle();
    });
    connect(&commands, &facade::CommandService::notAccepted, this,
            [this](const QString& key, const Command&, const Error& error) {
                if (!m_isSubmitting && !m_awaited.contains(key))
                    return;
                m_error = error;
                m_refusedKey = key;
                settle();
            });
}

void Submission::submit(const QList<Command>& commands, const std::optional<Instant>& seenVersion)
{
    m_awaited.clear();
    m_accepted.clear();
    m_error.reset();
    {
        const QScopedValueRollback submitting(m_isSubmitting, true);
        m_awaited = m_commands.submitAll(commands, seenVersion);
    }
    settle();
}

void Submission::settle()
{
    if (m_isSubmitting || m_awaited.isEmpty())
        return;
    if (m_error && m_awaited.contains(m_refusedKey)) {
        m_awaited.clear();
        Q_EMIT refused(*std::exchange(m_error, std::nullopt));
        return;
    }
    QList<qint64> seqs;
    for (const QString& key : std::as_const(m_awaited)) {
        const auto seq = m_accepted.constFind(key);
        if (seq == m_accepted.constEnd())
            return;
        seqs.append(*seq);
    }
    m_awaited.clear();
    Q_EMIT taken(seqs);
}

} // namespace waydesk::ui
