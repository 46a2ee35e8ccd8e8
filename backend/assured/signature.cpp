// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/assured/signature.h"

#include <QStringBuilder>
#include <sodium.h>

namespace waydesk::backend::assured {

QByteArray signatureOf(const QByteArray& secret, QByteArrayView body)
{
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(secret.constData()),
                                static_cast<size_t>(secret.size()));
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(body.data()),
                                  static_cast<unsigned long long>(body.size()));
    QByteArray code(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(code.data()));
    return "sha256=" + code.toHex();
}

bool isSignedWith(const QByteArray& secret, QByteArrayView body, std::string_view header)
{
    const QByteArray right = signatureOf(secret, body);
    const QByteArray came = QByteArray(header.data(), static_cast<qsizetype>(header.size())).toLower();
    return came.size() == right.size() &&
           sodium_memcmp(came.constData(), right.constData(), static_cast<size_t>(right.size())) == 0;
}

} // namespace waydesk::backend::assured
