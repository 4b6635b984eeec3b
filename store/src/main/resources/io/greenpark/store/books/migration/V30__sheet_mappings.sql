-- What the columns of people's own sheets mean, one row a source. version: 1, 2, 3 ... of every change, also of its matches. fingerprint: of the
-- header that it is known again by. document: the mapping as JSON. made_by: the account that kept it first, whose part of the district it is of.
CREATE TABLE sheet_mapping (
    id          TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    fingerprint TEXT   NOT NULL,
    changed_ms  BIGINT NOT NULL,
    changed_by  TEXT   NOT NULL,
    made_by     TEXT   NOT NULL,
    document    TEXT   NOT NULL,
    PRIMARY KEY (id)
) ${without_rowid};

-- What people decided about rows that match no enterprise by themselves. said: what the row says, e.g. name:...; enterprise: the id of the one
-- that it is; empty where it is none of the registry's. Several for one said where people of several parks decided, each for theirs.
CREATE TABLE sheet_match (
    mapping    TEXT   NOT NULL,
    said       TEXT   NOT NULL,
    enterprise TEXT   NOT NULL,
    changed_ms BIGINT NOT NULL,
    changed_by TEXT   NOT NULL,
    PRIMARY KEY (mapping, said, enterprise)
) ${without_rowid};
