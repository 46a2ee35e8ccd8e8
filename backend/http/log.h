// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON line to stderr for each thing worth an operator's eye. English, ids and codes only: never a body, a token,
// a name, a phone or an address. Any thread.
#pragma once

#include <QString>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace waydesk::backend {

void logEvent(const QString& event, std::initializer_list<std::pair<std::string_view, QString>> fields = {});

} // namespace waydesk::backend
