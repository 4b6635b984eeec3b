-- Points whose hours grow with time, since the newest value stands until the next, at most to until_ms: they are booked again
-- once it is due_ms, from from_ms on. A process that dies in between forgets nothing.
CREATE TABLE account_held (
    point    TEXT   NOT NULL PRIMARY KEY,
    from_ms  BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    due_ms   BIGINT NOT NULL
) ${without_rowid};

-- Points whose arithmetic fails, from from_ms to to_ms, exclusive, why (reason), since when and when it was last tried.
CREATE TABLE account_failing (
    point    TEXT   NOT NULL PRIMARY KEY,
    from_ms  BIGINT NOT NULL,
    to_ms    BIGINT NOT NULL,
    reason   TEXT   NOT NULL,
    since_ms BIGINT NOT NULL,
    tried_ms BIGINT NOT NULL
) ${without_rowid};
