// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waybillactions.h"

#include "models/actionrules.h"
#include "models/actiontext.h"
#include "models/bulkrun.h"
#include "models/commandsink.h"
#include "models/refusaltext.h"
#include "models/rowsource.h"
#include "models/selection.h"
#include "models/words.h"

#include <QAction>
#include <QMetaEnum>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

using Act = WaybillActions::Act;

constexpr qsizetype kAtOnce = 200; // more selected rows than this are judged in the next turn of the event loop

} // namespace

struct WaybillActions::Private
{
    struct Sent
    {
        Command command;
        QString title;
        qint64 seq = 0;
    };

    WaybillActions* q;
    Selection& selection;
    RowSource& rows;
    CommandSink& commands;
    CommandNames names;
    std::array<QAction*, kActs.size()> actions{};
    std::optional<UserRole> role;
    QStringList permissions;
    QList<facade::WaybillRow> subjects;
    std::optional<facade::WaybillRow> current;
    QHash<QString, Sent> waiting; // by key: the outbox has not taken them in yet
    QHash<QString, qint64> early; // taken in before submit() had returned the key
    bool submitting = false;
    QList<Sent> undoable; // not sent yet, as far as we know; the last one goes first
    QTimer soon{};

    QAction*& of(Act act) { return actions[static_cast<size_t>(act)]; }

    // Why the act is not possible now; empty: it is.
    QString judge(Act act) const
    {
        if (changesThings(act) && !(role && mayManage(*role, permissions)))
            return role ? roleMayNotText(*role) : needsSignInText();
        if (act == Act::Undo)
            return undoable.isEmpty() ? nothingToUndoText() : QString();
        const ActScope scope = scopeOf(act);
        const bool all = act == Act::DeleteEmptyDrafts && subjects.isEmpty(); // every empty draft of the tenant
        if (scope == ActScope::None || all)
            return {};
        if (subjects.isEmpty())
            return needsOneText();
        if (scope == ActScope::One && subjects.size() > 1)
            return needsOnlyOneText();
        return judgeRows(act);
    }
    QString judgeRows(Act act) const
    {
        int cannot = 0;
        QString first, why;
        for (const facade::WaybillRow& row : subjects) {
            const auto command = sampleCommand(act, row.expected.id);
            if (!command)
                continue;
            Verdict verdict = waydesk::judgeCommand(*command, row.expected, role.value_or(UserRole::Dispatcher));
            if (!row.expected.state.known)
                verdict = {Refusal::UnknownState};
            if (verdict.allowed())
                continue;
            if (cannot++ == 0) {
                first = waybillTitle(row.expected);
                why = refusalText(verdict.refusal);
            }
        }
        return cannot == 0 ? QString() : someCannotText(cannot, static_cast<int>(subjects.size()), first, why);
    }
    void readRows()
    {
        subjects.clear();
        for (const WaybillId& id : selection.subjects()) {
            if (auto row = rows.find(id))
                subjects += std::move(*row);
        }
        current = selection.current().isEmpty() ? std::nullopt : rows.find(selection.current());
        if (!current && subjects.size() == 1)
            current = subjects.first();
    }
    void update()
    {
        soon.stop();
        readRows();
        show();
    }
    void show()
    {
        for (const Act act : kActs) {
            QAction* action = of(act);
            const QString why = judge(act);
            action->setEnabled(why.isEmpty());
            action->setStatusTip(why.isEmpty() ? actPurpose(act) : why);
            action->setToolTip(why.isEmpty() ? actPurpose(act) : why);
        }
        of(Act::Undo)->setText(undoable.isEmpty() ? actText(Act::Undo) : undoText(undoable.last().title));
        Q_EMIT q->changed();
    }
    void updateWhenFew()
    {
        if (selection.subjects().size() <= kAtOnce)
            update();
        else
            soon.start();
    }
    void onRowsChanged(const QList<WaybillId>& ids)
    {
        const QSet<WaybillId> moved(ids.begin(), ids.end());
        const QList<WaybillId> watched = selection.subjects() + QList<WaybillId>{selection.current()};
        if (std::any_of(watched.begin(), watched.end(), [&](const WaybillId& id) { return moved.contains(id); }))
            updateWhenFew();
    }
    void onAccepted(const QString& key, qint64 seq)
    {
        if (!waiting.contains(key)) {
            if (submitting)
                early.insert(key, seq);
            return;
        }
        Sent sent = waiting.take(key);
        sent.seq = seq;
        undoable += sent;
        show();
        Q_EMIT q->submitted(key, sent.command, sent.title);
    }
    std::optional<Sent> forget(qint64 seq)
    {
        for (qsizetype i = 0; i < undoable.size(); ++i) {
            if (undoable.at(i).seq == seq) {
                Sent sent = undoable.takeAt(i);
                show();
                return sent;
            }
        }
        return std::nullopt;
    }
    void trigger(Act act)
    {
        if (!judge(act).isEmpty())
            return;
        QList<WaybillId> ids;
        for (const facade::WaybillRow& row : std::as_const(subjects))
            ids += row.expected.id;
        switch (act) {
        case Act::Refresh:
            rows.refresh();
            Q_EMIT q->refreshed();
            return;
        case Act::Undo:
            commands.undo(undoable.last().seq);
            return;
        case Act::Copy:
            Q_EMIT q->copyAsked(ids);
            return;
        case Act::Create:
            Q_EMIT q->asked(act, {});
            return;
        case Act::Seal:
        case Act::Unassign:
        case Act::Dispatch:
        case Act::Close:
            if (ids.size() == 1) {
                q->submit(*plainCommand(act, ids.first()));
                return;
            }
            break;
        case Act::Edit:
        case Act::Scan:
        case Act::Assign:
        case Act::SwitchDriver:
        case Act::Receive:
        case Act::Cancel:
        case Act::ReturnChildren:
        case Act::DeleteEmptyDrafts:
            break;
        }
        Q_EMIT q->asked(act, ids);
    }
};

