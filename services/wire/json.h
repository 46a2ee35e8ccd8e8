// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of JSON to values, strictly: UTF-8 must be valid, nothing may follow the document, nesting is bounded, integers
// stay exact. QJsonDocument accepts malformed documents; this does not. Any thread; no state between calls.
#pragma once

#include "services/domain/result.h"

#include <QByteArrayView>
#include <QJsonValue>

namespace waydesk::wire {

inline constexpr int kMaxJsonDepth = 64;

// Error: Kind::Malformed with a plain detail that never quotes the document. A scalar is a document too. Of keys that
// stand twice, the last one counts. `maxDepth` counts nested arrays and objects.
Result<QJsonValue> parseJson(QByteArrayView bytes, int maxDepth = kMaxJsonDepth);

} // namespace waydesk::wire
