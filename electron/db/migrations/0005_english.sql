-- What a stop, its place and what stands in a paper's head are called in English, for papers in English and in both languages.

ALTER TABLE itinerary_item ADD COLUMN content_latin TEXT NOT NULL DEFAULT '';
ALTER TABLE itinerary_item ADD COLUMN place_latin TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN organization_latin TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN theme_latin TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN dress_latin TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN map_note_latin TEXT NOT NULL DEFAULT '';

-- What the same words were called before is proposed again.
CREATE INDEX itinerary_item_by_content_english ON itinerary_item (content, id) WHERE content_latin <> '';
CREATE INDEX itinerary_item_by_place_english ON itinerary_item (place, id) WHERE place_latin <> '';
