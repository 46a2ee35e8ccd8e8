// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/alarmmemory.h"

#include "services/domain/instant.h"
#include "ui/window/memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kKey = "alarms/seen"_L1;

QByteArray written(const QList<facade::SeenAlarm>& seen)
{
    QJsonArray all;
    for (const facade::SeenAlarm& each : seen) {
        QJsonObject one{{u"key"_s, each.key}, {u"at"_s, formatInstant(each.at)}};
        if (each.snoozedUntil)
            one.insert(u"until"_s, formatInstant(*each.snoozedUntil));
        all.append(one);
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QList<facade::SeenAlarm> read(const QByteArray& text)
{
    QList<facade::SeenAlarm> seen;
    const QJsonArray all = QJsonDocument::fromJson(text).array();
    for (const QJsonValue& each : all) {
        const auto at = parseInstant(each[u"at"_s].toString());
        const QString until = each[u"until"_s].toString();
        if (!at || each[u"key"_s].toString().isEmpty())
            continue; // a damaged file: the alarm is raised again
        seen.append({each[u"key"_s].toString(), *at, until.isEmpty() ? std::nullopt : parseInstant(until)});
    }
    return seen;
}

} // namespace

AlarmMemory::AlarmMemory(Memory& memory, facade::AlarmService& alarms, QObject* parent)
    : QObject(parent)
    , m_memory(memory)
    , m_alarms(alarms)
{
    alarms.setSeen(read(memory.value(kKey).toByteArray()));
    m_kept = alarms.seen();
    connect(&alarms, &facade::AlarmService::changed, this, &AlarmMemory::keep);
}

void AlarmMemory::keep()
{
    QList<facade::SeenAlarm> seen = m_alarms.seen();
    if (seen == m_kept)
        return;
    m_kept = std::move(seen);
    m_memory.setValue(kKey, written(m_kept));
}

} // namespace waydesk::ui
