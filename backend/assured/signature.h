// SPDX-License-Identifier: GPL-3.0-or-later
// X-Waydesk-Signature: "sha256=" and the HMAC-SHA256 of the body as it came, in hexadecimal digits.
#pragma once

#include <QByteArray>
#include <string_view>

namespace waydesk::backend::assured {

QByteArray signatureOf(const QByteArray& secret, QByteArrayView body);
// In a time that does not depend on where they differ.
bool isSignedWith(const QByteArray& secret, QByteArrayView body, std::string_view header);

} // namespace waydesk::backend::assured
