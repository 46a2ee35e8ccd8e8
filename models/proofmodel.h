// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures that prove a delivery, with what stands below them: what it is, who took it, when, where, and what was
// noted. In the order in which they were taken.
#pragma once

#include "models/keyedmodel.h"
#include "services/domain/parcelstory.h"

#include <QAbstractListModel>

namespace waydesk::models {

class Formats;

struct ProofPicture
{
    enum class Kind { Signature, Photo };
    Kind kind = Kind::Photo;
    QString url;
    int number = 0, of = 0; // among the photos of one proof, from 1
    QString subject;        // "DEL1533": whose proof it is
    QString by, notes;
    std::optional<Instant> at;
    std::optional<QGeoCoordinate> position;
    bool operator==(const ProofPicture&) const = default;
};

QList<ProofPicture> proofOf(const ParcelStory& story, const QString& subject);
QList<ProofPicture> proofOf(const ProofOfDelivery& proof, const QString& subject);
QString proofTitle(const ProofPicture& picture);                           // "Signature", "Photo 2 of 3"
QString proofCaption(const ProofPicture& picture, const Formats& formats); // "Karwan · Today 12:10 · left at the gate"

class ProofModel : public KeyedModel<ProofPicture, QAbstractListModel>
{
    Q_OBJECT

public:
    enum Role { TitleRole = Qt::UserRole + 1, CaptionRole, UrlRole };

    explicit ProofModel(const Formats& formats, QObject* parent = nullptr);

    void setPictures(const QList<ProofPicture>& pictures) { setRows(pictures); }
    void touchUrl(const QString& url); // its picture has come, or has not
    QVariant data(const QModelIndex& index, int role) const override;
    const Formats& formats() const { return m_formats; }

protected:
    QString keyOf(const ProofPicture& row) const override;

private:
    const Formats& m_formats;
};

} // namespace waydesk::models
