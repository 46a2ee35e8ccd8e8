// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/redaction.h"

#include <QRegularExpression>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {
struct Rule
{
    QRegularExpression pattern;
    QString instead;
};

const QList<Rule>& rules()
{
    using RE = QRegularExpression;
    const QString fields =
        u"password|passwd|secret|authorization|access|refresh|[a-z_]*token|api_?key|cookie|full_?name|"
        "first_?name|last_?name|customer_?name|phone|mobile|contact_?info|contact|email|e_mail|"
        "full_?address|address|street|notes|signature_url|photo_urls"_s;
    static const QList<Rule> all{
        // "phone":"…" in any JSON that slipped in, with escapes inside the string
        {RE(u"(\"(?:%1)\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*\"?|\\[[^\\]]*\\]?)"_s.arg(fields),
            RE::CaseInsensitiveOption),
         u"\\1\"[cut]\""_s},
        // password=…, token: …
        {RE(u"\\b(%1)(\\s*[=:]\\s*)(?!\"\\[cut\\])(\"[^\"]*\"|'[^']*'|[^\\s,;&}]+(?:[ \\t]+(?!\\w+[=:])[^\\s,;&}=:]+)*)"_s
                .arg(fields),
            RE::CaseInsensitiveOption),
         u"\\1\\2[cut]"_s},
        {RE(u"\\b(Bearer|Basic)\\s+[A-Za-z0-9+/=._~-]+"_s, RE::CaseInsensitiveOption), u"\\1 [cut]"_s},
        // user:password@ in an address
        {RE(u"(://)[^/\\s@]+@"_s), u"\\1[cut]@"_s},
        {RE(u"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"_s), u"[e-mail]"_s},
        // JSON web tokens, and long runs that only a machine writes; UUIDs stay, they are how things are found
        {RE(u"\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)?"_s), u"[token]"_s},
        {RE(u"\\b(?![0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b)(?=[A-Za-z0-9_+/-]*\\d)[A-Za-z0-9_+/-]{32,}={0,2}"_s),
         u"[token]"_s},
        // +964 750 123 4567, 0750-123-4567, ٠٧٥٠١٢٣٤٥٦٧: nine digits and more, but not inside a UUID or a time
        {RE(u"(?<![\\w-])\\+?\\(?[0-9\\x{0660}-\\x{0669}\\x{06F0}-\\x{06F9}](?:[ ().-]?[0-9\\x{0660}-\\x{0669}\\x{06F0}-\\x{06F9}]){8,14}(?![\\w-])"_s,
            RE::UseUnicodePropertiesOption),
         u"[phone]"_s},
    };
    return all;
}
} // namespace

QString redacted(const QString& message)
{
    QString text = message;
    for (const Rule& rule : rules())
        text.replace(rule.pattern, rule.instead);
    return text;
}

} // namespace waydesk::app
