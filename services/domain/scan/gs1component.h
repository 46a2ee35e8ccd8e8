// SPDX-License-Identifier: GPL-3.0-or-later
// What one component of a GS1 value must be made of: its character set, and the named rules of the syntax dictionary
// ("csum", "yymmd0", "iso3166" …). Pure functions over text.
#pragma once

#include <QStringView>

namespace waydesk::scan {

// N digits, X the 82 characters, Y the 39, Z file-safe base 64 with its padding.
bool isOfSet(QChar set, QStringView text);
// Does `text` keep the named rule? An unknown name is never kept.
bool keepsRule(QStringView rule, QStringView text);
// The modulo-10 check digit that ends `digits`.
bool hasCheckDigit(QStringView digits);
// North American coupons: AI 8110 and AI 8112.
bool isCoupon(QStringView text);
bool isPositiveOfferCoupon(QStringView text);

} // namespace waydesk::scan
