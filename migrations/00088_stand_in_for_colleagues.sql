-- +goose Up
-- Requests for information, further (R51). A unit writes down how it goes about what it is asked; each version stays, and the last one
-- counts. And there is a calendar of who is away and who stands in (R41): what is up to somebody is up to the one who stands in, day by
-- day, and no reason is kept. Both are the unit's own.
SET ROLE samplan_owner;
CREATE TABLE information_routine (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  number int NOT NULL CHECK (number > 0),
  body free_text NOT NULL,
  published_by uuid NOT NULL REFERENCES person,
  published_on date NOT NULL,
  UNIQUE (unit_id, number)
);
CREATE TABLE absence (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  substitute_id uuid NOT NULL REFERENCES person,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  back_on date,
  entered_by uuid NOT NULL REFERENCES person,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (starts_on <= ends_on AND back_on BETWEEN starts_on AND ends_on AND substitute_id <> person_id),
  EXCLUDE USING gist (uuid_send(person_id) WITH =, uuid_send(unit_id) WITH =, daterange(starts_on, coalesce(back_on, ends_on + 1)) WITH &&)
);
CREATE INDEX absence_unit ON absence (unit_id, person_id, ends_on);
CREATE INDEX absence_ends ON absence (ends_on);
CREATE TRIGGER information_routine_kept BEFORE UPDATE OR DELETE ON information_routine FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER absence_columns BEFORE UPDATE ON absence FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'person_id', 'substitute_id', 'starts_on', 'ends_on',
  'entered_by');
CREATE TRIGGER absence_unit BEFORE UPDATE ON absence FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_columns('unit_id');

-- +goose StatementBegin
-- Whoever is away from a unit is away from the one that takes over; where that is said there already, it stands as it is.
CREATE FUNCTION app_inherit_absences() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE absence a SET unit_id = s.successor_id, version = a.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = a.unit_id
     AND NOT EXISTS (SELECT FROM absence k WHERE k.unit_id = s.successor_id AND k.person_id = a.person_id
       AND daterange(k.starts_on, coalesce(k.back_on, k.ends_on + 1)) && daterange(a.starts_on, coalesce(a.back_on, a.ends_on + 1)));
  RETURN NULL;
END $$;

-- The job: removes so many absences that ended more than a year before a day. It tells how many, and of nobody.
CREATE FUNCTION app_weed_absences(p_most int, p_today date) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH gone AS (DELETE FROM absence WHERE id IN (SELECT a.id FROM absence a WHERE a.ends_on < p_today - interval '1 year' ORDER BY a.ends_on LIMIT p_most) RETURNING 1)
  SELECT count(*) FROM gone $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_absences AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_inherit_absences();

-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['information_routine', 'absence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_app USING (unit_id = app_unit())', t || '_read', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_inherit_absences()', 'app_weed_absences(int, date)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_app', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY information_routine_add ON information_routine FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit() AND published_by = app_person());
CREATE POLICY absence_add ON absence FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit() AND entered_by = app_person());
CREATE POLICY absence_change ON absence FOR UPDATE TO samplan_app USING (unit_id = app_unit());
CREATE POLICY absence_fence ON absence TO samplan_fence USING (true);
GRANT UPDATE (back_on, version) ON absence TO samplan_app;
GRANT SELECT, DELETE ON absence TO samplan_fence;
GRANT UPDATE (unit_id, version) ON absence TO samplan_fence;

COMMENT ON TABLE information_routine IS 'How a unit goes about what it is asked (R51); of its versions the one with the highest number counts';
COMMENT ON COLUMN information_routine.id IS 'Identity';
COMMENT ON COLUMN information_routine.unit_id IS 'The unit';
COMMENT ON COLUMN information_routine.number IS 'Which of its versions';
COMMENT ON COLUMN information_routine.body IS 'What it says';
COMMENT ON COLUMN information_routine.published_by IS 'Who wrote it';
COMMENT ON COLUMN information_routine.published_on IS 'When';
COMMENT ON TABLE absence IS 'Who is away from a unit, and who stands in; without a reason (R41)';
COMMENT ON COLUMN absence.id IS 'Identity';
COMMENT ON COLUMN absence.unit_id IS 'From which unit';
COMMENT ON COLUMN absence.person_id IS 'Who is away';
COMMENT ON COLUMN absence.substitute_id IS 'Who stands in';
COMMENT ON COLUMN absence.starts_on IS 'The first day';
COMMENT ON COLUMN absence.ends_on IS 'The last day, as it was said';
COMMENT ON COLUMN absence.back_on IS 'The day on which the person was back earlier; the first day when it was taken back';
COMMENT ON COLUMN absence.entered_by IS 'Who entered it';
COMMENT ON COLUMN absence.version IS 'Counts changes';
RESET ROLE;
SET ROLE samplan_fence;
COMMENT ON FUNCTION app_inherit_absences() IS 'Trigger: who is away from a unit is away from the one that takes over';
COMMENT ON FUNCTION app_weed_absences(int, date) IS 'Removes absences that ended more than a year ago';
RESET ROLE;
