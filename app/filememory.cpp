// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filememory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcSettings, "waydesk.settings")

namespace {
constexpr QLatin1StringView kBytes("base64:");

QJsonValue toJson(const QVariant& value)
{
    if (value.typeId() == QMetaType::QByteArray)
        return QString(kBytes + QString::fromLatin1(value.toByteArray().toBase64()));
    return QJsonValue::fromVariant(value);
}

QVariant fromJson(const QJsonValue& value)
{
    if (value.isString() && value.toString().startsWith(kBytes))
        return QByteArray::fromBase64(value.toString().mid(kBytes.size()).toLatin1());
    return value.toVariant();
}
} // namespace

FileMemory::FileMemory(QString path)
    : m_path(std::move(path))
{
    m_later.setSingleShot(true);
    m_later.setInterval(200ms);
    QObject::connect(&m_later, &QTimer::timeout, &m_later, [this] { flush(); });
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (document.isObject()) {
        m_values = document.object();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return;
    }
    file.close();
    QFile::remove(m_path + u".damaged"_s);
    QFile::rename(m_path, m_path + u".damaged"_s);
    qCWarning(lcSettings, "the settings file was damaged and is begun anew");
}

FileMemory::~FileMemory()
{
    flush();
}

QVariant FileMemory::value(const QString& key, const QVariant& otherwise) const
{
    const auto found = m_values.constFind(key);
    return found == m_values.constEnd() ? otherwise : fromJson(found.value());
}

void FileMemory::setValue(const QString& key, const QVariant& value)
{
    const QJsonValue next = value.isValid() ? toJson(value) : QJsonValue(QJsonValue::Undefined);
    if (m_values.value(key) == next)
        return;
    if (next.isUndefined())
        m_values.remove(key);
    else
        m_values.insert(key, next);
    m_dirty = true;
    m_later.start();
}

bool FileMemory::flush()
{
    m_later.stop();
    if (!m_dirty)
        return true;
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        qCWarning(lcSettings, "the settings file cannot be written");
        return false;
    }
    file.write(QJsonDocument(m_values).toJson());
    m_dirty = !file.commit();
    return !m_dirty;
}

} // namespace waydesk::app
