-- The house: settings, visits with guests and itinerary, resources with bookings, history, search.
-- Times are office-local wall clock text YYYY-MM-DDTHH:mm, days YYYY-MM-DD.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (title <> ''),
  title_latin TEXT NOT NULL DEFAULT '',
  grade TEXT NOT NULL DEFAULT 'C' CHECK (grade IN ('A', 'B', 'C')),
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('exchange', 'technical', 'business', 'factory', 'conference', 'other')),
  status TEXT NOT NULL DEFAULT 'inquiry' CHECK (status IN
    ('inquiry', 'planning', 'submitted', 'approved', 'in_progress', 'completed', 'archived', 'cancelled')),
  starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
  ends_on TEXT NOT NULL CHECK (ends_on IS date(ends_on) AND ends_on >= starts_on),
  headcount INTEGER CHECK (headcount > 0),
  organization TEXT NOT NULL DEFAULT '',
  contact_name TEXT NOT NULL DEFAULT '',
  contact_phone TEXT NOT NULL DEFAULT '',
  contact_email TEXT NOT NULL DEFAULT '',
  coordinator TEXT NOT NULL DEFAULT '',
  coordinator_phone TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT '',
  theme TEXT NOT NULL DEFAULT '',
  dress TEXT NOT NULL DEFAULT '',
  map_note TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX visit_by_days ON visit (starts_on, ends_on);
CREATE INDEX visit_by_end ON visit (ends_on, starts_on);
CREATE INDEX visit_by_organization ON visit (organization);

