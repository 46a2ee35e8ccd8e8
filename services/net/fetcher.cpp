// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/net/fetcher.h"

#include "services/net/readexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QPointer>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::net {

// One address and where it leads; goes with the handle that the asker holds.
class Fetcher::Fetch final : public QObject
{
public:
    Fetch(Fetcher& fetcher, QList<Header> headers, Done<HttpAnswer> done)
        : m_fetcher(&fetcher)
        , m_headers(std::move(headers))
        , m_done(std::move(done))
    {
    }

    ~Fetch() override { delete m_exchange.release(); } // not later: this is later, and a thread that ends waits once

    void start(const QUrl& url)
    {
        if (!m_fetcher || !m_done)
            return;
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setDecompressedSafetyCheckThreshold(m_fetcher->m_rules.limits.maxBody);
        request.setRawHeader("User-Agent", m_fetcher->m_rules.userAgent);
        request.setRawHeader("Accept", "image/png, image/jpeg");
        for (const auto& [name, value] : std::as_const(m_headers))
            request.setRawHeader(name, value);
        const HttpLimits& limits = m_fetcher->m_rules.limits;
        m_exchange.reset(new ReadExchange(limits, limits.silence,
                                          [this, url](Result<HttpAnswer> answer) { came(url, std::move(answer)); }));
        m_exchange->start(*m_fetcher->m_manager, request);
    }

    void abandon()
    {
        m_done = {};
        if (m_exchange)
            m_exchange->abandon();
    }

private:
    struct Later
    {
        void operator()(QObject* object) const { object->deleteLater(); }
    };

    void came(const QUrl& url, Result<HttpAnswer> answer)
    {
        if (!m_done)
            return;
        if (answer && answer->status >= 300 && answer->status < 400 && answer->status != 304) {
            const QUrl to = url.resolved(QUrl::fromEncoded(headerOf(*answer, "Location")));
            const auto& mayFollow = m_fetcher ? m_fetcher->m_rules.mayFollow : decltype(FetchRules::mayFollow)();
            if (mayFollow && mayFollow(url, to, m_followed)) {
                ++m_followed;
                start(to);
                return;
            }
        }
        if (!answer) {
            Error error = answer.error();
            error.detail = u"no answer"_s; // the library's own words may name the address
            answer = std::move(error);
        }
        std::exchange(m_done, {})(std::move(answer));
    }

    QPointer<Fetcher> m_fetcher;
    QList<Header> m_headers;
    Done<HttpAnswer> m_done;
    std::unique_ptr<ReadExchange, Later> m_exchange;
    int m_followed = 0;
};

Fetcher::Fetcher(FetchRules rules, QObject* parent)
    : QObject(parent)
    , m_rules(std::move(rules))
    , m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager->setAutoDeleteReplies(false);
}

Fetcher::~Fetcher() = default;

Call Fetcher::get(const QUrl& url, const QList<Header>& headers, Done<HttpAnswer> done)
{
    Q_ASSERT(thread() == QThread::currentThread());
    std::shared_ptr<Fetch> fetch(new Fetch(*this, headers, std::move(done)), [](Fetch* dropped) {
        dropped->abandon();
        dropped->deleteLater();
    });
    QMetaObject::invokeMethod(
        fetch.get(), [raw = fetch.get(), url] { raw->start(url); }, Qt::QueuedConnection);
    return Call(fetch);
}

} // namespace waydesk::net
