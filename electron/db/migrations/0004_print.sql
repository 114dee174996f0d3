-- The print shop: badge designs and their versions, label sheets, printers and what was printed; who sits where.

CREATE TABLE badge_design (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_latin TEXT NOT NULL DEFAULT '',
  design TEXT NOT NULL CHECK (json_valid(design)),
  -- Number of the newest version.
  number INTEGER NOT NULL DEFAULT 1 CHECK (number > 0),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX badge_design_by_name ON badge_design (name) WHERE removed = 0;

CREATE TABLE badge_design_version (
  design_id TEXT NOT NULL REFERENCES badge_design (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  design TEXT NOT NULL CHECK (json_valid(design)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  PRIMARY KEY (design_id, number)
) STRICT;

-- Lengths in hundredths of a millimetre.
CREATE TABLE label_sheet (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  paper TEXT NOT NULL DEFAULT 'a4' CHECK (paper IN ('a4', 'letter')),
  label_width INTEGER NOT NULL CHECK (label_width > 0),
  label_height INTEGER NOT NULL CHECK (label_height > 0),
  columns INTEGER NOT NULL CHECK (columns BETWEEN 1 AND 20),
  rows INTEGER NOT NULL CHECK (rows BETWEEN 1 AND 40),
  left_margin INTEGER NOT NULL CHECK (left_margin >= 0),
  top_margin INTEGER NOT NULL CHECK (top_margin >= 0),
  pitch_x INTEGER NOT NULL,
  pitch_y INTEGER NOT NULL,
  radius INTEGER NOT NULL DEFAULT 0 CHECK (radius >= 0),
  -- Where its measures are from; empty for one's own.
  source TEXT NOT NULL DEFAULT '',
  -- Labels already taken from the sheet that is in use.
  used INTEGER NOT NULL DEFAULT 0 CHECK (used >= 0),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK (pitch_x >= label_width AND pitch_y >= label_height)
) STRICT;
CREATE UNIQUE INDEX label_sheet_by_name ON label_sheet (name) WHERE removed = 0;

-- What the test page measured on a printer, in tenths of a millimetre: where its corner came out, how long its lines are.
CREATE TABLE printer (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  corner_x INTEGER NOT NULL DEFAULT 200 CHECK (corner_x BETWEEN 100 AND 300),
  corner_y INTEGER NOT NULL DEFAULT 200 CHECK (corner_y BETWEEN 100 AND 300),
  across INTEGER NOT NULL DEFAULT 1500 CHECK (across BETWEEN 1400 AND 1600),
  down INTEGER NOT NULL DEFAULT 2000 CHECK (down BETWEEN 1900 AND 2100),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX printer_by_name ON printer (name) WHERE removed = 0;

CREATE TABLE print_log (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  printed_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  visit_id TEXT,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  -- The paper's version as its foot says it.
  version TEXT NOT NULL DEFAULT '',
  -- Name and version of the badge design; empty of other papers.
  design TEXT NOT NULL DEFAULT '',
  guest_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_type(guest_ids) = 'array'),
  means TEXT NOT NULL CHECK (means IN ('dialog', 'printer', 'pdf')),
  printer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX print_log_by_visit ON print_log (visit_id, kind, number);
CREATE TRIGGER print_log_no_update BEFORE UPDATE ON print_log BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;
CREATE TRIGGER print_log_no_delete BEFORE DELETE ON print_log BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;

CREATE TABLE seating (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL REFERENCES itinerary_item (id) ON DELETE CASCADE,
  -- A car's seats are of a trip.
  trip_id TEXT REFERENCES trip (id) ON DELETE CASCADE,
  layout TEXT NOT NULL CHECK (layout IN ('opposite', 'u', 'board', 'round', 'car')),
  options TEXT NOT NULL DEFAULT '{}' CHECK (json_type(options) = 'object'),
  -- Who sits where by hand: {"seat": "guest:…"}; null follows the proposal.
  seats TEXT CHECK (seats IS NULL OR json_type(seats) = 'object'),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX seating_by_visit ON seating (visit_id);
CREATE INDEX seating_by_trip ON seating (trip_id) WHERE trip_id IS NOT NULL;
CREATE UNIQUE INDEX seating_by_item ON seating (item_id, coalesce(trip_id, ''));

-- Where somebody of the staff gets calendar invitations.
ALTER TABLE resource ADD COLUMN email TEXT NOT NULL DEFAULT '';
