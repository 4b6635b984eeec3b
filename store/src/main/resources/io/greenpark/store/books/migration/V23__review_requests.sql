-- Edits of the registry that a second person is to review, numbered 1, 2, 3 ... matters: what of them, codes with commas between. edits: as
-- JSON. account: the one that answers for who. based_on: the registry_change that they were made on. emergency: 1 where they were put in force before the review. change_number:
-- the registry_change that put them in force, null while they are not. verdict and what is beside it: null until somebody decided.
CREATE TABLE review_request (
    number         BIGINT NOT NULL PRIMARY KEY,
    at_ms          BIGINT NOT NULL,
    who            TEXT   NOT NULL,
    account        TEXT   NOT NULL,
    source         TEXT   NOT NULL,
    reason         TEXT   NOT NULL,
    matters        TEXT   NOT NULL,
    edits          TEXT   NOT NULL,
    based_on       BIGINT NOT NULL,
    emergency      BIGINT NOT NULL,
    change_number  BIGINT,
    verdict        TEXT,
    decided_ms     BIGINT,
    decided_by     TEXT,
    verdict_reason TEXT
) ${without_rowid};

CREATE INDEX review_request_verdict ON review_request (verdict, number);
