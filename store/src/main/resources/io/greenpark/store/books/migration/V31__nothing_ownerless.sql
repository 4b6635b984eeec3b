-- Who sees to a case: an account, or an office in words where it was left to one. A case without a row is nobody's. Kept when the case is over.
CREATE TABLE case_owner (
    case_id  TEXT   NOT NULL PRIMARY KEY REFERENCES alert_case (id),
    account  TEXT,
    office   TEXT,
    since_ms BIGINT NOT NULL,
    by_whom  TEXT   NOT NULL
);
CREATE INDEX case_owner_account ON case_owner (account);

-- Whose the case is after an event that says so: an account or an office; null for events that do not, and where it was given back.
ALTER TABLE alert_step ADD COLUMN owner TEXT;
ALTER TABLE alert_step ADD COLUMN owner_office TEXT;

-- Who stands in for whom, half-open. ended_ms: when it was ended early, null where it ends by itself. Rows are only added and ended.
CREATE TABLE deputy (
    id         TEXT   NOT NULL PRIMARY KEY,
    account    TEXT   NOT NULL,
    deputy     TEXT   NOT NULL,
    from_ms    BIGINT NOT NULL,
    until_ms   BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    created_by TEXT   NOT NULL,
    word       TEXT,
    ended_ms   BIGINT,
    ended_by   TEXT
) ${without_rowid};
CREATE INDEX deputy_account ON deputy (account, until_ms);
CREATE INDEX deputy_deputy ON deputy (deputy, until_ms);

-- Contacts as they are asked whether they are still right. id: a digest of whose contact it is and of its addresses, so that another address is
-- another row. asked: how many letters of this round went out, the first of them at asked_ms; round: how many rounds there were; a link is good for the round it was written in.
-- how: CONSOLE or LINK. declined_ms: when the link was answered by no. gone_ms: since when the registry has it no more. marked_ms, marked_by, mark:
-- since when an officer knows that its addresses do not work, who that is, and how it is known; of this contact of this owner alone.
CREATE TABLE contact_confirmation (
    id           TEXT    NOT NULL PRIMARY KEY,
    scope        TEXT    NOT NULL,
    owner        TEXT    NOT NULL,
    seen_ms      BIGINT  NOT NULL,
    due_ms       BIGINT  NOT NULL,
    round        INTEGER NOT NULL,
    asked        INTEGER NOT NULL,
    asked_ms     BIGINT,
    confirmed_ms BIGINT,
    confirmed_by TEXT,
    how          TEXT,
    word         TEXT,
    declined_ms  BIGINT,
    gone_ms      BIGINT,
    marked_ms    BIGINT,
    marked_by    TEXT,
    mark         TEXT
) ${without_rowid};
CREATE INDEX contact_confirmation_owner ON contact_confirmation (scope, owner);

-- How addresses fare that are told things. target_hash: of the address, which may hold a token. failing_ms: since when every attempt failed;
-- broken_ms: since when it counts as not working, answer: what the other side said. What people know of an address is in contact_confirmation.
CREATE TABLE contact_address (
    channel      TEXT   NOT NULL,
    target_hash  TEXT   NOT NULL,
    failing_ms   BIGINT,
    broken_ms    BIGINT,
    answer       TEXT,
    delivered_ms BIGINT,
    PRIMARY KEY (channel, target_hash)
) ${without_rowid};

-- Enterprises and parks that nobody can be told of. quiet: 1 for those that were so when contacts were first looked at: no case is opened.
CREATE TABLE contact_absence (
    scope    TEXT    NOT NULL,
    owner    TEXT    NOT NULL,
    since_ms BIGINT  NOT NULL,
    quiet    INTEGER NOT NULL,
    PRIMARY KEY (scope, owner)
) ${without_rowid};

-- When contacts were first looked at. One row.
CREATE TABLE contact_start (
    one   INTEGER NOT NULL PRIMARY KEY,
    at_ms BIGINT  NOT NULL
);

-- scope: of whose contacts a letter goes to; enterprise is the id of that enterprise, park or district.
ALTER TABLE letter_outbox ADD COLUMN scope TEXT NOT NULL DEFAULT 'ENTERPRISE';
