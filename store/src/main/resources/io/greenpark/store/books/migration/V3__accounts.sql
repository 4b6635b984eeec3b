-- The energy, discharge and intensity accounts. Amounts are integers in base units (Wh, L, kJ, g); a missing amount is
-- NULL. Means, tonnes and percentages are exact decimals as text. Times are epoch milliseconds.

-- Hours of a point to be booked anew, from the hour of from_ms to to_ms, exclusive: what the accounts have yet to do.
CREATE TABLE account_work (
    point   TEXT   NOT NULL,
    from_ms BIGINT NOT NULL,
    to_ms   BIGINT NOT NULL,
    PRIMARY KEY (point, from_ms)
) ${without_rowid};

-- Months of an enterprise whose energy changed and whose intensity is to be computed anew.
CREATE TABLE account_intensity_work (
    enterprise TEXT   NOT NULL,
    month_ms   BIGINT NOT NULL,
    PRIMARY KEY (enterprise, month_ms)
) ${without_rowid};

-- What the accounts last rested on: digests of the registry's facts, by point or enterprise.
CREATE TABLE account_basis (
    subject TEXT NOT NULL PRIMARY KEY,
    digest  TEXT NOT NULL
);

-- What a point used in an hour. restart_ms: a sample from which register arithmetic may begin (HourBooking).
CREATE TABLE energy_hour_point (
    point      TEXT   NOT NULL,
    hour_ms    BIGINT NOT NULL,
    amount     BIGINT,
    covered_ms BIGINT NOT NULL,
    quality    TEXT   NOT NULL,
    restart_ms BIGINT,
    booked_ms  BIGINT NOT NULL,
    PRIMARY KEY (point, hour_ms)
) ${without_rowid};

-- Sums over the boundary points of an enterprise. covered_ms adds up over points; estimated and corrected count hours.
CREATE TABLE energy_hour (
    enterprise TEXT    NOT NULL,
    carrier    TEXT    NOT NULL,
    start_ms   BIGINT  NOT NULL,
    amount     BIGINT,
    covered_ms BIGINT  NOT NULL,
    estimated  INTEGER NOT NULL,
    corrected  INTEGER NOT NULL,
    PRIMARY KEY (enterprise, carrier, start_ms)
) ${without_rowid};

CREATE TABLE energy_day (
    enterprise TEXT    NOT NULL,
    carrier    TEXT    NOT NULL,
    start_ms   BIGINT  NOT NULL,
    amount     BIGINT,
    covered_ms BIGINT  NOT NULL,
    estimated  INTEGER NOT NULL,
    corrected  INTEGER NOT NULL,
    PRIMARY KEY (enterprise, carrier, start_ms)
) ${without_rowid};

CREATE TABLE energy_month (
    enterprise TEXT    NOT NULL,
    carrier    TEXT    NOT NULL,
    start_ms   BIGINT  NOT NULL,
    amount     BIGINT,
    covered_ms BIGINT  NOT NULL,
    estimated  INTEGER NOT NULL,
    corrected  INTEGER NOT NULL,
    PRIMARY KEY (enterprise, carrier, start_ms)
) ${without_rowid};

-- Means of discharge points.
CREATE TABLE discharge_hour (
    point         TEXT             NOT NULL,
    start_ms      BIGINT           NOT NULL,
    mean          TEXT,
    valid_samples INTEGER          NOT NULL,
    completeness  DOUBLE PRECISION NOT NULL,
    quality       TEXT             NOT NULL,
    booked_ms     BIGINT           NOT NULL,
    PRIMARY KEY (point, start_ms)
) ${without_rowid};

CREATE TABLE discharge_day (
    point         TEXT             NOT NULL,
    start_ms      BIGINT           NOT NULL,
    mean          TEXT,
    valid_samples INTEGER          NOT NULL,
    completeness  DOUBLE PRECISION NOT NULL,
    quality       TEXT             NOT NULL,
    booked_ms     BIGINT           NOT NULL,
    PRIMARY KEY (point, start_ms)
) ${without_rowid};

-- Intensity of enterprises, parks and the district, as last computed.
CREATE TABLE intensity_month (
    scope             TEXT   NOT NULL,
    subject           TEXT   NOT NULL,
    basis             TEXT   NOT NULL,
    month_ms          BIGINT NOT NULL,
    tce               TEXT,
    intensity         TEXT,
    ytd_tce           TEXT,
    ytd_intensity     TEXT,
    ytd_change        TEXT,
    target_change     TEXT,
    verdict           TEXT,
    status            TEXT   NOT NULL,
    computed_ms       BIGINT NOT NULL,
    PRIMARY KEY (scope, subject, basis, month_ms)
) ${without_rowid};

-- Former values of bookings that had stood for a while, with the time of the change: any figure can be told as known on
-- a past date. kind is ENERGY_HOUR, DISCHARGE_HOUR or DISCHARGE_DAY, subject the point.
CREATE TABLE account_history (
    kind        TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    start_ms    BIGINT NOT NULL,
    replaced_ms BIGINT NOT NULL,
    figure      TEXT,
    quality     TEXT   NOT NULL,
    booked_ms   BIGINT NOT NULL,
    PRIMARY KEY (kind, subject, start_ms, replaced_ms)
) ${without_rowid};
