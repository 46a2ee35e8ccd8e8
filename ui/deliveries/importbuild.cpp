// SPDX-License-Identifier: GPL-3.0-or-later
// How the import page is put together.
#include "ui/deliveries/importpage.h"

#include "models/badrowsmodel.h"
#include "models/importtext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kSide = 16, kSetupWidth = 320;
}

void ImportPage::build()
{
    auto* top = new QHBoxLayout;
    top->setContentsMargins(kSide, 10, kSide, 10);
    top->setSpacing(8);
    top->addWidget(m_chooseButton);
    top->addWidget(m_file, 1);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_middle->addWidget(m_preview);
    m_middle->addWidget(m_bad);
    m_preview->setModel(m_previewRows);
    m_bad->setModel(m_badRows);
    m_bad->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                           QAbstractItemView::AnyKeyPressed);
    m_bad->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_bad->setSelectionMode(QAbstractItemView::SingleSelection);
    m_bad->setColumnStyle(models::BadRowsModel::Line, {ColumnStyle::Look::MutedFigures, {}});
    for (Table* table : {m_preview, m_bad})
        table->header()->setStretchLastSection(true);
    auto* right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_middle, 1);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildSetup());
    middle->addWidget(new Line(m_theme, Qt::Vertical, this));
    middle->addLayout(right, 1);

    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setRange(0, 1000);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(kSide, 12, kSide, 12);
    foot->setSpacing(8);
    foot->addWidget(m_notice);
    foot->addWidget(m_progress);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_state);
    row->addWidget(m_counts, 1);
    for (QWidget* button : std::initializer_list<QWidget*>{m_forgetButton, m_stopButton, m_checkButton, m_sendButton})
        row->addWidget(button);
    foot->addLayout(row);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(middle, 1);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(foot);
}

QWidget* ImportPage::buildSetup()
{
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(kSetupWidth);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(kSide, 12, kSide, 12);
    column->setSpacing(10);
    column->addWidget(m_pickupRow);
    column->addWidget(m_encodingRow);
    column->addWidget(m_delimiterRow);
    column->addWidget(m_header);
    column->addWidget(m_guess);
    m_guess->setWordWrap(true);
    column->addWidget(m_columnsTitle);
    m_columnsBox = new QVBoxLayout(m_columns);
    m_columnsBox->setContentsMargins(0, 0, 0, 0);
    m_columnsBox->setSpacing(8);
    column->addWidget(m_columns);
    column->addStretch(1);
    scroll->setWidget(inside);
    return scroll;
}

void ImportPage::buildActions()
{
    m_choose->setShortcut(QKeySequence(u"Ctrl+O"_s));
    m_check->setShortcut(Qt::Key_F5);
    m_choose->setProperty("iconName", u"package-plus"_s);
    m_check->setProperty("iconName", u"list-checks"_s);
    m_send->setProperty("iconName", u"send"_s);
    for (QAction* action : {m_choose, m_check}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    m_chooseButton->setIconName(u"package-plus"_s);
    m_checkButton->setIconName(u"list-checks"_s);
    m_sendButton->setIconName(u"send"_s);
    m_stopButton->setIconName(u"pause"_s);
    m_forgetButton->setIconName(u"trash-2"_s);
    m_chooseButton->follow(m_choose);
    m_checkButton->follow(m_check);
    m_sendButton->follow(m_send);
    m_stopButton->follow(m_stop);
    m_forgetButton->follow(m_forget);
    connect(m_choose, &QAction::triggered, this,
            [this] { m_desk.chooseFile(this, [this](const QString& path) { open(path); }); });
    connect(m_check, &QAction::triggered, this, [this] {
        if (!m_look)
            return;
        m_look->setup = setup();
        if (m_job.isEmpty()) {
            beginJob(m_desk.imports.check(*m_look));
        } else if (auto job = known()) { // with what was corrected in it
            job->setup = m_look->setup;
            job->size = m_look->size;
            job->modified = m_look->modified;
            m_desk.imports.checkAgain(*job);
        }
        showPossible();
    });
    connect(m_send, &QAction::triggered, this, [this] { m_desk.imports.send(m_job); });
    connect(m_stop, &QAction::triggered, this, [this] { m_desk.imports.stop(m_job); });
    connect(m_forget, &QAction::triggered, this, [this] {
        m_desk.imports.forget(m_job);
        beginJob({});
        m_look.reset();
        showLook();
        showJob();
    });
}

QList<KeyLine> ImportPage::keys() const
{
    return {{keyText(m_choose->shortcut()), m_choose->text()},
            {keyText(m_check->shortcut()), m_check->text()},
            {keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("Do the next step")},
            {u"F2"_s, tr("Put the cell right")},
            {u"Esc"_s, tr("Back to the parcels; what was read and corrected is kept")}};
}

void ImportPage::retranslate()
{
    m_choose->setText(tr("Choose a file…"));
    m_check->setText(tr("Read the file"));
    m_send->setText(tr("Send the parcels"));
    m_stop->setText(tr("Stop"));
    m_forget->setText(tr("Forget this import"));
    m_header->setText(tr("The first line names the columns"));
    m_columnsTitle->setText(tr("What the columns mean"));
    m_preview->setAccessibleName(tr("The beginning of the file"));
    m_bad->setAccessibleName(tr("Rows that cannot go as they are"));
    m_progress->setAccessibleName(tr("How far it has come"));
    m_pickupRow->setLabel(tr("Every parcel is picked up at"));
    m_encodingRow->setLabel(tr("Encoding"));
    m_delimiterRow->setLabel(tr("Columns are parted by"));
    const bool filling = std::exchange(m_filling, true);
    const int delimiter = m_delimiter->currentIndex(), encoding = m_encoding->currentIndex();
    m_encoding->clear();
    for (const csv::Encoding each : csv::kEncodings)
        m_encoding->addItem(models::words(each), static_cast<int>(each));
    m_delimiter->clear();
    m_delimiter->addItem(tr("comma"), u","_s);
    m_delimiter->addItem(tr("semicolon"), u";"_s);
    m_delimiter->addItem(tr("tab"), u"\t"_s);
    m_delimiter->addItem(tr("bar |"), u"|"_s);
    m_encoding->setCurrentIndex(qMax(0, encoding));
    m_delimiter->setCurrentIndex(qMax(0, delimiter));
    m_filling = filling;
    showLook();
    showJob();
}

void ImportPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT titleChanged();
    }
}

void ImportPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
