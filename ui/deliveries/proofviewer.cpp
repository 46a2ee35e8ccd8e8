// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/proofviewer.h"

#include "models/errortext.h"
#include "models/formats.h"
#include "services/facade/picturedecode.h"
#include "ui/deliveries/picturecanvas.h"
#include "ui/widgets/button.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSaveFile>
#include <QStackedLayout>
#include <QUrl>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double kKeyStep = 1.5;
} // namespace

ProofViewer::ProofViewer(const Theme& theme, facade::MediaService& media, const models::Formats& formats, SaveFile save,
                         QWidget& over)
    : Overlay(theme, over)
    , m_media(media)
    , m_formats(formats)
    , m_saveFile(std::move(save))
    , m_canvas(new PictureCanvas)
    , m_said(new QWidget)
    , m_saidText(new Text(theme, Face::Title))
    , m_title(new Text(theme, Face::Title))
    , m_caption(new Text(theme, Face::Small, Tone::Muted))
    , m_fetch(new Button(theme, Button::Kind::Primary))
{
    setFillsWindow(true);
    build();
    connect(&media, &facade::MediaService::changed, this, [this](const QString& url) {
        if (isOpen() && url == current().url)
            refresh();
    });
    connect(&formats, &models::Formats::changed, this, [this] {
        if (isOpen())
            refresh();
    });
    retranslate();
}

Button* ProofViewer::addButton(const QString& icon)
{
    auto* button = new Button(theme(), Button::Kind::Plain);
    if (!icon.isEmpty())
        button->setIconName(icon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    return button;
}

void ProofViewer::build()
{
    m_previous = addButton(u"chevron-left"_s);
    m_next = addButton(u"chevron-right"_s);
    m_out = addButton({});
    m_in = addButton(u"plus"_s);
    m_fit = addButton(u"maximize"_s);
    // Not the mirrored ones: a picture turns the same way in every language.
    m_left = addButton(u"rotate-left"_s);
    m_right = addButton(u"rotate-cw"_s);
    m_save = addButton(u"archive"_s);
    m_close = addButton(u"x"_s);
    m_fetch->installEventFilter(this);

    // What is said stands in the middle of the picture's place.
    auto* ground = new QWidget;
    auto* stack = new QStackedLayout(ground);
    stack->setStackingMode(QStackedLayout::StackAll);
    stack->addWidget(m_canvas);
    auto* saidColumn = new QVBoxLayout(m_said);
    m_saidText->setAlignment(Qt::AlignCenter);
    m_saidText->setWordWrap(true);
    m_saidText->setStyleSheet(u"color: #f2f4f7; background: transparent;"_s); // on the canvas's dark ground, in both
    saidColumn->addStretch();
    saidColumn->addWidget(m_saidText);
    saidColumn->addSpacing(12);
    saidColumn->addWidget(m_fetch, 0, Qt::AlignHCenter);
    saidColumn->addStretch();
    stack->addWidget(m_said);

    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    m_caption->setWordWrap(true);
    words->addWidget(m_caption);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 10, 16, 10);
    foot->setSpacing(8);
    foot->addLayout(words, 1);
    for (Button* button : {m_previous, m_next, m_out, m_in, m_fit, m_left, m_right, m_save, m_close})
        foot->addWidget(button);
    auto* column = new QVBoxLayout(card());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(ground, 1);
    column->addLayout(foot);

    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_out, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(1 / kKeyStep); });
    connect(m_in, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(kKeyStep); });
    connect(m_fit, &QToolButton::clicked, m_canvas, &PictureCanvas::fit);
    connect(m_left, &QToolButton::clicked, this, [this] { m_canvas->turn(-1); });
    connect(m_right, &QToolButton::clicked, this, [this] { m_canvas->turn(1); });
    connect(m_save, &QToolButton::clicked, this, &ProofViewer::save);
    connect(m_close, &QToolButton::clicked, this, &ProofViewer::dismiss);
    connect(m_fetch, &QToolButton::clicked, this, [this] {
        m_canvas->setFocus(Qt::OtherFocusReason);
        m_media.fetch(current().url);
    });
}

void ProofViewer::show(const QList<models::ProofPicture>& pictures, int at)
{
    if (pictures.isEmpty())
        return;
    m_pictures = pictures;
    m_at = std::clamp<qsizetype>(at, 0, pictures.size() - 1);
    m_media.look(current().url);
    refresh();
    open();
}

void ProofViewer::step(int by)
{
    const qsizetype to = m_at + by;
    if (to < 0 || to >= m_pictures.size())
        return;
    m_at = to;
    m_media.look(current().url);
    refresh();
}

