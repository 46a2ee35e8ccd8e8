// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/findmodel.h"

#include "services/domain/fold.h"

#include <QAction>
#include <QKeySequence>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

FindRow rowOf(QAction* action)
{
    FindRow row;
    row.action = action;
    row.title = action->text().remove(u'&');
    row.key = action->shortcut().toString(QKeySequence::NativeText);
    if (!action->isEnabled())
        row.whyNot = action->statusTip();
    return row;
}

bool matches(const FindRow& row, const QStringList& words)
{
    const QString title = fold(row.title);
    return std::all_of(words.begin(), words.end(), [&title](const QString& word) { return title.contains(word); });
}

} // namespace

FindModel::FindModel(Finder finder, QObject* parent)
    : KeyedModel(parent)
    , m_finder(std::move(finder))
{
}

void FindModel::setActions(const QList<QAction*>& actions)
{
    for (const auto& action : std::as_const(m_actions)) {
        if (action)
            disconnect(action, nullptr, this, nullptr);
    }
    m_actions.clear();
    for (QAction* action : actions) {
        m_actions += action;
        connect(action, &QAction::changed, this, &FindModel::search);
    }
    search();
}

void FindModel::setText(const QString& text)
{
    m_text = text;
    search();
}

void FindModel::search()
{
    const QStringList words = fold(m_text).split(u' ', Qt::SkipEmptyParts);
    QList<FindRow> possible, impossible;
    for (const auto& action : std::as_const(m_actions)) {
        if (!action || !action->isVisible())
            continue;
        const FindRow row = rowOf(action);
        if (matches(row, words))
            (action->isEnabled() ? possible : impossible) += row;
    }
    QList<FindRow> rows = possible + impossible;
    if (m_finder && !words.isEmpty()) {
        for (const facade::Found& found : m_finder(m_text, kMostFound)) {
            FindRow row;
            row.found = found;
            row.title = found.title;
            row.subtitle = found.subtitle;
            rows += row;
        }
    }
    setRows(std::move(rows));
}

bool FindModel::choose(int row)
{
    const FindRow* chosenRow = at(row);
    if (!chosenRow)
        return false;
    const FindRow picked = *chosenRow;
    if (!picked.action && picked.found.id.isEmpty())
        return false; // an action that has been deleted meanwhile
    if (!picked.action) {
        Q_EMIT chosen(picked.found);
        return true;
    }
    if (!picked.action->isEnabled())
        return false;
    picked.action->trigger();
    return true;
}

QVariant FindModel::data(const QModelIndex& index, int role) const
{
    const FindRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return row->title;
    case SubtitleRole:
    case Qt::ToolTipRole:
        return row->whyNot.isEmpty() ? row->subtitle : row->whyNot;
    case KeyRole:
        return row->key;
    case PossibleRole:
        return row->action ? row->action->isEnabled() : !row->found.id.isEmpty();
    case KindRole:
        return static_cast<int>(row->found.id.isEmpty() ? Kind::Action
                                                        : static_cast<Kind>(1 + static_cast<int>(row->found.kind)));
    case IdRole:
        return row->found.id;
    default:
        return {};
    }
}

QHash<int, QByteArray> FindModel::roleNames() const
{
    return {{TitleRole, "title"}, {SubtitleRole, "subtitle"}, {KeyRole, "key"}, {PossibleRole, "possible"}};
}

QString FindModel::keyOf(const FindRow& row) const
{
    if (row.found.id.isEmpty())
        return u"a%1"_s.arg(reinterpret_cast<quintptr>(row.action.data()));
    return u"%1:%2"_s.arg(static_cast<int>(row.found.kind)).arg(row.found.id);
}

} // namespace waydesk::models
