-- The planning half: needs, staffing, transport, lodging, dining, supplies, checklist, approval, briefing; who may log in.
-- Money is kept in hundredths of the office's currency.

ALTER TABLE visit ADD COLUMN expectations TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN topics TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN preferences TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN taboos TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN wished_dates TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN stay_days INTEGER CHECK (stay_days > 0);
ALTER TABLE visit ADD COLUMN needs_transport INTEGER NOT NULL DEFAULT 0 CHECK (needs_transport IN (0, 1));
ALTER TABLE visit ADD COLUMN needs_lodging INTEGER NOT NULL DEFAULT 0 CHECK (needs_lodging IN (0, 1));
ALTER TABLE visit ADD COLUMN needs_interpreting INTEGER NOT NULL DEFAULT 0 CHECK (needs_interpreting IN (0, 1));
ALTER TABLE visit ADD COLUMN objectives TEXT NOT NULL DEFAULT '';
-- The day it was entered, for the lead time; null where it is not known.
ALTER TABLE visit ADD COLUMN entered_on TEXT CHECK (entered_on IS date(entered_on));
-- 1 once the checklist was made: from then on it follows the itinerary.
ALTER TABLE visit ADD COLUMN has_checklist INTEGER NOT NULL DEFAULT 0 CHECK (has_checklist IN (0, 1));
-- What an approval covers, as it was submitted (JSON); null while nothing is.
ALTER TABLE visit ADD COLUMN covered_facts TEXT CHECK (covered_facts IS NULL OR json_valid(covered_facts));

ALTER TABLE guest ADD COLUMN arrival_number TEXT NOT NULL DEFAULT '';
ALTER TABLE guest ADD COLUMN arrival_place TEXT NOT NULL DEFAULT '';
ALTER TABLE guest ADD COLUMN arrival_at TEXT CHECK (arrival_at IS strftime('%Y-%m-%dT%H:%M', arrival_at));
ALTER TABLE guest ADD COLUMN departure_number TEXT NOT NULL DEFAULT '';
ALTER TABLE guest ADD COLUMN departure_place TEXT NOT NULL DEFAULT '';
ALTER TABLE guest ADD COLUMN departure_at TEXT CHECK (departure_at IS strftime('%Y-%m-%dT%H:%M', departure_at));
-- Consent to keep health, religion and ethnicity: when, and taken by whom.
ALTER TABLE guest ADD COLUMN consent_on TEXT CHECK (consent_on IS date(consent_on));
ALTER TABLE guest ADD COLUMN consent_by TEXT NOT NULL DEFAULT '';
CREATE INDEX guest_by_name ON guest (name);
CREATE INDEX guest_by_phone ON guest (phone) WHERE phone <> '';

ALTER TABLE itinerary_item ADD COLUMN plan_b TEXT NOT NULL DEFAULT '';
ALTER TABLE itinerary_item ADD COLUMN setup_style TEXT NOT NULL DEFAULT ''
  CHECK (setup_style IN ('', 'board', 'u', 'classroom', 'theatre', 'opposite'));
ALTER TABLE itinerary_item ADD COLUMN equipment TEXT NOT NULL DEFAULT '[]' CHECK (json_type(equipment) = 'array');
ALTER TABLE itinerary_item ADD COLUMN name_cards INTEGER NOT NULL DEFAULT 0 CHECK (name_cards IN (0, 1));
ALTER TABLE itinerary_item ADD COLUMN refreshments TEXT NOT NULL DEFAULT '';
ALTER TABLE itinerary_item ADD COLUMN route TEXT NOT NULL DEFAULT '';
ALTER TABLE itinerary_item ADD COLUMN safety_gear TEXT NOT NULL DEFAULT '';
ALTER TABLE itinerary_item ADD COLUMN photo_rule TEXT NOT NULL DEFAULT '' CHECK (photo_rule IN ('', 'allowed', 'places', 'forbidden'));

