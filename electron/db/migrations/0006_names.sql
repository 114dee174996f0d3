-- The change log speaks the program's own names: columns in camel case, flags as true and false, lists as lists.

DROP TRIGGER change_log_no_update;

CREATE TABLE renamed_column (entity TEXT NOT NULL, name TEXT NOT NULL, field TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (name, entity)) STRICT;
-- An empty entity: in every table.
INSERT INTO renamed_column VALUES
  ('', 'removed', 'removed', 'flag'),
  ('', 'title_latin', 'titleLatin', 'plain'),
  ('', 'starts_on', 'startsOn', 'plain'),
  ('', 'ends_on', 'endsOn', 'plain'),
  ('', 'organization_latin', 'organizationLatin', 'plain'),
  ('', 'contact_name', 'contactName', 'plain'),
  ('', 'contact_phone', 'contactPhone', 'plain'),
  ('', 'contact_email', 'contactEmail', 'plain'),
  ('', 'coordinator_phone', 'coordinatorPhone', 'plain'),
  ('', 'theme_latin', 'themeLatin', 'plain'),
  ('', 'dress_latin', 'dressLatin', 'plain'),
  ('', 'map_note', 'mapNote', 'plain'),
  ('', 'map_note_latin', 'mapNoteLatin', 'plain'),
  ('', 'wished_dates', 'wishedDates', 'plain'),
  ('', 'stay_days', 'stayDays', 'plain'),
  ('', 'needs_transport', 'needsTransport', 'flag'),
  ('', 'needs_lodging', 'needsLodging', 'flag'),
  ('', 'needs_interpreting', 'needsInterpreting', 'flag'),
  ('', 'entered_on', 'enteredOn', 'plain'),
  ('', 'has_checklist', 'hasChecklist', 'flag'),
  ('', 'covered_facts', 'coveredFacts', 'json'),
  ('', 'is_sample', 'isSample', 'flag'),
  ('', 'visit_id', 'visitId', 'plain'),
  ('', 'latin_name', 'latinName', 'plain'),
  ('', 'badge_role', 'badgeRole', 'plain'),
  ('', 'is_head', 'isHead', 'flag'),
  ('', 'arrival_number', 'arrivalNumber', 'plain'),
  ('', 'arrival_place', 'arrivalPlace', 'plain'),
  ('', 'arrival_at', 'arrivalAt', 'plain'),
  ('', 'departure_number', 'departureNumber', 'plain'),
  ('', 'departure_place', 'departurePlace', 'plain'),
  ('', 'departure_at', 'departureAt', 'plain'),
  ('', 'consent_on', 'consentOn', 'plain'),
  ('', 'consent_by', 'consentBy', 'plain'),
  ('', 'badge_printed_at', 'badgePrintedAt', 'plain'),
  ('', 'starts_at', 'startsAt', 'plain'),
  ('', 'ends_at', 'endsAt', 'plain'),
  ('', 'content_latin', 'contentLatin', 'plain'),
  ('', 'place_latin', 'placeLatin', 'plain'),
  ('', 'person_in_charge', 'personInCharge', 'plain'),
  ('', 'plan_b', 'planB', 'plain'),
  ('', 'setup_style', 'setupStyle', 'plain'),
  ('', 'equipment', 'equipment', 'json'),
  ('', 'name_cards', 'nameCards', 'flag'),
  ('', 'safety_gear', 'safetyGear', 'plain'),
  ('', 'photo_rule', 'photoRule', 'plain'),
  ('', 'is_fixed', 'isFixed', 'flag'),
  ('', 'all_guests', 'allGuests', 'flag'),
  ('', 'guest_ids', 'guestIds', 'json'),
  ('', 'vehicle_kind', 'vehicleKind', 'plain'),
  ('', 'driver_name', 'driverName', 'plain'),
  ('', 'driver_phone', 'driverPhone', 'plain'),
  ('', 'setup_minutes', 'setupMinutes', 'plain'),
  ('', 'clearup_minutes', 'clearupMinutes', 'plain'),
  ('', 'bookable_from', 'bookableFrom', 'plain'),
  ('', 'bookable_until', 'bookableUntil', 'plain'),
  ('', 'strict', 'strict', 'flag'),
  ('', 'exclusive', 'exclusive', 'flag'),
  ('', 'can_drive', 'canDrive', 'flag'),
  ('', 'weekly_hours', 'weeklyHours', 'json'),
  ('', 'style_capacity', 'styleCapacity', 'json'),
  ('', 'part_ids', 'partIds', 'json'),
  ('', 'booked_by', 'bookedBy', 'plain'),
  ('', 'plan_note', 'planNote', 'plain'),
  ('', 'inspection_on', 'inspectionOn', 'plain'),
  ('', 'insurance_on', 'insuranceOn', 'plain'),
  ('', 'home_place', 'homePlace', 'plain'),
  ('', 'licence_class', 'licenceClass', 'plain'),
  ('', 'resource_id', 'resourceId', 'plain'),
  ('', 'item_id', 'itemId', 'plain'),
  ('', 'blocked_from', 'blockedFrom', 'plain'),
  ('', 'blocked_until', 'blockedUntil', 'plain'),
  ('', 'expires_at', 'expiresAt', 'plain'),
  ('', 'released_at', 'releasedAt', 'plain'),
  ('', 'series_id', 'seriesId', 'plain'),
  ('', 'from_place', 'fromPlace', 'plain'),
  ('', 'to_place', 'toPlace', 'plain'),
  ('', 'mileage_out', 'mileageOut', 'plain'),
  ('', 'mileage_in', 'mileageIn', 'plain'),
  ('', 'no_show', 'noShow', 'flag'),
  ('', 'movable_id', 'movableId', 'plain'),
  ('', 'booking_id', 'bookingId', 'plain'),
  ('', 'person_id', 'personId', 'plain'),
  ('', 'vehicle_id', 'vehicleId', 'plain'),
  ('', 'vehicle_name', 'vehicleName', 'plain'),
  ('', 'driver_id', 'driverId', 'plain'),
  ('', 'meeting_point', 'meetingPoint', 'plain'),
  ('', 'transport_number', 'transportNumber', 'plain'),
  ('', 'transport_at', 'transportAt', 'plain'),
  ('', 'sign_text', 'signText', 'plain'),
  ('', 'trip_id', 'tripId', 'plain'),
  ('', 'options', 'options', 'json'),
  ('seating', 'seats', 'seats', 'json'),
  ('', 'guest_id', 'guestId', 'plain'),
  ('', 'seat_class', 'seatClass', 'plain'),
  ('', 'departs_at', 'departsAt', 'plain'),
  ('', 'arrives_at', 'arrivesAt', 'plain'),
  ('', 'room_type', 'roomType', 'plain'),
  ('', 'room_number', 'roomNumber', 'plain'),
  ('', 'check_in', 'checkIn', 'plain'),
  ('', 'check_out', 'checkOut', 'plain'),
  ('', 'night_cost', 'nightCost', 'plain'),
  ('', 'table_count', 'tableCount', 'plain'),
  ('', 'head_cost', 'headCost', 'plain'),
  ('', 'over_reason', 'overReason', 'plain'),
  ('', 'diets_seen', 'dietsSeen', 'plain'),
  ('', 'unit_value', 'unitValue', 'plain'),
  ('', 'supply_id', 'supplyId', 'plain'),
  ('', 'per_guest', 'perGuest', 'flag'),
  ('', 'returned', 'returned', 'flag'),
  ('', 'template_key', 'templateKey', 'plain'),
  ('', 'due_at', 'dueAt', 'plain'),
  ('', 'due_by_hand', 'dueByHand', 'flag'),
  ('', 'done_at', 'doneAt', 'plain'),
  ('', 'done_by', 'doneBy', 'plain'),
  ('', 'attended', 'attended', 'flag'),
  ('', 'chain', 'chain', 'json'),
  ('', 'submitted_at', 'submittedAt', 'plain'),
  ('', 'submitted_by', 'submittedBy', 'plain'),
  ('', 'version_id', 'versionId', 'plain'),
  ('', 'decided_at', 'decidedAt', 'plain'),
  ('', 'recorded_by', 'recordedBy', 'plain'),
  ('', 'task_id', 'taskId', 'plain'),
  ('', 'decision_id', 'decisionId', 'plain'),
  ('', 'added_at', 'addedAt', 'plain'),
  ('', 'added_by', 'addedBy', 'plain'),
  ('', 'name_latin', 'nameLatin', 'plain'),
  ('', 'blueprint', 'blueprint', 'json'),
  ('badge_design', 'design', 'design', 'json'),
  ('', 'label_width', 'labelWidth', 'plain'),
  ('', 'label_height', 'labelHeight', 'plain'),
  ('', 'left_margin', 'leftMargin', 'plain'),
  ('', 'top_margin', 'topMargin', 'plain'),
  ('', 'pitch_x', 'pitchX', 'plain'),
  ('', 'pitch_y', 'pitchY', 'plain'),
  ('', 'corner_x', 'cornerX', 'plain'),
  ('', 'corner_y', 'cornerY', 'plain');

