// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/saveviewpanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace waydesk::ui {

SaveViewPanel::SaveViewPanel(const Theme& look, const QString& filter, QWidget* parent)
    : Panel(look, parent)
    , m_name(new QLineEdit)
{
    setTitle(tr("Save this view"));
    auto* row = new FormRow(look, tr("Name"), m_name);
    auto* what = new Text(look, Face::Base, Tone::Muted);
    what->setText(filter.isEmpty() ? tr("Every waybill") : filter);
    what->setWordWrap(true);
    m_name->setMaxLength(60);
    body()->addWidget(row);
    body()->addWidget(what);
    body()->addStretch(1);
    primary()->setText(tr("Save view"));
    const auto possible = [this] {
        primary()->setEnabled(!m_name->text().trimmed().isEmpty());
        primary()->setToolTip(primary()->isEnabled() ? QString() : tr("Give it a name first."));
    };
    possible();
    connect(m_name, &QLineEdit::textChanged, this, possible);
    connect(m_name, &QLineEdit::returnPressed, primary(), [this] { primary()->click(); });
    connect(this, &Panel::accepted, this, [this] { Q_EMIT named(m_name->text().trimmed()); });
}

void SaveViewPanel::focusFirst()
{
    m_name->setFocus(Qt::TabFocusReason);
}

} // namespace waydesk::ui
