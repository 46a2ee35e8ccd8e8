// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about a trip in the place of its detail: its own fields; and whether its parcels are detached first
// when it is given up, because the server's cancel leaves them linked to it, free for no other trip.
#pragma once

#include "ui/trips/tripfields.h"
#include "ui/widgets/panel.h"

class QRadioButton;

namespace waydesk::ui {

class TripForm final : public Panel
{
    Q_OBJECT

public:
    TripForm(const Theme& theme, facade::LookupService& lookups, const Trip& trip, const QString& title,
             QWidget* parent = nullptr);
    void complain(const Error& error);
    void focusFirst() override;
    TripFields* fields() const { return m_fields; }

Q_SIGNALS:
    void submitted(const QList<waydesk::Command>& commands);

private:
    void showPossible();
    TripFields* m_fields;
};

class CancelTripPanel final : public Panel
{
    Q_OBJECT

public:
    CancelTripPanel(const Theme& theme, const TripId& trip, const QString& title, int parcels,
                    QWidget* parent = nullptr);
    void complain(const Error& error);
    void focusFirst() override;
    QRadioButton* detachFirst() const { return m_detach; }
    QRadioButton* keepLinked() const { return m_keep; }

Q_SIGNALS:
    void submitted(const QList<waydesk::Command>& commands);

private:
    QRadioButton *m_detach, *m_keep;
};

} // namespace waydesk::ui
