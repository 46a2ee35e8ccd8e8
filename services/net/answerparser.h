// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP/1.1 answer from the bytes of one connection that is closed afterwards: interim answers are skipped, bodies
// are counted, chunked, or end with the connection. Bounded; pure state, no socket.
#pragma once

#include "services/net/http.h"

namespace waydesk::net {

class AnswerParser
{
public:
    enum class State { Head, Body, Complete, Broken };

    explicit AnswerParser(qint64 maxBody)
        : m_maxBody(maxBody)
    {
    }

    State feed(const QByteArray& bytes);
    State closed(); // the peer ended the connection
    State state() const { return m_state; }
    bool heardAnything() const { return m_heard; }
    const HttpAnswer& answer() const { return m_answer; }
    QString fault() const { return m_fault; }

private:
    enum class Framing { Counted, Chunked, UntilClose };

    State broken(const QString& why);
    bool takeHead();
    void takeBody();
    void takeChunks();
    bool readHeaders(const QList<QByteArray>& lines);

    const qint64 m_maxBody;
    State m_state = State::Head;
    Framing m_framing = Framing::UntilClose;
    QByteArray m_buffer;
    qint64 m_length = 0;
    bool m_heard = false;
    HttpAnswer m_answer;
    QString m_fault;
};

} // namespace waydesk::net
