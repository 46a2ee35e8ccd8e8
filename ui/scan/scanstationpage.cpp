// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scanstationpage.h"

#include "models/errortext.h"
#include "models/words.h"
#include "ui/scan/codefield.h"
#include "ui/scan/counterstrip.h"
#include "ui/scan/scanlistmodel.h"
#include "ui/scan/scansounds.h"
#include "ui/scan/scanwords.h"
#include "ui/scan/serialscanner.h"
#include "ui/scan/verdictpanel.h"
#include "ui/settings/preferences.h"
#include "ui/waybills/routeline.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicemenu.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"

#include <QEvent>
#include <QHeaderView>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kSuggested = 3, kDraftsOffered = 12;
}

ScanStationPage::ScanStationPage(const Theme& theme, const StationServices& services, Memory& memory,
                                 PreferenceKeeper& keeper, QWidget* parent)
    : Page(u"scan"_s, u"scan-barcode"_s, parent)
    , m_theme(theme)
    , m_services(services)
    , m_keeper(keeper)
    , m_session(services.scan, memory)
    , m_words(services.formats)
    , m_model(new ScanListModel(m_session, m_words, this))
    , m_serial(new SerialScanner(this))
    , m_sounds(new ScanSounds(keeper, this))
{
    build();
    m_listener = new ScanListener(*m_field, this);
    connectAll();
    applyPreferences();
    retranslate();
}

ScanStationPage::~ScanStationPage() = default;

void ScanStationPage::connectAll()
{
    connect(m_listener, &ScanListener::scanned, this, [this](const QString& raw) { m_session.take(raw); });
    connect(m_serial, &SerialScanner::scanned, this, [this](const QByteArray& raw) {
        if (isVisible())
            m_session.takeBytes(raw);
    });
    connect(m_serial, &SerialScanner::stateChanged, this, &ScanStationPage::showScanner);
    connect(m_field, &CodeField::entered, this, [this](const QString& code) { m_session.take(code); });
    connect(m_field, &CodeField::removeLastWanted, m_removeLast, &QAction::trigger);
    connect(m_attach, &QAction::triggered, this, [this] { m_session.attach(ScanSession::After::Nothing); });
    connect(m_attachAndSeal, &QAction::triggered, this, [this] { m_session.attach(ScanSession::After::Seal); });
    connect(m_removeLast, &QAction::triggered, this, [this] { m_session.removeLast(); });
    connect(m_newWaybill, &QAction::triggered, this, &ScanStationPage::newWaybillWanted);
    connect(m_targets, &ChoiceMenu::chosen, this, [this](const QVariant& id) { setTarget(WaybillId{id.toString()}); });
    connect(m_mode, &ChoiceMenu::chosen, this, [this](const QVariant& mode) {
        m_session.setMode(static_cast<ScanSession::Mode>(mode.toInt()));
        m_field->setFocus();
    });
    connect(&m_session, &ScanSession::targetChanged, this, &ScanStationPage::showTarget);
    connect(&m_session, &ScanSession::countsChanged, this, &ScanStationPage::showActions);
    connect(&m_session, &ScanSession::entriesReplaced, this, &ScanStationPage::showLatest);
    connect(&m_session, &ScanSession::entryAdded, this, [this](int index) {
        showLatest();
        m_table->scrollToTop();
        m_sounds->play(ScanWords::look(m_session.entries().at(index)).sound);
    });
    connect(&m_session, &ScanSession::entryChanged, this, [this](int index) {
        if (index == latest())
            showLatest();
    });
    connect(&m_session, &ScanSession::verdictTurned, this, &ScanStationPage::turned);
    connect(&m_session, &ScanSession::attached, this, [this](int count, bool sealed) {
        m_sounds->play(ScanSound::Attached);
        m_notice->clear();
        const QString number = m_session.target() ? m_session.target()->expected.number : QString();
        const QString words = number.isEmpty() ? tr("the new waybill") : number;
        Q_EMIT said(
            {.text = sealed ? tr("%Ln parcel(s) attached; %1 will be sealed when the server answers", nullptr, count)
                                  .arg(words)
                            : tr("%Ln parcel(s) attached to %1", nullptr, count).arg(words),
             .icon = sealed ? u"lock"_s : u"check"_s,
             .actionText = {},
             .actionKeys = {},
             .action = {}});
    });
    connect(&m_session, &ScanSession::notAttached, this, [this](const Error& error) {
        m_sounds->play(ScanSound::Refused);
        m_notice->say(Tone::Bad,
                      tr("Nothing was attached; everything scanned is still here. %1").arg(models::errorText(error)));
    });
    connect(&m_keeper, &PreferenceKeeper::changed, this, &ScanStationPage::applyPreferences);
    connect(&m_services.scan.connection, &facade::ConnectionService::changed, this, &ScanStationPage::showFoot);
    connect(&m_services.lookups, &facade::LookupService::changed, this, [this] {
        if (isVisible() && m_session.entries().isEmpty())
            showIdle();
    });
    m_age.setInterval(15s);
    connect(&m_age, &QTimer::timeout, this, [this] {
        showLatest();
        showFoot();
    });
}

