-- Second factors of accounts: what makes the codes of an app (TOTP). secret is encrypted with credentials/second-factor-key; last_step is
-- the 30 seconds since 1970 whose code counted last, so that none counts twice.
CREATE TABLE second_factor (
    user_name    TEXT   NOT NULL PRIMARY KEY,
    secret       TEXT   NOT NULL,
    last_step    BIGINT NOT NULL,
    confirmed_ms BIGINT NOT NULL
) ${without_rowid};

-- Codes for whoever has lost the app. hash is keyed with credentials/second-factor-key; used_ms is null while a code is good.
CREATE TABLE recovery_code (
    user_name TEXT NOT NULL,
    hash      TEXT NOT NULL,
    used_ms   BIGINT,
    PRIMARY KEY (user_name, hash)
) ${without_rowid};
