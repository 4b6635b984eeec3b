-- The broker a device last came by, by the name of its door: several may bring the same device, and it is silent only for time
-- in which the one it uses was there. Null where it did not come by a broker, or that was before this version.
ALTER TABLE alert_device_known ADD COLUMN broker TEXT;

-- What the first evaluation after this version was put in does once; it takes the row out. quiet-endings: open cases of what is
-- no longer expected are closed without a notice, since earlier versions left them open.
CREATE TABLE alert_once (
    task TEXT NOT NULL PRIMARY KEY
) ${without_rowid};
INSERT INTO alert_once (task) VALUES ('quiet-endings-silence'), ('quiet-endings-standstill'), ('quiet-endings-expectations');
