// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a proof as thumbnails with a line of words each. Those of the depot's own server are asked for when
// they are shown; one at another host says so and waits until a person opens it. Enter or a click opens.
#pragma once

#include "models/proofmodel.h"
#include "services/facade/mediaservice.h"
#include "ui/theme/theme.h"

#include <QListView>

namespace waydesk::ui {

class ProofList final : public QListView
{
    Q_OBJECT

public:
    ProofList(const Theme& theme, facade::MediaService& media, const models::Formats& formats,
              QWidget* parent = nullptr);

    void setPictures(const QList<models::ProofPicture>& pictures);
    const QList<models::ProofPicture>& pictures() const { return m_model.rows(); }
    QPixmap thumbnail(const QString& url) const; // null while there is none
    QString stateText(const QString& url) const; // what stands in its place

Q_SIGNALS:
    void opened(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void wantAll();

    facade::MediaService& m_media;
    models::ProofModel m_model;
    mutable QHash<QString, QPixmap> m_thumbnails;
};

} // namespace waydesk::ui
