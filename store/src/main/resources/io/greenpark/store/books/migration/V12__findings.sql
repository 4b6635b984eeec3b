-- What the arithmetic noticed about a point: of a kind in the month of its park that begins at begin_ms, or, where each asks
-- for a decision of its own, at the data time begin_ms. Of data from from_ms to to_ms, how often (found), why the last time
-- (reason), and the same by the hour in which it was found (hours, packed), from first_hour_ms to last_hour_ms, so that
-- what a later computation no longer finds is taken back.
CREATE TABLE account_finding (
    point         TEXT   NOT NULL,
    kind          TEXT   NOT NULL,
    begin_ms      BIGINT NOT NULL,
    first_hour_ms BIGINT NOT NULL,
    last_hour_ms  BIGINT NOT NULL,
    from_ms       BIGINT NOT NULL,
    to_ms         BIGINT NOT NULL,
    found         BIGINT NOT NULL,
    reason        TEXT   NOT NULL,
    hours         ${blob} NOT NULL,
    PRIMARY KEY (point, kind, begin_ms)
) ${without_rowid};

CREATE INDEX account_finding_newest ON account_finding (kind, to_ms, point);

-- Proposals to enter a replacement of a meter that a person declined: the register fell after last_old_ms and until at_ms. It
-- is not proposed again, also where a late value shows more exactly when it fell.
CREATE TABLE account_declined (
    point       TEXT   NOT NULL,
    at_ms       BIGINT NOT NULL,
    last_old_ms BIGINT NOT NULL,
    old_end     TEXT   NOT NULL,
    new_start   TEXT   NOT NULL,
    declined_ms BIGINT NOT NULL,
    declined_by TEXT   NOT NULL,
    comment     TEXT   NOT NULL,
    PRIMARY KEY (point, at_ms)
) ${without_rowid};

-- The newest data time of each point, when its newest reading arrived, and when that time was last moved on: data that stand
-- still while messages arrive. moved_ms is null as long as a point of a device that was heard before this version has not
-- moved: nobody is told of what stood still before.
CREATE TABLE live_point (
    point      TEXT   NOT NULL PRIMARY KEY,
    device     TEXT   NOT NULL,
    arrival_ms BIGINT NOT NULL,
    time_ms    BIGINT NOT NULL,
    moved_ms   BIGINT
) ${without_rowid};

-- When a device was first heard; null if that was before this version.
ALTER TABLE live_device ADD COLUMN first_ms BIGINT;
