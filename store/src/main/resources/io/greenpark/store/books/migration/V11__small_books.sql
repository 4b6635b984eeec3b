-- Hours of closed days, a row per subject and day in the bytes of its HourCodec. They come out of the tables of hours, which
-- keep the days that are open: a row there is newer than the same hour here, and is folded in again.
-- day: days since 1970-01-01, UTC. point: its number in reading_point.

CREATE TABLE energy_hour_point_folded (
    point INTEGER NOT NULL,
    day   INTEGER NOT NULL,
    data  ${blob} NOT NULL,
    PRIMARY KEY (point, day)
) ${without_rowid};

CREATE TABLE energy_hour_folded (
    enterprise TEXT    NOT NULL,
    day        INTEGER NOT NULL,
    data       ${blob} NOT NULL,
    PRIMARY KEY (enterprise, day)
) ${without_rowid};

CREATE TABLE discharge_hour_folded (
    point INTEGER NOT NULL,
    day   INTEGER NOT NULL,
    data  ${blob} NOT NULL,
    PRIMARY KEY (point, day)
) ${without_rowid};
