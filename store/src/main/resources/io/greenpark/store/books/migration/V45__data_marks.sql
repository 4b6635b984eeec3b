-- Marks that enterprises make of their own data: a time of an outlet or device, of what kind, and why. state: SUBMITTED, ACCEPTED, REJECTED, WITHDRAWN,
-- LATE, REVOKED. term_ms: until when it had to be made; decide_ms: until when it is to be decided. rules: version of the marking rules it was made under, and
-- rule: which of them took it. effect: what it does to judging (NONE, INVALID, EXEMPT) up to effect_to_ms, once accepted. files: ids apart by blanks.
CREATE TABLE data_mark (
    id           TEXT   NOT NULL PRIMARY KEY,
    enterprise   TEXT   NOT NULL,
    scope        TEXT   NOT NULL,
    target       TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    from_ms      BIGINT NOT NULL,
    to_ms        BIGINT NOT NULL,
    reason       TEXT   NOT NULL,
    files        TEXT   NOT NULL,
    made_by      TEXT   NOT NULL,
    account      TEXT   NOT NULL,
    made_ms      BIGINT NOT NULL,
    term_ms      BIGINT NOT NULL,
    decide_ms    BIGINT NOT NULL,
    rules        BIGINT NOT NULL,
    rule         TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    effect       TEXT   NOT NULL,
    effect_to_ms BIGINT,
    decided_by   TEXT,
    decided_ms   BIGINT,
    word         TEXT
);
CREATE INDEX data_mark_enterprise ON data_mark (enterprise, from_ms);
CREATE INDEX data_mark_state ON data_mark (state, made_ms);

-- Which points a mark is about, as the registry had them when it was made.
CREATE TABLE data_mark_point (
    point   TEXT   NOT NULL,
    mark    TEXT   NOT NULL REFERENCES data_mark (id),
    from_ms BIGINT NOT NULL,
    to_ms   BIGINT NOT NULL,
    PRIMARY KEY (point, mark)
);
CREATE INDEX data_mark_point_mark ON data_mark_point (mark);

-- On which days the people of a park were told of marks that wait to be decided.
CREATE TABLE data_mark_digest (
    park    TEXT   NOT NULL,
    day     TEXT   NOT NULL,
    told_ms BIGINT NOT NULL,
    PRIMARY KEY (park, day)
);
