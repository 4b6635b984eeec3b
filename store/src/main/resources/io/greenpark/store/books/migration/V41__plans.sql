-- Development plans, one row each. id: its name in addresses. document: name, years and targets as JSON. version: 1, 2, 3 ... of every change.
CREATE TABLE plan (
    id         TEXT   NOT NULL PRIMARY KEY,
    version    BIGINT NOT NULL,
    changed_ms BIGINT NOT NULL,
    document   TEXT   NOT NULL
) ${without_rowid};

-- Every version of every plan, and who made it. Rows are only added.
CREATE TABLE plan_step (
    id       TEXT   NOT NULL,
    version  BIGINT NOT NULL,
    at_ms    BIGINT NOT NULL,
    who      TEXT   NOT NULL,
    document TEXT   NOT NULL,
    PRIMARY KEY (id, version)
) ${without_rowid};

-- What was stated of a target. period: 2026 or 2026-Q3. area: id of a park, * for the district. kind: PUBLISHED by the statistics office, or
-- TYPED. document: value, source and words as JSON; without a value it was taken back.
CREATE TABLE plan_value (
    plan       TEXT   NOT NULL,
    target     TEXT   NOT NULL,
    period     TEXT   NOT NULL,
    area       TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    changed_ms BIGINT NOT NULL,
    who        TEXT   NOT NULL,
    document   TEXT   NOT NULL,
    PRIMARY KEY (plan, target, period, area, kind)
) ${without_rowid};

-- Every version of each. Rows are only added.
CREATE TABLE plan_value_step (
    plan     TEXT   NOT NULL,
    target   TEXT   NOT NULL,
    period   TEXT   NOT NULL,
    area     TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    version  BIGINT NOT NULL,
    at_ms    BIGINT NOT NULL,
    who      TEXT   NOT NULL,
    document TEXT   NOT NULL,
    PRIMARY KEY (plan, target, period, area, kind, version)
) ${without_rowid};

-- What is known of an enterprise and a year. state: ENTERED, CONFIRMED or OBJECTED. document: figures, source and words as JSON.
CREATE TABLE year_sheet (
    enterprise TEXT    NOT NULL,
    year       INTEGER NOT NULL,
    version    BIGINT  NOT NULL,
    state      TEXT    NOT NULL,
    changed_ms BIGINT  NOT NULL,
    who        TEXT    NOT NULL,
    document   TEXT    NOT NULL,
    PRIMARY KEY (enterprise, year)
) ${without_rowid};

CREATE INDEX year_sheet_year ON year_sheet (year, enterprise);

-- Every version of each. Rows are only added.
CREATE TABLE year_sheet_step (
    enterprise TEXT    NOT NULL,
    year       INTEGER NOT NULL,
    version    BIGINT  NOT NULL,
    state      TEXT    NOT NULL,
    at_ms      BIGINT  NOT NULL,
    who        TEXT    NOT NULL,
    document   TEXT    NOT NULL,
    PRIMARY KEY (enterprise, year, version)
) ${without_rowid};
