-- Editions of the list of enterprises that are to be covered by clean production, numbered 1, 2, 3 ... approved_on, valid_from: days, as
-- 2026-11-30. based_on: the edition that it changes, null for the first. account: the one that answers for proposed_by. verdict: APPROVED or
-- REJECTED, null until a second person decided.
CREATE TABLE clean_list (
    number           BIGINT NOT NULL PRIMARY KEY,
    document         TEXT   NOT NULL,
    authority        TEXT   NOT NULL,
    attachment       TEXT,
    approved_on      TEXT   NOT NULL,
    valid_from       TEXT   NOT NULL,
    reason           TEXT   NOT NULL,
    based_on         BIGINT,
    proposed_ms      BIGINT NOT NULL,
    proposed_by      TEXT   NOT NULL,
    account          TEXT   NOT NULL,
    verdict          TEXT,
    decided_ms       BIGINT,
    decided_by       TEXT,
    verdict_word     TEXT
) ${without_rowid};

-- Who is on an edition, with name and park as they were then. left_why: null for those that are on it; else why the enterprise, that was on
-- the edition before, is on it no longer.
CREATE TABLE clean_list_member (
    list       BIGINT NOT NULL,
    enterprise TEXT   NOT NULL,
    park       TEXT   NOT NULL,
    name_zh    TEXT   NOT NULL,
    name_en    TEXT   NOT NULL,
    left_why   TEXT,
    PRIMARY KEY (list, enterprise)
) ${without_rowid};

-- What was entered of the audits of an enterprise, numbered 1, 2, 3 ... for each. round: 1, 2, 3 ...; undoes: the entry that this one takes
-- back, null for a step. register and reasons (codes with commas between): of the step LISTED. Rows are only added.
CREATE TABLE clean_entry (
    enterprise TEXT   NOT NULL,
    number     BIGINT NOT NULL,
    round      BIGINT NOT NULL,
    step       TEXT   NOT NULL,
    undoes     BIGINT,
    on_day     TEXT   NOT NULL,
    document   TEXT,
    authority  TEXT,
    attachment TEXT,
    register   TEXT,
    reasons    TEXT,
    word       TEXT,
    at_ms      BIGINT NOT NULL,
    who        TEXT   NOT NULL,
    PRIMARY KEY (enterprise, number)
) ${without_rowid};

-- Terms that a bureau has set, beside those that are shipped. base: the step that a term runs from, null for the list of enterprises.
-- register, reason: of whom, null for all. months: null where there is none any more from that day. Rows are only added; of two of the
-- same day the later one holds.
CREATE TABLE clean_term (
    number     BIGINT  NOT NULL PRIMARY KEY,
    step       TEXT    NOT NULL,
    base       TEXT,
    register   TEXT,
    reason     TEXT,
    months     INTEGER,
    valid_from TEXT    NOT NULL,
    source_zh  TEXT    NOT NULL,
    source_en  TEXT    NOT NULL,
    confirmed  INTEGER NOT NULL,
    word       TEXT    NOT NULL,
    at_ms      BIGINT  NOT NULL,
    who        TEXT    NOT NULL
) ${without_rowid};

-- Who sees to the next step of an enterprise: an account, or an office in words. One without a row is of the office that is in charge.
CREATE TABLE clean_owner (
    enterprise TEXT   NOT NULL PRIMARY KEY,
    account    TEXT,
    office     TEXT,
    since_ms   BIGINT NOT NULL,
    by_whom    TEXT   NOT NULL
) ${without_rowid};
CREATE INDEX clean_owner_account ON clean_owner (account);

-- Which deadlines were told, so many days before they are due. letters: how many went out; 0 where there was nobody to write to.
CREATE TABLE clean_notice (
    enterprise  TEXT    NOT NULL,
    round       BIGINT  NOT NULL,
    step        TEXT    NOT NULL,
    due_on      TEXT    NOT NULL,
    days_before INTEGER NOT NULL,
    at_ms       BIGINT  NOT NULL,
    letters     INTEGER NOT NULL,
    PRIMARY KEY (enterprise, round, step, due_on, days_before)
) ${without_rowid};

-- What the books say that could put an enterprise on the mandatory register, as of the last look. document: the figures as JSON.
CREATE TABLE clean_candidate (
    enterprise TEXT   NOT NULL,
    reason     TEXT   NOT NULL,
    looked_ms  BIGINT NOT NULL,
    document   TEXT   NOT NULL,
    PRIMARY KEY (enterprise, reason)
) ${without_rowid};

-- When the books were last looked through for candidates of an enterprise.
CREATE TABLE clean_look (
    enterprise TEXT   NOT NULL PRIMARY KEY,
    looked_ms  BIGINT NOT NULL
) ${without_rowid};

-- Candidates that somebody proposed, with the figures as they were then. It is open until the enterprise is listed, or somebody drops it.
CREATE TABLE clean_proposal (
    number       BIGINT NOT NULL PRIMARY KEY,
    enterprise   TEXT   NOT NULL,
    reasons      TEXT   NOT NULL,
    document     TEXT   NOT NULL,
    word         TEXT   NOT NULL,
    at_ms        BIGINT NOT NULL,
    who          TEXT   NOT NULL,
    dropped_ms   BIGINT,
    dropped_by   TEXT,
    dropped_word TEXT
) ${without_rowid};
CREATE INDEX clean_proposal_enterprise ON clean_proposal (enterprise, number);

-- Orders of an authority to an enterprise, numbered 1, 2, 3 ... for each. kind: RECTIFY, LIMIT or STOP, or LIFT, which ends the order lifts. undoes: the one
-- that this one takes back. Rows are only added.
CREATE TABLE clean_order (
    enterprise TEXT   NOT NULL,
    number     BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    on_day     TEXT   NOT NULL,
    due_on     TEXT,
    document   TEXT   NOT NULL,
    authority  TEXT   NOT NULL,
    attachment TEXT,
    lifts      BIGINT,
    undoes     BIGINT,
    word       TEXT,
    at_ms      BIGINT NOT NULL,
    who        TEXT   NOT NULL,
    PRIMARY KEY (enterprise, number)
) ${without_rowid};
