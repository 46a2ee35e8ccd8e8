// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/csv/encoding.h"

#include "services/domain/csv/codepages.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::csv {

namespace {

QStringDecoder decoderFor(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return QStringDecoder(QStringDecoder::Utf8);
    case Encoding::Utf16Le:
        return QStringDecoder(QStringDecoder::Utf16LE);
    case Encoding::Utf16Be:
        return QStringDecoder(QStringDecoder::Utf16BE);
    case Encoding::Windows1256:
    case Encoding::Windows1252:
        return QStringDecoder();
    }
    Q_UNREACHABLE();
}

// Letters of the Arabic alphabet sit next to each other in a word; read as Western text they would be runs of accented
// letters and signs, which no language writes.
bool looksArabic(QByteArrayView bytes)
{
    int runs = 0, run = 0, high = 0;
    for (const char c : bytes) {
        const bool isHigh = static_cast<unsigned char>(c) >= 0x80;
        high += isHigh;
        run = isHigh ? run + 1 : 0;
        runs += run == 3;
    }
    return runs * 8 > high;
}

} // namespace

QString word(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return u"utf-8"_s;
    case Encoding::Utf16Le:
        return u"utf-16le"_s;
    case Encoding::Utf16Be:
        return u"utf-16be"_s;
    case Encoding::Windows1256:
        return u"windows-1256"_s;
    case Encoding::Windows1252:
        return u"windows-1252"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Encoding> encodingFrom(QStringView text)
{
    for (const Encoding encoding : kEncodings) {
        if (word(encoding) == text)
            return encoding;
    }
    return std::nullopt;
}

EncodingGuess guessEncoding(QByteArrayView beginning)
{
    if (beginning.startsWith("\xEF\xBB\xBF"))
        return {Encoding::Utf8, true};
    if (beginning.startsWith("\xFF\xFE"))
        return {Encoding::Utf16Le, true};
    if (beginning.startsWith("\xFE\xFF"))
        return {Encoding::Utf16Be, true};
    // Every second byte of digits, commas and line ends is zero in UTF-16, and no byte is in the others.
    qsizetype even = 0, odd = 0;
    for (qsizetype i = 0; i < beginning.size(); ++i) {
        if (beginning[i] == 0)
            ++(i % 2 == 0 ? even : odd);
    }
    if (even + odd > beginning.size() / 16)
        return {odd >= even ? Encoding::Utf16Le : Encoding::Utf16Be, true};
    const bool ascii =
        std::none_of(beginning.begin(), beginning.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (ascii)
        return {Encoding::Utf8, true}; // all of them read it alike
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(beginning); // a character cut off at the end is no error yet
    Q_UNUSED(text)
    if (!utf8.hasError())
        return {Encoding::Utf8, true};
    return {looksArabic(beginning) ? Encoding::Windows1256 : Encoding::Windows1252, false};
}

Decoder::Decoder(Encoding encoding)
    : m_encoding(encoding)
    , m_unicode(decoderFor(encoding))
{
}

QString Decoder::decode(QByteArrayView bytes)
{
    if (m_unicode.isValid())
        return m_unicode.decode(bytes);
    const auto& upper = m_encoding == Encoding::Windows1256 ? kWindows1256 : kWindows1252;
    QString text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char16_t letter = byte < 0x80 ? char16_t(byte) : upper[byte - 0x80u];
        m_hasErrors = m_hasErrors || letter == 0xFFFD;
        text += QChar(letter);
    }
    return text;
}

bool Decoder::hasErrors() const
{
    return m_hasErrors || (m_unicode.isValid() && m_unicode.hasError());
}

} // namespace waydesk::csv
