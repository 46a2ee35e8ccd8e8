// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox as a list to read: headings between the sections, a shape, a title, what is happening to it, its state.
// Shows the sections it is told to; selection and scroll survive every refresh of the model.
#pragma once

#include "models/outboxmodel.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace waydesk::ui {

class SectionFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void show(const QList<models::OutboxModel::Section>& sections);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QList<models::OutboxModel::Section> m_sections;
};

class CommandDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CommandDelegate(const Theme& theme, QObject* parent = nullptr);
    void setHeadings(bool on) { m_headings = on; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool hasHeading(const QModelIndex& index) const;

    const Theme& m_theme;
    bool m_headings = true;
};

class EmptyState;

class CommandList final : public QListView
{
    Q_OBJECT

public:
    CommandList(const Theme& theme, models::OutboxModel& model, QWidget* parent = nullptr);
    void showSections(const QList<models::OutboxModel::Section>& sections);
    qint64 currentSeq() const; // 0: none
    void select(qint64 seq);
    EmptyState* emptyState() const { return m_empty; }

Q_SIGNALS:
    void currentSeqChanged(qint64 seq);
    void opened(qint64 seq);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateEmpty();

    SectionFilter* m_filter;
    CommandDelegate* m_delegate;
    EmptyState* m_empty;
};

} // namespace waydesk::ui