CREATE TABLE guest (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  latin_name TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  organization TEXT NOT NULL DEFAULT '',
  gender TEXT NOT NULL DEFAULT 'unknown' CHECK (gender IN ('unknown', 'male', 'female')),
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  diet TEXT NOT NULL DEFAULT '',
  religion TEXT NOT NULL DEFAULT '',
  ethnicity TEXT NOT NULL DEFAULT '',
  health TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  badge_role TEXT NOT NULL DEFAULT '',
  is_head INTEGER NOT NULL DEFAULT 0 CHECK (is_head IN (0, 1)),
  badge_printed_at TEXT CHECK (badge_printed_at IS strftime('%Y-%m-%dT%H:%M', badge_printed_at)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX guest_by_visit ON guest (visit_id, is_head DESC, position);

CREATE TABLE itinerary_item (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('pickup', 'welcome', 'meeting', 'tour', 'dining', 'lodging', 'transfer', 'break',
    'gift', 'farewell', 'other')),
  starts_at TEXT NOT NULL CHECK (starts_at IS strftime('%Y-%m-%dT%H:%M', starts_at)),
  ends_at TEXT NOT NULL CHECK (ends_at IS strftime('%Y-%m-%dT%H:%M', ends_at) AND ends_at > starts_at),
  content TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  person_in_charge TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  is_fixed INTEGER NOT NULL DEFAULT 0 CHECK (is_fixed IN (0, 1)),
  all_guests INTEGER NOT NULL DEFAULT 1 CHECK (all_guests IN (0, 1)),
  -- JSON array of guest ids, used where all_guests = 0; ids of removed guests are passed over.
  guest_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_type(guest_ids) = 'array'),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX itinerary_item_by_visit ON itinerary_item (visit_id, starts_at);
CREATE INDEX itinerary_item_by_time ON itinerary_item (starts_at);

CREATE TABLE resource (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('room', 'vehicle', 'person')),
  name TEXT NOT NULL CHECK (name <> ''),
  latin_name TEXT NOT NULL DEFAULT '',
  capacity INTEGER CHECK (capacity > 0),
  building TEXT NOT NULL DEFAULT '',
  floor TEXT NOT NULL DEFAULT '',
  equipment TEXT NOT NULL DEFAULT '[]' CHECK (json_type(equipment) = 'array'),
  plate TEXT NOT NULL DEFAULT '',
  vehicle_kind TEXT NOT NULL DEFAULT '',
  driver_name TEXT NOT NULL DEFAULT '',
  driver_phone TEXT NOT NULL DEFAULT '',
  setup_minutes INTEGER NOT NULL DEFAULT 0 CHECK (setup_minutes BETWEEN 0 AND 480),
  clearup_minutes INTEGER NOT NULL DEFAULT 0 CHECK (clearup_minutes BETWEEN 0 AND 480),
  bookable_from TEXT NOT NULL DEFAULT '00:00',
  bookable_until TEXT NOT NULL DEFAULT '24:00',
  strict INTEGER NOT NULL DEFAULT 0 CHECK (strict IN (0, 1)),
  -- 1: two bookings can never overlap (rooms, vehicles, drivers); 0: it is warned of (leaders, guides, interpreters).
  exclusive INTEGER NOT NULL DEFAULT 1 CHECK (exclusive IN (0, 1)),
  notes TEXT NOT NULL DEFAULT '',
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX resource_by_name ON resource (kind, name) WHERE removed = 0;

CREATE TABLE closure (
  id TEXT PRIMARY KEY,
  resource_id TEXT NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
  starts_at TEXT NOT NULL CHECK (starts_at IS strftime('%Y-%m-%dT%H:%M', starts_at)),
  ends_at TEXT NOT NULL CHECK (ends_at IS strftime('%Y-%m-%dT%H:%M', ends_at) AND ends_at > starts_at),
  reason TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX closure_by_resource ON closure (resource_id, ends_at);

CREATE TABLE booking (
  id TEXT PRIMARY KEY,
  resource_id TEXT NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
  visit_id TEXT REFERENCES visit (id) ON DELETE CASCADE,
  item_id TEXT REFERENCES itinerary_item (id) ON DELETE CASCADE,
  title TEXT NOT NULL DEFAULT '',
  starts_at TEXT NOT NULL CHECK (starts_at IS strftime('%Y-%m-%dT%H:%M', starts_at)),
  ends_at TEXT NOT NULL CHECK (ends_at IS strftime('%Y-%m-%dT%H:%M', ends_at) AND ends_at > starts_at),
  -- The span with the resource's set-up before and clear-up after, as they were when it was booked.
  blocked_from TEXT NOT NULL CHECK (blocked_from IS strftime('%Y-%m-%dT%H:%M', blocked_from) AND blocked_from <= starts_at),
  blocked_until TEXT NOT NULL CHECK (blocked_until IS strftime('%Y-%m-%dT%H:%M', blocked_until) AND blocked_until >= ends_at),
  status TEXT NOT NULL DEFAULT 'tentative' CHECK (status IN ('tentative', 'confirmed', 'cancelled')),
  headcount INTEGER CHECK (headcount > 0),
  organizer TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
-- End before start: most bookings lie in the past, so the end is what narrows a search.
CREATE INDEX booking_by_resource ON booking (resource_id, blocked_until, blocked_from) WHERE status <> 'cancelled';
CREATE INDEX booking_by_time ON booking (blocked_until, blocked_from) WHERE status <> 'cancelled';
CREATE INDEX booking_by_item ON booking (item_id);
CREATE INDEX booking_by_visit ON booking (visit_id);

-- Double booking is impossible: whatever program writes, two live bookings of an exclusive resource never overlap.
CREATE TRIGGER booking_overlap_insert BEFORE INSERT ON booking
WHEN NEW.status <> 'cancelled' AND (SELECT exclusive FROM resource WHERE id = NEW.resource_id) = 1
BEGIN
  SELECT RAISE(ABORT, 'BOOKING_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM booking AS other
    WHERE other.resource_id = NEW.resource_id AND other.status <> 'cancelled' AND other.id <> NEW.id
      AND other.blocked_until > NEW.blocked_from AND other.blocked_from < NEW.blocked_until);
END;
CREATE TRIGGER booking_overlap_update BEFORE UPDATE ON booking
WHEN NEW.status <> 'cancelled' AND (SELECT exclusive FROM resource WHERE id = NEW.resource_id) = 1
BEGIN
  SELECT RAISE(ABORT, 'BOOKING_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM booking AS other
    WHERE other.resource_id = NEW.resource_id AND other.status <> 'cancelled' AND other.id <> NEW.id
      AND other.blocked_until > NEW.blocked_from AND other.blocked_from < NEW.blocked_until);
END;

-- Written in the transaction of every change; never changed afterwards. An act is what one use case did and undo takes back.
CREATE TABLE change_log (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  act_id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  visit_id TEXT,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete')),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;
CREATE INDEX change_log_by_visit ON change_log (visit_id, number);
CREATE INDEX change_log_by_act ON change_log (act_id, number);
CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;
CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;

-- What can be found: names, pinyin, initials, phones, plates. `rowid` of an entry is kept in search_entry.
CREATE VIRTUAL TABLE search USING fts5 (body, tokenize = 'trigram case_sensitive 0', detail = 'full');
CREATE TABLE search_entry (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  entity_id TEXT NOT NULL UNIQUE,
  visit_id TEXT,
  title TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
