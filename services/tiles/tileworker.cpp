// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tiles/tileworker.h"

#include "services/domain/tiles/tiletemplate.h"
#include "services/tiles/picture.h"

#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::tiles {

namespace {

Q_LOGGING_CATEGORY(lcTiles, "waydesk.tiles", QtInfoMsg)

constexpr size_t kAtOnce = 2;            // requests: the OpenStreetMap tile policy's most
constexpr qsizetype kMostRenewals = 256; // old ones that wait to be asked for again

QByteArray agent(const QByteArray& product, const QString& contact)
{
    QByteArray who = contact.trimmed().toUtf8();
    who.removeIf([](char c) { return c < ' ' || c == '(' || c == ')' || static_cast<uchar>(c) > 126; });
    return who.isEmpty() ? product : product + " (+" + who + ')';
}

CacheHeaders cacheHeaders(const net::HttpAnswer& answer)
{
    return {net::headerOf(answer, "Cache-Control"), net::headerOf(answer, "Expires"), net::headerOf(answer, "ETag"),
            net::headerOf(answer, "Last-Modified")};
}

} // namespace

TileWorker::TileWorker(TileOptions options, const Clock& clock)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_cache(m_options.folder, m_options.mostKeptBytes)
    , m_reading(this)
    , m_waiting(this)
{
    m_report.mostKeptBytes = m_options.mostKeptBytes;
    m_reading.setInterval(0); // one tile, then whatever else came in
    connect(&m_reading, &QTimer::timeout, this, &TileWorker::readNext);
    m_waiting.setSingleShot(true);
    connect(&m_waiting, &QTimer::timeout, this, &TileWorker::askSome);
}

TileWorker::~TileWorker()
{
    m_asked.clear(); // before the fetcher
}

void TileWorker::drop()
{
    m_asked.clear();
    m_toRead.clear();
    m_toAsk.clear();
    m_toRenew.clear();
}

void TileWorker::use(const TileChoice& choice, quint64 generation)
{
    drop();
    m_unreadable.clear();
    m_pause = {};
    m_file.reset();
    m_fetcher.reset();
    m_choice = choice;
    m_generation = generation;
    m_report = {.keptBytes = m_report.keptBytes, .mostKeptBytes = m_options.mostKeptBytes};
    switch (choice.from) {
    case TileChoice::From::Nothing:
        break;
    case TileChoice::From::Address:
        useAddress();
        break;
    case TileChoice::From::File:
        useFile();
        break;
    }
    tell();
}

void TileWorker::useAddress()
{
    if (checkTemplate(m_choice.address) != TemplateFault::None) {
        m_report.fault = TileFault::BadAddress;
        return;
    }
    m_fetcher = std::make_unique<net::Fetcher>(
        net::FetchRules{agent(m_options.product, m_choice.contact), m_options.limits, mayFollow});
    m_report.isOn = true;
    m_report.mostZoom = std::clamp(m_choice.mostZoom, TileChoice::kLeastZoom, TileChoice::kMostZoom);
    const QString attribution = m_choice.attribution.trimmed();
    m_report.attribution = attribution.isEmpty() ? templateHost(m_choice.address) : attribution;
}

void TileWorker::useFile()
{
    OpenedMbTiles opened = MbTiles::open(m_choice.file);
    m_file = std::move(opened.file);
    m_report.fault = opened.fault;
    m_report.detail = opened.detail;
    if (!m_file)
        return;
    const MbTilesFacts& facts = m_file->facts();
    m_report.isOn = true;
    m_report.detail = facts.name;
    m_report.leastZoom = facts.leastZoom;
    m_report.mostZoom = facts.mostZoom;
    const QString own = m_choice.attribution.trimmed();
    m_report.attribution = !own.isEmpty()                 ? own
                           : !facts.attribution.isEmpty() ? facts.attribution
                           : facts.name.isEmpty()         ? u"MBTiles"_s
                                                          : facts.name;
}

void TileWorker::want(const QList<Tile>& tiles)
{
    m_toRead = tiles;
    m_toAsk.clear();
    if (m_report.isOn && !m_toRead.isEmpty())
        m_reading.start();
}

void TileWorker::readNext()
{
    if (m_toRead.isEmpty()) {
        m_reading.stop();
        askSome();
        return;
    }
    const Tile tile = m_toRead.takeFirst();
    if (m_file)
        readFromFile(tile);
    else
        readFromDisk(tile);
}

void TileWorker::readFromFile(const Tile& tile)
{
    if (m_unreadable.contains(tile))
        return;
    const QImage picture = decoded(m_file->picture(tile));
    if (m_file->isBroken())
        setFault(TileFault::NotMbtiles);
    if (picture.isNull())
        m_unreadable.insert(tile, {}); // the file does not change
    else
        Q_EMIT came(m_generation, tile, picture);
}

void TileWorker::readFromDisk(const Tile& tile)
{
    const Instant now = m_clock.now();
    if (const auto it = m_unreadable.constFind(tile); it != m_unreadable.constEnd() && now < *it)
        return;
    std::optional<KeptTile> kept = m_cache.find(m_choice.address, tile);
    if (kept && !kept->picture.isEmpty()) {
        const QImage picture = decoded(kept->picture);
        if (picture.isNull()) {
            m_cache.remove(m_choice.address, tile);
            kept.reset();
        } else {
            Q_EMIT came(m_generation, tile, picture);
        }
    }
    if (kept && now < kept->freshUntil)
        return;
    const auto isAsked = [&tile](const auto& asked) { return asked.second.question.tile == tile; };
    if (std::ranges::any_of(m_asked, isAsked))
        return;
    if (kept && !kept->picture.isEmpty()) {
        const auto waits = [&tile](const Question& question) { return question.tile == tile; };
        if (m_toRenew.size() < kMostRenewals && !std::ranges::any_of(m_toRenew, waits))
            m_toRenew.append({tile, kept->etag, kept->lastModified});
    } else {
        m_toAsk.append({tile, {}, {}});
    }
}

