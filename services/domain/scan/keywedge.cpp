// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/scan/keywedge.h"

#include <algorithm>

namespace waydesk::scan {

using namespace std::chrono_literals;

namespace {
bool isPrintable(const QString& text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() != 0x7F; });
}

bool isSeparator(const QString& text) // FS, GS, RS, US, and the STX/ETX frame
{
    if (text.size() != 1)
        return false;
    const char16_t c = text.front().unicode();
    return (c >= 0x1C && c <= 0x1F) || c == 2 || c == 3;
}

QString textOf(const QList<WedgeKey>& keys)
{
    QString text;
    for (const WedgeKey& key : keys)
        text += key.text;
    return text;
}
} // namespace

bool KeyWedge::isEnding(const WedgeKey& key) const
{
    return (key.kind == WedgeKey::Kind::Return && m_settings.returnEnds) ||
           (key.kind == WedgeKey::Kind::Tab && m_settings.tabEnds);
}

bool KeyWedge::mayBegin(const WedgeKey& key) const
{
    if (key.kind != WedgeKey::Kind::Text || key.repeated || key.text.isEmpty())
        return false;
    if (!m_settings.prefix.isEmpty())
        return m_settings.prefix.startsWith(key.text);
    return isPrintable(key.text) || (key.text.size() == 1 && key.text.front() == QChar(2));
}

bool KeyWedge::mayContinue(const WedgeKey& key) const
{
    return key.kind == WedgeKey::Kind::Text && !key.repeated && (isPrintable(key.text) || isSeparator(key.text)) &&
           key.at - m_held.last().at <= m_settings.longestPause;
}

std::optional<QString> KeyWedge::code() const
{
    QString text = textOf(m_held);
    if (!text.startsWith(m_settings.prefix) || !text.endsWith(m_settings.suffix))
        return {};
    text = text.mid(m_settings.prefix.size());
    text.chop(m_settings.suffix.size());
    return text.size() >= m_settings.shortestCode ? std::optional(text) : std::nullopt;
}

WedgeOutcome KeyWedge::feed(const WedgeKey& key)
{
    WedgeOutcome outcome;
    const bool inTime = !m_held.isEmpty() && key.at - m_held.last().at <= m_settings.longestPause;
    if (!m_held.isEmpty() && !inTime)
        outcome = paused();
    if (m_held.isEmpty() && m_scannedAt && isEnding(key)) {
        const bool belongs = key.at - *m_scannedAt <= m_settings.longestPause;
        m_scannedAt.reset();
        if (belongs) {
            outcome.held = true;
            return outcome;
        }
    }
    if (!m_held.isEmpty() && isEnding(key)) {
        if (const std::optional<QString> scanned = code()) {
            outcome.scans.append(*scanned);
            outcome.held = true;
            m_held.clear();
            m_scannedAt = key.at;
        } else {
            outcome.replay += std::exchange(m_held, {});
        }
        return outcome;
    }
    if (!m_held.isEmpty() && mayContinue(key)) {
        const bool inPrefix = m_held.size() < m_settings.prefix.size();
        if (inPrefix && !m_settings.prefix.startsWith(textOf(m_held) + key.text)) {
            outcome.replay += std::exchange(m_held, {}); // the key just fed goes its own way
            return outcome;
        }
        m_held.append(key);
        outcome.held = true;
        return outcome;
    }
    outcome.replay += std::exchange(m_held, {});
    m_scannedAt.reset();
    if (mayBegin(key)) {
        m_held.append(key);
        outcome.held = true;
    }
    return outcome;
}

WedgeOutcome KeyWedge::paused()
{
    WedgeOutcome outcome;
    const bool mayEnd = m_settings.pauseEnds || !m_settings.suffix.isEmpty();
    const std::optional<QString> scanned = mayEnd && m_held.size() > 1 ? code() : std::nullopt;
    if (scanned) {
        m_scannedAt = m_held.last().at;
        m_held.clear();
        outcome.scans.append(*scanned);
    } else {
        outcome.replay = std::exchange(m_held, {});
    }
    return outcome;
}

WedgeOutcome KeyWedge::release()
{
    m_scannedAt.reset();
    return {false, {}, std::exchange(m_held, {})};
}

WedgeOutcome KeyWedge::setSettings(const WedgeSettings& settings)
{
    WedgeOutcome outcome = release();
    m_settings = settings;
    return outcome;
}

std::optional<std::chrono::milliseconds> KeyWedge::deadline() const
{
    if (m_held.isEmpty())
        return {};
    return m_held.last().at + m_settings.longestPause + 1ms;
}

WedgeLesson learnScanner(const QList<QList<WedgeKey>>& samples)
{
    constexpr qsizetype kSamples = 3;
    constexpr auto kTypist = 70ms; // quicker than any hand over a whole code
    WedgeLesson lesson;
    if (samples.size() < kSamples)
        return lesson;
    std::optional<WedgeKey::Kind> ending;
    QStringList texts;
    for (const QList<WedgeKey>& sample : samples) {
        QList<WedgeKey> keys = sample;
        if (keys.size() < 3)
            return lesson;
        for (qsizetype at = 1; at < keys.size(); ++at)
            lesson.slowestPause = std::max(lesson.slowestPause, keys[at].at - keys[at - 1].at);
        WedgeKey::Kind last = WedgeKey::Kind::Text; // no ending
        while (!keys.isEmpty() && keys.last().kind != WedgeKey::Kind::Text)
            last = keys.takeLast().kind;
        if (ending && *ending != last) {
            lesson.finding = WedgeLesson::Finding::EndingsDiffer;
            return lesson;
        }
        ending = last;
        texts.append(textOf(keys));
    }
    if (lesson.slowestPause > kTypist) {
        lesson.finding = WedgeLesson::Finding::LooksTyped;
        return lesson;
    }
    // Only signs that no code of ours begins or ends with are taken for the scanner's own. "]" opens a symbology
    // prefix.
    const auto isSign = [](QChar c) { return !c.isLetterOrNumber() && c != u']' && c != u'(' && c != u')'; };
    const auto shared = [&](bool fromEnd) {
        const QChar sign = fromEnd ? texts.first().back() : texts.first().front();
        const bool all = std::ranges::all_of(
            texts, [&](const QString& t) { return t.size() > 2 && (fromEnd ? t.back() : t.front()) == sign; });
        return all && isSign(sign) ? QString(sign) : QString();
    };
    if (std::ranges::any_of(texts, &QString::isEmpty))
        return lesson;
    WedgeSettings& learnt = lesson.settings;
    learnt.prefix = shared(false);
    learnt.suffix = shared(true);
    learnt.longestPause = std::clamp(lesson.slowestPause * 2 + 5ms, 20ms, 120ms);
    qsizetype shortest = texts.first().size();
    for (const QString& text : texts)
        shortest = std::min(shortest, text.size() - learnt.prefix.size() - learnt.suffix.size());
    learnt.shortestCode = static_cast<int>(std::clamp<qsizetype>(shortest - 1, 3, 6));
    learnt.pauseEnds = *ending == WedgeKey::Kind::Text;
    learnt.returnEnds = *ending != WedgeKey::Kind::Tab;
    learnt.tabEnds = *ending != WedgeKey::Kind::Return;
    lesson.finding = WedgeLesson::Finding::Learnt;
    return lesson;
}

} // namespace waydesk::scan