ALTER TABLE resource ADD COLUMN department TEXT NOT NULL DEFAULT '';
ALTER TABLE resource ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE resource ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE resource ADD COLUMN languages TEXT NOT NULL DEFAULT '';
ALTER TABLE resource ADD COLUMN can_drive INTEGER NOT NULL DEFAULT 0 CHECK (can_drive IN (0, 1));

CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  -- Null: for the whole visit.
  item_id TEXT REFERENCES itinerary_item (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('coordinator', 'pickup', 'venue', 'guide', 'interpreter', 'escort', 'driver', 'leader', 'other')),
  person_id TEXT REFERENCES resource (id),
  name TEXT NOT NULL CHECK (name <> ''),
  phone TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX assignment_by_visit ON assignment (visit_id);
CREATE INDEX assignment_by_item ON assignment (item_id);
CREATE INDEX assignment_by_name ON assignment (name);
CREATE INDEX itinerary_item_by_person ON itinerary_item (person_in_charge, starts_at) WHERE person_in_charge <> '';

-- One vehicle's trip for one item: of our own (vehicle_id, booked) or hired (vehicle_name).
CREATE TABLE trip (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL REFERENCES itinerary_item (id) ON DELETE CASCADE,
  vehicle_id TEXT REFERENCES resource (id),
  vehicle_name TEXT NOT NULL DEFAULT '',
  plate TEXT NOT NULL DEFAULT '',
  seats INTEGER CHECK (seats > 0),
  driver_id TEXT REFERENCES resource (id),
  driver_name TEXT NOT NULL DEFAULT '',
  driver_phone TEXT NOT NULL DEFAULT '',
  route TEXT NOT NULL DEFAULT '',
  meeting_point TEXT NOT NULL DEFAULT '',
  transport_number TEXT NOT NULL DEFAULT '',
  station TEXT NOT NULL DEFAULT '',
  transport_at TEXT CHECK (transport_at IS strftime('%Y-%m-%dT%H:%M', transport_at)),
  luggage TEXT NOT NULL DEFAULT '',
  sign_text TEXT NOT NULL DEFAULT '',
  guest_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_type(guest_ids) = 'array'),
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX trip_by_visit ON trip (visit_id);
CREATE UNIQUE INDEX trip_by_vehicle ON trip (item_id, vehicle_id) WHERE vehicle_id IS NOT NULL;
INSERT INTO trip (id, visit_id, item_id, vehicle_id, vehicle_name, plate, seats, driver_name, driver_phone)
  SELECT b.id, b.visit_id, b.item_id, r.id, r.name, r.plate, r.capacity, r.driver_name, r.driver_phone
  FROM booking AS b JOIN resource AS r ON r.id = b.resource_id
  WHERE r.kind = 'vehicle' AND b.item_id IS NOT NULL AND b.status <> 'cancelled';

