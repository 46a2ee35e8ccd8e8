// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts in plain words, and how they look and sound. Shape and word say the same as the colour.
#pragma once

#include "models/formats.h"
#include "ui/scan/scanentry.h"
#include "ui/scan/scansounds.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>

namespace waydesk::ui {

struct VerdictLook
{
    Tone tone = Tone::Grey;
    QString icon;
    ScanSound sound = ScanSound::Ready;
};

class ScanWords
{
    Q_DECLARE_TR_FUNCTIONS(waydesk::ui::ScanWords)

public:
    explicit ScanWords(const models::Formats& formats)
        : m_formats(formats)
    {
    }
    const models::Formats& formats() const { return m_formats; }

    static VerdictLook look(const ScanEntry& entry);
    static QString chip(const ScanEntry& entry);     // "Already in WB00398"
    static QString headline(const ScanEntry& entry); // "Ready to attach"
    static QString mayNotAttach(Refusal refusal);    // why the buttons are closed
    static QString customer(const ScanEntry& entry);
    static QString zone(const ScanEntry& entry);
    // Where the verdict rests: "confirmed by the server 80 ms later", "from data 14 min old".
    QString footing(const ScanEntry& entry) const;
    QString parcel(const ScanEntry& entry) const; // "Lana Farid · Zanko · COD 42,000 IQD · 1 unit"
    QString cod(const ScanEntry& entry) const;    // figures only
    QString took(const ScanEntry& entry) const;   // "3.1 ms"

private:
    const models::Formats& m_formats;
};

} // namespace waydesk::ui