void ScanStationPage::turned(int index, bool nowReady)
{
    const ScanEntry& entry = m_session.entries().at(index);
    m_sounds->play(ScanSound::Changed);
    m_notice->say(nowReady ? Tone::Ok : Tone::Bad,
                  nowReady
                      ? tr("%1 may be attached after all: the server says so.").arg(entry.code.text)
                      : tr("%1 is taken back: the server says “%2”.").arg(entry.code.text, ScanWords::chip(entry)));
}

int ScanStationPage::latest() const
{
    return static_cast<int>(m_session.entries().size()) - 1;
}

void ScanStationPage::setTarget(const std::optional<WaybillId>& id)
{
    m_notice->clear();
    m_session.setTarget(id);
    showTarget();
    showLatest();
}

void ScanStationPage::shown()
{
    m_listener->setListening(true);
    m_age.start();
    fillTargets();
    showTarget();
    showLatest();
    showFoot();
    m_field->setFocus(Qt::OtherFocusReason);
}

void ScanStationPage::hideEvent(QHideEvent* event)
{
    m_listener->setListening(false);
    m_age.stop();
    Page::hideEvent(event);
}

void ScanStationPage::applyPreferences()
{
    const Preferences& p = m_keeper.preferences();
    m_listener->setSettings(p.wedge);
    m_serial->usePort(p.serialPort, p.serialBaud);
    showScanner();
}

void ScanStationPage::fillTargets()
{
    facade::WaybillService& waybills = m_services.scan.waybills;
    facade::WaybillFilter drafts;
    drafts.status = WaybillStatus::Drafted;
    QList<facade::WaybillRow> rows = waybills.localRows(drafts);
    rows += waybills.rows(waybills.slice(drafts, {}, 0, kDraftsOffered));
    QList<ChoiceMenu::Choice> choices;
    for (const facade::WaybillRow& row : std::as_const(rows)) {
        if (choices.size() < kDraftsOffered && canChangeMembership(row.expected).allowed())
            choices.append({row.expected.id.value,
                            row.expected.number.isEmpty() ? tr("New waybill") : row.expected.number,
                            m_services.formats.parcels(row.expected.itemCount.value_or(0))});
    }
    m_targets->setChoices(choices);
    // With nothing chosen the newest draft is the likeliest; the person sees which one it is and may turn to another.
    if (!m_session.target() && !choices.isEmpty())
        m_session.setTarget(WaybillId{choices.first().value.toString()});
}

QStringList ScanStationPage::suggestions() const
{
    QStringList codes;
    const QList<facade::DeliveryRow> rows = m_services.lookups.eligibleDeliveries(
        {}, kSuggested + static_cast<int>(qMin<qsizetype>(m_session.entries().size(), 200)));
    for (const facade::DeliveryRow& row : rows) {
        const Delivery& d = row.delivery;
        const bool scanned = std::ranges::any_of(m_session.entries(), [&](const ScanEntry& e) {
            return e.verdict.delivery && e.verdict.delivery->delivery.id == d.id;
        });
        if (scanned || row.joining || codes.size() == kSuggested)
            continue;
        codes.append(!d.barcode.isEmpty() ? d.barcode : models::parcelTitle(d));
    }
    return codes;
}

QString ScanStationPage::title() const
{
    return tr("Scan station");
}

QList<KeyLine> ScanStationPage::keys() const
{
    return {{u"↵"_s, tr("Take the typed code")},
            {u"⌫"_s, tr("In the empty field: remove the last scan")},
            {keyText(m_attach->shortcut().isEmpty() ? QKeySequence(Qt::CTRL | Qt::Key_Return) : m_attach->shortcut()),
             m_attach->text()},
            {keyText(m_attachAndSeal->shortcut()), m_attachAndSeal->text()},
            {u"Esc"_s, tr("Back; what is scanned is kept")}};
}

QList<QAction*> ScanStationPage::pageActions() const
{
    return {m_attach, m_attachAndSeal, m_removeLast, m_newWaybill};
}

