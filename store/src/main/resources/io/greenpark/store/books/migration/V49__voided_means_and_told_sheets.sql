-- Times in which means of a discharge point do not count in the figures of days and months, as an objection to them was upheld. Half-open.
-- What was measured and the hours' own means stay. Rows are only added. taken_ms: when their days were noted to be computed anew; null before.
CREATE TABLE mean_void (
    point     TEXT   NOT NULL,
    from_ms   BIGINT NOT NULL,
    to_ms     BIGINT NOT NULL,
    objection TEXT   NOT NULL,
    at_ms     BIGINT NOT NULL,
    taken_ms  BIGINT,
    PRIMARY KEY (point, from_ms, to_ms, objection)
) ${without_rowid};

-- Reminders of yearly sheets that an enterprise has not answered, one row each. day: so many days after that version was entered.
CREATE TABLE year_sheet_reminder (
    enterprise TEXT    NOT NULL,
    year       INTEGER NOT NULL,
    version    BIGINT  NOT NULL,
    day        INTEGER NOT NULL,
    at_ms      BIGINT  NOT NULL,
    letters    INTEGER NOT NULL,
    PRIMARY KEY (enterprise, year, version, day)
) ${without_rowid};

-- Since when enterprises are reminded of sheets: of what was entered before that nobody is. One row.
CREATE TABLE year_sheet_start (
    one   INTEGER NOT NULL PRIMARY KEY,
    at_ms BIGINT  NOT NULL
);

-- What a fine is of and by which law, as its document states it. Null of all that is no fine.
ALTER TABLE clean_order ADD COLUMN fine_cny TEXT;
ALTER TABLE clean_order ADD COLUMN fine_basis TEXT;
