// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prooftour.h"

#include "app/desk.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverydetail.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/deliveries/picturecanvas.h"
#include "ui/deliveries/prooflist.h"
#include "ui/tour/tour.h"
#include "ui/widgets/counttabs.h"
#include "ui/window/mainwindow.h"

#include <QBuffer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>
#include <memory>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using ui::PastTabs;
using ui::Scene;

Q_LOGGING_CATEGORY(lcProofTour, "waydesk.tour.proof")

namespace {

// What a driver's phone does, over the server's own calls.
class Phone
{
public:
    explicit Phone(const QUrl& server)
        : m_server(server)
    {
    }
    bool signIn(const QString& email)
    {
        const QJsonObject body{{u"email"_s, email}, {u"password"_s, u"demo"_s}};
        m_token = send("/auth/login", "application/json", json(body))[u"access_token"_s].toString();
        return !m_token.isEmpty();
    }
    QString upload(const QImage& picture)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QBuffer::WriteOnly);
        picture.save(&buffer, "PNG");
        return send("/delivery/media", "image/png", bytes)[u"url"_s].toString();
    }
    bool deliver(const DeliveryId& parcel, const QJsonObject& body)
    {
        return !send("/delivery/deliveries/" + parcel.value.toUtf8() + "/driver-action", "application/json", json(body))
                    .isEmpty();
    }

private:
    static QByteArray json(const QJsonObject& body) { return QJsonDocument(body).toJson(QJsonDocument::Compact); }
    QJsonObject send(const QByteArray& path, const char* type, const QByteArray& body)
    {
        QUrl url = m_server;
        url.setPath(QString::fromLatin1(path));
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(type));
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
        if (!reply->isFinished())
            loop.exec();
        const QByteArray answer = reply->readAll();
        if (reply->error() != QNetworkReply::NoError)
            qCWarning(lcProofTour, "%s: %s", path.constData(), answer.left(200).constData());
        return QJsonDocument::fromJson(answer)[u"data"].toObject();
    }

    QUrl m_server;
    QString m_token;
    QNetworkAccessManager m_network;
};

QImage signature()
{
    QImage image(900, 360, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(24, 36, 92), 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath path(QPointF(90, 230));
    path.cubicTo(170, 20, 250, 60, 210, 230);
    path.cubicTo(190, 330, 120, 300, 180, 240);
    path.cubicTo(280, 150, 330, 180, 340, 220);
    path.cubicTo(350, 260, 400, 260, 430, 190);
    path.cubicTo(450, 140, 480, 260, 520, 230);
    path.cubicTo(590, 180, 600, 120, 640, 90);
    path.cubicTo(660, 200, 600, 300, 700, 240);
    path.cubicTo(760, 200, 800, 210, 830, 190);
    painter.drawPath(path);
    return image;
}

// A doorstep in the evening, with a parcel on it.
QImage doorstep()
{
    QImage image(1600, 1200, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(image.rect(), QColor(196, 178, 150));
    for (int y = 0; y < 900; y += 75) {
        for (int x = -80 + (y / 75 % 2) * 80; x < 1600; x += 160)
            painter.fillRect(QRect(x + 3, y + 3, 154, 69), QColor(206 - y / 30, 188 - y / 30, 160 - y / 30));
    }
    painter.fillRect(QRect(520, 120, 560, 790), QColor(58, 74, 66));
    painter.fillRect(QRect(560, 170, 220, 300), QColor(72, 92, 82));
    painter.fillRect(QRect(820, 170, 220, 300), QColor(72, 92, 82));
    painter.fillRect(QRect(560, 520, 480, 350), QColor(72, 92, 82));
    painter.setBrush(QColor(214, 178, 92));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPoint(1020, 560), 20, 20);
    painter.fillRect(QRect(0, 900, 1600, 300), QColor(136, 130, 124));
    painter.fillRect(QRect(430, 880, 740, 60), QColor(168, 162, 154));
    painter.fillRect(QRect(900, 690, 330, 230), QColor(182, 138, 88));
    painter.fillRect(QRect(1040, 690, 50, 230), QColor(214, 190, 148));
    painter.fillRect(QRect(925, 800, 95, 80), Qt::white);
    painter.setBrush(Qt::black);
    for (int x = 0; x < 75; x += 9)
        painter.drawRect(935 + x, 812, x % 2 == 0 ? 5 : 3, 40);
    return image;
}

struct Proven
{
    DeliveryId parcel;
    bool isTried = false;
};

// A parcel that a driver has with them, and that driver's address.
std::optional<std::pair<DeliveryId, QString>> parcelUnderWay(Workbench& bench)
{
    const QList<facade::TripRow> trips = bench.trips.rows(TripStatus::InProgress, {}, 40);
    for (const facade::TripRow& row : trips) {
        const auto detail = bench.trips.detail(row.server.id);
        const auto driver = row.server.driver ? bench.lookups.driver(row.server.driver->id) : std::nullopt;
        if (!detail || !driver || driver->user.email.isEmpty())
            continue;
        for (const facade::DeliveryRow& member : detail->deliveries) {
            const DeliveryState& state = member.delivery.state;
            if (state.is(DeliveryStatus::PickedUp) || state.is(DeliveryStatus::InTransit))
                return std::pair(member.delivery.id, driver->user.email);
        }
    }
    return std::nullopt;
}

void prove(Desk& desk, Proven& proven)
{
    if (std::exchange(proven.isTried, true))
        return;
    Workbench& bench = *desk.workbench();
    const auto found = parcelUnderWay(bench);
    Phone phone(bench.connection.state().server);
    if (!found || !phone.signIn(found->second))
        return;
    const QString ink = phone.upload(signature()), door = phone.upload(doorstep());
    const QJsonObject proof{{u"signature_url"_s, ink},
                            {u"photo_urls"_s, QJsonArray{door, u"https://pictures.example/gate.jpg"_s}},
                            {u"notes"_s, u"Shirin, the neighbour, signed"_s}};
    const QJsonObject body{{u"action"_s, u"delivered"_s},
                           {u"notes"_s, u"left at the door"_s},
                           {u"current_latitude"_s, 36.1911},
                           {u"current_longitude"_s, 44.0092},
                           {u"proof_of_delivery"_s, proof}};
    if (phone.deliver(found->first, body))
        proven.parcel = found->first;
}

} // namespace

