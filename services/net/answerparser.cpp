// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/net/answerparser.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::net {

namespace {
constexpr qsizetype kMaxHead = 64 * 1024;
}

AnswerParser::State AnswerParser::broken(const QString& why)
{
    m_fault = why;
    return m_state = State::Broken;
}

AnswerParser::State AnswerParser::feed(const QByteArray& bytes)
{
    if (m_state == State::Complete || m_state == State::Broken)
        return m_state;
    m_heard = m_heard || !bytes.isEmpty();
    m_buffer += bytes;
    while (m_state == State::Head && takeHead()) {
    }
    if (m_state == State::Body)
        takeBody();
    return m_state;
}

AnswerParser::State AnswerParser::closed()
{
    if (m_state == State::Body && m_framing == Framing::UntilClose)
        return m_state = State::Complete;
    if (m_state == State::Head || m_state == State::Body)
        return broken(u"the connection ended in the middle of the answer"_s);
    return m_state;
}

// True while another head may follow (an interim answer was skipped).
bool AnswerParser::takeHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_buffer.size() > kMaxHead)
            broken(u"the answer's head is too large"_s);
        return false;
    }
    QList<QByteArray> lines = m_buffer.first(end).split('\n');
    m_buffer.remove(0, end + 4);
    const QByteArray first = lines.takeFirst().trimmed();
    bool good = false;
    const int status = first.startsWith("HTTP/1.") ? first.mid(9, 3).toInt(&good) : 0;
    if (!good || status < 100 || status > 599) {
        broken(u"no HTTP status line"_s);
        return false;
    }
    if (status < 200)
        return true;
    m_answer.status = status;
    m_state = State::Body;
    if (!readHeaders(lines))
        return false;
    if (status == 204 || status == 304) {
        m_framing = Framing::Counted;
        m_length = 0;
    }
    return false;
}

bool AnswerParser::readHeaders(const QList<QByteArray>& lines)
{
    bool chunked = false;
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            continue;
        const QByteArray name = line.first(colon).trimmed().toLower();
        const QByteArray value = line.sliced(colon + 1).trimmed();
        if (name == "content-length") {
            bool good = false;
            m_length = value.toLongLong(&good);
            if (!good || m_length < 0) {
                broken(u"a content length that is no number"_s);
                return false;
            }
            m_framing = Framing::Counted;
        } else if (name == "transfer-encoding") {
            chunked = value.toLower() == "chunked";
            if (!chunked) {
                broken(u"an unknown transfer encoding"_s);
                return false;
            }
        } else if (name == "retry-after") {
            m_answer.retryAfter = retryAfterFrom(value);
        } else if (name == "content-encoding" && value.toLower() != "identity") {
            broken(u"a content encoding that was not asked for"_s);
            return false;
        }
    }
    if (chunked)
        m_framing = Framing::Chunked;
    if (m_framing == Framing::Counted && m_length > m_maxBody) {
        broken(u"the answer's body is too large"_s);
        return false;
    }
    return true;
}

void AnswerParser::takeBody()
{
    switch (m_framing) {
    case Framing::Counted:
        if (m_buffer.size() >= m_length) {
            m_answer.body = m_buffer.first(m_length);
            m_state = State::Complete;
        }
        return;
    case Framing::Chunked:
        takeChunks();
        return;
    case Framing::UntilClose:
        m_answer.body += m_buffer;
        m_buffer.clear();
        if (m_answer.body.size() > m_maxBody)
            broken(u"the answer's body is too large"_s);
        return;
    }
    Q_UNREACHABLE();
}

void AnswerParser::takeChunks()
{
    for (;;) {
        const qsizetype lineEnd = m_buffer.indexOf("\r\n");
        if (lineEnd < 0) {
            if (m_buffer.size() > 1024)
                broken(u"a chunk's head is too long"_s);
            return;
        }
        QByteArray digits = m_buffer.first(lineEnd);
        if (const qsizetype extension = digits.indexOf(';'); extension >= 0)
            digits.truncate(extension);
        bool good = false;
        const qint64 size = digits.trimmed().toLongLong(&good, 16);
        if (!good || size < 0 || m_answer.body.size() + size > m_maxBody) {
            broken(good ? u"the answer's body is too large"_s : u"a chunk without a size"_s);
            return;
        }
        if (size == 0) { // trailers, if any, say nothing that we read
            m_state = State::Complete;
            return;
        }
        if (m_buffer.size() < lineEnd + 2 + size + 2)
            return;
        m_answer.body += m_buffer.sliced(lineEnd + 2, size);
        m_buffer.remove(0, lineEnd + 2 + size + 2);
    }
}

} // namespace waydesk::net