CREATE TABLE renamed_entity (name TEXT PRIMARY KEY, entity TEXT NOT NULL) STRICT;
INSERT INTO renamed_entity VALUES
  ('itinerary_item', 'itineraryItem'),
  ('booking_series', 'bookingSeries'),
  ('plan_version', 'planVersion'),
  ('visit_template', 'visitTemplate'),
  ('badge_design', 'badgeDesign'),
  ('label_sheet', 'labelSheet');

-- Written as text: whatever is a flag, a list or nothing in it stays so.
UPDATE change_log SET before = (
  SELECT '{' || coalesce(group_concat(json_quote(coalesce(r.field, e.key)) || ':' || CASE
    WHEN e.type = 'null' THEN 'null'
    WHEN r.kind = 'flag' AND e.type = 'integer' THEN iif(e.atom = 1, 'true', 'false')
    WHEN r.kind = 'json' AND e.type = 'text' AND json_valid(e.atom) THEN e.atom
    ELSE json_quote(e.value) END, ',' ORDER BY e.id), '') || '}'
  FROM json_each(change_log.before) AS e
  LEFT JOIN renamed_column AS r ON r.name = e.key AND r.entity IN ('', change_log.entity)
) WHERE before IS NOT NULL;
UPDATE change_log SET after = (
  SELECT '{' || coalesce(group_concat(json_quote(coalesce(r.field, e.key)) || ':' || CASE
    WHEN e.type = 'null' THEN 'null'
    WHEN r.kind = 'flag' AND e.type = 'integer' THEN iif(e.atom = 1, 'true', 'false')
    WHEN r.kind = 'json' AND e.type = 'text' AND json_valid(e.atom) THEN e.atom
    ELSE json_quote(e.value) END, ',' ORDER BY e.id), '') || '}'
  FROM json_each(change_log.after) AS e
  LEFT JOIN renamed_column AS r ON r.name = e.key AND r.entity IN ('', change_log.entity)
) WHERE after IS NOT NULL;
UPDATE change_log SET entity = (SELECT r.entity FROM renamed_entity AS r WHERE r.name = change_log.entity)
  WHERE entity IN (SELECT name FROM renamed_entity);

DROP TABLE renamed_column;
DROP TABLE renamed_entity;
CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;
