-- How much of the expected metering time is measured, 0..1; completeness also counts what is estimated. Null in rows of before:
-- they tell nothing of estimates, and stay what they were judged to be.
ALTER TABLE intensity_month ADD COLUMN measured DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN base_measured DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN ytd_measured DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN ytd_base_measured DOUBLE PRECISION;
ALTER TABLE alert_verdict ADD COLUMN measured DOUBLE PRECISION;

-- Point-hours of days and months of before that were called ESTIMATED. It is not known how they were spread: a day or a month may
-- be bounded by readings all the same. It keeps the name, and counts as measured where it is judged, until it is booked anew.
ALTER TABLE energy_day ADD COLUMN unsplit INTEGER NOT NULL DEFAULT 0;
ALTER TABLE energy_month ADD COLUMN unsplit INTEGER NOT NULL DEFAULT 0;
UPDATE energy_day SET unsplit = estimated WHERE estimated > 0;
UPDATE energy_month SET unsplit = estimated WHERE estimated > 0;