void ScanStationPage::showTarget()
{
    const bool find = m_session.mode() == ScanSession::Mode::Find;
    const auto& row = m_session.target();
    m_overline->setText(find ? tr("Finding") : row ? tr("Building") : tr("Nothing chosen yet"));
    m_mode->setCurrent(static_cast<int>(m_session.mode()));
    m_attachButton->setVisible(!find);
    m_sealButton->setVisible(!find);
    m_targets->setVisible(!find);
    m_counters->setVisible(!find);
    m_route->setVisible(!find && row.has_value());
    if (find) {
        m_number->setText(tr("Scan anything"));
    } else if (!row) {
        m_number->setText(tr("Choose a waybill"));
    } else {
        m_number->setText(row->expected.number.isEmpty() ? tr("New waybill") : row->expected.number);
        // The mark at its head makes the line read in the page's direction, whatever letters it holds.
        m_route->setText((layoutDirection() == Qt::RightToLeft ? u"\u200F"_s : QString()) +
                         routeLine(models::routeText(row->expected)));
    }
    m_counters->setCounts(m_session.counts());
    showActions();
}

void ScanStationPage::showActions()
{
    const int ready = m_session.readyCount();
    const auto& row = m_session.target();
    const QString number = row && !row->expected.number.isEmpty() ? row->expected.number : tr("the waybill");
    const Verdict attach = m_session.mayAttach(ScanSession::After::Nothing);
    const Verdict seal = m_session.mayAttach(ScanSession::After::Seal);
    m_attach->setText(ready == 0 ? tr("Attach to %1").arg(number)
                                 : tr("Attach %1 to %2").arg(m_services.formats.number(ready), number));
    m_attachAndSeal->setText(ready > 0 ? tr("Attach and seal") : tr("Seal"));
    const bool find = m_session.mode() == ScanSession::Mode::Find;
    setPossible(*m_attach, attach.allowed(),
                find ? tr("Turn to “Build waybill” first") : ScanWords::mayNotAttach(attach.refusal));
    setPossible(*m_attachAndSeal, seal.allowed(),
                find ? tr("Turn to “Build waybill” first") : ScanWords::mayNotAttach(seal.refusal));
    setPossible(*m_removeLast, !m_session.entries().isEmpty(), tr("Nothing has been scanned yet"));
    m_counters->setCounts(m_session.counts());
    const QStringList next =
        find || !row || ready >= kSuggested || m_session.entries().isEmpty() ? QStringList() : suggestions();
    m_try->setText(next.isEmpty() ? QString() : tr("Also ready to be attached: %1").arg(next.join(u"  "_s)));
    m_try->setVisible(!next.isEmpty());
}

void ScanStationPage::showLatest()
{
    if (m_session.entries().isEmpty()) {
        showIdle();
        return;
    }
    m_panel->show(VerdictPanel::of(m_session.entries().last(), m_words));
}

void ScanStationPage::showIdle()
{
    VerdictPanel::Content content{
        Tone::Grey, u"scan-barcode"_s, tr("Scan a parcel, or type its code and press Enter"), {}, {}, {}, false};
    if (m_session.mode() == ScanSession::Mode::Find) {
        content.line = tr("Shows which parcel it is and which waybill it is in. Nothing is changed.");
    } else if (!m_session.target()) {
        content.line = tr("Choose a drafted waybill above, or make a new one.");
    } else {
        const QStringList codes = suggestions();
        content.line = codes.isEmpty() ? tr("No parcel is waiting to be attached just now.")
                                       : tr("Ready to be attached right now:  %1").arg(codes.join(u"   "_s));
    }
    m_panel->show(content);
}

void ScanStationPage::showFoot()
{
    const facade::ConnectionState& state = m_services.scan.connection.state();
    const bool online = state.link == facade::ConnectionState::Link::Online;
    const QString age = state.lastSynced ? m_services.formats.age(*state.lastSynced) : QString();
    QString words = tr("Scans are heard whatever has the focus.") + u' ';
    if (age.isEmpty())
        words += tr("This desk has no data yet.");
    else
        words +=
            online
                ? tr("Verdicts come from this desk's own data, %1 old, and are checked again by the server.").arg(age)
                : tr("Offline: verdicts come from this desk's own data, %1 old, and are checked when the server "
                     "answers again.")
                      .arg(age);
    m_foot->setText(words);
}

void ScanStationPage::showScanner()
{
    switch (m_serial->state()) {
    case SerialScanner::State::Off:
        m_scanner->setText(tr("Keyboard scanner"));
        m_scanner->setIconName(u"keyboard"_s);
        break;
    case SerialScanner::State::Open:
        m_scanner->setText(m_serial->portName());
        m_scanner->setIconName(u"usb"_s, Tone::Ok);
        break;
    case SerialScanner::State::Away:
        m_scanner->setText(tr("%1 is not there").arg(m_serial->portName()));
        m_scanner->setIconName(u"unplug"_s, Tone::Warn);
        break;
    }
    m_scanner->setAccessibleName(m_scanner->text());
}

void ScanStationPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace waydesk::ui
