// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a keyboard-wedge scanner from a person typing, by the pauses between keys. Pure: fed keys with the time they
// were pressed, it answers what to do now. Keys that may be a scan are held back for at most one pause; when they turn
// out to be typing, every one of them comes back in order, so that typed text is never eaten.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>

namespace waydesk::scan {

struct WedgeSettings
{
    std::chrono::milliseconds longestPause{40}; // between two keys of one scan
    int shortestCode = 4;                       // characters; what is shorter was typed
    QString prefix, suffix;                     // what the scanner is set to send around a code; not part of it
    bool returnEnds = true, tabEnds = true;
    bool pauseEnds = false; // scanners that send no ending: the pause after a burst ends it
    bool operator==(const WedgeSettings&) const = default;
};

struct WedgeKey
{
    enum class Kind { Text, Return, Tab, Other }; // Other: arrows, shortcuts, anything that no scanner sends
    std::chrono::milliseconds at{};               // of pressing, from any fixed start
    Kind kind = Kind::Text;
    QString text;
    bool repeated = false; // a key held down
    quint64 tag = 0;       // the caller's own, comes back with a replay
    bool operator==(const WedgeKey&) const = default;
};

struct WedgeOutcome
{
    bool held = false;      // the key just fed must not reach anything now
    QStringList scans;      // raw, without prefix, suffix and ending
    QList<WedgeKey> replay; // typed after all, oldest first; before the key just fed when that one is not held
    bool operator==(const WedgeOutcome&) const = default;
};

class KeyWedge
{
public:
    explicit KeyWedge(const WedgeSettings& settings = {})
        : m_settings(settings)
    {
    }

    const WedgeSettings& settings() const { return m_settings; }
    // What is held comes back first, judged by the settings under which it was held.
    WedgeOutcome setSettings(const WedgeSettings& settings);

    WedgeOutcome feed(const WedgeKey& key);
    // Call at deadline() when no key came before.
    WedgeOutcome paused();
    // Gives back everything held, as typed: the listener goes away.
    WedgeOutcome release();
    std::optional<std::chrono::milliseconds> deadline() const;

private:
    bool mayBegin(const WedgeKey& key) const;
    bool mayContinue(const WedgeKey& key) const;
    bool isEnding(const WedgeKey& key) const;
    std::optional<QString> code() const; // what is held, when it is a whole code

    WedgeSettings m_settings;
    QList<WedgeKey> m_held;
    std::optional<std::chrono::milliseconds> m_scannedAt; // an ending right behind a scan belongs to it (CR LF)
};

// "Learn my scanner": what three scans of different codes tell about it.
struct WedgeLesson
{
    enum class Finding { Learnt, TooFewSamples, LooksTyped, EndingsDiffer };
    Finding finding = Finding::TooFewSamples;
    WedgeSettings settings;
    std::chrono::milliseconds slowestPause{};
};
WedgeLesson learnScanner(const QList<QList<WedgeKey>>& samples);

} // namespace waydesk::scan
