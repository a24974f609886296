#include "storage/schema.hpp"

namespace storage {

namespace {

// What lies in clear is what the database cannot do without: random keys' numbers, look-up tags, days, sequence
// numbers, and submission ids, which hold the time they were made. All else is sealed under a key of daily_key or
// staff_key, bound to its table, column and row.
constexpr Migration version_1 = R"sql(
-- A random key, wrapped by the vault's. A row goes, and with it whatever it sealed, once no row names it; only the key
-- of use 'kiosk' stays, for what is kept for good (audit log, lockout).
CREATE TABLE daily_key (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    use TEXT NOT NULL CHECK (use IN ('submission', 'roster', 'kiosk')),
    day INTEGER NOT NULL,            -- UTC day on which it was made, days since 1970-01-01
    wrapped BLOB NOT NULL,
    UNIQUE (use, day, id)
) STRICT;

-- Seals staff facts; wrapped by the staff key, so that it opens in a staff session only. One for each roster.
CREATE TABLE staff_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    wrapped BLOB NOT NULL
) STRICT;

-- Always one row, also before the first roster; `version` is null until there is one.
CREATE TABLE roster (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key INTEGER NOT NULL REFERENCES daily_key (id),
    record_size INTEGER NOT NULL,    -- to which every roster_day of this roster is padded: a power of two
    version BLOB
) STRICT;

-- What the holder of one code may see on one day. Every row is as long as every other, the dummy that stands in for an
-- unknown code included. Ordered by tag, so that nothing tells which rows belong together.
CREATE TABLE roster_day (
    tag BLOB PRIMARY KEY NOT NULL,
    record BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each person at each visit, whether staff know anything or not, all of one length.
CREATE TABLE roster_staff (
    tag BLOB PRIMARY KEY NOT NULL,
    facts BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- A submission holds its line until its batch is published, an arrival its stub until its day is over; a row with
-- neither is deleted. `slot` stands for one person at one visit on one day: two check-ins cannot both be there.
CREATE TABLE submission (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    key INTEGER NOT NULL REFERENCES daily_key (id),
    line BLOB,
    stub BLOB,
    day INTEGER,                     -- of the arrival, at the office
    slot BLOB UNIQUE,                -- null for an unlisted person
    ticket BLOB UNIQUE,
    CHECK (line IS NOT NULL OR stub IS NOT NULL),
    CHECK ((stub IS NULL) = (day IS NULL) AND (stub IS NULL) = (ticket IS NULL)),
    CHECK (slot IS NULL OR stub IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_day ON submission (day) WHERE day IS NOT NULL;

-- The last row is the epoch that counts.
CREATE TABLE epoch (
    number INTEGER PRIMARY KEY,
    epoch TEXT NOT NULL UNIQUE CHECK (length(epoch) = 8)
) STRICT;

-- A sequence number is used once, whatever becomes of it. Only `state` ever changes: from written to one of the others.
CREATE TABLE batch (
    epoch TEXT NOT NULL REFERENCES epoch (epoch),
    seq INTEGER NOT NULL CHECK (seq > 0),
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    state TEXT NOT NULL CHECK (state IN ('written', 'published', 'lost')),
    created INTEGER NOT NULL,        -- milliseconds since 1970 in UTC
    audit_from INTEGER NOT NULL,
    audit_to INTEGER NOT NULL,
    PRIMARY KEY (epoch, seq),
    CHECK (audit_from <= audit_to)
) STRICT, WITHOUT ROWID;

-- Which submissions lie in a written batch: each in one only. The rows go when it is published (the lines are gone
-- then) or lost (the submissions are free again).
CREATE TABLE batch_member (
    submission BLOB PRIMARY KEY NOT NULL REFERENCES submission (id),
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL,
    place INTEGER NOT NULL,          -- its order in the batch
    FOREIGN KEY (epoch, seq) REFERENCES batch (epoch, seq)
) STRICT, WITHOUT ROWID;

-- Append-only; numbers have no gaps. Text, id and hash are sealed: the text of an event is easy to guess, so its hash
-- in clear would tell it.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    key INTEGER NOT NULL REFERENCES daily_key (id),
    entry BLOB NOT NULL
) STRICT;

CREATE TABLE lockout (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key INTEGER NOT NULL REFERENCES daily_key (id),
    state BLOB NOT NULL
) STRICT;
)sql";

// The office gets a key pair of its own, whose secret half only staff hold. From then on the key of staff_key lies in
// `sealed`, an age file to the office; `wrapped`, by a key that the vault gives, is what a kiosk without staff has.
constexpr Migration version_2 = R"sql(
CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    recipient TEXT NOT NULL          -- age1…
) STRICT;

ALTER TABLE staff_key RENAME TO staff_key_1;
CREATE TABLE staff_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    wrapped BLOB,
    sealed BLOB,
    CHECK ((wrapped IS NULL) <> (sealed IS NULL))
) STRICT;
INSERT INTO staff_key (id, wrapped) SELECT id, wrapped FROM staff_key_1;
DROP TABLE staff_key_1;
)sql";

