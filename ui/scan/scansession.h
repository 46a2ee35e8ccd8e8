// SPDX-License-Identifier: GPL-3.0-or-later
// What is being scanned into which waybill: takes codes, keeps the list, asks the server to confirm, hands the ready
// ones to the outbox. The list of each waybill is remembered until it is attached, over leaving the page and over a
// restart. GUI thread; no widget in it.
#pragma once

#include "services/facade/commandservice.h"
#include "services/facade/connectionservice.h"
#include "services/facade/waybillservice.h"
#include "ui/scan/scandrafts.h"
#include "ui/scan/scanentry.h"

#include <optional>

namespace waydesk::ui {

struct ScanCounts
{
    int inWaybill = 0, ready = 0, refused = 0;
    Quantity load;                    // units in the waybill and ready to join it
    std::optional<Quantity> capacity; // of the van, where one is assigned
    bool operator==(const ScanCounts&) const = default;
};

struct ScanServices
{
    facade::ScanService& scans;
    facade::WaybillService& waybills;
    facade::CommandService& commands;
    facade::ConnectionService& connection;
};

class ScanSession : public QObject
{
    Q_OBJECT

public:
    enum class Mode { BuildWaybill, Find };
    enum class After { Nothing, Seal };

    ScanSession(const ScanServices& services, Memory& memory, QObject* parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    void setTarget(const std::optional<WaybillId>& target);
    const std::optional<facade::WaybillRow>& target() const { return m_row; }

    const QList<ScanEntry>& entries() const { return m_entries; } // oldest first
    ScanCounts counts() const;
    int readyCount() const;

    // From a scanner or from the code field.
    void take(const QString& raw);
    void takeBytes(const QByteArray& raw);
    // "Change what I asked": these codes stand in the list, and what is attached then replaces that command.
    void takeInstead(qint64 seq, const QStringList& codes);
    void removeLast();
    // What stands against attaching now; None when nothing does. `After::Seal`: also against sealing.
    Verdict mayAttach(After after) const;
    void attach(After after);

Q_SIGNALS:
    void targetChanged();
    void entryAdded(int index);
    void entryChanged(int index);
    void entriesReplaced();                       // another waybill, or the attached ones have gone
    void verdictTurned(int index, bool nowReady); // the server sees it otherwise
    void countsChanged();
    void attached(int count, bool sealed);
    void notAttached(const waydesk::Error& error); // everything scanned is still in the list

private:
    void add(const scan::ScanCode& code, const QString& raw, bool restored);
    ScanOutcome judge(const ScanEntry& entry) const;
    facade::ScanVerdict look(const scan::ScanCode& code) const;
    WaybillId targetId() const;
    void confirmed(const facade::ScanConfirmation& confirmation);
    void recheck();
    void refreshTarget();
    void keepDraft();
    void restoreDraft();
    void accepted(const QString& key);
    void track(QString& slot, const QString& key);
    void refused(const Error& error);
    void renamed(const WaybillId& local, const WaybillId& server);

    ScanServices m_services;
    ScanDrafts m_drafts;
    Mode m_mode = Mode::BuildWaybill;
    std::optional<WaybillId> m_target;
    std::optional<facade::WaybillRow> m_row;
    QList<ScanEntry> m_entries;
    int m_nextNumber = 1;
    bool m_wasOnline = false;
    QString m_attachKey, m_sealKey; // commands under way to the outbox
    QStringList m_early;            // accepted before we knew their keys
    std::optional<std::pair<QString, Error>> m_earlyRefusal;
    After m_after = After::Nothing;
    qint64 m_replaces = 0; // a refused command of the outbox; 0: none
    int m_attached = 0;
};

} // namespace waydesk::ui
