-- The registry as imported, and the hashes of credentials. Times are epoch milliseconds, durations milliseconds, dates and
-- months ISO texts, decimals texts (exact). ord keeps the order of the files.

-- The files of the last import, in order, known by their content.
CREATE TABLE registry_import (
    ord         BIGINT NOT NULL PRIMARY KEY,
    file        TEXT   NOT NULL,
    sha256      TEXT   NOT NULL,
    imported_ms BIGINT NOT NULL
);

CREATE TABLE registry_district (
    id TEXT NOT NULL PRIMARY KEY
);

CREATE TABLE registry_park (
    id      TEXT   NOT NULL PRIMARY KEY,
    ord     BIGINT NOT NULL,
    name_zh TEXT   NOT NULL,
    name_en TEXT   NOT NULL,
    zone    TEXT   NOT NULL
);

CREATE TABLE registry_enterprise (
    id          TEXT    NOT NULL PRIMARY KEY,
    ord         BIGINT  NOT NULL,
    park_id     TEXT    NOT NULL REFERENCES registry_park (id),
    name_zh     TEXT    NOT NULL,
    name_en     TEXT    NOT NULL,
    industry    TEXT    NOT NULL,
    above_scale BOOLEAN NOT NULL,
    polluting   BOOLEAN NOT NULL
);

CREATE TABLE registry_contact (
    enterprise_id TEXT   NOT NULL REFERENCES registry_enterprise (id),
    ord           BIGINT NOT NULL,
    name          TEXT   NOT NULL,
    email         TEXT,
    webhook       TEXT,
    language      TEXT   NOT NULL,
    PRIMARY KEY (enterprise_id, ord)
);

CREATE TABLE registry_outlet (
    id            TEXT   NOT NULL PRIMARY KEY,
    ord           BIGINT NOT NULL,
    enterprise_id TEXT   NOT NULL REFERENCES registry_enterprise (id),
    name_zh       TEXT   NOT NULL,
    name_en       TEXT   NOT NULL,
    medium        TEXT   NOT NULL,
    standing      TEXT   NOT NULL
);

CREATE TABLE registry_gateway (
    id      TEXT   NOT NULL PRIMARY KEY,
    ord     BIGINT NOT NULL,
    name_zh TEXT   NOT NULL,
    name_en TEXT   NOT NULL
);

CREATE TABLE registry_device (
    id               TEXT   NOT NULL PRIMARY KEY,
    ord              BIGINT NOT NULL,
    enterprise_id    TEXT   NOT NULL REFERENCES registry_enterprise (id),
    name_zh          TEXT   NOT NULL,
    name_en          TEXT   NOT NULL,
    gateway_id       TEXT REFERENCES registry_gateway (id),
    silence_after_ms BIGINT NOT NULL
);

-- Never deleted: a point that leaves the files is ended.
CREATE TABLE registry_point (
    id        TEXT   NOT NULL PRIMARY KEY,
    ord       BIGINT NOT NULL,
    device_id TEXT   NOT NULL REFERENCES registry_device (id),
    sent_key  TEXT   NOT NULL,
    outlet_id TEXT REFERENCES registry_outlet (id),
    quantity  TEXT   NOT NULL,
    name_zh   TEXT   NOT NULL,
    name_en   TEXT   NOT NULL,
    ended_ms  BIGINT
);

CREATE TABLE registry_point_facts (
    point_id             TEXT    NOT NULL REFERENCES registry_point (id),
    valid_from_ms        BIGINT  NOT NULL,
    unit                 TEXT    NOT NULL,
    kind                 TEXT    NOT NULL,
    period_ms            BIGINT  NOT NULL,
    stamp                TEXT    NOT NULL,
    expected_interval_ms BIGINT  NOT NULL,
    max_per_hour         TEXT,
    ratio                TEXT    NOT NULL,
    ratio_applied        BOOLEAN NOT NULL,
    register_range       TEXT,
    carrier              TEXT,
    boundary             BOOLEAN NOT NULL,
    zone                 TEXT    NOT NULL,
    PRIMARY KEY (point_id, valid_from_ms)
);

CREATE TABLE registry_replacement (
    point_id  TEXT   NOT NULL REFERENCES registry_point (id),
    at_ms     BIGINT NOT NULL,
    old_end   TEXT   NOT NULL,
    new_start TEXT   NOT NULL,
    PRIMARY KEY (point_id, at_ms)
);

CREATE TABLE registry_statistic (
    enterprise_id TEXT   NOT NULL REFERENCES registry_enterprise (id),
    month         TEXT   NOT NULL,
    ord           BIGINT NOT NULL,
    iva_cny       TEXT,
    output_cny    TEXT,
    status        TEXT   NOT NULL,
    source        TEXT   NOT NULL,
    allowed_use   TEXT   NOT NULL,
    PRIMARY KEY (enterprise_id, month)
);

CREATE TABLE registry_coefficient_set (
    id         TEXT   NOT NULL PRIMARY KEY,
    ord        BIGINT NOT NULL,
    valid_from TEXT   NOT NULL,
    valid_to   TEXT,
    basis      TEXT   NOT NULL
);

CREATE TABLE registry_coefficient (
    set_id          TEXT    NOT NULL REFERENCES registry_coefficient_set (id),
    carrier         TEXT    NOT NULL,
    kgce_per_unit   TEXT,
    co2_kg_per_unit TEXT,
    counts          BOOLEAN NOT NULL,
    source          TEXT    NOT NULL,
    confirmed       BOOLEAN NOT NULL,
    PRIMARY KEY (set_id, carrier)
);

CREATE TABLE registry_target (
    id                    TEXT   NOT NULL PRIMARY KEY,
    ord                   BIGINT NOT NULL,
    scope                 TEXT   NOT NULL,
    subject_id            TEXT   NOT NULL,
    yearly_change_percent TEXT   NOT NULL,
    base_year             BIGINT NOT NULL,
    from_year             BIGINT NOT NULL,
    to_year               BIGINT NOT NULL,
    basis                 TEXT   NOT NULL,
    source                TEXT   NOT NULL
);

CREATE TABLE registry_limit (
    id            TEXT    NOT NULL PRIMARY KEY,
    ord           BIGINT  NOT NULL,
    point_id      TEXT    NOT NULL REFERENCES registry_point (id),
    averaging     TEXT    NOT NULL,
    upper_bound   TEXT,
    lower_bound   TEXT,
    unit          TEXT    NOT NULL,
    warn_fraction TEXT,
    source        TEXT    NOT NULL,
    confirmed     BOOLEAN NOT NULL,
    valid_from_ms BIGINT  NOT NULL,
    valid_to_ms   BIGINT
);

-- Hashes of what devices, gateways, people and scripts prove themselves with. kind: device, gateway, console, api.
-- salt and hash are hexadecimal; token_hash is null where there is no token, source_ms the age of the file they came from.
CREATE TABLE credential (
    kind       TEXT   NOT NULL,
    id         TEXT   NOT NULL,
    salt       TEXT   NOT NULL,
    hash       TEXT,
    token_hash TEXT,
    source_ms  BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);
