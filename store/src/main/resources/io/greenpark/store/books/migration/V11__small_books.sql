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

-- How much of a figure is estimated, its time and its amount, seen from the hour (estimated_...), from its day
-- (day_estimated_...) and from its month (month_estimated_...): docs/arithmetic.md, 5. All six are NULL where that follows from
-- what is there: all of what was called ESTIMATED is estimated at each of the three, nothing else is. So it is of what was
-- booked before: how its rises were spread is not known any more. Its hours were called ESTIMATED as a whole, and are so; days
-- and months keep what they were called, by the point-hours they counted as estimated. Booked anew, they are as they are.

ALTER TABLE energy_hour_point ADD COLUMN estimated_ms BIGINT;
ALTER TABLE energy_hour_point ADD COLUMN estimated_amount BIGINT;
ALTER TABLE energy_hour_point ADD COLUMN day_estimated_ms BIGINT;
ALTER TABLE energy_hour_point ADD COLUMN day_estimated_amount BIGINT;
ALTER TABLE energy_hour_point ADD COLUMN month_estimated_ms BIGINT;
ALTER TABLE energy_hour_point ADD COLUMN month_estimated_amount BIGINT;

ALTER TABLE energy_hour ADD COLUMN estimated_ms BIGINT;
ALTER TABLE energy_hour ADD COLUMN estimated_amount BIGINT;
ALTER TABLE energy_hour ADD COLUMN day_estimated_ms BIGINT;
ALTER TABLE energy_hour ADD COLUMN day_estimated_amount BIGINT;
ALTER TABLE energy_hour ADD COLUMN month_estimated_ms BIGINT;
ALTER TABLE energy_hour ADD COLUMN month_estimated_amount BIGINT;

ALTER TABLE energy_day ADD COLUMN estimated_ms BIGINT;
ALTER TABLE energy_day ADD COLUMN estimated_amount BIGINT;
ALTER TABLE energy_day ADD COLUMN day_estimated_ms BIGINT;
ALTER TABLE energy_day ADD COLUMN day_estimated_amount BIGINT;
ALTER TABLE energy_day ADD COLUMN month_estimated_ms BIGINT;
ALTER TABLE energy_day ADD COLUMN month_estimated_amount BIGINT;

ALTER TABLE energy_month ADD COLUMN estimated_ms BIGINT;
ALTER TABLE energy_month ADD COLUMN estimated_amount BIGINT;
ALTER TABLE energy_month ADD COLUMN day_estimated_ms BIGINT;
ALTER TABLE energy_month ADD COLUMN day_estimated_amount BIGINT;
ALTER TABLE energy_month ADD COLUMN month_estimated_ms BIGINT;
ALTER TABLE energy_month ADD COLUMN month_estimated_amount BIGINT;
