// SPDX-License-Identifier: GPL-3.0-or-later
// Expected failure is a value. The sentence for a person is composed in ui; `vendorText` is the outside system's own
// words, shown in quotes; `detail` goes to the log and holds no secret and no personal data.
#pragma once

#include <QList>
#include <QString>
#include <utility>
#include <variant>

namespace waydesk {

struct FieldError
{
    QString field;
    QString message;
    bool operator==(const FieldError&) const = default;
};

struct Error
{
    enum class Kind {
        Offline,      // no connection could be made, or it broke before the request was surely sent
        Timeout,      // sent, perhaps; no answer: the outcome is unknown
        Unauthorised, // 401
        Forbidden,    // 403
        Rejected,     // 400, 409, 422: the server understood and refused
        NotFound,     // 404
        RateLimited,  // 429
        Server,       // 5xx
        Malformed,    // an answer that is not what the contract says
        Storage,      // our own disk
    };
    Kind kind = Kind::Offline;
    int status = 0;     // HTTP status, 0 where there was none
    QString code;       // the machine-readable word of the outside system, may be empty
    QString vendorText; // its `message`
    QString detail;
    QList<FieldError> fields; // its `details[]`
    int retryAfter = 0;       // seconds it asked to be left alone for (429, 503); 0 where it named none

    bool operator==(const Error&) const = default;
};

struct Nothing
{
    bool operator==(const Nothing&) const = default;
};

template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_data(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_data(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_data.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T& value() const& { return std::get<0>(m_data); }
    T& value() & { return std::get<0>(m_data); }
    T&& value() && { return std::get<0>(std::move(m_data)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Error& error() const { return std::get<1>(m_data); }

private:
    std::variant<T, Error> m_data;
};

} // namespace waydesk
