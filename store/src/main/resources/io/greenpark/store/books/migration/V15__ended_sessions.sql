-- Sessions of the console that people ended before they would have expired, at until_ms; a row stays that long. Sessions themselves
-- are signed cookies and stand nowhere.
CREATE TABLE ended_session (
    id       TEXT   NOT NULL PRIMARY KEY,
    until_ms BIGINT NOT NULL
) ${without_rowid};
