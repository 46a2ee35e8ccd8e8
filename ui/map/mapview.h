// SPDX-License-Identifier: GPL-3.0-or-later
// The map: the embedded basemap, with tiles over it where there are any, under a camera that the user moves by
// dragging, wheel, pinch and keys (arrows, + and −), and the layers upon it. It moves only when the user or the page
// says so. Needs no network and is never blank. Theme, basemap and layers must outlive it; GUI thread.
#pragma once

#include "ui/map/ground.h"
#include "ui/map/layer.h"
#include "ui/map/tilelayer.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>
#include <optional>

class QNativeGestureEvent;
class QTouchEvent;

namespace waydesk::ui {

class MapView : public QWidget
{
    Q_OBJECT

public:
    MapView(const Theme& theme, const Basemap& basemap, QWidget* parent = nullptr);

    const Camera& camera() const { return m_camera; }
    // Takes the widget's own size, and comes no farther than where the world fills its height.
    void setCamera(const Camera& camera);
    void setTiles(facade::TileSource& tiles); // once; it must outlive the view
    const TileLayer* tiles() const { return m_tiles; }
    bool isZooming() const { return m_settling.isActive(); }             // just now: painted coarsely
    void addLayer(const MapLayer& layer) { m_layers.push_back(&layer); } // over those before it
    // As close as all places allow, with room for a mark at the edge; invalid ones are left out.
    void fit(std::span<const QGeoCoordinate> places);
    void setEdge(const QMargins& covered); // what lies over the map's edges: scale bar and credit stay clear of it
    int timesGroundMade() const { return m_ground.timesMade(); }
    QSize sizeHint() const override { return {720, 480}; }

Q_SIGNALS:
    void cameraMoved();
    void movedByHand();       // dragged, zoomed or moved by keys
    void clicked(QPointF at); // pressed and let go without a drag
    void pointed(QPointF at); // the pointer stands here, not pressed

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void zoomBy(double levels, QPointF about);
    void touch(const QTouchEvent& event);
    bool pinchOnTouchpad(const QNativeGestureEvent& event);
    void endDrag();
    GroundLook look() const;
    void paintGround(QPainter& painter);
    void paintScaleBar(QPainter& painter) const;
    void paintCredit(QPainter& painter) const;
    void paintPlate(QPainter& painter, const QRect& at) const;
    bool hasTiles() const { return m_tiles && m_tiles->isOn(); }
    QString scaleText(double metres) const;
    QRect clear() const { return rect().marginsRemoved(m_covered); }

    const Theme& m_theme;
    Ground m_ground;
    Camera m_camera;
    TileLayer* m_tiles = nullptr;
    QTimer m_settling; // the last step of a zoom was a moment ago
    std::vector<const MapLayer*> m_layers;
    QMargins m_covered;
    std::optional<QPointF> m_dragged; // where the pointer last was, while it drags
    QPointF m_pressed;
    bool m_isClick = false; // so far
    struct Fingers
    {
        qsizetype count = 0;
        QPointF middle;
        double spread = 0; // pixels between the first two
    };
    Fingers m_fingers; // where they last were
};

} // namespace waydesk::ui
