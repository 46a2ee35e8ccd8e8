// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outboxmodel.h"

#include "models/errortext.h"
#include "models/formats.h"
#include "models/words.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

using store::CommandState;
using Link = facade::ConnectionState::Link;

OutboxModel::OutboxModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

OutboxModel::Section OutboxModel::sectionOf(CommandState state)
{
    switch (state) {
    case CommandState::Refused:
        return Section::NeedsYou;
    case CommandState::Queued:
    case CommandState::Sending:
        return Section::OnItsWay;
    case CommandState::Unknown:
        return Section::NotKnownYet;
    case CommandState::Confirmed:
    case CommandState::Discarded:
        return Section::DoneToday;
    }
    Q_UNREACHABLE();
}

QString OutboxModel::title(Section section)
{
    switch (section) {
    case Section::NeedsYou:
        return tr("Needs you");
    case Section::OnItsWay:
        return tr("On its way");
    case Section::NotKnownYet:
        return tr("Not known yet");
    case Section::DoneToday:
        return tr("Done today");
    }
    Q_UNREACHABLE();
}

void OutboxModel::setEntries(const QList<store::OutboxEntry>& open, const QList<store::OutboxEntry>& done,
                             const CommandNames& names)
{
    QHash<SubjectId, QString> lastOf; // the title of the last open command on each thing so far
    std::array<QList<OutboxRow>, kSections.size()> sections;
    for (const store::OutboxEntry& entry : open) {
        OutboxRow row{entry, commandTitle(entry.command, names), {}};
        for (const SubjectId& id : touched(entry.command)) {
            if (row.follows.isEmpty())
                row.follows = lastOf.value(id);
            lastOf.insert(id, row.title);
        }
        sections[static_cast<size_t>(sectionOf(entry.state))] += row;
    }
    const QDate today = m_formats.today();
    for (const store::OutboxEntry& entry : done) {
        if (entry.finishedAt && m_formats.dayOf(*entry.finishedAt) == today)
            sections[static_cast<size_t>(Section::DoneToday)] += {entry, commandTitle(entry.command, names), {}};
    }
    QList<OutboxRow> rows;
    for (const auto& section : sections)
        rows += section;
    setRows(std::move(rows));
    touchAll(); // whether a row is the first of its section may have changed without the row
}

void OutboxModel::setLink(Link link, Instant since)
{
    if (link == m_link && since == m_linkSince)
        return;
    m_link = link;
    m_linkSince = since;
    touchAll();
}

QString OutboxModel::subline(const OutboxRow& row) const
{
    const store::OutboxEntry& entry = row.entry;
    QStringList parts;
    switch (entry.state) {
    case CommandState::Queued:
        if (!row.follows.isEmpty()) {
            parts += tr("follows %1").arg(Formats::quoted(row.follows));
        } else if (m_link == Link::Offline) {
            parts += tr("waiting for the network since %1").arg(m_formats.time(m_linkSince));
            parts += tr("goes first when it is back");
        } else if (entry.attempts > 0 && entry.dueAt > m_formats.now()) {
            parts += tr("tried again at %1").arg(m_formats.timeWithSeconds(entry.dueAt));
        } else {
            parts += tr("goes next");
        }
        break;
    case CommandState::Sending:
        parts += tr("being sent");
        break;
    case CommandState::Refused:
        parts += entry.lastError ? errorText(*entry.lastError) : tr("The server refused.");
        if (entry.finishedAt)
            parts += m_formats.moment(*entry.finishedAt);
        break;
    case CommandState::Unknown:
        parts += entry.finishedAt ? tr("the answer was lost at %1; looking for it on the server before anything is "
                                       "sent again")
                                        .arg(m_formats.time(*entry.finishedAt))
                                  : tr("the answer was lost; looking for it on the server before anything is sent "
                                       "again");
        break;
    case CommandState::Confirmed:
        parts += tr("done at %1").arg(entry.finishedAt ? m_formats.time(*entry.finishedAt) : Formats::nothing());
        break;
    case CommandState::Discarded:
        parts += tr("dropped; what the server has was kept");
        break;
    }
    if (entry.attempts == 1 && entry.state == CommandState::Refused)
        parts += tr("tried once");
    else if (entry.attempts > 1)
        parts += tr("tried %Ln time(s)", nullptr, entry.attempts);
    return parts.join(u" · "_s);
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const
{
    const OutboxRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    const Section section = sectionOf(row->entry.state);
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return row->title;
    case SublineRole:
    case Qt::ToolTipRole:
        return subline(*row);
    case SeqRole:
        return row->entry.seq;
    case SectionRole:
        return static_cast<int>(section);
    case SectionTitleRole:
        return title(section);
    case FirstOfSectionRole:
        return index.row() == 0 || sectionOf(at(index.row() - 1)->entry.state) != section;
    case StateRole:
        return static_cast<int>(row->entry.state);
    case StateTextRole:
        return words(row->entry.state);
    case WaybillRole:
        return waybillOf(row->entry.command).value;
    default:
        return {};
    }
}

QHash<int, QByteArray> OutboxModel::roleNames() const
{
    auto names = KeyedModel::roleNames();
    names.insert({{SeqRole, "seq"}, {TitleRole, "title"}, {SublineRole, "subline"}, {SectionRole, "section"}});
    return names;
}

int OutboxModel::count(Section section) const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), [section](const OutboxRow& row) {
        return sectionOf(row.entry.state) == section;
    }));
}

int OutboxModel::rowOf(qint64 seq) const
{
    const auto it =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [seq](const OutboxRow& row) { return row.entry.seq == seq; });
    return it == m_rows.cend() ? -1 : static_cast<int>(it - m_rows.cbegin());
}

QString OutboxModel::keyOf(const OutboxRow& row) const
{
    return QString::number(row.entry.seq);
}

} // namespace waydesk::models
