// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/prooflist.h"

#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPicture = 104, kPad = 10, kGap = 14;

class ProofDelegate final : public QStyledItemDelegate
{
public:
    ProofDelegate(const Theme& theme, const ProofList& list, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_list(list)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {m_list.viewport()->width(), kPicture + 2 * kPad};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_theme.colours();
        const QRect all = option.rect;
        const auto placed = [&](const QRect& rect) { return QStyle::visualRect(option.direction, all, rect); };
        painter->save();
        painter->setLayoutDirection(option.direction);
        painter->fillRect(all, option.state & QStyle::State_Selected ? c.selection : c.surface);
        painter->fillRect(QRect(all.left(), all.bottom(), all.width(), 1), c.line);
        const QRect frame = placed(QRect(all.left() + 16, all.top() + kPad, kPicture, kPicture));
        const QString url = index.data(models::ProofModel::UrlRole).toString();
        const QPixmap picture = m_list.thumbnail(url);
        painter->fillRect(frame, picture.isNull() ? c.background : QColor(Qt::white));
        if (picture.isNull()) {
            painter->setPen(c.muted);
            painter->setFont(m_theme.font(Face::Small));
            painter->drawText(frame.adjusted(6, 6, -6, -6), Qt::AlignCenter | Qt::TextWordWrap, m_list.stateText(url));
        } else {
            const QSize size = (picture.deviceIndependentSize().toSize()).scaled(frame.size(), Qt::KeepAspectRatio);
            QRect inside({}, size);
            inside.moveCenter(frame.center());
            painter->drawPixmap(inside, picture);
        }
        painter->setPen(c.line);
        painter->drawRect(frame.adjusted(0, 0, -1, -1));
        const QRect words(all.left() + 16 + kPicture + kGap, all.top() + kPad, all.width() - kPicture - kGap - 32,
                          kPicture);
        painter->setFont(m_theme.font(Face::BaseStrong));
        painter->setPen(c.text);
        const QString title = index.data(models::ProofModel::TitleRole).toString();
        // A script that another font has to write may need more room than ours.
        const int line =
            painter->boundingRect(words, static_cast<int>(Qt::AlignLeading | Qt::AlignTop), title).height();
        painter->drawText(placed(QRect(words.left(), words.top(), words.width(), line)),
                          static_cast<int>(Qt::AlignLeading | Qt::AlignTop), title);
        painter->setFont(m_theme.font(Face::Small));
        painter->setPen(c.muted);
        painter->drawText(placed(words.adjusted(0, line + 4, 0, 0)),
                          static_cast<int>(Qt::AlignLeading | Qt::AlignTop) | Qt::TextWordWrap,
                          index.data(models::ProofModel::CaptionRole).toString());
        if (option.state & QStyle::State_HasFocus)
            paintFocusRing(*painter, m_theme, QRectF(all).adjusted(2, 2, -2, -3), 4);
        painter->restore();
    }

private:
    const Theme& m_theme;
    const ProofList& m_list;
};

} // namespace

ProofList::ProofList(const Theme& theme, facade::MediaService& media, const models::Formats& formats, QWidget* parent)
    : QListView(parent)
    , m_media(media)
    , m_model(formats)
{
    setModel(&m_model);
    setItemDelegate(new ProofDelegate(theme, *this, this));
    setFrameShape(QFrame::NoFrame);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&media, &facade::MediaService::changed, this, [this](const QString& url) {
        m_thumbnails.remove(url);
        m_model.touchUrl(url);
    });
}

void ProofList::setPictures(const QList<models::ProofPicture>& pictures)
{
    if (pictures != m_model.rows()) {
        m_thumbnails.clear();
        m_model.setPictures(pictures);
    }
    wantAll();
}

void ProofList::wantAll()
{
    if (!isVisible())
        return;
    const QList<models::ProofPicture> all = m_model.rows();
    for (const models::ProofPicture& picture : all)
        m_media.want(picture.url);
}

QPixmap ProofList::thumbnail(const QString& url) const
{
    if (const auto made = m_thumbnails.constFind(url); made != m_thumbnails.cend())
        return *made;
    const facade::Picture picture = m_media.picture(url);
    if (picture.state == facade::Picture::State::Absent && isVisible()) // it was, and made room for others
        QMetaObject::invokeMethod(
            &m_media, [&media = m_media, url] { media.want(url); }, Qt::QueuedConnection);
    if (picture.state != facade::Picture::State::Here)
        return {};
    const int side = static_cast<int>(kPicture * devicePixelRatioF());
    QImage image = picture.thumbnail;
    if (!image.isNull())
        image = image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    image.setDevicePixelRatio(devicePixelRatioF());
    return *m_thumbnails.insert(url, QPixmap::fromImage(image));
}

QString ProofList::stateText(const QString& url) const
{
    using Now = facade::Picture::State;
    const facade::Picture picture = m_media.picture(url);
    switch (picture.state) {
    case Now::Absent:
    case Now::Reading:
        return tr("Reading…");
    case Now::Here:
        return tr("Not a picture");
    case Now::Failed:
        return picture.error && picture.error->kind == Error::Kind::Offline ? tr("Comes when the server answers")
                                                                            : tr("Could not be read");
    case Now::Elsewhere:
        return tr("On another server. Open it to fetch it.");
    case Now::Unsafe:
        return tr("Its address is not safe");
    }
    Q_UNREACHABLE();
}

void ProofList::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
        currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

void ProofList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT opened(index.row());
}

void ProofList::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    wantAll();
}

} // namespace waydesk::ui
