-- How many changes of rules and legal bases there were; the versions themselves are kinds alert-rule/... and legal-basis/... of policy_version. One row, id 1, once there was one.
CREATE TABLE alert_rulebook (
    id      BIGINT NOT NULL PRIMARY KEY,
    changes BIGINT NOT NULL
);

-- By which rule a case was raised, as that stood then. says: the rule and what it cites, JSON with sorted keys. Cases of before have no row.
CREATE TABLE alert_case_rule (
    case_id TEXT   NOT NULL PRIMARY KEY REFERENCES alert_case (id),
    rule_id TEXT   NOT NULL,
    version BIGINT NOT NULL,
    says    TEXT   NOT NULL
);
CREATE INDEX alert_case_rule_rule ON alert_case_rule (rule_id);

-- How often a case came again after it was over, where that is one case; others have no row.
CREATE TABLE alert_flap (
    case_id TEXT   NOT NULL PRIMARY KEY REFERENCES alert_case (id),
    again   BIGINT NOT NULL
);

-- From when on a kind of rule judges that there was not from the beginning: what was before is not judged.
CREATE TABLE alert_judged_since (
    rule     TEXT   NOT NULL PRIMARY KEY,
    since_ms BIGINT NOT NULL
);