void ProofViewer::refresh()
{
    using State = facade::Picture::State;
    const facade::Picture picture = m_media.picture(current().url);
    const QImage whole = m_media.whole(current().url);
    // What is shown stays while it is read again; another one's goes at once, before anything else is there.
    const bool isOnTheWay = picture.state == State::Absent || picture.state == State::Reading ||
                            (picture.state == State::Here && !picture.thumbnail.isNull());
    if (m_shownUrl != current().url || (!isOnTheWay && m_canvas->hasPicture()))
        m_canvas->setPicture({});
    m_shownUrl = current().url;
    if (!whole.isNull() && m_canvas->pictureKey() != whole.cacheKey())
        m_canvas->setPicture(whole);
    QString said, ask;
    switch (picture.state) {
    case State::Absent:
    case State::Reading:
        if (!m_canvas->hasPicture())
            said = tr("Reading the picture…");
        break;
    case State::Here:
        if (m_canvas->hasPicture())
            break;
        said = isOnTheWay ? tr("Reading the picture…")
                          : tr("What the server gave is not a picture that can be shown. It can be saved as it is.");
        break;
    case State::Failed:
        if (picture.error && picture.error->code == u"not_a_picture")
            said = tr("What lies at this address is not a picture.");
        else
            said = tr("The picture could not be read. %1")
                       .arg(picture.error ? models::errorText(*picture.error) : QString());
        ask = tr("Try again");
        break;
    case State::Elsewhere:
        said = tr("This picture lies on another server, %1. It is fetched only when you ask for it.")
                   .arg(isolated(QUrl(current().url).host()));
        ask = tr("Fetch it");
        break;
    case State::Unsafe:
        said = tr("The address of this picture is not safe to open, so it is not fetched.");
        break;
    }
    const bool here = picture.state == State::Here;
    m_saidText->setText(said);
    m_fetch->setText(ask);
    m_fetch->setAccessibleName(ask);
    m_fetch->setVisible(!ask.isEmpty());
    m_said->setVisible(!said.isEmpty());
    if (!said.isEmpty())
        m_said->raise();
    m_title->setText(title());
    QString caption = models::proofCaption(current(), m_formats);
    if (picture.keptAt)
        caption += (caption.isEmpty() ? QString() : u" · "_s) +
                   tr("kept on this desk %1").arg(m_formats.moment(*picture.keptAt));
    // Reads from the page's edge, whatever script it begins with.
    const bool isMirrored = layoutDirection() == Qt::RightToLeft && !caption.isEmpty();
    m_caption->setText(isMirrored ? QChar(0x200F) + caption : caption);
    m_canvas->setAccessibleName(title() + u", "_s + caption);
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < m_pictures.size());
    for (Button* button : {m_out, m_in, m_fit, m_left, m_right})
        button->setEnabled(m_canvas->hasPicture());
    m_save->setEnabled(here && m_saveFile);
}

QString ProofViewer::title() const
{
    const QString what = models::proofTitle(current());
    const QString whose = current().subject.isEmpty() ? what : isolated(current().subject) + u" · "_s + what;
    return m_pictures.size() > 1 ? tr("%1 (%2 of %3)", "what it is, its place among the pictures")
                                       .arg(whose, m_formats.number(m_at + 1), m_formats.number(m_pictures.size()))
                                 : whose;
}

QString ProofViewer::said() const
{
    return m_said->isHidden() ? QString() : m_saidText->text();
}

void ProofViewer::save()
{
    const facade::Picture picture = m_media.picture(current().url);
    if (picture.state != facade::Picture::State::Here || !m_saveFile)
        return;
    const QString suffix = facade::pictureSuffix(picture.bytes);
    const QString kind = current().kind == models::ProofPicture::Kind::Signature
                             ? u"signature"_s
                             : u"photo-%1"_s.arg(std::max(1, current().number));
    QString name = current().subject.isEmpty() ? kind : current().subject + u'-' + kind;
    name.replace(u'/', u'-').replace(u'\\', u'-');
    if (!suffix.isEmpty())
        name += u'.' + suffix;
    m_saveFile(this, name, [this, bytes = picture.bytes](const QString& path) {
        QSaveFile file(path);
        const bool done = file.open(QSaveFile::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        m_caption->setText(done ? tr("Saved as %1").arg(isolated(path))
                                : tr("It could not be saved there. Is the disk full?"));
    });
}

void ProofViewer::keyPressEvent(QKeyEvent* event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    event->accept();
    switch (event->key()) {
    case Qt::Key_Left:
        step(mirrored ? 1 : -1);
        break;
    case Qt::Key_Right:
        step(mirrored ? -1 : 1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas->zoomBy(kKeyStep);
        break;
    case Qt::Key_Minus:
        m_canvas->zoomBy(1 / kKeyStep);
        break;
    case Qt::Key_0:
        m_canvas->fit();
        break;
    case Qt::Key_R:
        m_canvas->turn(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        break;
    case Qt::Key_S:
        if (event->modifiers() == Qt::ControlModifier)
            save();
        break;
    default:
        Overlay::keyPressEvent(event);
    }
}

// Arrows step through the pictures also while a button has the focus.
bool ProofViewer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && qobject_cast<Button*>(watched)) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) {
            keyPressEvent(key);
            return true;
        }
    }
    return Overlay::eventFilter(watched, event);
}

void ProofViewer::focusFirst()
{
    if (m_fetch->isVisibleTo(this))
        m_fetch->setFocus(Qt::TabFocusReason);
    else
        m_canvas->setFocus(Qt::OtherFocusReason);
}

void ProofViewer::retranslate()
{
    const auto name = [](Button* button, const QString& words, const QString& keys) {
        button->setAccessibleName(words);
        button->setToolTip(keys.isEmpty() ? words : u"%1 (%2)"_s.arg(words, keys));
    };
    name(m_previous, tr("Previous picture"), u"←"_s);
    name(m_next, tr("Next picture"), u"→"_s);
    name(m_out, tr("Smaller"), u"−"_s);
    m_out->setText(u"−"_s);
    name(m_in, tr("Larger"), u"+"_s);
    name(m_fit, tr("Fit to the window"), u"0"_s);
    name(m_left, tr("Turn left"), keyText(QKeySequence(u"Shift+R"_s)));
    name(m_right, tr("Turn right"), u"R"_s);
    m_save->setText(tr("Save picture…"));
    name(m_save, tr("Save picture…"), keyText(QKeySequence(u"Ctrl+S"_s)));
    name(m_close, tr("Close"), u"Esc"_s);
    if (isOpen())
        refresh();
}

void ProofViewer::changeEvent(QEvent* event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace waydesk::ui