void TileWorker::askSome()
{
    if (!m_fetcher)
        return;
    const Instant now = m_clock.now();
    if (!m_pause.isOver(now)) {
        m_waiting.start(std::chrono::ceil<std::chrono::milliseconds>(m_pause.until() - now));
        return;
    }
    while (m_asked.size() < kAtOnce && (!m_toAsk.isEmpty() || !m_toRenew.isEmpty()))
        ask(m_toAsk.isEmpty() ? m_toRenew.takeFirst() : m_toAsk.takeFirst());
}

void TileWorker::ask(const Question& question)
{
    QList<net::Header> headers;
    if (!question.etag.isEmpty())
        headers.append({"If-None-Match", question.etag});
    if (!question.lastModified.isEmpty())
        headers.append({"If-Modified-Since", question.lastModified});
    const quint64 number = ++m_lastAsked;
    net::Call call = m_fetcher->get(
        tileUrl(m_choice.address, question.tile), headers, [this, number](Result<net::HttpAnswer> result) {
            const auto it = std::ranges::find(m_asked, number, [](const auto& asked) { return asked.first; });
            const Asked asked = std::move(it->second);
            m_asked.erase(it);
            answered(asked.question, std::move(result));
            askSome();
        });
    m_asked.emplace_back(number, Asked{question, std::move(call)});
}

void TileWorker::answered(const Question& question, Result<net::HttpAnswer> result)
{
    const Tile& tile = question.tile;
    if (!result) {
        if (result.error().kind == Error::Kind::Malformed) {
            unreadable(tile);
            return;
        }
        m_pause.failed(m_clock.now(), {});
        waitThen(question, TileFault::NoAnswer, {});
        return;
    }
    switch (tileAnswer(result->status)) {
    case TileAnswer::Picture:
        pictureCame(tile, *result);
        break;
    case TileAnswer::Unchanged:
        unchanged(tile, *result);
        break;
    case TileAnswer::Absent:
        m_pause.answered();
        keep(tile, {.picture = {}, .etag = {}, .lastModified = {}, .freshUntil = m_clock.now() + kAbsentFor});
        break;
    case TileAnswer::Wait:
        m_pause.failed(m_clock.now(), result->retryAfter.value_or(std::chrono::seconds{0}));
        waitThen(question, TileFault::Busy, QString::number(result->status));
        break;
    case TileAnswer::Refused:
        m_pause.refused(m_clock.now());
        waitThen(question, TileFault::Refused, QString::number(result->status));
        break;
    }
}

void TileWorker::pictureCame(const Tile& tile, const net::HttpAnswer& answer)
{
    const QImage picture = decoded(answer.body);
    if (picture.isNull()) {
        unreadable(tile);
        return;
    }
    m_pause.answered();
    const CacheHeaders headers = cacheHeaders(answer);
    setFault(TileFault::None);
    if (mayKeep(headers))
        keep(tile, {answer.body, headers.etag, headers.lastModified, freshUntil(headers, m_clock.now())});
    Q_EMIT came(m_generation, tile, picture);
}

void TileWorker::unchanged(const Tile& tile, const net::HttpAnswer& answer)
{
    m_pause.answered();
    setFault(TileFault::None);
    if (std::optional<KeptTile> kept = m_cache.find(m_choice.address, tile)) {
        kept->freshUntil = freshUntil(cacheHeaders(answer), m_clock.now());
        keep(tile, *kept);
    }
}

// An answer all the same: the server is there.
void TileWorker::unreadable(const Tile& tile)
{
    m_pause.answered();
    m_unreadable.insert(tile, m_clock.now() + kUnreadableFor);
    qCInfo(lcTiles) << templateHost(m_choice.address) << tile.z << tile.x << tile.y << "not a picture";
    setFault(TileFault::NotAPicture);
}

void TileWorker::waitThen(const Question& question, TileFault fault, const QString& detail)
{
    // Only the host: the rest of the address may hold a key.
    qCInfo(lcTiles) << templateHost(m_choice.address) << question.tile.z << question.tile.x << question.tile.y
                    << "waits" << detail;
    (question.etag.isEmpty() && question.lastModified.isEmpty() ? m_toAsk : m_toRenew).prepend(question);
    setFault(fault, detail);
}

void TileWorker::keep(const Tile& tile, const KeptTile& kept)
{
    if (!m_cache.keep(m_choice.address, tile, kept))
        setFault(TileFault::CacheTrouble);
}

void TileWorker::measure()
{
    tell();
}

void TileWorker::empty()
{
    m_cache.empty();
    tell();
}

void TileWorker::setFault(TileFault fault, const QString& detail)
{
    if (m_report.fault == fault && m_report.detail == detail)
        return;
    m_report.fault = fault;
    m_report.detail = detail;
    tell();
}

void TileWorker::tell()
{
    m_report.keptBytes = m_cache.bytes();
    Q_EMIT told(m_report);
}

} // namespace waydesk::tiles
