// SPDX-License-Identifier: GPL-3.0-or-later
// What was scanned at this sitting, newest first, with the local verdict at once and the server's when it comes: a
// changed verdict stands out and says so. The same parcel scanned again is "Scanned twice" and counts once.
#pragma once

#include "models/keyedmodel.h"
#include "services/facade/scanservice.h"

namespace waydesk::models {

class Formats;

struct ScanLine
{
    int number = 0; // 1, 2, 3 … as scanned
    facade::ScanVerdict local;
    bool twice = false;
    quint64 ticket = 0;
    std::optional<Verdict> server; // what the server said, when it did
    std::optional<Delivery> serverDelivery;
    std::optional<Error> serverError;
    std::chrono::milliseconds serverTook{};
    bool noAnswer = false; // asked, and none came
    bool attached = false; // handed to an attach command
    bool operator==(const ScanLine&) const = default;
};

class ScanListModel : public KeyedModel<ScanLine>
{
    Q_OBJECT

public:
    enum Column { Number, Code, VerdictText, Customer, Zone, Cod, AnsweredIn };
    static constexpr int kColumnCount = 7;
    // Five shapes, five sounds: never told apart by colour alone.
    enum class Standing { Ready, Twice, Refused, NotKnown, Changed };
    enum Role {
        StandingRole = Qt::UserRole + 1, // int of Standing
        DeliveryIdRole,
        SentenceRole,        // the long form: "DEL0977 is already in WB00398."
        ConfirmedRole,       // bool: the server has answered
        ConfirmationTextRole // "confirmed by the server 80 ms later", "from data 14 min old", "the server says
                             // otherwise"
    };
    struct Counts
    {
        int ready = 0, refused = 0, twice = 0;
        bool operator==(const Counts&) const = default;
    };

    explicit ScanListModel(const Formats& formats, QObject* parent = nullptr);

    // Returns the line as judged (twice or not). `ticket` 0: the server is not asked.
    const ScanLine& add(const facade::ScanVerdict& verdict, quint64 ticket);
    void confirm(const facade::ScanConfirmation& confirmation);
    std::optional<ScanLine> removeLast(); // undo of the newest scan
    void markAttached(const QList<DeliveryId>& deliveries);
    void clear();

    QList<DeliveryId> ready() const; // to attach: allowed, not twice, not attached yet; in the order of scanning
    Counts counts() const;
    static Standing standing(const ScanLine& line);
    QString sentence(const ScanLine& line) const;
    QString confirmationText(const ScanLine& line) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void verdictChanged(const waydesk::models::ScanLine& line); // the server says otherwise than we did
    void countsChanged();

protected:
    QString keyOf(const ScanLine& row) const override;

private:
    const Formats& m_formats;
    int m_last = 0;
};

} // namespace waydesk::models
