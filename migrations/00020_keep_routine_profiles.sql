-- +goose Up
-- Routine profiles as versioned data. What a version says is its document; the program checks it, lays it over its base and
-- keeps the whole beside it. The few numbers that the walls need are columns generated from the whole, so that there is
-- one place where a number stands and none that must be read out of a document for each row.
SET ROLE samplan_owner;
-- Numbers that somebody has set have no document that says them, and none can be made here; to lose them would open what
-- was closed. So it stops.
ALTER TABLE routine_profile NO FORCE ROW LEVEL SECURITY;
-- +goose StatementBegin
DO $$
BEGIN
  IF EXISTS (SELECT FROM routine_profile r WHERE (r.code, r.child_sees_from, r.guardian_sees_until, r.reminder_days, r.review_working_days,
       r.fewest_told) IS DISTINCT FROM ('national', 0, 18, 30, 3, 5)) THEN
    RAISE EXCEPTION 'routine_profile holds numbers of your own: note them, set the usual ones, migrate, and load a profile with yours before serving';
  END IF;
END $$;
-- +goose StatementEnd

CREATE TABLE routine_version (
  id uuid PRIMARY KEY,
  principal_id uuid REFERENCES principal,
  code text NOT NULL CHECK (code ~ '^[a-z][a-z-]{1,39}$'),
  number int NOT NULL CHECK (number > 0),
  valid_from date NOT NULL,
  document text NOT NULL CHECK (length(document) <= 200000),
  whole jsonb NOT NULL,
  loaded_by uuid REFERENCES person,
  created_at timestamptz NOT NULL,
  child_sees_from int NOT NULL GENERATED ALWAYS AS ((whole #>> '{ages,childSeesFrom,number}')::int) STORED CHECK (child_sees_from BETWEEN 0 AND 18),
  guardian_sees_until int NOT NULL GENERATED ALWAYS AS ((whole #>> '{ages,guardianSeesUntil,number}')::int) STORED
    CHECK (guardian_sees_until BETWEEN 0 AND 18),
  reminder_days int NOT NULL GENERATED ALWAYS AS ((whole #>> '{consentReminderDays,number}')::int) STORED CHECK (reminder_days BETWEEN 1 AND 365),
  review_working_days int NOT NULL GENERATED ALWAYS AS ((whole #>> '{deadlines,emergency-review,length}')::int) STORED
    CHECK (review_working_days BETWEEN 1 AND 30),
  fewest_told int NOT NULL GENERATED ALWAYS AS ((whole #>> '{fewestTold,number}')::int) STORED CHECK (fewest_told BETWEEN 3 AND 50),
  UNIQUE NULLS NOT DISTINCT (principal_id, code, number),
  UNIQUE NULLS NOT DISTINCT (principal_id, code, valid_from),
  CHECK ((principal_id IS NULL) = (loaded_by IS NULL))
);
CREATE INDEX routine_version_code ON routine_version (code, valid_from);
CREATE TRIGGER routine_version_kept BEFORE UPDATE OR DELETE ON routine_version FOR EACH ROW EXECUTE FUNCTION keep_row();

CREATE TABLE routine_choice (
  id uuid PRIMARY KEY,
  principal_id uuid NOT NULL REFERENCES principal,
  code text NOT NULL,
  valid_from date NOT NULL,
  chosen_by uuid REFERENCES person,
  chosen_on date NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX routine_choice_principal ON routine_choice (principal_id, created_at);
CREATE TRIGGER routine_choice_kept BEFORE UPDATE OR DELETE ON routine_choice FOR EACH ROW EXECUTE FUNCTION keep_row();

-- The version by which each principal works today: of the profile that it chose last among choices in force, its own before
-- one that is built in, the newest that has begun; and the national one where nothing was chosen.
CREATE VIEW principal_routine WITH (security_invoker = true) AS
SELECT p.id AS principal_id, v.id AS version_id, v.child_sees_from, v.guardian_sees_until, v.reminder_days, v.review_working_days, v.fewest_told
  FROM principal p
  CROSS JOIN LATERAL (
    SELECT r.* FROM routine_version r
     WHERE r.code = coalesce((SELECT c.code FROM routine_choice c WHERE c.principal_id = p.id AND c.valid_from <= app_today()
                               ORDER BY c.created_at DESC, c.id DESC LIMIT 1), 'national')
       AND (r.principal_id = p.id OR r.principal_id IS NULL) AND r.valid_from <= app_today()
     ORDER BY r.principal_id IS NULL, r.valid_from DESC LIMIT 1) v;

CREATE OR REPLACE VIEW unit_term WITH (security_invoker = true) AS
SELECT q.unit_id, coalesce(s.assess_days, 0) AS assess_days, coalesce(s.decide_days, 14) AS decide_days, coalesce(s.feedback_days, 7) AS feedback_days,
       coalesce(s.questions_a_day, 50) AS questions_a_day, r.reminder_days
  FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
  JOIN principal_routine r ON r.principal_id = a.principal_id LEFT JOIN term_setting s ON s.authority_id = a.id
 WHERE q.valid @> app_today();

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['routine_version', 'routine_choice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_app USING (true)', t || '_public', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
END $$;
-- +goose StatementEnd
-- What comes with the program is written when the schema is; everything else is a principal's own.
CREATE POLICY routine_version_built_in ON routine_version TO samplan_owner USING (principal_id IS NULL) WITH CHECK (principal_id IS NULL);
CREATE POLICY routine_version_add ON routine_version FOR INSERT TO samplan_app WITH CHECK (principal_id = app_principal() AND loaded_by = app_person());
CREATE POLICY routine_choice_add ON routine_choice FOR INSERT TO samplan_app WITH CHECK (principal_id = app_principal() AND chosen_by = app_person());
GRANT SELECT ON principal_routine TO samplan_app, samplan_fence;
RESET ROLE;

SET ROLE samplan_fence;
CREATE OR REPLACE FUNCTION app_family_ages(p_unit uuid, OUT child_from int, OUT guardian_until int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.child_sees_from, r.guardian_sees_until
    FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
    JOIN principal_routine r ON r.principal_id = a.principal_id
   WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1 $$;
CREATE OR REPLACE FUNCTION app_review_days(p_unit uuid) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.review_working_days
    FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
    JOIN principal_routine r ON r.principal_id = a.principal_id
   WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1 $$;
RESET ROLE;

SET ROLE samplan_owner;
-- A plan remembers the version under which it was made. The plans that are there were made under none; they go by the one
-- in force.
CREATE FUNCTION app_own_routine() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT r.version_id FROM principal_routine r WHERE r.principal_id = app_principal() $$;
REVOKE EXECUTE ON FUNCTION app_own_routine() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_own_routine() TO samplan_app, samplan_fence;
ALTER TABLE plan ADD COLUMN routine_version_id uuid REFERENCES routine_version;
ALTER TABLE plan ALTER COLUMN routine_version_id SET DEFAULT app_own_routine();
CREATE TRIGGER plan_routine_kept BEFORE UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION keep_columns('routine_version_id');
ALTER TABLE principal DROP COLUMN routine_profile;
DROP TABLE routine_profile;

COMMENT ON TABLE routine_version IS 'Rutinprofil: what the law leaves to a county or a principal to decide, in numbered versions that never change';
COMMENT ON COLUMN routine_version.id IS 'Identity';
COMMENT ON COLUMN routine_version.principal_id IS 'Whose own it is; none: it comes with the program';
COMMENT ON COLUMN routine_version.code IS 'Name of the profile';
COMMENT ON COLUMN routine_version.number IS 'Which version of it';
COMMENT ON COLUMN routine_version.valid_from IS 'In force from this day, until the next version is';
COMMENT ON COLUMN routine_version.document IS 'What was loaded, as it was written';
COMMENT ON COLUMN routine_version.whole IS 'What holds: the document laid over its base';
COMMENT ON COLUMN routine_version.loaded_by IS 'Who loaded it';
COMMENT ON COLUMN routine_version.created_at IS 'When it was loaded';
COMMENT ON COLUMN routine_version.child_sees_from IS 'From which age the child sees its own plan, in years';
COMMENT ON COLUMN routine_version.guardian_sees_until IS 'Until which birthday a guardian sees the plan, in years; never beyond 18';
COMMENT ON COLUMN routine_version.reminder_days IS 'How many days before its end a consent is reminded of (R18)';
COMMENT ON COLUMN routine_version.review_working_days IS 'Working days within which an emergency access is reviewed (R38)';
COMMENT ON COLUMN routine_version.fewest_told IS 'Least number that is told as it is to those who see none of what is counted (R22)';
COMMENT ON TABLE routine_choice IS 'By which routine profile a principal works, from a day; of those in force the one chosen last';
COMMENT ON COLUMN routine_choice.id IS 'Identity';
COMMENT ON COLUMN routine_choice.principal_id IS 'The principal';
COMMENT ON COLUMN routine_choice.code IS 'The profile: its own, or one that comes with the program';
COMMENT ON COLUMN routine_choice.valid_from IS 'From this day';
COMMENT ON COLUMN routine_choice.chosen_by IS 'Who chose; none: set up with the principal';
COMMENT ON COLUMN routine_choice.chosen_on IS 'On which day';
COMMENT ON COLUMN routine_choice.created_at IS 'When';
COMMENT ON VIEW principal_routine IS 'The version of a routine profile by which each principal works today';
COMMENT ON COLUMN plan.routine_version_id IS 'The version of the routine profile under which it was made: its words, wheel, deadlines and forms';
COMMENT ON FUNCTION app_own_routine() IS 'The version by which the own principal works today';
RESET ROLE;