// Staff, and how often a PIN was tried at each badge, known or not: a badge that nobody has behaves like any other.
constexpr Migration version_3 = R"sql(
CREATE TABLE staff (
    number INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number > 0),
    tag BLOB NOT NULL UNIQUE,        -- of the badge
    key INTEGER NOT NULL REFERENCES daily_key (id),
    record BLOB NOT NULL
) STRICT;

-- One row for each badge that was tried since it last opened. `place` grows with each try: of badges that nobody has,
-- those longest untried are forgotten when there are too many.
CREATE TABLE staff_tries (
    tag BLOB PRIMARY KEY NOT NULL,
    place INTEGER NOT NULL UNIQUE,
    key INTEGER NOT NULL REFERENCES daily_key (id),
    state BLOB NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

constexpr Migration version_4 = R"sql(
-- Number and hash of the newest audit entry, sealed, written with it: entries cut off at the end are missed by it.
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key INTEGER NOT NULL REFERENCES daily_key (id),
    head BLOB NOT NULL
) STRICT;
)sql";

// What staff see of the day.
constexpr Migration version_5 = R"sql(
-- Who is expected on one day at the office, under the key of staff_key. One row for each day of the roster, all of one
-- length, found by a tag of the day.
CREATE TABLE roster_expected (
    tag BLOB PRIMARY KEY NOT NULL,
    people BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- How far an arrival has come; belongs to the stub and goes with it. Null until the desk has something to keep.
ALTER TABLE submission ADD COLUMN desk BLOB CHECK (desk IS NULL OR stub IS NOT NULL);

-- What somebody asked for that day. Came with the submission it is named after, and outlives its batch, because staff
-- look after it until the day is over.
CREATE TABLE desk_item (
    submission BLOB PRIMARY KEY NOT NULL CHECK (length(submission) = 16),
    key INTEGER NOT NULL REFERENCES daily_key (id),
    day INTEGER NOT NULL,            -- at the office
    item BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX desk_item_day ON desk_item (day);
)sql";

// What the kiosk knows of itself.
constexpr Migration version_6 = R"sql(
-- One small value under each name, from start to start: the newest time seen, how far the roster reaches.
CREATE TABLE kept_value (
    name TEXT PRIMARY KEY NOT NULL,
    key INTEGER NOT NULL REFERENCES daily_key (id),
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- How many records of each kind lie in a batch; of batches made by version 1 nobody knows.
CREATE TABLE batch_kinds (
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL,
    key INTEGER NOT NULL REFERENCES daily_key (id),
    kinds BLOB NOT NULL,
    PRIMARY KEY (epoch, seq),
    FOREIGN KEY (epoch, seq) REFERENCES batch (epoch, seq)
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array<Migration, 6> all_migrations = {version_1, version_2, version_3, version_4, version_5, version_6};

} // namespace

std::span<const Migration> migrations() { return all_migrations; }

std::int64_t newest_schema_version() { return std::ssize(all_migrations); }

base::Result<void> migrate(Database& database, std::span<const Migration> steps) {
    for (auto version = TRY(database.number("PRAGMA user_version")); version < std::ssize(steps); ++version) {
        const std::string next = std::to_string(version + 1);
        auto moved = database.transaction([&]() -> base::Result<void> {
            TRY(database.run(steps[static_cast<std::size_t>(version)]));
            return database.run(std::string("PRAGMA user_version = ").append(next));
        });
        TRY_DOING(std::move(moved), std::string("bringing the schema to version ").append(next));
    }
    return {};
}

} // namespace storage
