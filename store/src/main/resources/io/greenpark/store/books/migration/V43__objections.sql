-- What enterprises object to (异议), one row each. number: YY-2026-0001, of year and ordinal, never used again. kind and thing: what it is about, as
-- MEAN boiler-nox/hour, ENERGY steel, LIMIT its id, CASE its id; from_ms..to_ms: the time of a figure, half-open, null for what has none.
-- state: OPEN, UPHELD, PARTLY, REJECTED or WITHDRAWN. due_ms: the end of its term, exclusive. version: 1, 2, 3 ... of every change. ruled_from_ms..
-- ruled_to_ms: of which time it was found right, null for all of it. reminded_ms, overdue_ms: when the office was reminded, and when the passed term was noted.
CREATE TABLE objection (
    number        TEXT    NOT NULL PRIMARY KEY,
    year          INTEGER NOT NULL,
    ordinal       INTEGER NOT NULL,
    version       BIGINT  NOT NULL,
    enterprise    TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    thing         TEXT    NOT NULL,
    from_ms       BIGINT,
    to_ms         BIGINT,
    name_zh       TEXT    NOT NULL,
    name_en       TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    filed_ms      BIGINT  NOT NULL,
    filed_by      TEXT    NOT NULL,
    due_ms        BIGINT  NOT NULL,
    state         TEXT    NOT NULL,
    ended_ms      BIGINT,
    ended_by      TEXT,
    words         TEXT,
    basis         TEXT,
    ruled_from_ms BIGINT,
    ruled_to_ms   BIGINT,
    reminded_ms   BIGINT,
    overdue_ms    BIGINT,
    UNIQUE (year, ordinal)
) ${without_rowid};

CREATE INDEX objection_thing ON objection (kind, thing, from_ms);
CREATE INDEX objection_enterprise ON objection (enterprise, filed_ms);
CREATE INDEX objection_state ON objection (state, due_ms);

-- Everything that happened to one. kind: FILED, REMINDED, OVERDUE, UPHELD, PARTLY, REJECTED or WITHDRAWN. Rows are only added.
CREATE TABLE objection_step (
    number TEXT    NOT NULL,
    step   INTEGER NOT NULL,
    at_ms  BIGINT  NOT NULL,
    who    TEXT    NOT NULL,
    kind   TEXT    NOT NULL,
    words  TEXT,
    PRIMARY KEY (number, step)
) ${without_rowid};

-- Times in which verdicts of a rule on a subject say nothing, as an objection was upheld: whatever data still come. Half-open. Rows are only added.
CREATE TABLE verdict_void (
    rule      TEXT   NOT NULL,
    subject   TEXT   NOT NULL,
    from_ms   BIGINT NOT NULL,
    to_ms     BIGINT NOT NULL,
    objection TEXT   NOT NULL,
    at_ms     BIGINT NOT NULL,
    PRIMARY KEY (rule, subject, from_ms, to_ms, objection)
) ${without_rowid};
