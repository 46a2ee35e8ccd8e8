// SPDX-License-Identifier: GPL-3.0-or-later
// Port: signing in and staying signed in. Tokens pass through and are kept by the session of sync, not here.
#pragma once

#include "services/net/call.h"
#include "services/wire/answers.h"

namespace waydesk::backends {

class Sessions
{
public:
    virtual ~Sessions() = default;
    virtual net::Call signIn(const QString& email, const QString& password, net::Done<wire::Tokens> done) = 0;
    // Rotates: the token handed in is worth nothing afterwards.
    virtual net::Call refresh(const QString& refreshToken, net::Done<wire::Tokens> done) = 0;
    virtual net::Call signOut(const QString& refreshToken, net::Done<Nothing> done) = 0;
    virtual net::Call me(net::Done<wire::User> done) = 0;
    // Is anybody there? Any answer at all is a yes; needs no token and loses patience soon.
    virtual net::Call ping(net::Done<Nothing> done) = 0;
};

// What an adapter asks of whoever keeps the tokens.
class TokenSource
{
public:
    virtual ~TokenSource() = default;
    virtual QString accessToken() const = 0; // empty: nobody is signed in
    // The system refused `token`. `then(true)` once another one can be used; `then(false)` when there will be none.
    // Later or at once; dropped without a word when the keeper goes.
    virtual void refused(const QString& token, std::function<void(bool)> then) = 0;
};

} // namespace waydesk::backends
