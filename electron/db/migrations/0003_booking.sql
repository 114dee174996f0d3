-- Booking: hours by weekday, combined rooms, movable equipment, series, holds that expire, imported calendars.

-- Seven entries, Sunday first: {"from":"HH:mm","until":"HH:mm"} or null for a closed day. Empty: bookable_from to bookable_until every day.
ALTER TABLE resource ADD COLUMN weekly_hours TEXT NOT NULL DEFAULT '[]' CHECK (json_type(weekly_hours) = 'array' AND json_array_length(weekly_hours) IN (0, 7));
-- Seats by set-up style, where they differ from the capacity: {"theatre": 60, "u_shape": 24}.
ALTER TABLE resource ADD COLUMN style_capacity TEXT NOT NULL DEFAULT '{}' CHECK (json_type(style_capacity) = 'object');
-- A hall that is made of rooms: their ids.
ALTER TABLE resource ADD COLUMN part_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_type(part_ids) = 'array');
-- The least role that may book it.
ALTER TABLE resource ADD COLUMN booked_by TEXT NOT NULL DEFAULT 'front_desk' CHECK (booked_by IN ('front_desk', 'coordinator', 'administrator'));
ALTER TABLE resource ADD COLUMN photo TEXT NOT NULL DEFAULT '';
ALTER TABLE resource ADD COLUMN plan_note TEXT NOT NULL DEFAULT '';
ALTER TABLE resource ADD COLUMN inspection_on TEXT CHECK (inspection_on IS date(inspection_on));
ALTER TABLE resource ADD COLUMN insurance_on TEXT CHECK (insurance_on IS date(insurance_on));
ALTER TABLE resource ADD COLUMN home_place TEXT NOT NULL DEFAULT '';
ALTER TABLE resource ADD COLUMN licence_class TEXT NOT NULL DEFAULT '';

-- RFC 5545 RRULE of a closed period that comes again; its span is the first.
ALTER TABLE closure ADD COLUMN rrule TEXT NOT NULL DEFAULT '';
CREATE INDEX closure_recurring ON closure (resource_id) WHERE rrule <> '';

