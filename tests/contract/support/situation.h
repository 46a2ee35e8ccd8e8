// SPDX-License-Identifier: GPL-3.0-or-later
// How a documented response comes about: who asks, what stands for the path's and body's placeholders, and the body
// where it is not the documented one.
#pragma once

#include "tests/backend/support/testdepot.h"
#include "tests/contract/support/contractfile.h"

#include <QHash>
#include <QJsonValue>
#include <QString>
#include <functional>

namespace waydesk::contract {

struct Situation
{
    QString email;
    QHash<QString, QString> names = {}; // "waybill_id" → id
    QJsonValue body = QJsonValue(QJsonValue::Undefined);
};

using SituationMaker = std::function<Situation(backend::TestDepot&)>;

// Asks a depot of its own for the response and compares the answer with the document; empty: they agree.
QString faultsOf(const ContractFile& file, const Documented& one, const SituationMaker& make,
                 const ContractFile::Allowance& allowed);

// "{{name}}", "<name>" and ":name" replaced by what `names` gives; what is not named stays.
QString filled(QString text, const QHash<QString, QString>& names);
QJsonValue filled(const QJsonValue& value, const QHash<QString, QString>& names);

} // namespace waydesk::contract
