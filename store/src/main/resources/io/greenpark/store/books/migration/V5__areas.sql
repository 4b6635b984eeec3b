-- Parks and the district as a whole: whom to tell of them, and cases about them.

ALTER TABLE registry_district ADD COLUMN name_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE registry_district ADD COLUMN name_en TEXT NOT NULL DEFAULT '';
UPDATE registry_district SET name_zh = id, name_en = id;

CREATE TABLE registry_district_contact (
    district_id TEXT   NOT NULL REFERENCES registry_district (id),
    ord         BIGINT NOT NULL,
    name        TEXT   NOT NULL,
    email       TEXT,
    webhook     TEXT,
    language    TEXT   NOT NULL,
    PRIMARY KEY (district_id, ord)
);

CREATE TABLE registry_park_contact (
    park_id  TEXT   NOT NULL REFERENCES registry_park (id),
    ord      BIGINT NOT NULL,
    name     TEXT   NOT NULL,
    email    TEXT,
    webhook  TEXT,
    language TEXT   NOT NULL,
    PRIMARY KEY (park_id, ord)
);

-- A case is about an enterprise or about an area: the id of a park or of the district, as scope says. SQLite cannot take
-- NOT NULL from a column, so a column without it takes its place.
DROP INDEX alert_case_enterprise;
ALTER TABLE alert_case ADD COLUMN scope TEXT NOT NULL DEFAULT 'ENTERPRISE';
ALTER TABLE alert_case RENAME COLUMN enterprise TO only_enterprise;
ALTER TABLE alert_case ADD COLUMN enterprise TEXT;
UPDATE alert_case SET enterprise = only_enterprise;
ALTER TABLE alert_case DROP COLUMN only_enterprise;
ALTER TABLE alert_case ADD COLUMN area TEXT CHECK ((enterprise IS NULL) <> (area IS NULL));
CREATE INDEX alert_case_enterprise ON alert_case (enterprise, raised_ms);
CREATE INDEX alert_case_area ON alert_case (area, raised_ms);

-- Months of parks and districts were booked and marked before a rule judged them: it is to look at them now.
UPDATE mark_counter SET version = version + 1;
INSERT INTO mark (consumer, kind, subject, start_ms, version)
SELECT DISTINCT s.consumer, s.kind, i.subject, i.month_ms, c.version
FROM mark_subscription s, intensity_month i, mark_counter c
WHERE s.consumer = 'rules' AND s.kind = 'INTENSITY_MONTH' AND i.scope <> 'ENTERPRISE'
ON CONFLICT (consumer, kind, subject, start_ms) DO NOTHING;
