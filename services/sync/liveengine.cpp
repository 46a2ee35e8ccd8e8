// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/liveengine.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

LiveEngine::LiveEngine(EngineOptions options, QObject* parent)
    : Engine(parent)
    , m_options(std::move(options))
{
    qRegisterMetaType<EngineStatus>();
    qRegisterMetaType<Error>();
    qRegisterMetaType<Command>();
    qRegisterMetaType<store::OutboxEntry>();
    qRegisterMetaType<ScanAnswer>();
    qRegisterMetaType<TravelAnswer>();
    qRegisterMetaType<csv::ImportJob>();
    qRegisterMetaType<StoryNews>();
    qRegisterMetaType<PictureNews>();
    qRegisterMetaType<WaybillId>();
    qRegisterMetaType<QList<WaybillId>>();
    qRegisterMetaType<QList<DeliveryId>>();
    qRegisterMetaType<TripId>();
    qRegisterMetaType<QList<TripId>>();
    m_thread.setObjectName(u"engine"_s);
}

LiveEngine::~LiveEngine()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        &m_door, [this] { delete std::exchange(m_core, nullptr); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<store::OpenReport> LiveEngine::open()
{
    Q_ASSERT(thread() == QThread::currentThread() && !m_thread.isRunning());
    m_thread.start();
    m_door.moveToThread(&m_thread);
    std::optional<Result<store::OpenReport>> opened;
    QMetaObject::invokeMethod(
        &m_door,
        [&] {
            m_core = new EngineCore(*this, m_options);
            opened = m_core->open();
        },
        Qt::BlockingQueuedConnection);
    m_isOpen = opened->ok();
    return *std::move(opened);
}

template<class Work>
void LiveEngine::post(Work work)
{
    Q_ASSERT(thread() == QThread::currentThread() && m_isOpen);
    QMetaObject::invokeMethod(
        m_core, [core = m_core, work = std::move(work)] { work(*core); }, Qt::QueuedConnection);
}

void LiveEngine::connectTo(const QUrl& server)
{
    post([server](EngineCore& core) { core.connectTo(server); });
}

void LiveEngine::signIn(const QString& email, const QString& password)
{
    post([email, password](EngineCore& core) { core.signIn(email, password); });
}

void LiveEngine::signOut()
{
    post([](EngineCore& core) { core.signOut(); });
}

void LiveEngine::retryNow()
{
    post([](EngineCore& core) { core.retryNow(); });
}

void LiveEngine::refresh()
{
    post([](EngineCore& core) { core.refresh(); });
}

void LiveEngine::wantDetail(const WaybillId& id)
{
    post([id](EngineCore& core) { core.wantDetail(id); });
}

void LiveEngine::wantTrip(const TripId& id)
{
    post([id](EngineCore& core) { core.wantTrip(id); });
}

void LiveEngine::confirmScan(quint64 ticket, const WaybillId& target, const QString& code)
{
    post([ticket, target, code](EngineCore& core) { core.confirmScan(ticket, target, code); });
}

void LiveEngine::recordScan(const ScanRecord& record)
{
    post([record](EngineCore& core) { core.recordScan(record); });
}

void LiveEngine::wantTravel(quint64 ticket, const QUrl& router, const QList<QGeoCoordinate>& places)
{
    post([ticket, router, places](EngineCore& core) { core.wantTravel(ticket, router, places); });
}

void LiveEngine::watchPositions(bool watched)
{
    post([watched](EngineCore& core) { core.watchPositions(watched); });
}

void LiveEngine::wantTrack(quint64 ticket, const DriverId& driver, Instant from, Instant to)
{
    post([=](EngineCore& core) { core.wantTrack(ticket, driver, from, to); });
}

void LiveEngine::lookAt(const DeliveryId& parcel)
{
    post([parcel](EngineCore& core) { core.lookAt(parcel); });
}

void LiveEngine::wantPicture(const QString& url, PictureAsk ask)
{
    post([url, ask](EngineCore& core) { core.wantPicture(url, ask); });
}

void LiveEngine::importCheck(const csv::ImportJob& job)
{
    post([=](EngineCore& core) { core.importCheck(job); });
}

void LiveEngine::importSend(const QString& id)
{
    post([=](EngineCore& core) { core.importSend(id); });
}

void LiveEngine::importStop(const QString& id)
{
    post([=](EngineCore& core) { core.importStop(id); });
}

void LiveEngine::importFix(const QString& id, qint64 line, int column, const QString& text)
{
    post([=](EngineCore& core) { core.importFix(id, line, column, text); });
}

void LiveEngine::importForget(const QString& id)
{
    post([=](EngineCore& core) { core.importForget(id); });
}

void LiveEngine::submitAll(const QStringList& keys, const QList<Command>& commands,
                           const std::optional<Instant>& seenVersion)
{
    post([keys, commands, seenVersion](EngineCore& core) { core.submitAll(keys, commands, seenVersion); });
}

void LiveEngine::retry(qint64 seq)
{
    post([seq](EngineCore& core) { core.retry(seq); });
}

void LiveEngine::replace(qint64 seq, const QString& newKey, const Command& edited)
{
    post([seq, newKey, edited](EngineCore& core) { core.replace(seq, newKey, edited); });
}

void LiveEngine::discard(qint64 seq)
{
    post([seq](EngineCore& core) { core.discard(seq); });
}

void LiveEngine::undo(qint64 seq)
{
    post([seq](EngineCore& core) { core.undo(seq); });
}

} // namespace waydesk::sync
