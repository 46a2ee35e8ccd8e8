// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/importpage.h"

#include "models/badrowsmodel.h"
#include "models/formats.h"
#include "models/importtext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using csv::ImportState;

ImportPage::ImportPage(const Theme& theme, const ImportDesk& desk, QWidget* parent)
    : Page(u"import"_s, u"package-plus"_s, parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_choose(new QAction(this))
    , m_check(new QAction(this))
    , m_send(new QAction(this))
    , m_stop(new QAction(this))
    , m_forget(new QAction(this))
    , m_file(new Text(theme, Face::BaseStrong, Tone::Text, this))
    , m_guess(new Text(theme, Face::Small, Tone::Muted, this))
    , m_columnsTitle(new Text(theme, Face::BaseStrong, Tone::Text, this))
    , m_state(new Text(theme, Face::BaseStrong, Tone::Text, this))
    , m_counts(new Text(theme, Face::Base, Tone::Muted, this))
    , m_encoding(new Select(theme, this))
    , m_delimiter(new Select(theme, this))
    , m_pickup(new Select(theme, this))
    , m_pickupRow(new FormRow(theme, {}, m_pickup))
    , m_encodingRow(new FormRow(theme, {}, m_encoding))
    , m_delimiterRow(new FormRow(theme, {}, m_delimiter))
    , m_header(new QCheckBox(this))
    , m_columns(new QWidget(this))
    , m_middle(new QStackedWidget(this))
    , m_preview(new Table(theme, {}, this))
    , m_bad(new Table(theme, {}, this))
    , m_previewRows(new QStandardItemModel(this))
    , m_badRows(new models::BadRowsModel(desk.formats, this))
    , m_notice(new Notice(theme, this))
    , m_progress(new QProgressBar(this))
    , m_chooseButton(new Button(theme, Button::Kind::Plain, this))
    , m_checkButton(new Button(theme, Button::Kind::Plain, this))
    , m_sendButton(new Button(theme, Button::Kind::Primary, this))
    , m_stopButton(new Button(theme, Button::Kind::Plain, this))
    , m_forgetButton(new Button(theme, Button::Kind::Quiet, this))
{
    build();
    buildActions();
    connect(m_encoding, &QComboBox::currentIndexChanged, this, [this] { setUpChanged(true); });
    connect(m_delimiter, &QComboBox::currentIndexChanged, this, [this] { setUpChanged(true); });
    connect(m_header, &QCheckBox::toggled, this, [this] { setUpChanged(true); });
    connect(m_pickup, &QComboBox::currentIndexChanged, this, [this] { setUpChanged(false); });
    connect(m_badRows, &models::BadRowsModel::edited, this, [this](qint64 line, int column, const QString& text) {
        m_badSeen.reset(); // its faults may be others although their number is the same
        m_desk.imports.fix(m_job, line, column, text);
    });
    connect(&desk.imports, &facade::ImportService::moved, this, [this](const csv::ImportJob& job) {
        if (job.id != m_job)
            return;
        m_told = job;
        showJob();
    });
    retranslate();
}

void ImportPage::shown()
{
    if (m_look)
        m_middle->currentWidget()->setFocus(Qt::OtherFocusReason);
    else
        m_chooseButton->setFocus(Qt::OtherFocusReason);
}

bool ImportPage::escape()
{
    Q_EMIT left();
    return true;
}

void ImportPage::open(const QString& path)
{
    if (path.isEmpty())
        return;
    beginJob({});
    const auto look = m_desk.imports.look(path);
    if (!look) {
        m_look.reset();
        showLook();
        showJob();
        m_notice->say(Tone::Bad, models::importErrorText(look.error()));
        return;
    }
    m_look = *look;
    showLook();
    showJob();
}

void ImportPage::beginJob(const QString& id)
{
    m_job = id;
    m_told.reset();
    m_badSeen.reset();
}

void ImportPage::takeUp()
{
    if (m_look)
        return;
    const QList<csv::ImportJob> jobs = m_desk.imports.jobs();
    for (const csv::ImportJob& job : jobs) {
        if (job.state == ImportState::Done && m_desk.imports.badRowCount(job.id) == 0)
            continue;
        const auto look = m_desk.imports.look(job.path, job.setup, false);
        facade::ImportLook seen;
        seen.path = job.path;
        seen.setup = job.setup;
        m_look = look ? *look : seen;
        m_look->setup = job.setup;
        beginJob(job.id);
        m_told = job;
        showLook();
        showJob();
        return;
    }
}

csv::ImportSetup ImportPage::setup() const
{
    csv::ImportSetup setup;
    setup.encoding = static_cast<csv::Encoding>(m_encoding->currentData().toInt());
    setup.delimiter = m_delimiter->currentData().toString().at(0);
    setup.hasHeader = m_header->isChecked();
    setup.pickup = {m_pickup->currentData().toString()};
    for (int column = 0; column < m_meanings.size(); ++column) {
        const int field = m_meanings[column]->currentData().toInt();
        if (field >= 0)
            setup.mapping.insert(column, static_cast<csv::ImportField>(field));
    }
    return setup;
}

void ImportPage::setUpChanged(bool guessColumns)
{
    if (m_filling || !m_look)
        return;
    const csv::ImportSetup wanted = setup();
    if (const auto look = m_desk.imports.look(m_look->path, wanted, guessColumns))
        m_look = *look;
    else
        m_look->setup = wanted;
    if (guessColumns)
        showLook();
    showPossible();
}

void ImportPage::showLook()
{
    const bool filling = std::exchange(m_filling, true);
    m_pickup->clear();
    const QList<Warehouse> warehouses = m_desk.lookups.warehouses();
    for (const Warehouse& warehouse : warehouses)
        m_pickup->addItem(warehouse.ref.name, warehouse.ref.id.value);
    m_previewRows->clear();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_encoding, m_delimiter, m_pickup, m_header, m_columns})
        widget->setEnabled(m_look.has_value());
    m_columnsTitle->setVisible(m_look.has_value());
    m_guess->setVisible(m_look.has_value());
    if (m_look) {
        m_file->setText(u"\u2066%1\u2069"_s.arg(QFileInfo(m_look->path).fileName()));
        m_file->setToolTip(m_look->path);
        m_encoding->setCurrentIndex(m_encoding->findData(static_cast<int>(m_look->setup.encoding)));
        m_delimiter->setCurrentIndex(m_delimiter->findData(QString(m_look->setup.delimiter)));
        m_header->setChecked(m_look->setup.hasHeader);
        if (const int at = m_pickup->findData(m_look->setup.pickup.value); at >= 0)
            m_pickup->setCurrentIndex(at);
        for (const QStringList& row : std::as_const(m_look->rows)) {
            QList<QStandardItem*> items;
            for (int column = 0; column < m_look->columns; ++column)
                items << new QStandardItem(isolated(row.value(column)));
            m_previewRows->appendRow(items);
        }
        m_guess->setText(m_look->hasBrokenText    ? tr("Some bytes mean nothing in this encoding.")
                         : m_look->encodingIsSure ? tr("Guessed from the file; change what is not right.")
                                                  : tr("The encoding is a guess: see whether the names read well."));
        m_guess->setInk(m_look->hasBrokenText ? Tone::Bad : Tone::Muted);
    } else {
        m_file->setText(tr("No file chosen"));
        m_file->setToolTip({});
    }
    m_preview->emptyState()->setContent(u"package-plus"_s, tr("Choose a merchant's file"),
                                        tr("CSV or text with one parcel to a line. It is read and shown before "
                                           "anything is sent."));
    m_preview->emptyState()->setAction(m_choose);
    showColumns();
    m_filling = filling;
}

