// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mappage/drivercard.h"

#include "models/formats.h"
#include "models/tripwords.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

DriverCard::DriverCard(const Theme& theme, facade::TripService& trips, const models::LiveDriversModel& words,
                       const models::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_trips(trips)
    , m_words(words)
    , m_formats(formats)
    , m_name(new Text(theme, Face::Title, Tone::Text, this))
    , m_state(new Chip(theme, this))
    , m_grid(new QGridLayout)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_name);
    head->addWidget(m_state);
    head->addStretch(1);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(10);
    column->addLayout(head);
    column->addLayout(m_grid);
}

void DriverCard::fact(const QString& name, const QString& value)
{
    if (m_used == m_facts.size()) {
        auto* label = new Text(m_theme, Face::Small, Tone::Muted, this);
        auto* words = new Text(m_theme, Face::Small, Tone::Text, this);
        words->setWordWrap(true);
        m_grid->addWidget(label, m_used, 0, Qt::AlignTop);
        m_grid->addWidget(words, m_used, 1);
        m_facts.append(qMakePair(label, words));
    }
    m_facts[m_used].first->setText(name);
    m_facts[m_used].second->setText(value);
    ++m_used;
}

void DriverCard::show(const std::optional<facade::DriverRow>& row)
{
    m_used = 0;
    m_name->setText(!row                                  ? tr("No driver chosen")
                    : row->driver.user.fullName.isEmpty() ? row->driver.id.value
                                                          : row->driver.user.fullName);
    m_state->setVisible(row.has_value());
    if (!row) {
        fact(tr("Choose"), tr("one in the list, or on the map."));
    } else {
        const auto freshness = m_words.freshness(*row);
        if (!freshness)
            m_state->setContent({u"circle-help"_s, tr("never seen"), Tone::Grey});
        else if (*freshness == Freshness::Fresh)
            m_state->setContent({u"circle-check"_s, tr("heard now"), Tone::Ok});
        else if (*freshness == Freshness::Ageing)
            m_state->setContent({u"clock"_s, tr("silent for %1").arg(m_words.age(*row)), Tone::Warn});
        else
            m_state->setContent({u"wifi-off"_s, tr("silent for %1").arg(m_words.age(*row)), Tone::Grey});
        fact(tr("Trip"), row->trip ? m_words.doing(*row) : tr("on none"));
        if (row->trip) {
            const auto detail = m_trips.detail(*row->trip);
            if (detail && detail->plan && detail->plan->next) {
                const PlanStop& next = detail->plan->stops[detail->plan->current.value_or(*detail->plan->next)];
                for (const facade::DeliveryRow& parcel : detail->deliveries) {
                    if (next.deliveries.contains(parcel.delivery.id) && next.kind.known) {
                        fact(tr("Stop"), models::placeOf(parcel.delivery, *next.kind.known));
                        break;
                    }
                }
            }
        }
        if (row->position) {
            const Position& at = *row->position;
            QString place = u"\u2066%1,\u00a0%2\u2069"_s.arg(at.coordinate.latitude(), 0, 'f', 4)
                                .arg(at.coordinate.longitude(), 0, 'f', 4);
            if (at.accuracy)
                place += u" · "_s + tr("±%1 m").arg(m_formats.number(qRound(*at.accuracy)));
            fact(tr("Position"), place);
            fact(tr("Seen"), m_formats.moment(at.at));
        }
        if (row->driver.cashOnBoard)
            fact(tr("Cash on board"), row->driver.codLimit ? tr("%1 of %2", "on board, allowed")
                                                                 .arg(m_formats.money(*row->driver.cashOnBoard),
                                                                      m_formats.money(*row->driver.codLimit))
                                                           : m_formats.money(*row->driver.cashOnBoard));
        if (row->driver.vehicle)
            fact(tr("Van"), models::vanName(*row->driver.vehicle));
        if (!row->driver.user.phone.isEmpty())
            fact(tr("Phone"), u"\u2066%1\u2069"_s.arg(row->driver.user.phone));
    }
    for (int i = 0; i < m_facts.size(); ++i) {
        m_facts[i].first->setVisible(i < m_used);
        m_facts[i].second->setVisible(i < m_used);
    }
}

void DriverCard::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
