-- The set of readings, the readers of the log, dirty marks and signs of life.
-- Times are epoch milliseconds, days are days since 1970-01-01 in Asia/Shanghai.

-- Small numbers for point ids: a hot row then takes some 40 bytes.
CREATE TABLE reading_point (
    no    INTEGER NOT NULL PRIMARY KEY,
    point TEXT    NOT NULL UNIQUE
);

-- Recent days, in the order of time in which they arrive. pos is the log offset that decides between differing values.
CREATE TABLE reading_hot (
    time_ms    BIGINT           NOT NULL,
    point      INTEGER          NOT NULL,
    value      DOUBLE PRECISION NOT NULL,
    flag       SMALLINT         NOT NULL,
    arrival_ms BIGINT           NOT NULL,
    pos        BIGINT           NOT NULL,
    PRIMARY KEY (time_ms, point)
) ${without_rowid};

-- Which days of a point hold samples, hot or folded, and between which times: finds neighbours without searching.
CREATE TABLE reading_span (
    day      INTEGER NOT NULL,
    point    INTEGER NOT NULL,
    first_ms BIGINT  NOT NULL,
    last_ms  BIGINT  NOT NULL,
    PRIMARY KEY (day, point)
) ${without_rowid};
CREATE INDEX reading_span_point ON reading_span (point, day);

-- Closed days, compressed (DayCodec). A (point, time) stands here or in reading_hot, never in both.
CREATE TABLE reading_folded (
    point   INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    samples INTEGER NOT NULL,
    data    ${blob} NOT NULL,
    PRIMARY KEY (point, day)
);
CREATE INDEX reading_folded_day ON reading_folded (day);

-- Values that lost against a later one of the same (point, time): kept as evidence.
CREATE TABLE reading_superseded (
    point      INTEGER          NOT NULL,
    time_ms    BIGINT           NOT NULL,
    value      DOUBLE PRECISION NOT NULL,
    flag       SMALLINT         NOT NULL,
    arrival_ms BIGINT           NOT NULL,
    pos        BIGINT           NOT NULL,
    PRIMARY KEY (point, time_ms, value, flag)
) ${without_rowid};

-- Where each reader of the log stands, and the term of office of the instance that may move it.
CREATE TABLE reader_position (
    reader TEXT    NOT NULL,
    part   INTEGER NOT NULL,
    pos    BIGINT  NOT NULL,
    epoch  BIGINT  NOT NULL,
    PRIMARY KEY (reader, part)
);

-- What a reader could no longer read (dropped by retention, damaged): told by health, never passed over in silence.
CREATE TABLE reader_gap (
    reader   TEXT    NOT NULL,
    part     INTEGER NOT NULL,
    from_pos BIGINT  NOT NULL,
    to_pos   BIGINT  NOT NULL,
    missed   BIGINT  NOT NULL,
    seen_ms  BIGINT  NOT NULL,
    PRIMARY KEY (reader, part, from_pos)
);

-- Who wants to hear of which kinds of changed figures.
CREATE TABLE mark_subscription (
    consumer TEXT NOT NULL,
    kind     TEXT NOT NULL,
    PRIMARY KEY (consumer, kind)
);

-- Periods whose figures changed and that a consumer has yet to look at.
CREATE TABLE mark (
    consumer TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    subject  TEXT   NOT NULL,
    start_ms BIGINT NOT NULL,
    version  BIGINT NOT NULL,
    PRIMARY KEY (consumer, kind, subject, start_ms)
) ${without_rowid};
CREATE INDEX mark_version ON mark (consumer, version);

-- One row: the version of the newest change, so that a mark deleted and made again is never taken for the old one.
CREATE TABLE mark_counter (
    id      INTEGER NOT NULL PRIMARY KEY,
    version BIGINT  NOT NULL
);
INSERT INTO mark_counter (id, version) VALUES (1, 0);

-- The latest sign of life of each device.
CREATE TABLE live_device (
    device     TEXT   NOT NULL PRIMARY KEY,
    arrival_ms BIGINT NOT NULL,
    time_ms    BIGINT NOT NULL,
    door       TEXT   NOT NULL
);

-- Lines InfluxDB refused, one row per measurement and kind of refusal, with the newest of them.
CREATE TABLE influx_refused (
    measurement TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    refused     BIGINT NOT NULL,
    line        TEXT   NOT NULL,
    words       TEXT   NOT NULL,
    seen_ms     BIGINT NOT NULL,
    PRIMARY KEY (measurement, reason)
);
