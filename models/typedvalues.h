// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types into a field, read: digits of any script, the separators that people write, and nothing guessed.
// nullopt: that is no such value. Pure.
#pragma once

#include "services/domain/money.h"

#include <QDate>
#include <QGeoCoordinate>
#include <QTime>

namespace waydesk::models {

QString plainDigits(QStringView text); // "١٥" → "15"; everything else as it was

// "15000", "15,000", "١٥٬٠٠٠"; never negative. More decimals than the currency has are refused, not rounded.
std::optional<Money> amountFrom(QStringView text, const QString& currency);
std::optional<Quantity> sizeFrom(QStringView text);           // above 0
std::optional<QGeoCoordinate> positionFrom(QStringView text); // "36.19, 44.01": latitude, longitude
std::optional<QDate> dateFrom(QStringView text);              // "2026-04-07", "7.4.2026", "7/4/2026": the day first
std::optional<QTime> timeFrom(QStringView text);              // "9", "9:30", "930", "09.30"
QString positionText(const QGeoCoordinate& position);         // as positionFrom() reads it; empty when invalid

} // namespace waydesk::models
