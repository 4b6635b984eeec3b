-- What the bureau decides of alerts as data, by kind. Rows are only added; the newest of a kind is in force. document: JSON with sorted keys.
CREATE TABLE policy_version (
    kind     TEXT   NOT NULL,
    version  BIGINT NOT NULL,
    at_ms    BIGINT NOT NULL,
    by_whom  TEXT   NOT NULL,
    reason   TEXT   NOT NULL,
    document TEXT   NOT NULL,
    PRIMARY KEY (kind, version)
);

-- Whom a case is told to, by tier: how it was told to it last (manner, NEVER where it was not), and when to look again whether it is to be told
-- sooner by then (look_ms, null where time alone changes nothing). look_ms of a case that is over is null. Cases of before have no row, and are told
-- to everybody at once.
CREATE TABLE alert_tier (
    case_id TEXT   NOT NULL REFERENCES alert_case (id),
    tier    TEXT   NOT NULL,
    rule    TEXT   NOT NULL,
    plan    BIGINT NOT NULL,
    manner  TEXT   NOT NULL,
    look_ms BIGINT,
    PRIMARY KEY (case_id, tier)
);
CREATE INDEX alert_tier_look ON alert_tier (look_ms) WHERE look_ms IS NOT NULL;

-- Times in which nobody is told of the cases of something. rules: names apart by blanks, empty for all. ended_ms: when it was ended before its time.
CREATE TABLE alert_mute (
    id       BIGINT NOT NULL PRIMARY KEY,
    kind     TEXT   NOT NULL,
    scope    TEXT   NOT NULL,
    target   TEXT   NOT NULL,
    rules    TEXT   NOT NULL,
    from_ms  BIGINT NOT NULL,
    to_ms    BIGINT NOT NULL,
    owner    TEXT   NOT NULL,
    reason   TEXT   NOT NULL,
    made_ms  BIGINT NOT NULL,
    ended_ms BIGINT,
    ended_by TEXT
);
CREATE INDEX alert_mute_to ON alert_mute (to_ms);
