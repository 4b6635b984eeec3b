-- What people do about a case (its handling), beside what is measured (alert_case). Cases on trial or only on record have no row.
-- number: YJ-2026-0012, of year and place, which are given in the transaction that raises and never again. level_by: which of the thresholds
-- gives the level, null for the lowest. procedure: the version of case_procedure that it runs under. demanded: 1 where an answer of the enterprise
-- is. pushed_ms: when it went to the enterprise. stage_ms: since when it stands where it does. due_ms: by when whoever is to act next has to;
-- overdue_ms: when it was noted that this has passed. checked_by: the account that verified, reviewed, transferred or declared a misreport, which
-- does not close. measured_over: 1 where what is measured was over when that was last looked at. changed_ms: when anything of it changed.
CREATE TABLE case_handling (
    case_id       TEXT    NOT NULL PRIMARY KEY REFERENCES alert_case (id),
    number        TEXT    NOT NULL UNIQUE,
    number_year   INTEGER NOT NULL,
    number_place  INTEGER NOT NULL,
    stage         TEXT    NOT NULL,
    level         TEXT    NOT NULL,
    level_by      TEXT,
    procedure     BIGINT  NOT NULL,
    demanded      BIGINT  NOT NULL,
    pushed_ms     BIGINT,
    stage_ms      BIGINT  NOT NULL,
    due_ms        BIGINT,
    overdue_ms    BIGINT,
    checked_by    TEXT,
    measured_over BIGINT  NOT NULL,
    changed_ms    BIGINT  NOT NULL,
    UNIQUE (number_year, number_place)
);
CREATE INDEX case_handling_due ON case_handling (due_ms) WHERE due_ms IS NOT NULL;
CREATE INDEX case_handling_stage ON case_handling (stage);

-- The last place of a year that was given.
CREATE TABLE case_number (
    number_year INTEGER NOT NULL PRIMARY KEY,
    last_place  INTEGER NOT NULL
) ${without_rowid};

-- What a step of a case carries: for all steps of the handling. account: who answers for it. internal: 1 for what the office alone reads.
-- stage: where the case stands after it.
-- detail: its fields as JSON with sorted keys.
CREATE TABLE case_step_detail (
    case_id  TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    side     TEXT    NOT NULL,
    account  TEXT    NOT NULL,
    internal BIGINT  NOT NULL,
    stage    TEXT    NOT NULL,
    detail   TEXT    NOT NULL,
    PRIMARY KEY (case_id, number),
    FOREIGN KEY (case_id, number) REFERENCES alert_step (case_id, number)
);

-- The procedures: who has to do what by when, and which case has which level. Rows are only added; the newest is in force. The first is the
-- one that was shipped. document: as JSON with sorted keys.
CREATE TABLE case_procedure (
    version  BIGINT NOT NULL PRIMARY KEY,
    at_ms    BIGINT NOT NULL,
    by_whom  TEXT   NOT NULL,
    reason   TEXT   NOT NULL,
    document TEXT   NOT NULL
);
