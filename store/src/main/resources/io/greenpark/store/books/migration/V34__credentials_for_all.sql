-- What devices and gateways prove themselves with counts as it stands here, for every process that reads these books. dtls_key: the
-- pre-shared key, encrypted with credentials/dtls-key; null where there is none. changed: one more at every write of credentials, so that what
-- was changed since is found; 0 for rows that a version before this one wrote and that have not been compared with credentials/devices.csv yet.
ALTER TABLE credential ADD COLUMN dtls_key TEXT;
ALTER TABLE credential ADD COLUMN changed BIGINT NOT NULL DEFAULT 0;
CREATE INDEX credential_changed ON credential (changed);