WaybillActions::WaybillActions(Selection& selection, RowSource& rows, CommandSink& commands, CommandNames names,
                               QObject* parent)
    : QObject(parent)
    , d(new Private{this, selection, rows, commands, std::move(names)})
{
    const QMetaEnum acts = QMetaEnum::fromType<Act>();
    for (const Act act : kActs) {
        auto* action = new QAction(this);
        d->of(act) = action;
        action->setObjectName(QString::fromLatin1(acts.valueToKey(static_cast<int>(act))));
        action->setShortcut(actKey(act));
        connect(action, &QAction::triggered, this, [this, act] { d->trigger(act); });
    }
    d->soon.setSingleShot(true);
    connect(&d->soon, &QTimer::timeout, this, [this] { d->update(); });
    connect(&selection, &Selection::currentChanged, this, [this] { d->updateWhenFew(); });
    connect(&selection, &Selection::selectedChanged, this, [this] { d->updateWhenFew(); });
    connect(&selection, &Selection::renamed, this, [this] { d->updateWhenFew(); });
    connect(&rows, &RowSource::changed, this, [this](const QList<WaybillId>& ids) { d->onRowsChanged(ids); });
    connect(&rows, &RowSource::reloaded, this, [this] { d->updateWhenFew(); });
    connect(&commands, &CommandSink::accepted, this,
            [this](const QString& key, qint64 seq) { d->onAccepted(key, seq); });
    connect(&commands, &CommandSink::notAccepted, this,
            [this](const QString& key, const Command& command, const Error& error) {
                if (d->waiting.remove(key) > 0 || d->submitting)
                    Q_EMIT notAccepted(command, commandTitle(command, d->names), error);
            });
    connect(&commands, &CommandSink::finished, this, [this](const store::OutboxEntry& entry) { d->forget(entry.seq); });
    connect(&commands, &CommandSink::undone, this, [this](qint64 seq, bool inTime) {
        if (const auto sent = d->forget(seq))
            Q_EMIT undone(sent->title, inTime);
    });
    retranslate();
}

