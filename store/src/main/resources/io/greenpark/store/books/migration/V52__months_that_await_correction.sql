-- Months of an enterprise's energy or intensity that an objection was right about: no target is held against them, nor against a year to date with
-- them, until what is right has come in. Half-open. awaits: BILL, STATISTIC, READING or OPEN. reference: what corrects it, where that is known.
-- iva: the value added when it was decided, null where there was none; that of a STATISTIC is corrected once it is another.
-- taken_ms: when the intensities of it were noted to be computed anew, after it was decided and again after it ended; null before.
CREATE TABLE month_void (
    objection  TEXT   NOT NULL PRIMARY KEY,
    enterprise TEXT   NOT NULL,
    from_ms    BIGINT NOT NULL,
    to_ms      BIGINT NOT NULL,
    awaits     TEXT   NOT NULL,
    reference  TEXT,
    iva        TEXT,
    at_ms      BIGINT NOT NULL,
    taken_ms   BIGINT,
    ended_ms   BIGINT,
    ended_by   TEXT,
    ended_why  TEXT
) ${without_rowid};
