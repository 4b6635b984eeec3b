-- How much of the expected metering time is measured, 0..1; completeness also counts what is estimated. Null in rows of before:
-- they tell nothing of estimates, and stay what they were judged to be.
ALTER TABLE intensity_month ADD COLUMN measured DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN base_measured DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN ytd_measured DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN ytd_base_measured DOUBLE PRECISION;
ALTER TABLE alert_verdict ADD COLUMN measured DOUBLE PRECISION;

-- What is estimated of time (milliseconds) and amount, seen from the hour, the day and the month. The column estimated counts the
-- hours that were booked as ESTIMATED before it was known how much of them is.
ALTER TABLE energy_hour ADD COLUMN estimated_hour_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_hour ADD COLUMN estimated_hour_amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_hour ADD COLUMN estimated_day_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_hour ADD COLUMN estimated_day_amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_hour ADD COLUMN estimated_month_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_hour ADD COLUMN estimated_month_amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_day ADD COLUMN estimated_hour_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_day ADD COLUMN estimated_hour_amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_day ADD COLUMN estimated_day_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_day ADD COLUMN estimated_day_amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_day ADD COLUMN estimated_month_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_day ADD COLUMN estimated_month_amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_month ADD COLUMN estimated_hour_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_month ADD COLUMN estimated_hour_amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_month ADD COLUMN estimated_day_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_month ADD COLUMN estimated_day_amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_month ADD COLUMN estimated_month_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE energy_month ADD COLUMN estimated_month_amount BIGINT NOT NULL DEFAULT 0;
