-- Points InfluxDB refused for what they are, one row a series (measurement and tags) and kind of refusal: how many, of
-- which times, and the newest of them with the server's words. They are in the books all the same.
DROP TABLE influx_refused;
CREATE TABLE influx_dead_letter (
    series   TEXT   NOT NULL,
    reason   TEXT   NOT NULL,
    refused  BIGINT NOT NULL,
    first_ms BIGINT,
    last_ms  BIGINT,
    line     TEXT   NOT NULL,
    words    TEXT   NOT NULL,
    seen_ms  BIGINT NOT NULL,
    PRIMARY KEY (series, reason)
);

-- Filling InfluxDB from the books, one row a writer, while InfluxDB is switched on. request counts up with every new
-- request; place says how far it got, in the writer's own words; held is a log offset the writer comes back to.
CREATE TABLE influx_fill (
    writer       TEXT   NOT NULL PRIMARY KEY,
    request      BIGINT NOT NULL,
    requested_ms BIGINT NOT NULL,
    place        TEXT   NOT NULL,
    held         BIGINT,
    done         BIGINT NOT NULL,
    total        BIGINT NOT NULL,
    finished_ms  BIGINT
);