void ImportPage::showColumns()
{
    qDeleteAll(m_columns->findChildren<FormRow*>(QString(), Qt::FindDirectChildrenOnly));
    m_meanings.clear();
    QStringList headings;
    for (int column = 0; m_look && column < m_look->columns; ++column) {
        const QString own = m_look->header.value(column).trimmed();
        const QString heading = own.isEmpty() ? tr("Column %1").arg(m_desk.formats.number(column + 1)) : own;
        headings << heading;
        auto* meaning = new Select(m_theme);
        meaning->addItem(tr("leave it out"), -1);
        for (const csv::ImportField field : csv::kImportFields)
            meaning->addItem(models::words(field), static_cast<int>(field));
        const auto known = m_look->setup.mapping.constFind(column);
        meaning->setCurrentIndex(known == m_look->setup.mapping.cend() ? 0
                                                                       : meaning->findData(static_cast<int>(*known)));
        auto* row = new FormRow(m_theme, heading, meaning, m_columns);
        if (m_look->unsureColumns.contains(column))
            row->setHint(tr("guessed from what stands in it"));
        connect(meaning, &QComboBox::currentIndexChanged, this, [this] { setUpChanged(false); });
        m_columnsBox->addWidget(row);
        m_meanings << meaning;
    }
    m_previewRows->setHorizontalHeaderLabels(headings);
    for (int column = 0; column < headings.size(); ++column) {
        const bool isAddress = m_look->setup.mapping.value(column, csv::ImportField::Size) == csv::ImportField::Address;
        m_preview->header()->resizeSection(column, isAddress ? 240 : 124);
    }
}

void ImportPage::showJob()
{
    const auto job = known();
    m_progress->setVisible(job.has_value());
    m_notice->clear();
    m_state->setText(job ? models::words(job->state) : QString());
    if (job) {
        const bool sends = job->state != ImportState::Checking && job->state != ImportState::Checked;
        const qint64 whole = sends ? job->rows : job->size, part = sends ? job->done : job->bytes;
        m_progress->setValue(whole > 0 ? static_cast<int>(part * 1000 / whole) : 0);
        m_counts->setText(progressText());
        if (job->error)
            m_notice->say(Tone::Bad, models::importErrorText(*job->error));
        else if (job->state == ImportState::Checked && job->bad > 0)
            m_notice->say(Tone::Warn, tr("Put the rows right here, or send without them: they stay in this list."));
    } else {
        m_counts->setText({});
    }
    showBadRows();
    showPossible();
}

