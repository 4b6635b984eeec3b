-- Verdicts of the rules, cases with their steps, and the outbox that tells people.
-- Figures are decimals as text, exact; times are epoch milliseconds.

-- What a rule says of a period. phase: RUNNING stands beside CLOSED, what was known then beside what came of it.
CREATE TABLE alert_verdict (
    rule         TEXT             NOT NULL,
    subject      TEXT             NOT NULL,
    start_ms     BIGINT           NOT NULL,
    phase        TEXT             NOT NULL,
    end_ms       BIGINT           NOT NULL,
    outcome      TEXT             NOT NULL,
    figure       TEXT,
    bound        TEXT,
    unit         TEXT,
    severity     TEXT,
    completeness DOUBLE PRECISION NOT NULL,
    evidence     BOOLEAN          NOT NULL,
    confirmed    BOOLEAN          NOT NULL,
    source       TEXT,
    reason       TEXT,
    judged_ms    BIGINT           NOT NULL,
    PRIMARY KEY (rule, subject, start_ms, phase)
) ${without_rowid};

-- since_ms..covered_ms is the time the finding covers; an open one covers what is to come. first_since_ms and generation
-- make the id, so that judging the same again meets the same case. raised: false for one that is only on record.
CREATE TABLE alert_case (
    id              TEXT    NOT NULL PRIMARY KEY,
    rule            TEXT    NOT NULL,
    subject         TEXT    NOT NULL,
    first_since_ms  BIGINT  NOT NULL,
    generation      INTEGER NOT NULL,
    enterprise      TEXT    NOT NULL,
    point           TEXT,
    device          TEXT,
    trial           BOOLEAN NOT NULL,
    raised          BOOLEAN NOT NULL,
    state           TEXT    NOT NULL,
    title_zh        TEXT    NOT NULL,
    title_en        TEXT    NOT NULL,
    text_zh         TEXT    NOT NULL,
    text_en         TEXT    NOT NULL,
    figure          TEXT,
    bound           TEXT,
    unit            TEXT,
    severity        TEXT,
    told_severity   TEXT,
    since_ms        BIGINT  NOT NULL,
    covered_ms      BIGINT  NOT NULL,
    worst_start_ms  BIGINT  NOT NULL,
    raised_ms       BIGINT  NOT NULL,
    cleared_ms      BIGINT,
    acknowledged_by TEXT,
    UNIQUE (rule, subject, first_since_ms, generation)
);
CREATE UNIQUE INDEX alert_case_open ON alert_case (rule, subject) WHERE state = 'OPEN';
CREATE INDEX alert_case_subject ON alert_case (rule, subject, since_ms);
CREATE INDEX alert_case_enterprise ON alert_case (enterprise, raised_ms);
CREATE INDEX alert_case_raised ON alert_case (raised_ms);

CREATE TABLE alert_step (
    case_id TEXT    NOT NULL REFERENCES alert_case (id),
    number  INTEGER NOT NULL,
    kind    TEXT    NOT NULL,
    at_ms   BIGINT  NOT NULL,
    by_whom TEXT    NOT NULL,
    comment TEXT,
    text_zh TEXT,
    text_en TEXT,
    PRIMARY KEY (case_id, number)
);

-- One row per case step, recipient and channel. id is the message id that every attempt carries.
CREATE TABLE alert_outbox (
    id              TEXT    NOT NULL PRIMARY KEY,
    case_id         TEXT    NOT NULL,
    step            INTEGER NOT NULL,
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
    FOREIGN KEY (case_id, step) REFERENCES alert_step (case_id, number),
    UNIQUE (case_id, step, channel, target)
);
CREATE INDEX alert_outbox_due ON alert_outbox (next_attempt_ms) WHERE next_attempt_ms IS NOT NULL;
CREATE INDEX alert_outbox_order ON alert_outbox (case_id, channel, target, step);

-- Periods that were still running, or had just ended, when their figures changed: to be judged at due_ms.
CREATE TABLE alert_due (
    kind     TEXT   NOT NULL,
    subject  TEXT   NOT NULL,
    start_ms BIGINT NOT NULL,
    due_ms   BIGINT NOT NULL,
    PRIMARY KEY (kind, subject, start_ms)
);
CREATE INDEX alert_due_when ON alert_due (due_ms);

-- Since when the registry knows a device: one never heard counts from then.
CREATE TABLE alert_device_known (
    device   TEXT   NOT NULL PRIMARY KEY,
    known_ms BIGINT NOT NULL
);

-- The limits of a point as last judged, in words: where they changed, its periods are judged again. A finding that only
-- the change brought about is as late as the change.
CREATE TABLE alert_limits_seen (
    point   TEXT   NOT NULL PRIMARY KEY,
    limits  TEXT   NOT NULL,
    seen_ms BIGINT NOT NULL
);
