// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/mapview.h"
#include "ui/map/scalebar.h"
#include "ui/widgets/paint.h"

#include <QAccessibleWidget>
#include <QLocale>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyle>
#include <QTouchEvent>
#include <cmath>

namespace waydesk::ui {

namespace {

constexpr double kKeyStep = 96;    // pixels
constexpr double kKeyZoom = 1;     // levels
constexpr double kNotch = 120 * 2; // eighths of a degree of wheel to a level of zoom: two notches
constexpr double kTremble = 5;     // pixels
constexpr std::chrono::milliseconds kSettles{150};
constexpr float kDimmed = 0.28F; // in the dark: tiles are drawn for the day
constexpr int kEdge = 12, kBarWidth = 120, kTick = 5, kPad = 6, kLine = 20;

QAccessibleInterface* mapFor(const QString&, QObject* object)
{
    auto* map = qobject_cast<MapView*>(object);
    return map ? new QAccessibleWidget(map, QAccessible::Canvas) : nullptr;
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto part = [share](float from, float to) { return from + (to - from) * static_cast<float>(share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

// India's law asks for its own view of the borders: of a desk that stands there, whatever its language, and of one in
// Hindi.
BorderView viewOfBorders(const QLocale& locale)
{
    const auto isIndian = [](const QLocale& l) {
        return l.territory() == QLocale::India || l.language() == QLocale::Hindi;
    };
    return isIndian(locale) || isIndian(QLocale::system()) ? BorderView::Indian : BorderView::OnTheGround;
}

} // namespace

MapView::MapView(const Theme& theme, const Basemap& basemap, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ground(basemap)
{
    QAccessible::installFactory(mapFor); // a second time changes nothing
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Arrow keys move it, plus and minus zoom."));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::OpenHandCursor);
    setMinimumSize(160, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettles);
    connect(&m_settling, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void MapView::setTiles(facade::TileSource& tiles)
{
    Q_ASSERT(!m_tiles);
    m_tiles = new TileLayer(tiles, this);
    connect(m_tiles, &TileLayer::changed, this, qOverload<>(&QWidget::update));
}

void MapView::setCamera(const Camera& camera)
{
    Camera held = camera.resized(size());
    // Farther out there would be nothing above and below the world.
    const double farthest = std::log2(std::max(height() / kTileSize, 1.0));
    if (held.zoom() < farthest)
        held = held.zoomedTo(farthest, QPointF(width() / 2.0, height() / 2.0));
    if (held == m_camera)
        return;
    m_camera = held;
    update();
    Q_EMIT cameraMoved();
}

void MapView::fit(std::span<const QGeoCoordinate> places)
{
    constexpr double kRoom = 64;
    setCamera(m_camera.fittedTo(places, kRoom));
}

void MapView::setEdge(const QMargins& covered)
{
    m_covered = covered;
    update();
}

void MapView::zoomBy(double levels, QPointF about)
{
    m_settling.start();
    setCamera(m_camera.zoomedTo(m_camera.zoom() + levels, about));
    Q_EMIT movedByHand();
}

bool MapView::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
        setFocus(Qt::MouseFocusReason);
        [[fallthrough]];
    case QEvent::TouchUpdate:
        touch(*static_cast<QTouchEvent*>(event));
        event->accept(); // or it would come again as a mouse
        return true;
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        m_fingers = {};
        return true;
    case QEvent::NativeGesture:
        return pinchOnTouchpad(*static_cast<QNativeGestureEvent*>(event));
    case QEvent::LocaleChange:
        update(); // borders and figures
        break;
    case QEvent::LanguageChange:
        setAccessibleName(tr("Map"));
        setAccessibleDescription(tr("Arrow keys move it, plus and minus zoom."));
        update();
        break;
    case QEvent::Hide:
    case QEvent::WindowDeactivate:
        endDrag(); // the button may be let go where we do not hear of it
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

// One finger drags, two drag and zoom between them. Not by QPinchGesture: it takes the first finger from the mouse.
void MapView::touch(const QTouchEvent& event)
{
    QList<QPointF> down;
    for (const QEventPoint& point : event.points()) {
        if (point.state() != QEventPoint::Released)
            down.append(point.position());
    }
    Fingers now{down.size(), down.isEmpty() ? QPointF() : down.front(), 0};
    if (down.size() > 1) {
        now.middle = (down[0] + down[1]) / 2;
        now.spread = std::hypot(down[0].x() - down[1].x(), down[0].y() - down[1].y());
    }
    const Fingers before = std::exchange(m_fingers, now);
    if (now.count == 0 || now.count != before.count)
        return; // another finger: what moves with it is known from the next event on
    const Camera panned = m_camera.pannedBy(now.middle - before.middle);
    const bool zooms = now.spread > 0 && before.spread > 0;
    if (zooms)
        m_settling.start();
    setCamera(zooms ? panned.zoomedTo(panned.zoom() + std::log2(now.spread / before.spread), now.middle) : panned);
    Q_EMIT movedByHand();
}

bool MapView::pinchOnTouchpad(const QNativeGestureEvent& event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture || event.value() <= -1)
        return false;
    zoomBy(std::log2(1 + event.value()), event.position());
    return true;
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_dragged = m_pressed = event->position();
    m_isClick = true;
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragged) {
        Q_EMIT pointed(event->position());
        return;
    }
    // A hand that presses trembles: not every pixel is a drag.
    if (m_isClick && (event->position() - m_pressed).manhattanLength() < kTremble)
        return;
    if (std::exchange(m_isClick, false))
        setCursor(Qt::ClosedHandCursor);
    const QPointF by = event->position() - *m_dragged;
    m_dragged = event->position();
    setCamera(m_camera.pannedBy(by));
    Q_EMIT movedByHand();
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool isClick = m_dragged && m_isClick;
    endDrag();
    if (isClick)
        Q_EMIT clicked(event->position());
}

void MapView::endDrag()
{
    if (!m_dragged)
        return;
    m_dragged.reset();
    setCursor(Qt::OpenHandCursor);
}

void MapView::wheelEvent(QWheelEvent* event)
{
    zoomBy(event->angleDelta().y() / kNotch, event->position());
    event->accept(); // also at the last zoom: the page around must not scroll then
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    const QPointF middle(width() / 2.0, height() / 2.0);
    switch (event->key()) {
    case Qt::Key_Left:
        setCamera(m_camera.pannedBy({kKeyStep, 0}));
        break;
    case Qt::Key_Right:
        setCamera(m_camera.pannedBy({-kKeyStep, 0}));
        break;
    case Qt::Key_Up:
        setCamera(m_camera.pannedBy({0, kKeyStep}));
        break;
    case Qt::Key_Down:
        setCamera(m_camera.pannedBy({0, -kKeyStep}));
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        zoomBy(kKeyZoom, middle);
        break;
    case Qt::Key_Minus:
        zoomBy(-kKeyZoom, middle);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT movedByHand();
}

void MapView::resizeEvent(QResizeEvent*)
{
    setCamera(m_camera);
}

GroundLook MapView::look() const
{
    const Colours& c = m_theme.colours();
    // In the dark the full tint would outshine the land.
    const QColor water = mixed(c.background, m_theme.fill(Tone::Info), m_theme.scheme() == Scheme::Dark ? 0.6 : 1);
    return {.water = water,
            .land = c.background,
            .shore = mixed(water, c.muted, 0.8),
            .border = mixed(c.background, c.muted, 0.65),
            .grid = c.line,
            .view = viewOfBorders(locale())};
}

void MapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter);
    const std::span<const QRectF> tiles =
        m_tiles ? std::span<const QRectF>(m_tiles->whole()) : std::span<const QRectF>();
    for (const MapLayer* layer : m_layers)
        layer->paintBeside(painter, m_camera, layoutDirection(), tiles);
    paintScaleBar(painter);
    paintCredit(painter);
    if (hasFocus())
        paintFocusRing(painter, m_theme, rect(), 0);
}

void MapView::paintGround(QPainter& painter)
{
    if (m_tiles) {
        const bool dark = m_theme.scheme() == Scheme::Dark;
        m_tiles->prepare(m_camera, {.ratio = painter.device()->devicePixelRatioF(),
                                    .shade = QColor::fromRgbF(0, 0, 0, dark ? kDimmed : 0.0F),
                                    .zooming = isZooming()});
    }
    if (!m_tiles || !m_tiles->coversAll()) {
        if (isZooming()) // a picture with a margin would be of use for this one frame only
            ui::paintGround(painter, m_ground.basemap(), m_camera, look());
        else
            m_ground.paint(painter, m_camera, look());
    }
    if (m_tiles)
        m_tiles->paint(painter);
}

void MapView::paintPlate(QPainter& painter, const QRect& at) const
{
    QColor ground = m_theme.colours().surface;
    ground.setAlphaF(hasTiles() ? 0.9F : 0.8F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(at, 4, 4);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void MapView::paintScaleBar(QPainter& painter) const
{
    const ScaleBar bar = scaleBarFor(m_camera.metresPerPixel(), kBarWidth);
    const int length = qRound(bar.width);
    const QRect at = QStyle::visualRect(
        layoutDirection(), clear(),
        QRect(clear().left() + kEdge + (hasTiles() ? kPad : 0), clear().bottom() - kEdge - kLine, length, kLine));
    const double y = at.bottom() - 0.5, left = at.left() + 0.5, right = at.right() + 0.5;
    const QPolygonF shape({{left, y - kTick}, {left, y}, {right, y}, {right, y - kTick}});
    painter.save();
    if (hasTiles()) {
        paintPlate(painter, at.adjusted(-kPad, 0, kPad, kPad / 2));
    } else {
        painter.setPen(QPen(m_theme.colours().background, 4)); // readable on shores and borders
        painter.drawPolyline(shape);
    }
    painter.setPen(QPen(m_theme.colours().muted, 1.5));
    painter.drawPolyline(shape);
    painter.setFont(m_theme.font(Face::Tiny));
    painter.setPen(m_theme.colours().muted);
    painter.drawText(at.adjusted(0, -2, 0, -kTick), static_cast<int>(Qt::AlignCenter) | Qt::TextDontClip,
                     scaleText(bar.metres));
    painter.restore();
}

QString MapView::scaleText(double metres) const
{
    return metres < 1000 ? tr("%1 m").arg(locale().toString(metres, 'f', metres < 1 ? 1 : 0))
                         : tr("%1 km").arg(locale().toString(qRound(metres / 1000)));
}

void MapView::paintCredit(QPainter& painter) const
{
    QString credit = QStringLiteral("Natural Earth · © GeoNames"); // names, in every language
    if (hasTiles())
        credit = m_tiles->attribution() + QStringLiteral(" · ") + credit;
    painter.save();
    painter.setFont(m_theme.font(Face::Tiny));
    // Beside the scale bar; what is too long for one line goes on in a second one: it may not be cut.
    const int widest = std::max(clear().width() - kBarWidth - 6 * kEdge, kBarWidth);
    constexpr auto kFlags = static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap;
    const QRect words = painter.fontMetrics().boundingRect(QRect(0, 0, widest, height()), kFlags, credit);
    const int room = words.width() + 2 * kPad, high = std::max(words.height() + 4, kLine);
    const QRect at = QStyle::visualRect(
        layoutDirection(), clear(), QRect(clear().right() - kEdge - room, clear().bottom() - kEdge - high, room, high));
    paintPlate(painter, at);
    painter.setPen(m_theme.colours().muted);
    painter.drawText(at, kFlags, credit);
    painter.restore();
}

} // namespace waydesk::ui
