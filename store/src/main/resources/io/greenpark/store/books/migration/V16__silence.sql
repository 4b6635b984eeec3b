-- The broker a device last came by, by the name of its door: several may bring the same device, and it is silent only for time
-- in which the one it uses was there. Null where it did not come by a broker, or that was before this version.
ALTER TABLE alert_device_known ADD COLUMN broker TEXT;

-- What the first evaluation after an upgrade has done, and later ones do otherwise. quiet-endings-...: open cases of what is no
-- longer expected were closed without a notice, since earlier versions left them open.
CREATE TABLE alert_done_once (
    task TEXT NOT NULL PRIMARY KEY
) ${without_rowid};
