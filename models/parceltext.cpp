// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parceltext.h"

#include <QCoreApplication>

namespace waydesk::models {

namespace {

struct ParcelText
{
    Q_DECLARE_TR_FUNCTIONS(ParcelText)
};

} // namespace

QString parcelRefusalText(ParcelRefusal refusal)
{
    switch (refusal) {
    case ParcelRefusal::None:
        return {};
    case ParcelRefusal::NotEditable:
        return ParcelText::tr("It has been picked up, or is done with: it stays as it is.");
    case ParcelRefusal::WaybillSealed:
        return ParcelText::tr("Its waybill is sealed: where it comes from and goes to stays as it is.");
    case ParcelRefusal::TripStarted:
        return ParcelText::tr("Its trip is under way: where it comes from and goes to stays as it is.");
    case ParcelRefusal::UnknownState:
        return ParcelText::tr("The server gave the parcel a status that this desk does not know.");
    }
    Q_UNREACHABLE();
}

} // namespace waydesk::models
