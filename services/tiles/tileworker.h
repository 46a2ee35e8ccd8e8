// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the tiles that maps want: in the chosen file, or on disk and then, where they are not or are old, at the chosen
// address, two requests at once and only for what is in view. Everything that takes time, reading, asking and decoding,
// happens here, on a thread of its own (docs/adr/0011). A list that is wanted replaces the one before it.
#pragma once

#include "services/domain/tiles/tilechoice.h"
#include "services/net/fetcher.h"
#include "services/tiles/diskcache.h"
#include "services/tiles/mbtiles.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QTimer>

namespace waydesk::tiles {

struct TileOptions
{
    QString folder;     // of the kept tiles
    QByteArray product; // "Waydesk/0.1.0"
    qint64 mostKeptBytes = qint64{300} << 20;
    net::HttpLimits limits{.silence = std::chrono::seconds(15), .maxBody = qint64{1} << 20};
};

class TileWorker final : public QObject
{
    Q_OBJECT

public:
    TileWorker(TileOptions options, const Clock& clock); // the clock must outlive it
    ~TileWorker() override;

    void use(const TileChoice& choice, quint64 generation);
    void want(const QList<Tile>& tiles); // the most wanted first
    void drop();                         // nothing is wanted, and no question is on its way
    void measure();                      // tells what is kept
    void empty();                        // what is kept goes; what is wanted is asked for again

Q_SIGNALS:
    void came(quint64 generation, const waydesk::Tile& tile, const QImage& picture);
    void told(const waydesk::TileReport& report);

private:
    struct Question
    {
        Tile tile;
        QByteArray etag, lastModified; // of the one that is kept
    };

    void useFile();
    void useAddress();
    void readNext();
    void readFromFile(const Tile& tile);
    void readFromDisk(const Tile& tile);
    void askSome();
    void ask(const Question& question);
    void answered(const Question& question, Result<net::HttpAnswer> result);
    void pictureCame(const Tile& tile, const net::HttpAnswer& answer);
    void unchanged(const Tile& tile, const net::HttpAnswer& answer);
    void unreadable(const Tile& tile);
    void waitThen(const Question& question, TileFault fault, const QString& detail);
    void keep(const Tile& tile, const KeptTile& kept);
    void setFault(TileFault fault, const QString& detail = {});
    void tell();

    TileOptions m_options;
    const Clock& m_clock;
    DiskCache m_cache;
    TileChoice m_choice;
    quint64 m_generation = 0;
    TileReport m_report;
    std::unique_ptr<MbTiles> m_file;
    std::unique_ptr<net::Fetcher> m_fetcher;
    QList<Tile> m_toRead;
    QList<Question> m_toAsk, m_toRenew; // missing; shown already, but old
    struct Asked
    {
        Question question;
        net::Call call;
    };
    std::vector<std::pair<quint64, Asked>> m_asked; // by a number of their own
    quint64 m_lastAsked = 0;
    QHash<Tile, Instant> m_unreadable; // until when
    TilePause m_pause;
    QTimer m_reading, m_waiting;
};

} // namespace waydesk::tiles
