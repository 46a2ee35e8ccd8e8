// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/schemastories.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

const QStringList& storiesStep()
{
    static const QStringList sql{
        u"CREATE TABLE parcel_story (delivery_id TEXT PRIMARY KEY, raw TEXT NOT NULL, read_at INTEGER NOT NULL) STRICT"_s,
        u"CREATE INDEX parcel_story_age ON parcel_story(read_at)"_s,
        uR"(CREATE TABLE picture (
            url TEXT PRIMARY KEY, file TEXT NOT NULL,  -- the name: SHA-256 of what is in it
            bytes INTEGER NOT NULL, kept_at INTEGER NOT NULL) STRICT)"_s,
        u"CREATE INDEX picture_age ON picture(kept_at)"_s,
        u"CREATE INDEX picture_file ON picture(file)"_s,
    };
    return sql;
}

const QStringList& scanCodeStep()
{
    static const QStringList sql{u"CREATE INDEX scan_journal_code ON scan_journal(code)"_s};
    return sql;
}

} // namespace waydesk::store
