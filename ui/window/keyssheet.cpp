// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keyssheet.h"
#include "ui/widgets/button.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

KeysSheet::KeysSheet(const Theme& theme, QWidget& over)
    : Overlay(theme, over)
{
    setCardWidth(760);
    auto* column = new QVBoxLayout(card());
    column->setContentsMargins(0, 0, 0, 0);
}

void KeysSheet::showKeys(const QString& pageTitle, const QList<KeyLine>& page, const QList<KeyLine>& everywhere)
{
    delete m_content;
    m_content = new QWidget(card());
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(20, 16, 20, 20);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    grid->setColumnMinimumWidth(2, 12);
    const auto fill = [&](int at, const QString& title, const QList<KeyLine>& lines) {
        auto* head = new Text(theme(), Face::BaseStrong, Tone::Text, m_content);
        head->setText(title);
        grid->addWidget(head, 0, at, 1, 2);
        int row = 1;
        for (const KeyLine& line : lines) {
            auto* keys = new KeyHint(theme(), line.keys, m_content);
            auto* what = new Text(theme(), Face::Base, Tone::Text, m_content);
            what->setText(line.what);
            what->setWordWrap(true);
            grid->addWidget(keys, row, at, Qt::AlignLeading | Qt::AlignVCenter);
            grid->addWidget(what, row, at + 1);
            ++row;
        }
    };
    fill(0, pageTitle, page);
    fill(3, tr("Everywhere"), everywhere);
    auto* close = new Button(theme(), Button::Kind::Plain, m_content);
    close->setText(tr("Close"));
    close->setKeyHint(u"Esc"_s);
    connect(close, &QToolButton::clicked, this, &Overlay::dismiss);
    grid->setRowStretch(grid->rowCount(), 1);
    grid->addWidget(close, grid->rowCount(), 3, 1, 2, Qt::AlignTrailing);
    card()->layout()->addWidget(m_content);
    card()->setAccessibleName(tr("Keys"));
    m_content->show();
    open();
}

void KeysSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F1)
        dismiss();
    else
        Overlay::keyPressEvent(event);
}

} // namespace waydesk::ui
