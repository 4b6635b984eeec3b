-- Files that people uploaded, and reports as issued. The content lies in the data folder, as documents/ab/cd/SHA-256, and is there
-- before the row that names it; several rows may name the same. Rows are never deleted: removed_ms hides one.
-- kind, charset: found by the content; charset only of texts. owner_kind, owner_id: what it belongs to, null until it is attached.
-- captured: when a photo was taken by the clock of its camera, 2026-11-23T10:15:30, without a zone.
CREATE TABLE stored_document (
    id          TEXT   NOT NULL PRIMARY KEY,
    name        TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    charset     TEXT,
    sha256      TEXT   NOT NULL,
    bytes       BIGINT NOT NULL,
    owner_kind  TEXT,
    owner_id    TEXT,
    uploaded_ms BIGINT NOT NULL,
    uploaded_by TEXT   NOT NULL,
    captured    TEXT,
    removed_ms  BIGINT,
    removed_by  TEXT
) ${without_rowid};

CREATE INDEX stored_document_content ON stored_document (sha256);
CREATE INDEX stored_document_owner ON stored_document (owner_kind, owner_id, uploaded_ms);
