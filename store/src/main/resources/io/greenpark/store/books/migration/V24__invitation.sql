-- Invitations to choose the password of an account. hash is that of the token in the link, which stands nowhere; used_ms is null while
-- nobody has used it; an account has one that is good at most.
CREATE TABLE invitation (
    hash       TEXT   NOT NULL PRIMARY KEY,
    user_name  TEXT   NOT NULL,
    email      TEXT   NOT NULL,
    created_ms BIGINT NOT NULL,
    created_by TEXT   NOT NULL,
    expires_ms BIGINT NOT NULL,
    used_ms    BIGINT
) ${without_rowid};

CREATE INDEX invitation_account ON invitation (user_name);
