-- Acceptance sheets of devices, one row each. number: 1, 2, 3 ... for good; devices name it. version: 1, 2, 3 ... of every change.
-- state: DRAFT, SIGNED, RETURNED or ACCEPTED. document: readings, signatures and, once accepted, what was compared, as JSON.
CREATE TABLE acceptance_sheet (
    number     BIGINT NOT NULL PRIMARY KEY,
    device     TEXT   NOT NULL,
    enterprise TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    state      TEXT   NOT NULL,
    changed_ms BIGINT NOT NULL,
    document   TEXT   NOT NULL
);

-- A device has one sheet at a time that is not accepted.
CREATE UNIQUE INDEX acceptance_sheet_open ON acceptance_sheet (device) WHERE state <> 'ACCEPTED';
CREATE INDEX acceptance_sheet_device ON acceptance_sheet (device, number);

-- Every time one was signed, given back or accepted: what it was then, who did it and with which words. Rows are only added.
CREATE TABLE acceptance_step (
    number   BIGINT NOT NULL,
    version  BIGINT NOT NULL,
    at_ms    BIGINT NOT NULL,
    who      TEXT   NOT NULL,
    state    TEXT   NOT NULL,
    words    TEXT,
    document TEXT   NOT NULL,
    PRIMARY KEY (number, version)
) ${without_rowid};
