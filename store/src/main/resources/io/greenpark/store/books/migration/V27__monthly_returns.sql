-- What enterprises say of a month, one row each. period: 2026-10; 2026-02 is January and February. version: 1, 2, 3 ... of every change.
-- state: DRAFT, SUBMITTED, RETURNED or ACCEPTED. document: figures, answers and signature as JSON.
CREATE TABLE monthly_return (
    enterprise TEXT   NOT NULL,
    period     TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    state      TEXT   NOT NULL,
    changed_ms BIGINT NOT NULL,
    document   TEXT   NOT NULL,
    PRIMARY KEY (enterprise, period)
) ${without_rowid};

CREATE INDEX monthly_return_period ON monthly_return (period, state);

-- Every time one was submitted, returned or accepted: what it was then, who did it and with which words. Rows are only added.
CREATE TABLE monthly_return_step (
    enterprise TEXT   NOT NULL,
    period     TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    at_ms      BIGINT NOT NULL,
    who        TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    words      TEXT,
    document   TEXT   NOT NULL,
    PRIMARY KEY (enterprise, period, version)
) ${without_rowid};

-- Who was reminded on which of the days of the month after. letters: how many went out; 0 where there was nobody to write to.
CREATE TABLE return_reminder (
    enterprise   TEXT    NOT NULL,
    period       TEXT    NOT NULL,
    day_of_month INTEGER NOT NULL,
    at_ms        BIGINT  NOT NULL,
    letters      INTEGER NOT NULL,
    PRIMARY KEY (enterprise, period, day_of_month)
) ${without_rowid};

-- The first period that anybody is reminded of: the one that ran when reminders began. One row.
CREATE TABLE return_start (
    one    INTEGER NOT NULL PRIMARY KEY,
    period TEXT    NOT NULL
);

-- Letters that belong to no case, as reminders; delivered like alert_outbox. about: what a letter is about, of which a later one (step) to
-- the same target waits for the earlier one. enterprise: whose contacts it goes to.
CREATE TABLE letter_outbox (
    id              TEXT    NOT NULL PRIMARY KEY,
    about           TEXT    NOT NULL,
    step            INTEGER NOT NULL,
    enterprise      TEXT    NOT NULL,
    channel         TEXT    NOT NULL,
    recipient       TEXT    NOT NULL,
    target          TEXT    NOT NULL,
    subject         TEXT    NOT NULL,
    body            TEXT    NOT NULL,
    created_ms      BIGINT  NOT NULL,
    attempts        INTEGER NOT NULL,
    next_attempt_ms BIGINT,
    claimed_by      TEXT,
    claimed_ms      BIGINT,
    delivered_ms    BIGINT,
    given_up_ms     BIGINT,
    last_error      TEXT,
    UNIQUE (about, step, channel, target)
);
CREATE INDEX letter_outbox_due ON letter_outbox (next_attempt_ms) WHERE next_attempt_ms IS NOT NULL;
CREATE INDEX letter_outbox_order ON letter_outbox (about, channel, target, step);