WaybillActions::~WaybillActions() = default;

void WaybillActions::setActor(const std::optional<UserRole>& role, const QStringList& permissions)
{
    if (role == d->role && permissions == d->permissions)
        return;
    d->role = role;
    d->permissions = permissions;
    d->show();
}

QAction* WaybillActions::action(Act act) const
{
    return d->of(act);
}

QList<QAction*> WaybillActions::all() const
{
    return {d->actions.begin(), d->actions.end()};
}

QString WaybillActions::whyNot(Act act) const
{
    return d->judge(act);
}

std::optional<WaybillActions::Act> WaybillActions::primary() const
{
    const auto next = [this]() -> std::optional<Act> {
        if (!d->current || !d->current->expected.state.known)
            return std::nullopt;
        const Waybill& waybill = d->current->expected;
        const bool internal = waybill.carrier.is(CarrierType::Internal);
        switch (*waybill.state.known) {
        case WaybillStatus::Drafted:
            return waybill.itemCount.value_or(0) > 0 ? Act::Seal : Act::Scan;
        case WaybillStatus::Sealed:
            if (!internal)
                return Act::Dispatch;
            return waybill.driverId ? std::nullopt : std::optional(Act::Assign); // then the driver's turn
        case WaybillStatus::PickedUp:
            return std::nullopt;
        case WaybillStatus::InTransit:
            return internal ? std::nullopt : std::optional(Act::Receive);
        case WaybillStatus::Received:
            return Act::Close;
        case WaybillStatus::Closed:
        case WaybillStatus::Cancelled:
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }();
    return next && whyNot(*next).isEmpty() ? next : std::nullopt;
}

void WaybillActions::triggerPrimary()
{
    if (const auto act = primary())
        action(*act)->trigger();
}

QString WaybillActions::submit(const Command& command)
{
    std::optional<Instant> seen;
    if (const WaybillId id = waybillOf(command); !id.isEmpty()) {
        if (const auto row = d->rows.find(id); row && row->rowid != 0)
            seen = row->server.updatedAt;
    }
    const QString title = commandTitle(command, d->names);
    d->submitting = true;
    QString key = d->commands.submit(command, seen);
    d->submitting = false;
    d->waiting.insert(key, {command, title, 0});
    if (const auto seq = d->early.constFind(key); seq != d->early.cend())
        d->onAccepted(key, *seq);
    d->early.clear();
    return key;
}

std::unique_ptr<BulkRun> WaybillActions::bulk(const QList<WaybillId>& waybills,
                                              const std::function<Command(const WaybillId&)>& make)
{
    QList<BulkRun::Item> items;
    for (const WaybillId& id : waybills) {
        BulkRun::Item item{.command = make(id)};
        if (const auto row = d->rows.find(id)) {
            item.name = waybillTitle(row->expected);
            if (row->rowid != 0)
                item.seenVersion = row->server.updatedAt;
        }
        items += std::move(item);
    }
    return std::make_unique<BulkRun>(d->commands, std::move(items));
}

std::optional<Command> WaybillActions::plainCommand(Act act, const WaybillId& id)
{
    switch (act) {
    case Act::Seal:
    case Act::Unassign:
    case Act::Dispatch:
    case Act::Receive:
    case Act::Close:
    case Act::Cancel:
    case Act::DeleteEmptyDrafts:
        return sampleCommand(act, id);
    case Act::Create:
    case Act::Edit:
    case Act::Scan:
    case Act::Assign:
    case Act::SwitchDriver:
    case Act::ReturnChildren:
    case Act::Refresh:
    case Act::Undo:
    case Act::Copy:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

void WaybillActions::retranslate()
{
    for (const Act act : kActs) {
        d->of(act)->setText(actText(act));
        d->of(act)->setIconText(actShortText(act));
    }
    d->update();
}

} // namespace waydesk::models
