-- What waits under one name is told together; to fold is what happens to the hours of a closed day.
ALTER TABLE alert_outbox RENAME COLUMN fold TO bundle;

-- A request for a review may be of one document that is in force as a whole, in versions (a policy, named by matters), instead of edits of the
-- registry: document: JSON; based_on and change_number are versions of it then. Null for edits.
ALTER TABLE review_request ADD COLUMN document TEXT;

-- Monday's pages as leaders were told: week: its Monday; scope: the part of the district it was made of; document: JSON with sorted keys. Account empty
-- for the row that says that a week is done with.
CREATE TABLE monday_page (
    week     TEXT   NOT NULL,
    account  TEXT   NOT NULL,
    scope    TEXT   NOT NULL,
    made_ms  BIGINT NOT NULL,
    document TEXT   NOT NULL,
    PRIMARY KEY (week, account)
);
