-- Whose accounts sign in at somebody else's page: the one that an issuer calls subject is user_name here, and stays it.
CREATE TABLE outside_link (
    issuer    TEXT   NOT NULL,
    subject   TEXT   NOT NULL,
    user_name TEXT   NOT NULL,
    linked_ms BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
) ${without_rowid};

CREATE UNIQUE INDEX outside_link_account ON outside_link (user_name, issuer);
