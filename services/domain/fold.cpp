// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/fold.h"

#include <algorithm>

namespace waydesk {

namespace {

// Letters that Unicode does not decompose but people type for one another. 0: as it is.
char16_t sameLetter(char16_t unit)
{
    switch (unit) {
    case 0x0671: // alef wasla
        return 0x0627;
    case 0x0629: // teh marbuta
    case 0x06C1: // heh goal
    case 0x06BE: // heh doachashmee
    case 0x06D5: // ae (Kurdish)
        return 0x0647;
    case 0x0649: // alef maksura
    case 0x06CC: // Farsi yeh
    case 0x06CE: // yeh with small v
        return 0x064A;
    case 0x06A9: // keheh
        return 0x0643;
    case 0x06C6: // oe
    case 0x06C7:
        return 0x0648;
    case 0x0695: // reh with small v
        return 0x0631;
    case 0x06B5: // lam with small v
        return 0x0644;
    default:
        return 0;
    }
}

QString foldAscii(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace()) {
            if (!out.isEmpty() && out.back() != u' ')
                out += u' ';
        } else if (c.unicode() >= 0x20 && c.unicode() != 0x7F) {
            out += c.toLower();
        }
    }
    if (out.endsWith(u' '))
        out.chop(1);
    return out;
}

} // namespace

QString fold(QStringView text)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }))
        return foldAscii(text);
    const QString wide = text.toString().normalized(QString::NormalizationForm_KD);
    QString out;
    out.reserve(wide.size());
    for (const QChar c : wide) {
        if (c.isSpace()) {
            if (!out.isEmpty() && out.back() != u' ')
                out += u' ';
            continue;
        }
        if (c.isMark() || c.unicode() == 0x0640 || c.category() == QChar::Other_Format ||
            c.category() == QChar::Other_Control)
            continue;
        if (const int digit = c.digitValue(); digit >= 0)
            out += QChar(u'0' + static_cast<char16_t>(digit));
        else if (const char16_t same = sameLetter(c.unicode()))
            out += QChar(same);
        else
            out += c;
    }
    out = out.toLower();
    if (out.endsWith(u' '))
        out.chop(1);
    return out;
}

QString foldNumber(QStringView number)
{
    QString out = fold(number);
    out.removeIf([](QChar c) { return c == u'-' || c == u' ' || c.unicode() == 0x2010 || c.unicode() == 0x2011; });
    return out;
}

std::string foldUtf8(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (u >= 0x80)
            return fold(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).toStdString();
        if (u == ' ' || (u >= 0x09 && u <= 0x0D)) {
            if (!out.empty() && out.back() != ' ')
                out += ' ';
        } else if (u >= 0x20 && u != 0x7F) {
            out += u >= 'A' && u <= 'Z' ? static_cast<char>(u + 32) : c;
        }
    }
    if (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

std::string foldNumberUtf8(std::string_view number)
{
    if (std::any_of(number.begin(), number.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return foldNumber(QString::fromUtf8(number.data(), static_cast<qsizetype>(number.size()))).toStdString();
    std::string out = foldUtf8(number);
    std::erase_if(out, [](char c) { return c == '-' || c == ' '; });
    return out;
}

} // namespace waydesk
