// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/bulkpanel.h"
#include "models/bulkrun.h"
#include "ui/widgets/button.h"

#include <QListView>
#include <QListWidget>
#include <QProgressBar>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

BulkPanel::BulkPanel(const Theme& look, const QString& title, const QString& verb, const QList<Candidate>& candidates,
                     Begin beginRun, QWidget* parent)
    : Panel(look, parent)
    , m_begin(std::move(beginRun))
    , m_summary(new Text(look, Face::Base, Tone::Text))
    , m_progress(new QProgressBar)
    , m_preflight(new QListWidget)
    , m_account(new QListView)
    , m_second(addSecondary())
{
    setTitle(title);
    setBodyScrolls(false);
    m_summary->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How many are done"));
    m_progress->hide();
    m_account->hide();
    m_account->setAccessibleName(tr("What became of each"));
    m_preflight->setAccessibleName(tr("What will be done"));
    for (QListView* list : {static_cast<QListView*>(m_preflight), m_account}) {
        list->setFrameShape(QFrame::NoFrame);
        list->setWordWrap(true);
        list->setMinimumHeight(120);
        list->setSpacing(2);
    }
    int leftOut = 0;
    for (const Candidate& candidate : candidates) {
        const bool out = !candidate.leftOutBecause.isEmpty();
        auto* item = new QListWidgetItem(out ? u"\u2066%1\u2069 · %2"_s.arg(candidate.name, candidate.leftOutBecause)
                                             : u"\u2066%1\u2069"_s.arg(candidate.name),
                                         m_preflight);
        item->setIcon(look.icon(out ? u"ban"_s : u"check"_s, out ? Tone::Muted : Tone::Ok));
        if (out)
            ++leftOut;
        else
            m_todo.append(candidate.id);
    }
    const QString will = tr("%n waybill(s) will be done.", nullptr, static_cast<int>(m_todo.size()));
    m_summary->setText(leftOut == 0 ? will : will + u' ' + tr("%n left out, with the reason.", nullptr, leftOut));
    primary()->setText(verb);
    primary()->setEnabled(!m_todo.isEmpty());
    primary()->setToolTip(m_todo.isEmpty() ? tr("None of them can be done.") : QString());
    m_second->setText(tr("Leave it"));
    m_second->setKeyHint(u"Esc"_s);
    body()->addWidget(m_summary);
    body()->addWidget(m_progress);
    body()->addWidget(m_preflight, 1);
    body()->addWidget(m_account, 1);
    connect(this, &Panel::accepted, this, &BulkPanel::begin);
    connect(m_second, &QToolButton::clicked, this, [this] {
        if (isRunning())
            m_run->cancel();
        else
            Q_EMIT closed();
    });
}

BulkPanel::~BulkPanel() = default;

bool BulkPanel::isRunning() const
{
    return m_run && !m_run->account().isSettled();
}

Button* BulkPanel::addOffer(const QString& text)
{
    auto* offer = new Button(theme(), Button::Kind::Quiet);
    offer->setText(text);
    offer->setAccessibleName(text);
    body()->addWidget(offer, 0, Qt::AlignLeading);
    connect(this, &Panel::accepted, offer, &QWidget::hide);
    return offer;
}

void BulkPanel::begin()
{
    if (m_run) { // settled: the primary is "try the failed again", or "close"
        if (m_run->account().failed > 0)
            m_run->retryFailed();
        else
            Q_EMIT closed();
        return;
    }
    m_run = m_begin(m_todo);
    if (!m_run)
        return;
    m_account->setModel(m_run.get());
    m_preflight->hide();
    m_account->show();
    m_progress->show();
    connect(m_run.get(), &models::BulkRun::accountChanged, this, &BulkPanel::showAccount);
    connect(m_run.get(), &models::BulkRun::settled, this, &BulkPanel::showAccount);
    m_run->start();
    showAccount();
}

void BulkPanel::showAccount()
{
    const models::BulkRun::Account account = m_run->account();
    m_summary->setText(m_run->accountText());
    m_progress->setRange(0, account.all());
    m_progress->setValue(account.all() - account.waiting - account.onItsWay);
    const bool running = !account.isSettled();
    primary()->setEnabled(!running);
    primary()->setText(account.failed > 0 ? tr("Try the failed again") : tr("Done"));
    primary()->setToolTip(running ? tr("Still on its way. You may close this: it goes on.") : QString());
    m_second->setText(running ? tr("Call back what is not sent") : tr("Close"));
    m_second->setKeyHint(running ? QString() : u"Esc"_s);
}

} // namespace waydesk::ui