CREATE TABLE ticket (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  -- A removed guest is passed over.
  guest_id TEXT,
  traveller TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'train' CHECK (kind IN ('flight', 'train', 'other')),
  number TEXT NOT NULL DEFAULT '',
  seat_class TEXT NOT NULL DEFAULT '',
  seat TEXT NOT NULL DEFAULT '',
  from_place TEXT NOT NULL DEFAULT '',
  to_place TEXT NOT NULL DEFAULT '',
  departs_at TEXT CHECK (departs_at IS strftime('%Y-%m-%dT%H:%M', departs_at)),
  arrives_at TEXT CHECK (arrives_at IS strftime('%Y-%m-%dT%H:%M', arrives_at)),
  cost INTEGER CHECK (cost >= 0),
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX ticket_by_visit ON ticket (visit_id);

CREATE TABLE stay (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  hotel TEXT NOT NULL DEFAULT '',
  room_type TEXT NOT NULL DEFAULT 'single' CHECK (room_type IN ('single', 'twin', 'double', 'suite')),
  room_number TEXT NOT NULL DEFAULT '',
  check_in TEXT NOT NULL CHECK (check_in IS date(check_in)),
  check_out TEXT NOT NULL CHECK (check_out IS date(check_out) AND check_out > check_in),
  guest_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_type(guest_ids) = 'array'),
  confirmation TEXT NOT NULL DEFAULT '',
  night_cost INTEGER CHECK (night_cost >= 0),
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stay_by_visit ON stay (visit_id);

CREATE TABLE meal (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL UNIQUE REFERENCES itinerary_item (id) ON DELETE CASCADE,
  venue TEXT NOT NULL DEFAULT '',
  room TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  table_count INTEGER CHECK (table_count > 0),
  seats INTEGER CHECK (seats > 0),
  head_cost INTEGER CHECK (head_cost >= 0),
  over_reason TEXT NOT NULL DEFAULT '',
  menu TEXT NOT NULL DEFAULT '',
  drinks TEXT NOT NULL DEFAULT '',
  -- The diets as somebody has seen them; looked at only as long as they are the same.
  diets_seen TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX meal_by_visit ON meal (visit_id);
INSERT INTO meal (id, visit_id, item_id) SELECT id, visit_id, id FROM itinerary_item WHERE kind = 'dining';

CREATE TABLE supply (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL DEFAULT 'gift' CHECK (kind IN ('gift', 'material', 'emergency')),
  name TEXT NOT NULL CHECK (name <> ''),
  latin_name TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  unit_value INTEGER NOT NULL DEFAULT 0 CHECK (unit_value >= 0),
  quantity INTEGER NOT NULL DEFAULT 0 CHECK (quantity >= 0),
  notes TEXT NOT NULL DEFAULT '',
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX supply_by_name ON supply (name) WHERE removed = 0;

CREATE TABLE allocation (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  supply_id TEXT NOT NULL REFERENCES supply (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  per_guest INTEGER NOT NULL DEFAULT 0 CHECK (per_guest IN (0, 1)),
  -- In all: the amount, times the guests where it is per guest.
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  reason TEXT NOT NULL DEFAULT '',
  returned INTEGER NOT NULL DEFAULT 0 CHECK (returned IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX allocation_by_visit ON allocation (visit_id);
CREATE INDEX allocation_by_supply ON allocation (supply_id) WHERE returned = 0;

-- Stock is never promised twice: what is allocated is at most what is there.
CREATE TRIGGER allocation_stock_insert BEFORE INSERT ON allocation WHEN NEW.returned = 0
BEGIN
  SELECT RAISE(ABORT, 'STOCK_EXCEEDED') WHERE NEW.quantity +
    (SELECT coalesce(sum(quantity), 0) FROM allocation WHERE supply_id = NEW.supply_id AND returned = 0) >
    (SELECT quantity FROM supply WHERE id = NEW.supply_id);
END;
CREATE TRIGGER allocation_stock_update BEFORE UPDATE ON allocation WHEN NEW.returned = 0
BEGIN
  SELECT RAISE(ABORT, 'STOCK_EXCEEDED') WHERE NEW.quantity +
    (SELECT coalesce(sum(quantity), 0) FROM allocation WHERE supply_id = NEW.supply_id AND returned = 0 AND id <> NEW.id) >
    (SELECT quantity FROM supply WHERE id = NEW.supply_id);
END;
CREATE TRIGGER supply_stock_update BEFORE UPDATE OF quantity ON supply
BEGIN
  SELECT RAISE(ABORT, 'STOCK_EXCEEDED') WHERE
    (SELECT coalesce(sum(quantity), 0) FROM allocation WHERE supply_id = NEW.id AND returned = 0) > NEW.quantity;
END;

CREATE TABLE cost (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('transport', 'lodging', 'dining', 'venue', 'gifts', 'interpreting', 'other')),
  label TEXT NOT NULL DEFAULT '',
  estimated INTEGER CHECK (estimated >= 0),
  actual INTEGER CHECK (actual >= 0),
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX cost_by_visit ON cost (visit_id);

CREATE TABLE task (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  item_id TEXT REFERENCES itinerary_item (id),
  -- The template's line it was made from; empty for one's own.
  template_key TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL CHECK (title <> ''),
  title_latin TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT 'other'
    CHECK (category IN ('environment', 'equipment', 'materials', 'gifts', 'badges', 'emergency', 'other')),
  person TEXT NOT NULL DEFAULT '',
  due_at TEXT CHECK (due_at IS strftime('%Y-%m-%dT%H:%M', due_at)),
  -- 1: somebody set the due time by hand, so that it does not follow the itinerary.
  due_by_hand INTEGER NOT NULL DEFAULT 0 CHECK (due_by_hand IN (0, 1)),
  done_at TEXT CHECK (done_at IS strftime('%Y-%m-%dT%H:%M', done_at)),
  done_by TEXT NOT NULL DEFAULT '',
  -- retired: what it was for is no longer on the itinerary; dropped: taken off the list by hand.
  state TEXT NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'retired', 'dropped')),
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX task_by_visit ON task (visit_id);
CREATE INDEX task_by_item ON task (item_id);
CREATE INDEX task_by_due ON task (due_at) WHERE done_at IS NULL AND state = 'live';

CREATE TABLE plan_version (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  status TEXT NOT NULL CHECK (status IN ('submitted', 'approved', 'sent_back', 'withdrawn', 'superseded')),
  -- Who has to decide, in order: JSON array of {title, accountId, accountName}.
  chain TEXT NOT NULL CHECK (json_type(chain) = 'array'),
  submitted_at TEXT NOT NULL,
  submitted_by TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (visit_id, number)
) STRICT;
-- The plan as it was submitted. Written once.
CREATE TABLE plan_snapshot (
  version_id TEXT PRIMARY KEY REFERENCES plan_version (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TRIGGER plan_snapshot_no_update BEFORE UPDATE ON plan_snapshot BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL REFERENCES plan_version (id) ON DELETE CASCADE,
  step INTEGER NOT NULL CHECK (step >= 0),
  verdict TEXT NOT NULL CHECK (verdict IN ('approved', 'sent_back')),
  person TEXT NOT NULL,
  comment TEXT NOT NULL DEFAULT '',
  decided_at TEXT NOT NULL CHECK (decided_at IS strftime('%Y-%m-%dT%H:%M', decided_at)),
  -- Empty: decided here by the person. Else who wrote down a decision taken on paper or by phone.
  recorded_by TEXT NOT NULL DEFAULT '',
  means TEXT NOT NULL DEFAULT 'here' CHECK (means IN ('here', 'paper', 'phone')),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX decision_by_version ON decision (version_id, step);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  task_id TEXT REFERENCES task (id) ON DELETE CASCADE,
  decision_id TEXT REFERENCES decision (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Name of the copy in the data folder.
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX attachment_by_visit ON attachment (visit_id);

CREATE TABLE briefing (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL UNIQUE REFERENCES visit (id) ON DELETE CASCADE,
  starts_at TEXT NOT NULL CHECK (starts_at IS strftime('%Y-%m-%dT%H:%M', starts_at)),
  ends_at TEXT NOT NULL CHECK (ends_at IS strftime('%Y-%m-%dT%H:%M', ends_at) AND ends_at > starts_at),
  booking_id TEXT REFERENCES booking (id) ON DELETE SET NULL,
  place TEXT NOT NULL DEFAULT '',
  agenda TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX briefing_by_booking ON briefing (booking_id);

CREATE TABLE attendee (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  phone TEXT NOT NULL DEFAULT '',
  duty TEXT NOT NULL DEFAULT '',
  attended INTEGER NOT NULL DEFAULT 0 CHECK (attended IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX attendee_by_visit ON attendee (visit_id);

CREATE TABLE visit_template (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_latin TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  blueprint TEXT NOT NULL CHECK (json_valid(blueprint)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('front_desk', 'coordinator', 'approver', 'administrator')),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX account_by_name ON account (name) WHERE removed = 0;
-- Kept apart, so that no history and no list ever carries it. No row: no password.
CREATE TABLE account_secret (
  account_id TEXT PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  wrong_tries INTEGER NOT NULL DEFAULT 0,
  -- UTC instant until which no try is taken.
  wait_until TEXT NOT NULL DEFAULT ''
) STRICT;
