-- about_ms: when that happened of which a document tells, a replacement say; null where it tells of no moment. removed_why: why it is hidden.
ALTER TABLE stored_document ADD COLUMN about_ms BIGINT;
ALTER TABLE stored_document ADD COLUMN removed_why TEXT;
