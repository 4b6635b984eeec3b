-- What was shown of a park's month when it was closed, once for every time it was: edition 1, 2, 3 ... Rows are only added. Whether a month is
-- closed now, the registry says. month: 2026-10. reason: null where nothing was open. points: what was open then, as JSON.
CREATE TABLE closed_month (
    park      TEXT    NOT NULL,
    month     TEXT    NOT NULL,
    edition   INTEGER NOT NULL,
    closed_ms BIGINT  NOT NULL,
    who       TEXT    NOT NULL,
    reason    TEXT,
    points    TEXT    NOT NULL,
    PRIMARY KEY (park, month, edition)
) ${without_rowid};

-- The figures that go with it, one row per enterprise, one of the park, and one of the district where it was the last of its parks.
-- document: the figures as JSON.
CREATE TABLE closed_figure (
    park     TEXT    NOT NULL,
    month    TEXT    NOT NULL,
    edition  INTEGER NOT NULL,
    scope    TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    document TEXT    NOT NULL,
    PRIMARY KEY (park, month, edition, scope, subject)
) ${without_rowid};

-- Since when a figure is known to differ from what it was when its month was closed. A row goes when the figure is as it was.
CREATE TABLE closed_difference (
    park     TEXT    NOT NULL,
    month    TEXT    NOT NULL,
    edition  INTEGER NOT NULL,
    scope    TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    since_ms BIGINT  NOT NULL,
    PRIMARY KEY (park, month, edition, scope, subject)
) ${without_rowid};

-- Months that the platform has looked at to close them by itself; it looks once. outcome: CLOSED or DUE.
CREATE TABLE closing_look (
    park    TEXT   NOT NULL,
    month   TEXT   NOT NULL,
    at_ms   BIGINT NOT NULL,
    outcome TEXT   NOT NULL,
    PRIMARY KEY (park, month)
) ${without_rowid};

-- The first month that the platform closes by itself: the one that ran when it was told to. One row.
CREATE TABLE closing_start (
    one   INTEGER NOT NULL PRIMARY KEY,
    month TEXT    NOT NULL
);
