// SPDX-License-Identifier: GPL-3.0-or-later
// Text as it is compared in a search, never as it is shown: lower case, marks dropped, Arabic and Kurdish letter forms
// brought together (أإآ ا, ة ە ه, ى ی ي, ک ك), tatweel and invisible marks gone, every digit 0-9, blanks single.
#pragma once

#include <QString>
#include <QStringView>
#include <string>
#include <string_view>

namespace waydesk {

QString fold(QStringView text);
// A waybill or delivery number for searching: folded, without hyphens, blanks and case ("WB-00001" → "wb00001").
QString foldNumber(QStringView number);

// The same over UTF-8, without a detour where the text is plain ASCII: for pages of rows.
std::string foldUtf8(std::string_view text);
std::string foldNumberUtf8(std::string_view number);

} // namespace waydesk