void addProofScenes(ui::Tour& tour, Desk& desk)
{
    const auto proven = std::make_shared<Proven>();
    const auto past = [&desk] { return desk.deliveriesPage()->detail()->past(); };
    const auto look = [&desk, proven](int tab) {
        ui::DeliveriesPage* page = desk.deliveriesPage();
        desk.window()->show(page);
        page->parcels()->tabs()->setCurrentIndex(0);
        page->parcels()->setFilterLine({});
        prove(desk, *proven);
        page->reveal(proven->parcel);
        page->detail()->pane()->tabs()->setCurrentIndex(tab);
    };
    const auto isRead = [past, proven] {
        return !proven->parcel.value.isEmpty() && past()->timeline()->rowCount() > 1 &&
               past()->proof()->pictures().size() == 3;
    };
    const auto areShown = [past, isRead] {
        return isRead() && !past()->proof()->thumbnail(past()->proof()->pictures().at(0).url).isNull() &&
               !past()->proof()->thumbnail(past()->proof()->pictures().at(1).url).isNull();
    };
    tour.add({.name = u"parcel-past"_s, .stage = [look] { look(PastTabs::HappenedTab); }, .isReady = isRead});
    tour.add({.name = u"parcel-proof"_s, .stage = [look] { look(PastTabs::ProofTab); }, .isReady = areShown});
    tour.add({.name = u"proof-viewer"_s,
              .stage = [look] { look(PastTabs::ProofTab); },
              .isReady =
                  [past, areShown] {
                      if (!areShown())
                          return false;
                      if (!past()->viewer()->isOpen())
                          Q_EMIT past()->proof()->opened(1);
                      return past()->viewer()->canvas()->hasPicture();
                  },
              .strike = [past] { past()->viewer()->dismiss(); }});
    tour.add({.name = u"proof-elsewhere"_s,
              .looks = Scene::Light,
              .stage = [look] { look(PastTabs::ProofTab); },
              .isReady =
                  [past, areShown] {
                      if (areShown() && !past()->viewer()->isOpen())
                          Q_EMIT past()->proof()->opened(2);
                      return past()->viewer()->isOpen();
                  },
              .strike =
                  [past] {
                      past()->viewer()->dismiss();
                      past()->proof()->clearSelection();
                  }});
}

} // namespace waydesk::app
