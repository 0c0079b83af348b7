-- +goose Up
-- One kind of deadline has come into the national routine profile since it was first kept: by how much the time for an extract can be
-- extended. The kept text of that version is brought to what the program carries, and every profile that is laid over it learns it, as it
-- would if it were loaded today. Nothing else of any version changes. A database that is new has none of them yet.
SET ROLE samplan_owner;
ALTER TABLE routine_version DISABLE TRIGGER routine_version_kept;
ALTER TABLE routine_version NO FORCE ROW LEVEL SECURITY;
UPDATE routine_version SET document = replace(document,
  E'"reference": "Three weeks of work; no number found in a county document"}\n    }\n  },',
  E'"reference": "Three weeks of work; no number found in a county document"}\n    },\n'
  '    "extract-extension": {\n      "length": 2, "unit": "months", "onFreeDay": "stays", "soonDays": 14,\n'
  '      "source": {"basis": "law", "reference": "Dataskyddsförordningen art. 12.3: by at most two further months"}\n    }\n  },')
 WHERE principal_id IS NULL AND code = 'national' AND number = 1 AND document NOT LIKE '%"extract-extension"%';
UPDATE routine_version SET whole = jsonb_set(whole, '{deadlines}', jsonb_build_object(
  'extract-extension', jsonb_build_object('length', 2, 'unit', 'months', 'onFreeDay', 'stays', 'soonDays', 14,
    'source', jsonb_build_object('basis', 'law', 'reference', 'Dataskyddsförordningen art. 12.3: by at most two further months')))
  || (whole -> 'deadlines'))
 WHERE NOT (whole -> 'deadlines') ? 'extract-extension';
ALTER TABLE routine_version FORCE ROW LEVEL SECURITY;
ALTER TABLE routine_version ENABLE TRIGGER routine_version_kept;
RESET ROLE;
