// SPDX-License-Identifier: GPL-3.0-or-later
// A scanned code's verdict from this desk's own index at once (same lookup order and refusals as the server: barcode,
// external reference, delivery code with or without DEL), then the server's, when it answers. Every scan is journalled.
#pragma once

#include "services/facade/rows.h"

#include <QObject>
#include <memory>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

struct ScanVerdict
{
    QString code;      // cleaned, as looked up
    Verdict verdict;   // Refusal::None: ready to attach
    bool known = true; // false: this desk has never heard of it (the server may have)
    std::optional<DeliveryRow> delivery;
    QString otherWaybillNumber; // for "already in WB00398"
    Instant dataAsOf{};         // age of what the verdict rests on
    std::chrono::microseconds took{};
    bool operator==(const ScanVerdict&) const = default;
};

struct ScanConfirmation
{
    quint64 ticket = 0;
    bool answered = false; // false: no word about the code (offline, signed out, 5xx); the local verdict stands
    Verdict verdict;       // of a refusal whose code we do not know: None, with `error` in the server's words
    std::optional<Delivery> delivery;
    std::optional<Error> error; // in the server's words when it refused
    std::chrono::milliseconds took{};
    bool allowed() const { return answered && !error && verdict.allowed(); }
};

class ScanService : public QObject
{
    Q_OBJECT

public:
    ScanService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);
    ~ScanService() override;

    // Local, under 10 ms, never fails. `target` may be local (created offline).
    ScanVerdict look(const WaybillId& target, const QString& code) const;
    // Asks the server; confirmed() comes exactly once for the ticket, answered or not.
    quint64 confirm(const WaybillId& target, const QString& code);
    // Journal: raw bytes as they came, verdict, latency. Written on the engine thread.
    void record(const WaybillId& target, const QByteArray& raw, const ScanVerdict& verdict);

Q_SIGNALS:
    void confirmed(const waydesk::facade::ScanConfirmation& confirmation);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::facade
