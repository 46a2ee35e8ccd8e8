// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/checks/parceltale.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

void ParcelTale::follow(const PlannedCommand& planned)
{
    if (planned.event.isEmpty())
        return;
    ++effects;
    const auto take = [this](const ParcelEdit& edit) {
        notes = edit.notes.value_or(notes);
        if (edit.cod)
            cod = QString::number(edit.cod->minor);
        if (edit.customer && *edit.customer)
            consignee = (*edit.customer)->fullName;
    };
    if (const auto* create = std::get_if<CreateDelivery>(&planned.command))
        take(create->parcel);
    else if (const auto* update = std::get_if<UpdateDelivery>(&planned.command))
        take(update->edit);
    else if (const auto* raise = std::get_if<RaiseCase>(&planned.command))
        complaints += raise->reason;
}

QString ParcelTale::inWords() const
{
    return u"notes \"%1\", consignee \"%2\", %3 to collect, complaints %4"_s.arg(notes, consignee, cod,
                                                                                 complaints.join(u", "));
}

QMap<int, ParcelTale> parcelsIn(SqliteFile& server, const QString& mark)
{
    QMap<int, ParcelTale> parcels;
    const QString where = u"instr(d.notes, ?) = 1"_s;
    const auto of = [&](const QString& notes) -> ParcelTale& {
        return parcels[notes.sliced(mark.size()).section(u'/', 0, 0).toInt()];
    };
    for (const QStringList& row :
         server.rows(u"SELECT d.id, d.notes, d.customer_name, d.cod_amount, (SELECT COUNT(*) FROM change c "
                     "WHERE c.entity = 'delivery' AND c.entity_id = d.id) FROM delivery d WHERE "_s +
                         where,
                     {mark})) {
        ParcelTale& tale = of(row[1]);
        tale.ids += row[0];
        tale.notes = row[1];
        tale.consignee = row[2];
        tale.cod = row[3];
        tale.effects += row[4].toInt();
    }
    for (const QStringList& row :
         server.rows(u"SELECT d.notes, c.reason FROM delivery d JOIN delivery_case c ON c.delivery_id = d.id WHERE "_s +
                         where + u" ORDER BY d.id, c.rowid"_s,
                     {mark}))
        of(row[0]).complaints += row[1];
    return parcels;
}

} // namespace waydesk::test
