-- How a device stood when silence was last looked at: SILENT, REFUSED or DOOR_SHUT. Null where nothing is said of it, which is so of
-- every device until the first look after an upgrade; its cases are not touched by that.
ALTER TABLE alert_device_known ADD COLUMN standing TEXT;
