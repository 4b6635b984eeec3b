-- Accounts of people. password is a hash in the notation of PHC strings, null while the person has not chosen one; stamp becomes another
-- one whenever all sessions of the account end; file_ms is the age of credentials/console, for the first account alone.
CREATE TABLE user_account (
    user_name            TEXT    NOT NULL PRIMARY KEY,
    full_name            TEXT    NOT NULL,
    email                TEXT,
    phone                TEXT,
    state                TEXT    NOT NULL,
    password             TEXT,
    must_change_password INTEGER NOT NULL,
    stamp                TEXT    NOT NULL,
    version              BIGINT  NOT NULL,
    created_ms           BIGINT  NOT NULL,
    created_by           TEXT    NOT NULL,
    password_ms          BIGINT,
    file_ms              BIGINT
) ${without_rowid};

-- What accounts and keys may do: a role, and one part of the district that it is for; scope_id is empty for all of it.
CREATE TABLE user_grant (
    holder_kind TEXT NOT NULL,
    holder      TEXT NOT NULL,
    role        TEXT NOT NULL,
    scope_kind  TEXT NOT NULL,
    scope_id    TEXT NOT NULL,
    PRIMARY KEY (holder_kind, holder, role, scope_kind, scope_id)
) ${without_rowid};

-- Keys of programs. hash is that of the secret, which is shown once; user_name is who answers for it; of the token in
-- credentials/api-token that is the first account.
CREATE TABLE api_key (
    id           TEXT   NOT NULL PRIMARY KEY,
    name         TEXT   NOT NULL,
    user_name    TEXT   NOT NULL,
    hash         TEXT   NOT NULL,
    created_ms   BIGINT NOT NULL,
    created_by   TEXT   NOT NULL,
    expires_ms   BIGINT,
    last_used_ms BIGINT,
    ended_ms     BIGINT
) ${without_rowid};
