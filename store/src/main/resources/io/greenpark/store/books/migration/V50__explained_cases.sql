-- Of a matter that has several policies (each alert rule is one), which one a request for a review is of, as policy_version names its kind. Null otherwise.
ALTER TABLE review_request ADD COLUMN policy TEXT;

-- Which case, or what else, explains a case: as long as that is so nobody is told of it. by_case: the case; null where the enterprise does not
-- operate. version: of what explains what then. to_ms: null while it is so.
CREATE TABLE alert_explained (
    case_id    TEXT   NOT NULL REFERENCES alert_case (id),
    from_ms    BIGINT NOT NULL,
    explaining TEXT   NOT NULL,
    by_case    TEXT,
    version    BIGINT NOT NULL,
    to_ms      BIGINT,
    PRIMARY KEY (case_id, from_ms)
);
CREATE INDEX alert_explained_by ON alert_explained (by_case);
