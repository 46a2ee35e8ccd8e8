// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/log.h"

#include "backend/http/answers.h"

#include <cerrno>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

void logEvent(const QString& event, std::initializer_list<std::pair<QString, QString>> fields)
{
    QByteArray line = "{\"at\":" + jsonText(formatInstant(SystemClock().now())) + ",\"event\":" + jsonText(event);
    for (const auto& [name, value] : fields)
        line += ',' + jsonText(name) + ':' + jsonText(value);
    line += "}\n";
    // One write, so that lines of different threads do not mix. A log that nobody reads is no reason to stop.
    ssize_t written = 0;
    do {
        written = ::write(STDERR_FILENO, line.constData(), static_cast<size_t>(line.size()));
    } while (written < 0 && errno == EINTR);
}

} // namespace waydesk::backend
