// SPDX-License-Identifier: GPL-3.0-or-later
// One picture to look at: fitted, zoomed about the pointer by wheel, dragged, turned by quarters. Dark ground in both
// themes, so that paper and photographs stand out. The same for both directions of writing: a picture is never
// mirrored.
#pragma once

#include <QImage>
#include <QWidget>

namespace waydesk::ui {

class PictureCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit PictureCanvas(QWidget* parent = nullptr);

    void setPicture(const QImage& picture); // fitted, upright; null: none
    bool hasPicture() const { return !m_picture.isNull(); }
    qint64 pictureKey() const { return m_picture.cacheKey(); } // QImage::cacheKey() of what was set
    const QImage& picture() const { return m_picture; }
    void zoomBy(double factor, const QPointF& about);
    void zoomBy(double factor) { zoomBy(factor, QRectF(rect()).center()); }
    void fit();
    void turn(int quarters);               // clockwise
    double zoom() const { return m_zoom; } // 1: fitted
    int quarters() const { return m_quarters; }
    // Where in the picture as it is turned (0 to 1 on both axes) a point of this widget lies.
    QPointF pictureAt(const QPointF& point) const;
    QSize sizeHint() const override { return {800, 600}; }

Q_SIGNALS:
    void zoomed();

protected:
    void paintEvent(QPaintEvent*) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QSizeF turnedSize() const;
    QRectF place() const; // of the turned picture
    void keepInSight();

    QImage m_picture;
    double m_zoom = 1;
    int m_quarters = 0;
    QPointF m_offset; // of the picture's middle from the widget's
    std::optional<QPointF> m_dragged;
};

} // namespace waydesk::ui
