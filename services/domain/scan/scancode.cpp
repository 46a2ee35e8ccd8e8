// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/scan/scancode.h"

#include <QStringDecoder>

namespace waydesk::scan {

using namespace Qt::Literals::StringLiterals;

namespace {
struct Symbology
{
    QChar letter;
    QStringView name;
    QStringView gs1Modifiers; // those under which the contents are an element string
};

// AIM code characters of ISO/IEC 15424.
constexpr Symbology kSymbologies[] = {
    {u'A', u"Code 39", u""},         {u'C', u"Code 128", u"1"}, {u'E', u"EAN/UPC", u""},
    {u'F', u"Codabar", u""},         {u'G', u"Code 93", u""},   {u'I', u"ITF", u""},
    {u'J', u"DotCode", u"1"},        {u'L', u"PDF417", u""},    {u'O', u"OCR", u""},
    {u'Q', u"QR", u"3456"},          {u'U', u"MaxiCode", u""},  {u'd', u"DataMatrix", u"236"},
    {u'e', u"GS1 DataBar", u"012"},  {u'z', u"Aztec", u"12"},   {u'B', u"Telepen", u""},
    {u'H', u"Code 11", u""},         {u'X', u"Other", u""},     {u'S', u"Straight 2 of 5", u""},
    {u'R', u"Straight 2 of 5", u""}, {u'M', u"MSI", u""},
};

const Symbology* symbology(QStringView prefix)
{
    if (prefix.size() < 3 || prefix.front() != u']')
        return nullptr;
    const QChar modifier = prefix[2];
    if (!(modifier >= u'0' && modifier <= u'9') && !(modifier >= u'a' && modifier <= u'z') &&
        !(modifier >= u'A' && modifier <= u'Z'))
        return nullptr;
    for (const Symbology& known : kSymbologies) {
        if (known.letter == prefix[1])
            return &known;
    }
    return nullptr;
}

bool isInvisible(char16_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
           c == 0xFEFF || c == 0x061C || c == 0x00AD || c == 0x180E || (c >= 0xFFF9 && c <= 0xFFFB) || c == 0x2028 ||
           c == 0x2029;
}

bool isPictorial(char16_t c)
{
    return QChar::isSurrogate(c) || (c >= 0x2190 && c <= 0x2BFF) || c == 0xFE0F;
}

// Zero-width joiners hold compound emoji together; anywhere else they are only there to deceive the eye.
bool joinsPictures(QStringView text, qsizetype at)
{
    return text[at].unicode() == 0x200D && at > 0 && at + 1 < text.size() && isPictorial(text[at - 1].unicode()) &&
           isPictorial(text[at + 1].unicode());
}

char16_t visibleSign(char16_t control)
{
    if (control < 0x20)
        return static_cast<char16_t>(0x2400 + control);
    return control == 0x7F ? u'\u2421' : u'\uFFFD';
}

QString cleaned(QStringView raw)
{
    QString text;
    text.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size(); ++at) {
        const char16_t c = raw[at].unicode();
        if (QChar::isHighSurrogate(c) && at + 1 < raw.size() && raw[at + 1].isLowSurrogate()) {
            text.append(raw[at]);
            text.append(raw[++at]);
        } else if (QChar::isSurrogate(c) || (c >= 0xFDD0 && (c <= 0xFDEF || c >= 0xFFFE))) { // alone, or no character
            text.append(QChar::ReplacementCharacter);
        } else if (isInvisible(c) && !joinsPictures(raw, at)) {
            continue;
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            text.append(QChar(visibleSign(c)));
        } else {
            text.append(raw[at]);
        }
    }
    return text.trimmed();
}

QStringView withoutFrame(QStringView raw) // blanks, ends of line, STX/ETX, and NUL of fixed-width frames
{
    const auto isFrame = [](QChar c) {
        return c == u' ' || c == u'\r' || c == u'\n' || c == u'\t' || c == QChar(2) || c == QChar(3) || c.isNull();
    };
    while (!raw.isEmpty() && isFrame(raw.front()))
        raw = raw.mid(1);
    while (!raw.isEmpty() && isFrame(raw.back()))
        raw.chop(1);
    return raw;
}

QString bounded(QString text)
{
    if (text.size() <= kLongestCode)
        return text;
    text.truncate(text[kLongestCode - 1].isHighSurrogate() ? kLongestCode - 1 : kLongestCode);
    return text;
}
} // namespace

ScanCode readScan(const QString& scanned)
{
    ScanCode code;
    QStringView raw = withoutFrame(scanned);
    const bool tooLong = raw.size() > kLongestCode + 3;
    if (tooLong)
        raw = raw.left(kLongestCode * 4); // enough to show; the rest is not worth cleaning
    const Symbology* known = symbology(raw);
    if (known && raw.size() > 3) {
        code.symbology = raw.left(3).toString();
        raw = raw.mid(3);
    }
    const QString text = cleaned(raw);
    code.text = bounded(text);
    if (text.isEmpty()) {
        code.problem = ScanCode::Problem::Empty;
        return code;
    }
    if (tooLong || text.size() > kLongestCode) {
        code.problem = ScanCode::Problem::TooLong;
        return code;
    }
    code.candidates.append(code.text);
    const bool declared = !code.symbology.isEmpty() && known->gs1Modifiers.contains(code.symbology.back());
    Gs1Message message = raw.startsWith(u'(') ? parseBracketed(raw) : parseElementString(raw);
    if (message.valid() || declared || raw.contains(kGroupSeparator)) {
        for (const QString& candidate : lookupCandidates(message)) {
            if (!code.candidates.contains(candidate))
                code.candidates.append(candidate);
        }
        code.gs1 = std::move(message);
    }
    return code;
}

ScanCode readScan(const QByteArray& scanned)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8.decode(scanned);
    return readScan(utf8.hasError() ? QString::fromLatin1(scanned) : text);
}

QString symbologyName(QStringView prefix)
{
    const Symbology* known = symbology(prefix);
    return known ? known->name.toString() : QString();
}

} // namespace waydesk::scan
