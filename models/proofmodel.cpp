// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/proofmodel.h"

#include "models/formats.h"
#include "models/parceltimelinemodel.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

QList<ProofPicture> proofOf(const ProofOfDelivery& proof, const QString& subject)
{
    ProofPicture one;
    one.subject = subject;
    one.notes = proof.notes;
    one.at = proof.timestamp;
    QList<ProofPicture> all;
    if (!proof.signatureUrl.isEmpty()) {
        one.kind = ProofPicture::Kind::Signature;
        one.url = proof.signatureUrl;
        all.append(one);
    }
    one.kind = ProofPicture::Kind::Photo;
    one.of = static_cast<int>(proof.photoUrls.size());
    for (const QString& url : proof.photoUrls) {
        one.url = url;
        ++one.number;
        all.append(one);
    }
    return all;
}

QList<ProofPicture> proofOf(const ParcelStory& story, const QString& subject)
{
    QList<ProofPicture> all;
    for (const ParcelAction& action : story.actions) {
        if (!action.proof)
            continue;
        QList<ProofPicture> some = proofOf(*action.proof, subject);
        for (ProofPicture& picture : some) {
            picture.by = action.actorName;
            picture.position = action.position;
            if (!picture.at)
                picture.at = action.at;
        }
        all += some;
    }
    return all;
}

QString proofTitle(const ProofPicture& picture)
{
    if (picture.kind == ProofPicture::Kind::Signature)
        return ProofModel::tr("Signature");
    return picture.of > 1 ? ProofModel::tr("Photo %1 of %2").arg(picture.number).arg(picture.of)
                          : ProofModel::tr("Photo");
}

QString proofCaption(const ProofPicture& picture, const Formats& formats)
{
    QStringList parts{picture.by};
    if (picture.at)
        parts << formats.moment(*picture.at);
    if (picture.position)
        parts << placeText(*picture.position);
    parts << picture.notes;
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

ProofModel::ProofModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

void ProofModel::touchUrl(const QString& url)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).url == url)
            touch(row, row);
    }
}

QVariant ProofModel::data(const QModelIndex& index, int role) const
{
    const ProofPicture* picture = index.isValid() ? at(index.row()) : nullptr;
    if (!picture)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return proofTitle(*picture);
    case Qt::ToolTipRole:
    case CaptionRole:
        return proofCaption(*picture, m_formats);
    case UrlRole:
        return picture->url;
    case Qt::AccessibleTextRole:
        return QString(proofTitle(*picture) + u", "_s + proofCaption(*picture, m_formats));
    default:
        return {};
    }
}

QString ProofModel::keyOf(const ProofPicture& row) const
{
    return QString::number(row.at ? row.at->time_since_epoch().count() : 0) + u' ' +
           QString::number(static_cast<int>(row.kind)) + u' ' + QString::number(row.number) + u' ' + row.url;
}

} // namespace waydesk::models
