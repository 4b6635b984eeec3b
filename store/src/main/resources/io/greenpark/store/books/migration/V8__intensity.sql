-- intensity_month becomes what rules, console and series read: all that a month's row says. Of a month that still runs the
-- row says what it would be if the month were over; reasons are JSON, a code with its numbers, by the figure they explain.
ALTER TABLE intensity_month ADD COLUMN iva TEXT;
ALTER TABLE intensity_month ADD COLUMN change TEXT;
ALTER TABLE intensity_month ADD COLUMN completeness DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN base_completeness DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN month_status TEXT;
ALTER TABLE intensity_month ADD COLUMN reasons TEXT;
ALTER TABLE intensity_month ADD COLUMN ytd_iva TEXT;
ALTER TABLE intensity_month ADD COLUMN ytd_completeness DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN ytd_base_completeness DOUBLE PRECISION;
ALTER TABLE intensity_month ADD COLUMN ytd_reasons TEXT;
ALTER TABLE intensity_month ADD COLUMN target TEXT;
ALTER TABLE intensity_month ADD COLUMN base_year INTEGER;
ALTER TABLE intensity_month ADD COLUMN change_to_date TEXT;
ALTER TABLE intensity_month ADD COLUMN gap TEXT;
ALTER TABLE intensity_month ADD COLUMN may_judge BOOLEAN;
ALTER TABLE intensity_month ADD COLUMN verdict_reason TEXT;

-- Rows of before have none of it and are computed once more; where they come out as they were, nothing is marked.
INSERT INTO account_intensity_work (enterprise, month_ms)
SELECT CASE WHEN scope = 'PARK' THEN 'park:' || subject ELSE subject END, min(month_ms)
FROM intensity_month
WHERE scope IN ('ENTERPRISE', 'PARK')
GROUP BY scope, subject
ON CONFLICT (enterprise, month_ms) DO NOTHING;
