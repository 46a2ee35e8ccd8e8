// SPDX-License-Identifier: GPL-3.0-or-later
// How the bytes of a spreadsheet's file become text. A guess is made from the file's beginning and shown; the person
// may know better.
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>
#include <array>

namespace waydesk::csv {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1256, Windows1252 };
inline constexpr std::array kEncodings{Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1256,
                                       Encoding::Windows1252};

QString word(Encoding encoding); // "utf-8", "windows-1256": as it is stored and shown
std::optional<Encoding> encodingFrom(QStringView word);

struct EncodingGuess
{
    Encoding encoding = Encoding::Utf8;
    bool isSure = false; // a byte order mark, or text that no other encoding would have made
    bool operator==(const EncodingGuess&) const = default;
};
EncodingGuess guessEncoding(QByteArrayView beginning);

// Bytes in pieces to text in pieces; a character may lie across two pieces. A byte order mark is not text.
class Decoder
{
public:
    explicit Decoder(Encoding encoding);
    QString decode(QByteArrayView bytes);
    bool hasErrors() const; // bytes that mean nothing in this encoding came by; each stands as U+FFFD

private:
    Encoding m_encoding;
    QStringDecoder m_unicode;
    bool m_hasErrors = false;
};

} // namespace waydesk::csv
