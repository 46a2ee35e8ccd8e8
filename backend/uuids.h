// SPDX-License-Identifier: GPL-3.0-or-later
// Random version-4 ids. Any thread.
#pragma once

#include "backend/http/message.h"

#include <QUuid>

namespace waydesk::backend {

class RandomIds final : public IdSource
{
public:
    QString newId() override { return QUuid::createUuid().toString(QUuid::WithoutBraces); }
};

} // namespace waydesk::backend
