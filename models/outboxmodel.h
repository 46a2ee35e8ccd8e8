// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox as a list in sections: what needs the person, what is on its way, what is not known yet, what was done
// today. A flat list; FirstOfSectionRole says where a delegate paints a heading. Replaced by value.
#pragma once

#include "models/commandtext.h"
#include "models/keyedmodel.h"
#include "services/facade/connectionservice.h"
#include "services/facade/rows.h"

#include <QAbstractListModel>

namespace waydesk::models {

class Formats;

struct OutboxRow
{
    store::OutboxEntry entry;
    QString title;
    QString follows; // the title of the command that it waits behind
    bool operator==(const OutboxRow&) const = default;
};

class OutboxModel : public KeyedModel<OutboxRow, QAbstractListModel>
{
    Q_OBJECT

public:
    enum class Section { NeedsYou, OnItsWay, NotKnownYet, DoneToday };
    static constexpr std::array kSections{Section::NeedsYou, Section::OnItsWay, Section::NotKnownYet,
                                          Section::DoneToday};
    enum Role {
        SeqRole = Qt::UserRole + 1, // qint64
        TitleRole,                  // also Qt::DisplayRole
        SublineRole,                // "waiting for the network since 14:01 · goes first when it is back"
        SectionRole,                // int of Section
        SectionTitleRole,           // "On its way"
        FirstOfSectionRole,         // bool
        StateRole,                  // int of store::CommandState
        StateTextRole,              // "Queued"
        WaybillRole                 // QString id of the waybill, may be empty
    };

    explicit OutboxModel(const Formats& formats, QObject* parent = nullptr);

    // `open` oldest first, `done` newest first, as CommandService gives them.
    void setEntries(const QList<store::OutboxEntry>& open, const QList<store::OutboxEntry>& done,
                    const CommandNames& names);
    void setLink(facade::ConnectionState::Link link, Instant since);
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count(Section section) const;
    int rowOf(qint64 seq) const;
    static Section sectionOf(store::CommandState state);
    static QString title(Section section);

protected:
    QString keyOf(const OutboxRow& row) const override;

private:
    QString subline(const OutboxRow& row) const;

    const Formats& m_formats;
    facade::ConnectionState::Link m_link = facade::ConnectionState::Link::Connecting;
    Instant m_linkSince{};
};

} // namespace waydesk::models
