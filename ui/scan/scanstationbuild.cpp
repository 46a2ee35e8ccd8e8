// SPDX-License-Identifier: GPL-3.0-or-later
// The scan station's widgets and words; what they do stands in scanstationpage.cpp.
#include "ui/scan/codefield.h"
#include "ui/scan/counterstrip.h"
#include "ui/scan/scanlistmodel.h"
#include "ui/scan/scanstationpage.h"
#include "ui/scan/scanwords.h"
#include "ui/scan/verdictpanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicemenu.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Look = ColumnStyle::Look;

void ScanStationPage::build()
{
    setProperty("ground", u"background"_s);
    setAttribute(Qt::WA_StyledBackground);
    const auto action = [this](const QKeySequence& keys) {
        auto* made = new QAction(this);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return made;
    };
    m_attach = action({}); // Ctrl+Enter is the window's "main thing of this page"
    m_attachAndSeal = action(Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    m_removeLast = action({});
    m_newWaybill = action({});
    addActions({m_attach, m_attachAndSeal, m_removeLast, m_newWaybill});

    m_overline = new Text(m_theme, Face::Base, Tone::Muted, this);
    m_number = new Text(m_theme, Face::Figure, Tone::Text, this);
    m_route = new Text(m_theme, Face::Title, Tone::Muted, this);
    const auto setFonts = [this] {
        QFont number = m_theme.font(Face::Figure), route = m_theme.font(Face::Base);
        number.setBold(true);
        route.setPixelSize(m_theme.font(Face::Title).pixelSize());
        m_number->setFont(number);
        m_route->setFont(route);
    };
    connect(&m_theme, &Theme::changed, this, setFonts);
    setFonts();
    m_targets = new ChoiceMenu(m_theme, tr("Waybill"), this);
    m_targets->addFooter(m_newWaybill);
    m_counters = new CounterStrip(m_theme, m_services.formats, this);
    m_panel = new VerdictPanel(m_theme, this);
    m_notice = new Notice(m_theme, this);
    m_field = new CodeField(this);
    m_field->setFixedHeight(m_theme.sizes().control + 4);
    m_try = new Text(m_theme, Face::Base, Tone::Muted, this);
    m_try->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // gives way to the buttons
    m_try->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_try->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_try->setFocusPolicy(Qt::NoFocus);
    m_try->hide();
    m_attachButton = new Button(m_theme, Button::Kind::Primary, this);
    m_attachButton->follow(m_attach);
    connect(m_attach, &QAction::changed, m_attachButton,
            [this] { m_attachButton->setKeyHint(keyText(QKeySequence(Qt::CTRL | Qt::Key_Return))); });
    m_sealButton = new Button(m_theme, Button::Kind::Plain, this);
    m_sealButton->setIconName(u"lock"_s);
    m_sealButton->follow(m_attachAndSeal);
    m_removeButton = new Button(m_theme, Button::Kind::Plain, this);
    m_removeButton->setIconName(u"undo-2"_s);
    m_removeButton->follow(m_removeLast);
    connect(m_removeLast, &QAction::changed, m_removeButton, [this] { m_removeButton->setKeyHint(u"⌫"_s); });
    m_mode = new ChoiceMenu(m_theme, tr("Mode"), this);
    m_mode->setNameShown(true);
    m_scanner = new Button(m_theme, Button::Kind::Plain, this);
    m_table = new Table(m_theme, tr("Scanned codes"), this);
    m_table->setModel(m_model);
    m_table->setColumnStyle(ScanListModel::Number, {Look::MutedFigures, {}});
    m_table->setColumnStyle(ScanListModel::Code, {Look::Code, {}});
    m_table->setColumnStyle(
        ScanListModel::VerdictColumn,
        {Look::Chips, [this](const QModelIndex& index) {
             const ScanEntry& entry = m_model->entry(index.row());
             const VerdictLook look = ScanWords::look(entry);
             return QList<ChipContent>{
                 {.icon = look.icon, .text = ScanWords::chip(entry), .tone = look.tone, .trailingIcon = {}}};
         }});
    m_table->setColumnStyle(ScanListModel::Zone, {Look::Muted, {}});
    m_table->setColumnStyle(ScanListModel::Cod, {Look::Figures, {}});
    m_table->setColumnStyle(ScanListModel::AnsweredIn, {Look::MutedFigures, {}});
    const std::pair<int, int> widths[] = {{ScanListModel::Number, 48},         {ScanListModel::Code, 220},
                                          {ScanListModel::VerdictColumn, 290}, {ScanListModel::Customer, 190},
                                          {ScanListModel::Zone, 150},          {ScanListModel::Cod, 110}};
    for (const auto& [column, width] : widths)
        m_table->header()->resizeSection(column, width);
    m_table->header()->setStretchLastSection(true);
    m_foot = new Text(m_theme, Face::Base, Tone::Muted, this);
    m_foot->setWordWrap(true);

    auto* name = new QHBoxLayout;
    name->setSpacing(10);
    name->addWidget(m_number, 0, Qt::AlignVCenter);
    name->addWidget(m_route, 0, Qt::AlignVCenter);
    name->addWidget(m_targets, 0, Qt::AlignVCenter);
    name->addStretch(1);
    auto* title = new QVBoxLayout;
    title->setSpacing(0);
    title->addWidget(m_overline);
    title->addLayout(name);
    auto* head = new QHBoxLayout;
    head->addLayout(title, 1);
    head->addWidget(m_counters, 0, Qt::AlignBottom);
    auto* typed = new QHBoxLayout;
    typed->setSpacing(8);
    typed->addWidget(m_field);
    m_field->setFixedWidth(320);
    typed->addStretch(1);
    typed->addWidget(m_mode);
    typed->addWidget(m_scanner);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_attachButton);
    actions->addWidget(m_sealButton);
    actions->addWidget(m_removeButton);
    actions->addStretch(1);
    actions->addWidget(m_try, 100);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(28, 18, 28, 18);
    column->setSpacing(14);
    column->addLayout(head);
    column->addWidget(m_panel);
    column->addWidget(m_notice);
    column->addLayout(typed);
    column->addLayout(actions);
    auto* frame = new Card(this);
    auto* inFrame = new QVBoxLayout(frame);
    inFrame->setContentsMargins(1, 4, 1, 4);
    inFrame->addWidget(m_table);
    column->addWidget(frame, 1);
    column->addWidget(m_foot);
    setTabOrder(m_field, m_attachButton);
}

