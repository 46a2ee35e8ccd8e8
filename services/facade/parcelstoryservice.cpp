// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/parcelstoryservice.h"

#include "services/store/reader.h"
#include "services/sync/engine.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::facade {

namespace {

constexpr int kMostScans = 50;

StoryState shown(sync::StoryNews::State state)
{
    switch (state) {
    case sync::StoryNews::State::Reading:
        return StoryState::Reading;
    case sync::StoryNews::State::Read:
        return StoryState::Read;
    case sync::StoryNews::State::Waiting:
        return StoryState::Waiting;
    case sync::StoryNews::State::Failed:
        return StoryState::Failed;
    case sync::StoryNews::State::Lacking:
        return StoryState::Lacking;
    case sync::StoryNews::State::Gone:
        return StoryState::Gone;
    }
    Q_UNREACHABLE();
}

// As a scanner reads them from its label.
QStringList codesOf(const Delivery& delivery)
{
    QStringList codes{delivery.barcode, delivery.externalReference, delivery.code, u"DEL"_s + delivery.code};
    codes.removeAll(QString());
    codes.removeDuplicates();
    return codes;
}

} // namespace

ParcelStoryService::ParcelStoryService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
{
    connect(&engine, &sync::Engine::storyTold, this, [this](const sync::StoryNews& news) {
        if (news.delivery != m_looked)
            return;
        m_state = shown(news.state);
        m_error = news.error;
        Q_EMIT changed();
    });
}

void ParcelStoryService::look(const DeliveryId& id)
{
    if (m_looked == id)
        return;
    m_looked = id;
    lookAgain();
}

void ParcelStoryService::lookAgain()
{
    m_state = StoryState::Reading;
    m_error.reset();
    m_engine.lookAt(m_looked);
    Q_EMIT changed();
}

ParcelPast ParcelStoryService::past() const
{
    ParcelPast past;
    past.state = m_state;
    past.error = m_error;
    if (m_looked.isEmpty())
        return past;
    if (const auto kept = m_reader.stories().find(m_looked)) {
        past.story = kept->story;
        past.readAt = kept->readAt;
    }
    const auto row = m_reader.deliveries().find(m_looked);
    if (!row)
        return past;
    const QList<store::ScanEntry> scans = m_reader.scans().ofCodes(codesOf(row->delivery), kMostScans);
    for (const store::ScanEntry& scan : scans)
        past.scans.append({scan.seq, scan.at, scan.code, scan.verdict});
    return past;
}

} // namespace waydesk::facade
