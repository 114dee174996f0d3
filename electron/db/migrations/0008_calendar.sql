-- Calendars: which version of an imported event is known, and what tells that a calendar's own event was changed.

-- Of an imported event: its SEQUENCE, when that version was written, and whether it is of one occurrence; an older file does not undo it.
ALTER TABLE booking ADD COLUMN uid_sequence INTEGER NOT NULL DEFAULT 0 CHECK (uid_sequence >= 0);
ALTER TABLE booking ADD COLUMN uid_stamp TEXT NOT NULL DEFAULT '';
ALTER TABLE booking ADD COLUMN uid_exception INTEGER NOT NULL DEFAULT 0 CHECK (uid_exception IN (0, 1));

CREATE INDEX change_log_by_entity ON change_log (entity, entity_id, number);
-- Bookings that a resource had and has no more.
CREATE INDEX change_log_by_left_resource ON change_log (before ->> 'resourceId') WHERE entity = 'booking' AND before ->> 'resourceId' IS NOT NULL;