CREATE TABLE booking_series (
  id TEXT PRIMARY KEY,
  rrule TEXT NOT NULL CHECK (rrule <> ''),
  starts_at TEXT NOT NULL CHECK (starts_at IS strftime('%Y-%m-%dT%H:%M', starts_at)),
  ends_at TEXT NOT NULL CHECK (ends_at IS strftime('%Y-%m-%dT%H:%M', ends_at) AND ends_at > starts_at),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

ALTER TABLE booking ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE booking ADD COLUMN equipment TEXT NOT NULL DEFAULT '[]' CHECK (json_type(equipment) = 'array');
ALTER TABLE booking ADD COLUMN setup_style TEXT NOT NULL DEFAULT '';
-- A tentative hold is released by itself at this minute.
ALTER TABLE booking ADD COLUMN expires_at TEXT CHECK (expires_at IS strftime('%Y-%m-%dT%H:%M', expires_at));
ALTER TABLE booking ADD COLUMN released_at TEXT CHECK (released_at IS strftime('%Y-%m-%dT%H:%M', released_at));
ALTER TABLE booking ADD COLUMN series_id TEXT REFERENCES booking_series (id) ON DELETE SET NULL;
-- UID of the calendar it was read from, with its RECURRENCE-ID where it is one of many.
ALTER TABLE booking ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE booking ADD COLUMN from_place TEXT NOT NULL DEFAULT '';
ALTER TABLE booking ADD COLUMN to_place TEXT NOT NULL DEFAULT '';
ALTER TABLE booking ADD COLUMN mileage_out INTEGER CHECK (mileage_out >= 0);
ALTER TABLE booking ADD COLUMN mileage_in INTEGER CHECK (mileage_in >= mileage_out);
ALTER TABLE booking ADD COLUMN no_show INTEGER NOT NULL DEFAULT 0 CHECK (no_show IN (0, 1));
CREATE INDEX booking_by_series ON booking (series_id, starts_at) WHERE series_id IS NOT NULL;
CREATE INDEX booking_by_uid ON booking (resource_id, uid) WHERE uid <> '';
CREATE INDEX booking_by_expiry ON booking (expires_at) WHERE expires_at IS NOT NULL AND status = 'tentative';
CREATE INDEX booking_by_release ON booking (released_at) WHERE released_at IS NOT NULL;

-- Which rooms a hall is made of, kept from resource.part_ids; a hall cannot be part of a hall.
CREATE TABLE room_part (
  hall_id TEXT NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
  part_id TEXT NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
  PRIMARY KEY (hall_id, part_id),
  CHECK (hall_id <> part_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_part_by_part ON room_part (part_id, hall_id);
CREATE TRIGGER room_part_no_nesting BEFORE INSERT ON room_part BEGIN
  SELECT RAISE(ABORT, 'NESTED_HALL') WHERE EXISTS (
    SELECT 1 FROM room_part WHERE hall_id = NEW.part_id OR part_id = NEW.hall_id);
END;
CREATE TRIGGER resource_parts_insert AFTER INSERT ON resource WHEN NEW.part_ids <> '[]' BEGIN
  INSERT INTO room_part SELECT NEW.id, value FROM json_each(NEW.part_ids);
END;
CREATE TRIGGER resource_parts_update AFTER UPDATE OF part_ids ON resource WHEN NEW.part_ids <> OLD.part_ids BEGIN
  DELETE FROM room_part WHERE hall_id = NEW.id;
  INSERT INTO room_part SELECT NEW.id, value FROM json_each(NEW.part_ids);
END;

-- Rooms that share walls: a hall and its parts, and halls that share a part.
CREATE VIEW rival (resource_id, rival_id) AS
  SELECT hall_id, part_id FROM room_part
  UNION ALL SELECT part_id, hall_id FROM room_part
  UNION ALL SELECT a.hall_id, b.hall_id FROM room_part AS a JOIN room_part AS b ON b.part_id = a.part_id AND b.hall_id <> a.hall_id;

CREATE TRIGGER booking_rival_insert BEFORE INSERT ON booking
WHEN NEW.status <> 'cancelled' AND EXISTS (SELECT 1 FROM room_part WHERE hall_id = NEW.resource_id OR part_id = NEW.resource_id)
BEGIN
  SELECT RAISE(ABORT, 'BOOKING_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM rival JOIN booking AS other ON other.resource_id = rival.rival_id
    WHERE rival.resource_id = NEW.resource_id AND other.status <> 'cancelled' AND other.id <> NEW.id
      AND other.blocked_until > NEW.blocked_from AND other.blocked_from < NEW.blocked_until);
END;
CREATE TRIGGER booking_rival_update BEFORE UPDATE ON booking
WHEN NEW.status <> 'cancelled' AND EXISTS (SELECT 1 FROM room_part WHERE hall_id = NEW.resource_id OR part_id = NEW.resource_id)
BEGIN
  SELECT RAISE(ABORT, 'BOOKING_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM rival JOIN booking AS other ON other.resource_id = rival.rival_id
    WHERE rival.resource_id = NEW.resource_id AND other.status <> 'cancelled' AND other.id <> NEW.id
      AND other.blocked_until > NEW.blocked_from AND other.blocked_from < NEW.blocked_until);
END;

-- Equipment that is carried to where it is needed: so many of each, and never more promised at one minute.
CREATE TABLE movable (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  latin_name TEXT NOT NULL DEFAULT '',
  quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity >= 0),
  notes TEXT NOT NULL DEFAULT '',
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX movable_by_name ON movable (name) WHERE removed = 0;

CREATE TABLE loan (
  id TEXT PRIMARY KEY,
  movable_id TEXT NOT NULL REFERENCES movable (id) ON DELETE CASCADE,
  booking_id TEXT NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX loan_by_booking ON loan (booking_id, movable_id);
CREATE INDEX loan_by_movable ON loan (movable_id, booking_id);

CREATE VIEW loan_span AS
  SELECT loan.movable_id, loan.booking_id, loan.quantity, booking.blocked_from, booking.blocked_until
  FROM loan JOIN booking ON booking.id = loan.booking_id WHERE booking.status <> 'cancelled';

-- Most of a thing is out where a loan begins: so it is enough to count there.
CREATE TRIGGER loan_insert AFTER INSERT ON loan BEGIN
  SELECT RAISE(ABORT, 'EQUIPMENT_OUT') WHERE EXISTS (
    SELECT 1 FROM loan_span AS own JOIN loan_span AS peak ON peak.movable_id = own.movable_id
      AND peak.blocked_from < own.blocked_until AND peak.blocked_until > own.blocked_from
    WHERE own.booking_id = NEW.booking_id AND own.movable_id = NEW.movable_id AND (
      SELECT sum(quantity) FROM loan_span AS out WHERE out.movable_id = own.movable_id
        AND out.blocked_from <= max(peak.blocked_from, own.blocked_from)
        AND out.blocked_until > max(peak.blocked_from, own.blocked_from)
    ) > (SELECT quantity FROM movable WHERE id = own.movable_id));
END;
CREATE TRIGGER loan_update AFTER UPDATE ON loan BEGIN
  SELECT RAISE(ABORT, 'EQUIPMENT_OUT') WHERE EXISTS (
    SELECT 1 FROM loan_span AS own JOIN loan_span AS peak ON peak.movable_id = own.movable_id
      AND peak.blocked_from < own.blocked_until AND peak.blocked_until > own.blocked_from
    WHERE own.booking_id = NEW.booking_id AND own.movable_id = NEW.movable_id AND (
      SELECT sum(quantity) FROM loan_span AS out WHERE out.movable_id = own.movable_id
        AND out.blocked_from <= max(peak.blocked_from, own.blocked_from)
        AND out.blocked_until > max(peak.blocked_from, own.blocked_from)
    ) > (SELECT quantity FROM movable WHERE id = own.movable_id));
END;
CREATE TRIGGER loan_booking_update AFTER UPDATE OF status, blocked_from, blocked_until ON booking
WHEN NEW.status <> 'cancelled' AND EXISTS (SELECT 1 FROM loan WHERE booking_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'EQUIPMENT_OUT') WHERE EXISTS (
    SELECT 1 FROM loan_span AS own JOIN loan_span AS peak ON peak.movable_id = own.movable_id
      AND peak.blocked_from < own.blocked_until AND peak.blocked_until > own.blocked_from
    WHERE own.booking_id = NEW.id AND (
      SELECT sum(quantity) FROM loan_span AS out WHERE out.movable_id = own.movable_id
        AND out.blocked_from <= max(peak.blocked_from, own.blocked_from)
        AND out.blocked_until > max(peak.blocked_from, own.blocked_from)
    ) > (SELECT quantity FROM movable WHERE id = own.movable_id));
END;
