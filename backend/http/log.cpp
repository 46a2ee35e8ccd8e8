// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/log.h"

#include "services/wire/jsonwriter.h"

#include <cerrno>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

void logEvent(const QString& event, std::initializer_list<std::pair<std::string_view, QString>> fields)
{
    wire::JsonWriter out(256);
    out.beginObject().field("at", SystemClock().now()).field("event", event);
    for (const auto& [name, value] : fields)
        out.field(name, value);
    out.endObject();
    const QByteArray line = out.take() + '\n';
    // One write, so that lines of different threads do not mix. A log that nobody reads is no reason to stop.
    ssize_t written = 0;
    do {
        written = ::write(STDERR_FILENO, line.constData(), static_cast<size_t>(line.size()));
    } while (written < 0 && errno == EINTR);
}

} // namespace waydesk::backend