void ScanStationPage::retranslate()
{
    m_removeLast->setText(tr("Remove last"));
    m_newWaybill->setText(tr("New waybill…"));
    m_field->setPlaceholderText(tr("Type a code, then Enter"));
    m_field->setAccessibleName(tr("Code"));
    m_field->setAccessibleDescription(
        tr("Type a parcel's code and press Enter. Backspace in the empty field removes the last scan."));
    m_targets->setName(tr("Other waybill"));
    m_mode->setName(tr("Mode"));
    m_mode->setChoices({{static_cast<int>(ScanSession::Mode::BuildWaybill), tr("Build waybill"), {}},
                        {static_cast<int>(ScanSession::Mode::Find), tr("Find"), {}}});
    m_mode->setCurrent(static_cast<int>(m_session.mode()));
    m_scanner->setToolTip(tr("Which scanner is heard; set in Settings"));
    m_scanner->setAccessibleDescription(m_scanner->toolTip());
    m_table->setAccessibleName(tr("Scanned codes"));
    m_table->emptyState()->setContent(u"scan-barcode"_s, tr("Nothing scanned yet"),
                                      tr("Each scan stands here with its verdict, and stays until it is attached."));
    m_model->retranslate();
    showTarget();
    showLatest();
    showFoot();
    showScanner();
    Q_EMIT titleChanged();
}

} // namespace waydesk::ui
