-- The audit log: who did what, one row after the other, numbered 1, 2, 3 ... without gaps. origin is the address somebody came from, or
-- 'server'. kind and id name what it was done to, state_before and state_after what changed of that, as JSON with sorted keys. hash is the
-- SHA-256 of the row and of the hash of the row before, so that no row can be changed, taken away or put in without being noticed.
CREATE TABLE audit_entry (
    number       BIGINT NOT NULL PRIMARY KEY,
    at_ms        BIGINT NOT NULL,
    who          TEXT   NOT NULL,
    origin       TEXT   NOT NULL,
    action       TEXT   NOT NULL,
    kind         TEXT,
    id           TEXT,
    state_before TEXT,
    state_after  TEXT,
    why          TEXT,
    hash         TEXT   NOT NULL
) ${without_rowid};

CREATE INDEX audit_entry_at ON audit_entry (at_ms);
CREATE INDEX audit_entry_who ON audit_entry (who, number);
CREATE INDEX audit_entry_action ON audit_entry (action, number);
CREATE INDEX audit_entry_object ON audit_entry (kind, id, number);

-- What the log's first row follows: the last row that was retired, written at at_ms. No row as long as none was.
CREATE TABLE audit_start (
    number BIGINT NOT NULL PRIMARY KEY,
    hash   TEXT   NOT NULL,
    at_ms  BIGINT NOT NULL
) ${without_rowid};

-- Who looked at what, how often within the hour that begins at hour_ms, and when first and last. The id '*' stands for several.
CREATE TABLE audit_look (
    person   TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    id       TEXT   NOT NULL,
    hour_ms  BIGINT NOT NULL,
    count    BIGINT NOT NULL,
    first_ms BIGINT NOT NULL,
    last_ms  BIGINT NOT NULL,
    PRIMARY KEY (person, kind, id, hour_ms)
) ${without_rowid};

CREATE INDEX audit_look_object ON audit_look (kind, id, hour_ms);
CREATE INDEX audit_look_hour ON audit_look (hour_ms);
