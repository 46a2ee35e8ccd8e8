// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/driverpanel.h"
#include "models/choicemodels.h"
#include "models/errortext.h"
#include "models/formats.h"
#include "ui/waybills/driverdelegate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textbox.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

DriverPanel::DriverPanel(const Theme& look, models::DriversModel& drivers, const models::Formats& formats, Kind kind,
                         Load load, QWidget* parent)
    : Panel(look, parent)
    , m_drivers(drivers)
    , m_formats(formats)
    , m_kind(kind)
    , m_load(std::move(load))
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_reason(new TextBox)
    , m_reasonRow(new FormRow(look, tr("Why"), m_reason))
{
    setTitle(kind == Kind::Assign ? tr("Assign a driver to %1").arg(m_load.title)
                                  : tr("Give %1 to another driver").arg(m_load.title));
    primary()->setText(kind == Kind::Assign ? tr("Assign driver") : tr("Switch driver"));
    if (m_load.units) {
        auto* weight = new Text(look, Face::Base, Tone::Muted);
        weight->setText(tr("%1 units to carry").arg(formats.quantity(*m_load.units)));
        body()->addWidget(weight);
    }
    drivers.setSearch({});
    m_search->setPlaceholderText(tr("Name, van or phone"));
    m_search->installEventFilter(this);
    m_list->setModel(&drivers);
    m_list->setItemDelegate(new DriverDelegate(look, drivers, formats, m_load.units, m_list));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(230);
    m_list->setAccessibleName(tr("Drivers"));
    body()->setSpacing(10);
    body()->addWidget(new FormRow(look, tr("Driver"), m_search));
    body()->addWidget(m_list, 1);
    body()->addWidget(m_reasonRow);
    m_reason->setFixedHeight(72);
    m_reasonRow->setVisible(kind == Kind::Switch);
    m_reasonRow->setHint(tr("Kept on the server with the change."));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_drivers.setSearch(text);
        if (!m_list->currentIndex().isValid() && m_drivers.rowCount() > 0)
            m_list->setCurrentIndex(m_drivers.index(0, 0));
        showPossible();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DriverPanel::showPossible);
    connect(m_list, &QListView::doubleClicked, this, [this] { primary()->click(); });
    connect(m_reason, &QPlainTextEdit::textChanged, this, &DriverPanel::showPossible);
    connect(this, &Panel::accepted, this, &DriverPanel::submit);
    showPossible();
}

DriverPanel::~DriverPanel()
{
    m_drivers.setSearch({});
}

DriverId DriverPanel::current() const
{
    const DriverRef* driver = m_drivers.at(m_list->currentIndex().row());
    return driver ? driver->id : DriverId{};
}

void DriverPanel::showPossible()
{
    const auto length = m_reason->toPlainText().trimmed().size();
    m_reasonRow->setTrailing(u"%1 / %2"_s.arg(m_formats.number(length), m_formats.number(kReasonMost)));
    QString because;
    if (current().isEmpty())
        because = m_drivers.rowCount() == 0 ? tr("Nobody of that name is known here.") : tr("Choose a driver first.");
    else if (m_load.current == current())
        because = tr("This driver has it already.");
    else if (m_kind == Kind::Switch && length == 0)
        because = tr("Say why: the server keeps the reason.");
    else if (m_kind == Kind::Switch && length > kReasonMost)
        because = tr("The reason is longer than %L1 characters.").arg(kReasonMost);
    primary()->setEnabled(because.isEmpty());
    primary()->setToolTip(because);
    m_reasonRow->setError(length > kReasonMost ? because : QString());
}

void DriverPanel::submit()
{
    Q_EMIT chosen(current(), m_kind == Kind::Switch ? m_reason->toPlainText().trimmed() : QString());
}

void DriverPanel::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
}

void DriverPanel::focusFirst()
{
    m_search->setFocus(Qt::TabFocusReason);
}

bool DriverPanel::eventFilter(QObject* watched, QEvent* event)
{
    // While typing, the arrows walk the list and Enter takes what they stand on.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_drivers.rowCount() > 0) {
            const int row = qBound(0, m_list->currentIndex().row() + step, m_drivers.rowCount() - 1);
            m_list->setCurrentIndex(m_drivers.index(row, 0));
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
            if (m_kind == Kind::Switch && !primary()->isEnabled())
                m_reason->setFocus(Qt::TabFocusReason);
            else
                primary()->click();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

} // namespace waydesk::ui
