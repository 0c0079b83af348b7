-- +goose Up
-- Two kinds of deadlines have come into the national routine profile since it was first kept: how long a contact card holds, and
-- when a request for information is to be answered (R51). The kept text of that version is brought to what the program carries, and
-- every profile that is laid over it learns the two, as it would if it were loaded today. Nothing else of any version changes. A
-- database that is new has none of them yet.
SET ROLE samplan_owner;
ALTER TABLE routine_version DISABLE TRIGGER routine_version_kept;
ALTER TABLE routine_version NO FORCE ROW LEVEL SECURITY;
UPDATE routine_version SET document = replace(document,
  E'"reference": "Two weeks, while the meeting is remembered; nothing could be verified"}\n    }\n  },',
  E'"reference": "Two weeks, while the meeting is remembered; nothing could be verified"}\n    },\n'
  '    "contact-card-review": {\n      "length": 6, "unit": "months", "onFreeDay": "stays", "soonDays": 30,\n'
  '      "source": {"basis": "setting", "reference": "Twice a year, before and after the summer; nothing could be verified"}\n    },\n'
  '    "information-answer": {\n      "length": 15, "unit": "working-days", "onFreeDay": "stays", "soonDays": 5,\n'
  '      "source": {"basis": "setting", "reference": "Three weeks of work; no number found in a county document"}\n    }\n  },')
 WHERE principal_id IS NULL AND code = 'national' AND number = 1 AND document NOT LIKE '%"contact-card-review"%';
UPDATE routine_version SET whole = jsonb_set(whole, '{deadlines}', jsonb_build_object(
  'contact-card-review', jsonb_build_object('length', 6, 'unit', 'months', 'onFreeDay', 'stays', 'soonDays', 30,
    'source', jsonb_build_object('basis', 'setting', 'reference', 'Twice a year, before and after the summer; nothing could be verified')),
  'information-answer', jsonb_build_object('length', 15, 'unit', 'working-days', 'onFreeDay', 'stays', 'soonDays', 5,
    'source', jsonb_build_object('basis', 'setting', 'reference', 'Three weeks of work; no number found in a county document')))
  || (whole -> 'deadlines'))
 WHERE NOT (whole -> 'deadlines') ?& ARRAY['contact-card-review', 'information-answer'];
ALTER TABLE routine_version FORCE ROW LEVEL SECURITY;
ALTER TABLE routine_version ENABLE TRIGGER routine_version_kept;
RESET ROLE;
