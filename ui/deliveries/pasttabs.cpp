// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/pasttabs.h"

#include "models/errortext.h"
#include "models/formats.h"
#include "models/words.h"
#include "ui/deliveries/prooflist.h"
#include "ui/waybills/detailpane.h"
#include "ui/waybills/timelinedelegate.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"

#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using facade::StoryState;

PastTabs::PastTabs(const Theme& theme, const PastDesk& desk, const models::Formats& formats, DetailPane* pane)
    : QObject(pane)
    , m_theme(theme)
    , m_desk(desk)
    , m_formats(formats)
    , m_pane(pane)
    , m_timeline(formats)
    , m_notice(new Notice(theme))
    , m_lines(new QListView)
    , m_proofStack(new QStackedWidget)
    , m_proof(new ProofList(theme, desk.media, formats))
    , m_noProof(new EmptyState(theme))
    , m_reading(new Skeleton(theme))
{
    m_lines->setModel(&m_timeline);
    m_lines->setItemDelegate(new TimelineDelegate(theme, m_lines));
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setResizeMode(QListView::Adjust);
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // lines wrap
    m_lines->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* happened = new QWidget;
    auto* column = new QVBoxLayout(happened);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_lines, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_proof, m_noProof, m_reading})
        m_proofStack->addWidget(each);
    pane->addTab({}, happened);
    pane->addTab({}, m_proofStack);
    m_ageing.setInterval(std::chrono::seconds{30});
    connect(&m_ageing, &QTimer::timeout, this, &PastTabs::refresh);
    connect(m_proof, &ProofList::opened, this, &PastTabs::open);
    connect(&desk.stories, &facade::ParcelStoryService::changed, this, &PastTabs::refresh);
    connect(&formats, &models::Formats::changed, this, &PastTabs::refresh);
}

void PastTabs::show(const std::optional<Delivery>& delivery)
{
    m_delivery = delivery;
    m_desk.stories.look(delivery ? delivery->id : DeliveryId{});
    refresh();
}

void PastTabs::refresh()
{
    if (!m_delivery) {
        m_ageing.stop();
        m_timeline.clear();
        m_proof->setPictures({});
        return;
    }
    const facade::ParcelPast past = m_desk.stories.past();
    m_timeline.show(*m_delivery, past);
    const QList<models::ProofPicture> pictures =
        past.story ? models::proofOf(*past.story, models::parcelTitle(*m_delivery)) : QList<models::ProofPicture>{};
    m_proof->setPictures(pictures);
    m_pane->tabs()->setCount(HappenedTab, m_timeline.rowCount());
    m_pane->tabs()->setCount(ProofTab, pictures.isEmpty() ? std::nullopt : std::optional<qint64>(pictures.size()));

    const QString age = past.story ? m_formats.age(past.readAt) : QString();
    QString notice, noProof;
    Tone tone = Tone::Info;
    switch (past.state) {
    case StoryState::Reading:
        notice = past.story ? QString() : tr("Reading what happened to it…");
        break;
    case StoryState::Read:
        break;
    case StoryState::Waiting:
        tone = Tone::Warn;
        notice = past.story ? tr("As it was read %1 ago. It is read again when the server answers.").arg(age)
                            : tr("What happened to it was never read on this desk. It comes when the server answers.");
        noProof = notice;
        break;
    case StoryState::Failed:
        tone = Tone::Bad;
        notice = past.error ? models::errorText(*past.error) : QString();
        if (past.story)
            notice += u' ' + tr("This is how it was read %1 ago.").arg(age);
        noProof = notice;
        break;
    case StoryState::Lacking:
        notice = tr("This server does not tell what happened to a parcel. Here is what this desk knows itself.");
        noProof = notice;
        break;
    case StoryState::Gone:
        tone = Tone::Bad;
        notice = tr("The server has this parcel no more.");
        noProof = notice;
        break;
    }
    if (past.story && (past.state == StoryState::Waiting || past.state == StoryState::Failed))
        m_ageing.start();
    else
        m_ageing.stop();
    if (notice.isEmpty())
        m_notice->clear();
    else
        m_notice->say(tone, notice);
    if (!pictures.isEmpty()) {
        m_proofStack->setCurrentWidget(m_proof);
        return;
    }
    if (past.state == StoryState::Reading && !past.story) {
        m_proofStack->setCurrentWidget(m_reading);
        return;
    }
    m_noProof->setContent(u"pencil"_s, tr("No proof of delivery"),
                          noProof.isEmpty() ? tr("The server holds no signature and no photo for this parcel.")
                                            : noProof);
    m_proofStack->setCurrentWidget(m_noProof);
}

QString PastTabs::emptyTitle() const
{
    return m_proofStack->currentWidget() == m_noProof ? m_noProof->title() : QString();
}

ProofViewer* PastTabs::viewer()
{
    if (!m_viewer)
        m_viewer = new ProofViewer(m_theme, m_desk.media, m_formats, m_desk.saveFile, *m_pane->window());
    return m_viewer;
}

void PastTabs::open(int row)
{
    viewer()->show(m_proof->pictures(), row);
}

void PastTabs::retranslate()
{
    m_pane->setTabText(HappenedTab, tr("What happened"));
    m_pane->setTabText(ProofTab, tr("Proof"));
    m_lines->setAccessibleName(tr("What happened to this parcel"));
    m_proof->setAccessibleName(tr("Pictures of this parcel's proof"));
    refresh();
}

} // namespace waydesk::ui
