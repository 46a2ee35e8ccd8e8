// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for every library that needs no widgets: what nearly every file includes anyway.
#pragma once
#include <QByteArray>
#include <QGeoCoordinate>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QVariant>
#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>