QString ImportPage::progressText() const
{
    const auto job = known();
    if (!job)
        return {};
    const models::Formats& formats = m_desk.formats;
    QStringList parts;
    if (job->state == ImportState::Checking || job->state == ImportState::Checked) {
        parts << tr("%1 rows read").arg(formats.number(job->rows));
    } else {
        parts << tr("%1 of %2 rows").arg(formats.number(job->done), formats.number(job->rows));
        parts << tr("%1 are parcels now").arg(formats.number(job->created));
    }
    if (job->refused > 0)
        parts << tr("%1 refused").arg(formats.number(job->refused));
    if (job->bad > 0)
        parts << tr("%1 to put right").arg(formats.number(job->bad));
    return parts.join(u" · "_s);
}

void ImportPage::showBadRows()
{
    const auto job = known();
    const bool read = job && job->state != ImportState::Checking && job->rows > 0;
    if (!read) {
        m_middle->setCurrentWidget(m_preview);
        return;
    }
    m_middle->setCurrentWidget(m_bad);
    // What could not be kept is not on disk: reading the rows again would take from sight what was typed.
    const bool notKept = job->error && job->error->kind == Error::Kind::Storage && m_badRows->rowCount() > 0;
    const std::tuple seen(m_job, job->state, job->bad, job->refused);
    if (notKept || m_badSeen == seen)
        return;
    m_badSeen = seen;
    m_badRows->setColumns(job->setup.mapping);
    m_badRows->setBadRows(m_desk.imports.badRows(m_job, 0, models::BadRowsModel::kMost));
    m_bad->setColumnStyle(models::BadRowsModel::Wrong, {ColumnStyle::Look::Strong, {}});
    const auto cell = [](const QModelIndex& index) {
        // A number with blanks must not be turned around in a line that runs the other way.
        const QString text = isolated(index.data().toString());
        if (!index.data(models::BadRowsModel::FaultyRole).toBool())
            return QList{ChipContent{{}, text, Tone::Text, true, {}}};
        return QList{ChipContent{u"circle-alert"_s, text.isEmpty() ? u"—"_s : text, Tone::Bad, true, {}}};
    };
    const QList<csv::ImportField> fields = job->setup.mapping.values();
    for (int i = 0; i < fields.size(); ++i) {
        const int column = models::BadRowsModel::FirstCell + i;
        m_bad->setColumnStyle(column, {ColumnStyle::Look::Chips, cell});
        m_bad->header()->resizeSection(column, fields[i] == csv::ImportField::Address ? 210 : 112);
    }
    m_bad->header()->resizeSection(models::BadRowsModel::Line, 68);
    m_bad->header()->resizeSection(models::BadRowsModel::Wrong, 220);
    m_bad->emptyState()->setContent(u"circle-check"_s, tr("Nothing to put right"),
                                    job->state == ImportState::Done ? tr("Every row of the file has become a parcel.")
                                                                    : tr("Every row of the file can go as it is."));
}

void ImportPage::showPossible()
{
    const auto job = known();
    const csv::Mapping meant = setup().mapping;
    const bool hasAddress = std::find(meant.cbegin(), meant.cend(), csv::ImportField::Address) != meant.cend();
    const bool busy = job && (job->state == ImportState::Checking || job->state == ImportState::Sending);
    const bool begun = job && (job->done > 0 || job->created > 0);
    const QString noFile = tr("Choose a file first.");
    QString notCheck = m_look ? QString() : noFile;
    if (busy)
        notCheck = tr("It is under way.");
    else if (m_look && !hasAddress)
        notCheck = tr("Say which column holds the address.");
    else if (begun)
        notCheck = tr("A part of it is sent already; it goes on from there.");
    setPossible(*m_check, notCheck.isEmpty(), notCheck);
    QString notSend = m_look ? QString() : noFile;
    if (notSend.isEmpty() && (!job || job->rows == 0))
        notSend = tr("Read the file first.");
    else if (busy)
        notSend = tr("It is under way.");
    else if (job && !begun && !(job->setup == setup()))
        notSend = tr("Something was changed: read the file again.");
    else if (job && job->done >= job->rows && !m_desk.imports.hasMended(m_job))
        notSend = tr("There is nothing left to send.");
    setPossible(*m_send, notSend.isEmpty(), notSend);
    setPossible(*m_stop, busy, tr("Nothing is under way."));
    setPossible(*m_forget, job && !busy, busy ? tr("Stop it first.") : noFile);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_encoding, m_delimiter, m_pickup, m_header, m_columns})
        widget->setEnabled(m_look && !busy && !begun);
}

} // namespace waydesk::ui
