-- Verdicts of the limits, exceeded and warned of, of closed days: a row per subject and day, in the bytes of a VerdictCodec. They
-- come out of alert_verdict, which keeps the days that are open, and all verdicts of the other rules: a row there is newer than
-- the same verdict here, and is folded in again.
-- subject: as in alert_verdict, boiler-nox/hour. day: days since 1970-01-01, UTC.

CREATE TABLE alert_verdict_folded (
    subject TEXT    NOT NULL,
    day     INTEGER NOT NULL,
    data    ${blob} NOT NULL,
    PRIMARY KEY (subject, day)
) ${without_rowid};
