// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tiles/mbtiles.h"

#include "services/tiles/picture.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <cmath>
#include <numbers>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::tiles {

namespace {

constexpr qsizetype kMostText = 500; // of a name or an attribution

class Query
{
public:
    Query(sqlite3* db, const char* sql) { sqlite3_prepare_v2(db, sql, -1, &m_statement, nullptr); }
    ~Query() { sqlite3_finalize(m_statement); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    bool isValid() const { return m_statement != nullptr; }
    void bind(int at, int value) { sqlite3_bind_int(m_statement, at, value); }
    int step() { return m_statement ? sqlite3_step(m_statement) : SQLITE_ERROR; }
    QByteArray bytes(int column) const
    {
        const void* data = sqlite3_column_blob(m_statement, column);
        return data ? QByteArray(static_cast<const char*>(data), sqlite3_column_bytes(m_statement, column))
                    : QByteArray();
    }
    QString text(int column) const { return QString::fromUtf8(bytes(column)); }
    int number(int column) const { return sqlite3_column_int(m_statement, column); }
    int size(int column) const { return sqlite3_column_bytes(m_statement, column); }
    bool isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

private:
    sqlite3_stmt* m_statement = nullptr;
};

double latitudeOf(int row, int level)
{
    const double y = std::numbers::pi * (1 - 2 * static_cast<double>(row) / (1 << level));
    return std::atan(std::sinh(y)) * 180 / std::numbers::pi;
}

QRectF boundsFrom(const QString& text)
{
    const QStringList parts = text.split(u',');
    double edge[4];
    for (int i = 0; i < 4; ++i) {
        bool good = false;
        edge[i] = parts.value(i).trimmed().toDouble(&good);
        if (!good)
            return {};
    }
    return edge[0] < edge[2] && edge[1] < edge[3] ? QRectF(QPointF(edge[0], edge[1]), QPointF(edge[2], edge[3]))
                                                  : QRectF();
}

} // namespace

QString plainText(const QString& html)
{
    static const QRegularExpression tags(u"<[^>]*>"_s);
    QString text = html;
    text.remove(tags);
    for (const auto& [entity, letter] : std::initializer_list<std::pair<QString, QString>>{{u"&copy;"_s, u"©"_s},
                                                                                           {u"&#169;"_s, u"©"_s},
                                                                                           {u"&nbsp;"_s, u" "_s},
                                                                                           {u"&lt;"_s, u"<"_s},
                                                                                           {u"&gt;"_s, u">"_s},
                                                                                           {u"&quot;"_s, u"\""_s},
                                                                                           {u"&#39;"_s, u"'"_s},
                                                                                           {u"&amp;"_s, u"&"_s}})
        text.replace(entity, letter);
    return text.simplified().left(kMostText);
}

OpenedMbTiles MbTiles::open(const QString& path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.isFile() || !info.isReadable())
        return {nullptr, TileFault::NoFile, {}};
    const QByteArray uri = QUrl::fromLocalFile(info.absoluteFilePath()).toEncoded() + "?immutable=1";
    sqlite3* db = nullptr;
    const int rc =
        sqlite3_open_v2(uri.constData(), &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<MbTiles> file(new MbTiles(db));
    if (rc != SQLITE_OK || !file->readMetadata())
        return {nullptr, TileFault::NotMbtiles, {}};
    Query any(db, "SELECT tile_data FROM tiles LIMIT 1");
    const int found = any.step();
    if (found != SQLITE_ROW)
        return {nullptr, TileFault::NotMbtiles, {}};
    QString& format = file->m_facts.format;
    const QByteArray first = any.size(0) <= kMostPictureBytes ? any.bytes(0) : QByteArray();
    if (format == u"pbf" || format == u"mvt" || (format.isEmpty() && first.startsWith("\x1f\x8b")))
        return {nullptr, TileFault::VectorTiles, format.isEmpty() ? u"pbf"_s : format};
    if (!format.isEmpty() && format != u"png" && format != u"jpg" && format != u"jpeg")
        return {nullptr, TileFault::OtherFormat, format};
    if (!looksLikeAPicture(first))
        return {nullptr, TileFault::OtherFormat, format};
    file->readZooms();
    return {std::move(file), TileFault::None, {}};
}

MbTiles::~MbTiles()
{
    sqlite3_close(m_db);
}

bool MbTiles::readMetadata()
{
    Query rows(m_db, "SELECT name, value FROM metadata");
    if (!rows.isValid())
        return false;
    m_facts.leastZoom = m_facts.mostZoom = -1;
    int rc = rows.step();
    for (; rc == SQLITE_ROW; rc = rows.step()) {
        const QString name = rows.text(0), value = rows.text(1).left(4 * kMostText);
        bool good = false;
        const int number = value.toInt(&good);
        if (name == u"name")
            m_facts.name = plainText(value);
        else if (name == u"format")
            m_facts.format = value.trimmed().toLower().left(20);
        else if (name == u"attribution")
            m_facts.attribution = plainText(value);
        else if (name == u"bounds")
            m_facts.bounds = boundsFrom(value);
        else if (name == u"minzoom" && good)
            m_facts.leastZoom = number;
        else if (name == u"maxzoom" && good)
            m_facts.mostZoom = number;
    }
    return rc == SQLITE_DONE;
}

// Where the file does not say, or says what cannot be, its tiles do.
void MbTiles::readZooms()
{
    int& least = m_facts.leastZoom;
    int& most = m_facts.mostZoom;
    if (least < 0 || most < least || most > TileChoice::kMostZoom) {
        Query zooms(m_db, "SELECT min(zoom_level), max(zoom_level) FROM tiles");
        if (zooms.step() == SQLITE_ROW && !zooms.isNull(0)) {
            least = zooms.number(0);
            most = zooms.number(1);
        }
    }
    least = std::clamp(least, 0, TileChoice::kMostZoom);
    most = std::clamp(most, least, TileChoice::kMostZoom);
}

bool MbTiles::reachesInto(const Tile& tile) const
{
    if (m_facts.bounds.isNull())
        return true;
    const double width = 360.0 / (1 << tile.z);
    const double west = tile.x * width - 180;
    const double north = latitudeOf(tile.y, tile.z), south = latitudeOf(tile.y + 1, tile.z);
    return west <= m_facts.bounds.right() && west + width >= m_facts.bounds.left() &&
           south <= m_facts.bounds.bottom() && north >= m_facts.bounds.top();
}

QByteArray MbTiles::picture(const Tile& tile)
{
    if (!reachesInto(tile))
        return {};
    Query found(m_db, "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?");
    found.bind(1, tile.z);
    found.bind(2, tile.x);
    found.bind(3, tmsRow(tile));
    const int rc = found.step();
    m_broken = m_broken || (rc != SQLITE_ROW && rc != SQLITE_DONE);
    return rc == SQLITE_ROW && found.size(0) <= kMostPictureBytes ? found.bytes(0) : QByteArray();
}

} // namespace waydesk::tiles
