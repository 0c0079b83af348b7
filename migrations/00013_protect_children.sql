-- +goose Up
-- Protected children (skyddade personuppgifter; R31-R35, OSL 21:3, 21:3 a, 26:2). A level belongs to the unit that has
-- recorded it, and the strictest counts for everybody at once. Where a child is lies in a compartment of its own: from
-- the first level on it is open to those alone whom their own unit has named.
SET ROLE samplan_owner;
CREATE TABLE protection_record (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  level text NOT NULL CHECK (level IN ('none', 'confidentiality-marking', 'protected-registration', 'assumed-identity')),
  reason reason_text,
  person_id uuid REFERENCES person,
  recorded_on date NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX protection_record_child ON protection_record (child_id, unit_id, created_at DESC, id DESC);
CREATE TRIGGER protection_record_kept BEFORE UPDATE OR DELETE ON protection_record FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TABLE whereabouts (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('address', 'phone', 'school', 'meeting-place', 'travel', 'municipality', 'other')),
  body free_text NOT NULL,
  author_id uuid NOT NULL REFERENCES person,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  version int NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE INDEX whereabouts_child ON whereabouts (child_id, unit_id);
CREATE TRIGGER whereabouts_unit BEFORE UPDATE ON whereabouts FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER whereabouts_columns BEFORE UPDATE ON whereabouts FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'child_id', 'kind', 'body', 'author_id');
CREATE TABLE whereabouts_reader (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  granted_by uuid NOT NULL REFERENCES person,
  reason reason_text NOT NULL,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid) AND NOT upper_inf(valid)),
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (person_id <> granted_by),
  EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(unit_id) WITH =, uuid_send(person_id) WITH =, valid WITH &&)
);
CREATE INDEX whereabouts_reader_child ON whereabouts_reader (child_id, unit_id, person_id);
CREATE TRIGGER whereabouts_reader_columns BEFORE UPDATE ON whereabouts_reader FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'child_id', 'unit_id', 'person_id', 'granted_by', 'reason');
CREATE TABLE whereabouts_block (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  decided_by uuid NOT NULL REFERENCES person,
  reason reason_text NOT NULL,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (person_id <> child_id),
  EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(unit_id) WITH =, uuid_send(person_id) WITH =, valid WITH &&)
);
CREATE INDEX whereabouts_block_child ON whereabouts_block (child_id, person_id);
CREATE TRIGGER whereabouts_block_unit BEFORE UPDATE ON whereabouts_block FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER whereabouts_block_columns BEFORE UPDATE ON whereabouts_block FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'child_id', 'person_id', 'decided_by', 'reason');
CREATE TABLE hand_over (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  from_unit_id uuid NOT NULL REFERENCES unit,
  to_unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'declined')),
  reason reason_text NOT NULL,
  offered_by uuid NOT NULL REFERENCES person,
  offered_on date NOT NULL,
  answered_by uuid REFERENCES person,
  answered_on date,
  answer_reason reason_text,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (from_unit_id <> to_unit_id),
  CHECK ((state = 'waiting') = (answered_on IS NULL)),
  CHECK (state <> 'declined' OR answer_reason IS NOT NULL)
);
CREATE UNIQUE INDEX hand_over_waiting ON hand_over (plan_id) WHERE state = 'waiting';
CREATE INDEX hand_over_to ON hand_over (to_unit_id, created_at);
CREATE INDEX hand_over_from ON hand_over (offered_by, created_at);
CREATE TRIGGER hand_over_columns BEFORE UPDATE ON hand_over FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'plan_id', 'from_unit_id', 'to_unit_id', 'reason', 'offered_by', 'offered_on', 'created_at');
CREATE TABLE plan_origin (
  plan_id uuid PRIMARY KEY REFERENCES plan,
  follows_id uuid NOT NULL REFERENCES plan,
  unit_id uuid NOT NULL REFERENCES unit,
  CHECK (plan_id <> follows_id)
);
CREATE TRIGGER plan_origin_kept BEFORE UPDATE OR DELETE ON plan_origin FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();

CREATE FUNCTION app_place() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.place', true), '')::uuid $$;

-- +goose StatementBegin
-- Whether the caller may know where a child is from what others hold: of an unprotected child all staff; of a protected
-- one those whom their own unit has named (R31); of the family everybody whom no unit has blocked (R35).
CREATE FUNCTION app_knows_place(p_child uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app_unit() IS NULL THEN
    RETURN NOT EXISTS (SELECT FROM whereabouts_block b WHERE b.child_id = p_child AND b.person_id = app_person() AND b.valid @> app_today());
  END IF;
  RETURN EXISTS (SELECT FROM person c WHERE c.id = p_child AND c.protection = 'none')
    OR EXISTS (SELECT FROM whereabouts_reader n WHERE n.child_id = p_child AND n.unit_id = app_unit() AND n.person_id = app_person()
                  AND n.valid @> app_today());
END $$;

-- As before, and says besides whether the place of the plan's child is open to the caller (app.place).
CREATE OR REPLACE FUNCTION app_open_plan(p_plan uuid, p_item uuid, OUT plan_id uuid, OUT units uuid[], OUT categories text[], OUT consents uuid[],
  OUT items uuid[], OUT disclosures uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_open text[]; v_excluded text; v_blocked text; v_child uuid; v_set text;
BEGIN
  plan_id := p_plan;
  IF p_item IS NOT NULL THEN SELECT i.plan_id INTO app_open_plan.plan_id FROM item i WHERE i.id = p_item; END IF;
  SELECT p.child_id INTO v_child FROM plan p WHERE p.id = app_open_plan.plan_id;
  v_set := set_config('app.place', CASE WHEN app_knows_place(v_child) THEN coalesce(plan_id::text, '') ELSE '' END, true);
  IF app_unit() IS NULL THEN RETURN; END IF;
  SELECT array_agg(o.from_unit_id), array_agg(o.category), array_agg(o.consent_id), array_agg(o.from_unit_id || ':' || o.category)
    INTO units, categories, consents, v_open
    FROM opening o WHERE o.plan_id = app_open_plan.plan_id;
  -- Behind closed walls there is nothing to keep back; and of most plans nothing is, which is sooner seen than computed.
  IF units IS NOT NULL AND (EXISTS (SELECT FROM consent c JOIN consent_exclusion x ON x.consent_id = c.id WHERE c.child_id = v_child)
      OR EXISTS (SELECT FROM item_subject t WHERE t.plan_id = app_open_plan.plan_id)
      OR EXISTS (SELECT FROM item i WHERE i.plan_id = app_open_plan.plan_id AND i.taken_over_on IS NOT NULL)) THEN
    SELECT array_agg(x.item_id)::text INTO v_excluded FROM exclusion x WHERE x.plan_id = app_open_plan.plan_id;
  END IF;
  IF EXISTS (SELECT FROM disclosure d WHERE d.plan_id = app_open_plan.plan_id AND d.to_unit_id = app_unit()) THEN
    SELECT array_agg(d.item_id), array_agg(d.disclosure_id) INTO items, disclosures FROM disclosed d WHERE d.plan_id = app_open_plan.plan_id;
  END IF;
  SELECT array_agg(b.unit_id)::text INTO v_blocked FROM block_in_force b WHERE b.child_id = v_child;
  v_set := set_config('app.plan', coalesce(plan_id::text, ''), true) || set_config('app.open', coalesce(v_open::text, '{}'), true)
    || set_config('app.excluded', coalesce(v_excluded, '{}'), true) || set_config('app.disclosed', coalesce(items::text, '{}'), true)
    || set_config('app.blocked', coalesce(v_blocked, '{}'), true);
END $$;

-- The level that counts is the strictest of what each unit has recorded last. Two units that record at once take turns
-- on the person's row, and the later one sees what the earlier recorded.
CREATE FUNCTION app_apply_protection() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_level text;
BEGIN
  PERFORM 1 FROM person WHERE id = NEW.child_id FOR UPDATE;
  SELECT last.level INTO v_level
    FROM (SELECT DISTINCT ON (r.unit_id) r.level FROM protection_record r WHERE r.child_id = NEW.child_id
           ORDER BY r.unit_id, r.created_at DESC, r.id DESC) last
   ORDER BY app_protection_level(last.level) DESC LIMIT 1;
  UPDATE person SET protection = v_level WHERE id = NEW.child_id;
  RETURN NULL;
END $$;

-- Of an assumed identity no link is ever stored (R32): the person has one identity number, and gets no other.
CREATE FUNCTION app_refuse_link() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_person uuid; v_numbers int;
BEGIN
  v_person := CASE TG_TABLE_NAME WHEN 'person' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'person_id' END;
  SELECT count(*) INTO v_numbers FROM person_identifier i WHERE i.person_id = v_person;
  IF v_numbers > 1 AND EXISTS (SELECT FROM person p WHERE p.id = v_person AND p.protection = 'assumed-identity') THEN
    RAISE EXCEPTION 'an assumed identity is never linked to another number' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

-- For servers of the version before, which raise a level by these two: the level becomes a record of the own unit.
CREATE OR REPLACE FUNCTION app_protect(p_person uuid, p_protection text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO protection_record (id, child_id, unit_id, level, person_id, recorded_on, created_at)
  SELECT gen_random_uuid(), p.id, app_unit(), p_protection, app_person(), app_today(), now() FROM person p
   WHERE p.id = p_person AND public.app_protection_level(p_protection) > public.app_protection_level(p.protection) $$;
CREATE OR REPLACE FUNCTION app_person_for(p_type text, p_value text, p_birth date, p_protection text, p_new uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_person uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_type || p_value, 7265772));
  SELECT i.person_id INTO v_person FROM person_identifier i WHERE i.type = p_type AND i.value = p_value;
  IF v_person IS NULL THEN
    v_person := p_new;
    INSERT INTO person (id, birth_date) VALUES (v_person, p_birth);
    INSERT INTO person_identifier (type, value, person_id) VALUES (p_type, p_value, v_person);
  ELSE
    UPDATE person SET birth_date = p_birth WHERE id = v_person AND birth_date IS NULL;
  END IF;
  PERFORM app_protect(v_person, p_protection);
  RETURN v_person;
END $$;

-- Consents whose whole scope the caller is told: those recorded in the own domain, and those that the caller was asked
-- for, unless the domains named there could tell where the child is (R35).
CREATE FUNCTION app_told_consents() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id FROM consent c WHERE c.unit_id = ANY (app_own_units())
  UNION SELECT c.id FROM consent_giver g JOIN consent c ON c.id = g.consent_id
         WHERE g.person_id = app_person() AND app_knows_place(c.child_id) $$;

-- The hand-overs that the own unit may answer, with what the giving unit discloses by handing over: the child's name as
-- it knows it, and where the child comes from.
CREATE FUNCTION app_hand_overs()
RETURNS TABLE (id uuid, plan_id uuid, child_id uuid, given_name text, family_name text, protection text, kind text,
               from_unit_id uuid, to_unit_id uuid, state text, offered_by uuid, offered_on date, answered_on date, answer_reason text,
               created_at timestamptz, version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT h.id, h.plan_id, p.child_id, f.given_name, f.family_name, c.protection, p.kind, h.from_unit_id, h.to_unit_id, h.state,
         h.offered_by, h.offered_on, h.answered_on, h.answer_reason, h.created_at, h.version
    FROM hand_over h JOIN plan p ON p.id = h.plan_id JOIN person c ON c.id = p.child_id
    LEFT JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = h.from_unit_id AND f.valid @> app_today()
   WHERE h.to_unit_id = app_unit() OR h.from_unit_id = app_unit() AND h.offered_by = app_person() $$;

-- Takes over for the own unit: opens its case and ends the old plan, in the name of the one who handed it over, so that
-- those who stay behind learn that the plan has moved and nothing else. Gives back the child, or nothing when the plan
-- has ended meanwhile.
CREATE FUNCTION app_take_over(p_hand_over uuid, p_contact uuid, p_case uuid, p_worker uuid, p_step uuid, p_now timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_plan plan%ROWTYPE; v_by uuid;
BEGIN
  SELECT h.offered_by INTO v_by FROM hand_over h WHERE h.id = p_hand_over AND h.to_unit_id = app_unit() AND h.state = 'accepted';
  SELECT p.* INTO v_plan FROM hand_over h JOIN plan p ON p.id = h.plan_id
   WHERE h.id = p_hand_over AND h.to_unit_id = app_unit() AND h.state = 'accepted' FOR UPDATE OF p;
  IF NOT FOUND OR v_plan.status IN ('declined', 'no-need', 'withdrawn', 'moved', 'aged-out') THEN RETURN NULL; END IF;
  INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
    SELECT p_case, f.child_id, app_unit(), f.given_name, f.family_name, f.birth_date, 'hand-over of a plan', daterange(app_today(), NULL)
      FROM case_file f
     WHERE f.child_id = v_plan.child_id AND f.unit_id = v_plan.lead_unit_id AND f.valid @> app_today()
       AND NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = v_plan.child_id AND o.unit_id = app_unit() AND o.valid @> app_today());
  IF NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = v_plan.child_id AND o.unit_id = app_unit() AND o.valid @> app_today()) THEN
    RETURN NULL;
  END IF;
  INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
    SELECT p_worker, v_plan.child_id, app_unit(), p_contact, daterange(app_today(), NULL)
     WHERE NOT EXISTS (SELECT FROM case_worker w WHERE w.child_id = v_plan.child_id AND w.unit_id = app_unit()
                          AND w.person_id = p_contact AND w.valid @> app_today());
  INSERT INTO plan_status_change (id, plan_id, from_status, to_status, on_day, person_id, created_at)
    VALUES (p_step, v_plan.id, v_plan.status, 'moved', app_today(), v_by, p_now);
  UPDATE plan SET status = 'moved', version = version + 1 WHERE id = v_plan.id;
  RETURN v_plan.child_id;
END $$;

-- When a reorganisation hands a case over, what its unit has recorded of the protected child goes along: the level, where
-- the child is, from whom that is kept. Who was named to know it is not: a manager of the receiving unit names anew.
CREATE FUNCTION app_hand_over_protection() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_day date; v_level text; v_theirs text; v_at timestamptz;
BEGIN
  SELECT takes_effect_on INTO v_day FROM reorganisation WHERE id = NEW.reorganisation_id;
  SELECT r.level INTO v_level FROM protection_record r WHERE r.child_id = NEW.child_id AND r.unit_id = NEW.unit_id
   ORDER BY r.created_at DESC, r.id DESC LIMIT 1;
  IF v_level <> 'none' THEN
    SELECT r.level INTO v_theirs FROM protection_record r WHERE r.child_id = NEW.child_id AND r.unit_id = NEW.to_unit_id
     ORDER BY r.created_at DESC, r.id DESC LIMIT 1;
    SELECT max(r.created_at) + interval '1 microsecond' INTO v_at FROM protection_record r WHERE r.child_id = NEW.child_id;
    IF app_protection_level(v_level) > app_protection_level(coalesce(v_theirs, 'none')) THEN
      INSERT INTO protection_record (id, child_id, unit_id, level, recorded_on, created_at)
        VALUES (gen_random_uuid(), NEW.child_id, NEW.to_unit_id, v_level, v_day, v_at);
    END IF;
    INSERT INTO protection_record (id, child_id, unit_id, level, recorded_on, created_at)
      VALUES (gen_random_uuid(), NEW.child_id, NEW.unit_id, 'none', v_day, v_at);
  END IF;
  UPDATE whereabouts SET unit_id = NEW.to_unit_id, version = version + 1 WHERE child_id = NEW.child_id AND unit_id = NEW.unit_id;
  UPDATE whereabouts_reader SET valid = daterange(lower(valid), v_day), version = version + 1
   WHERE child_id = NEW.child_id AND unit_id = NEW.unit_id AND valid @> v_day AND lower(valid) < v_day;
  UPDATE whereabouts_block b SET unit_id = NEW.to_unit_id, version = version + 1
   WHERE b.child_id = NEW.child_id AND b.unit_id = NEW.unit_id AND NOT EXISTS (SELECT FROM whereabouts_block k
     WHERE k.child_id = b.child_id AND k.unit_id = NEW.to_unit_id AND k.person_id = b.person_id AND k.valid && b.valid);
  UPDATE plan_origin o SET unit_id = NEW.to_unit_id FROM plan p
   WHERE p.id = o.plan_id AND p.child_id = NEW.child_id AND o.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;

-- A hand-over that waits is between two units as they were; when one of them is no more, it is offered anew.
CREATE FUNCTION app_drop_hand_overs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE hand_over h SET state = 'declined', answered_on = NEW.takes_effect_on, answer_reason = 'reorganisation', version = h.version + 1
   WHERE h.state = 'waiting' AND EXISTS (SELECT FROM reorganisation_move m WHERE m.reorganisation_id = NEW.id AND m.kind <> 'move'
     AND m.unit_id IN (h.from_unit_id, h.to_unit_id));
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER protection_record_applies AFTER INSERT ON protection_record FOR EACH ROW EXECUTE FUNCTION app_apply_protection();
CREATE TRIGGER person_identifier_alone AFTER INSERT OR UPDATE ON person_identifier FOR EACH ROW EXECUTE FUNCTION app_refuse_link();
CREATE TRIGGER person_alone AFTER UPDATE OF protection ON person FOR EACH ROW WHEN (NEW.protection = 'assumed-identity')
  EXECUTE FUNCTION app_refuse_link();
CREATE TRIGGER reorganisation_case_protection AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_protection();
CREATE TRIGGER reorganisation_hand_overs AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_drop_hand_overs();

COMMENT ON TABLE protection_record IS 'Which level of protection a unit has recorded; of each unit the last counts, of all the strictest (R31)';
COMMENT ON COLUMN protection_record.id IS 'Identity';
COMMENT ON COLUMN protection_record.child_id IS 'The child';
COMMENT ON COLUMN protection_record.unit_id IS 'The unit that recorded it, and alone may loosen it';
COMMENT ON COLUMN protection_record.level IS 'The level';
COMMENT ON COLUMN protection_record.reason IS 'Why; never a former or an assumed identity (R32)';
COMMENT ON COLUMN protection_record.person_id IS 'Who recorded it; NULL for levels from before units recorded their own';
COMMENT ON COLUMN protection_record.recorded_on IS 'When';
COMMENT ON COLUMN protection_record.created_at IS 'The instant, for order';
COMMENT ON TABLE whereabouts IS 'Where a child is or may be reached, as one unit knows it (OSL 21:3, 21:3 a): the compartment';
COMMENT ON COLUMN whereabouts.id IS 'Identity';
COMMENT ON COLUMN whereabouts.child_id IS 'The child';
COMMENT ON COLUMN whereabouts.unit_id IS 'The unit that knows it';
COMMENT ON COLUMN whereabouts.kind IS 'What sort of place';
COMMENT ON COLUMN whereabouts.body IS 'The words';
COMMENT ON COLUMN whereabouts.author_id IS 'Who wrote it';
COMMENT ON COLUMN whereabouts.valid IS 'From the first day to the day after the last';
COMMENT ON COLUMN whereabouts.version IS 'Counts changes';
COMMENT ON TABLE whereabouts_reader IS 'Who of a unit is named to know where a protected child is (R31)';
COMMENT ON COLUMN whereabouts_reader.id IS 'Identity';
COMMENT ON COLUMN whereabouts_reader.child_id IS 'The child';
COMMENT ON COLUMN whereabouts_reader.unit_id IS 'The unit whose compartment it opens';
COMMENT ON COLUMN whereabouts_reader.person_id IS 'Who is named';
COMMENT ON COLUMN whereabouts_reader.granted_by IS 'Who named; nobody names themselves';
COMMENT ON COLUMN whereabouts_reader.reason IS 'Why';
COMMENT ON COLUMN whereabouts_reader.valid IS 'From the first day to the day after the last; an end is mandatory';
COMMENT ON COLUMN whereabouts_reader.version IS 'Counts changes';
COMMENT ON TABLE whereabouts_block IS 'A guardian from whom it is kept where the child is (OSL 26:2, R35)';
COMMENT ON COLUMN whereabouts_block.id IS 'Identity';
COMMENT ON COLUMN whereabouts_block.child_id IS 'The child';
COMMENT ON COLUMN whereabouts_block.unit_id IS 'The unit that decided; the block holds in every plan of the child';
COMMENT ON COLUMN whereabouts_block.person_id IS 'From whom';
COMMENT ON COLUMN whereabouts_block.decided_by IS 'Who decided';
COMMENT ON COLUMN whereabouts_block.reason IS 'Why';
COMMENT ON COLUMN whereabouts_block.valid IS 'From the first day to the day after the last';
COMMENT ON COLUMN whereabouts_block.version IS 'Counts changes';
COMMENT ON TABLE hand_over IS 'A plan that is handed over to another unit with the child; known to that unit and to the one who hands over';
COMMENT ON COLUMN hand_over.id IS 'Identity';
COMMENT ON COLUMN hand_over.plan_id IS 'The plan that ends';
COMMENT ON COLUMN hand_over.from_unit_id IS 'The unit that leads it';
COMMENT ON COLUMN hand_over.to_unit_id IS 'The unit that is to take over: where the child goes';
COMMENT ON COLUMN hand_over.state IS 'Where it stands';
COMMENT ON COLUMN hand_over.reason IS 'Why it is handed over';
COMMENT ON COLUMN hand_over.offered_by IS 'Who hands over';
COMMENT ON COLUMN hand_over.offered_on IS 'When';
COMMENT ON COLUMN hand_over.answered_by IS 'Who answered';
COMMENT ON COLUMN hand_over.answered_on IS 'When it was answered';
COMMENT ON COLUMN hand_over.answer_reason IS 'Why it was declined';
COMMENT ON COLUMN hand_over.created_at IS 'The instant, for order';
COMMENT ON COLUMN hand_over.version IS 'Counts changes';
COMMENT ON TABLE plan_origin IS 'Which plan a plan follows; known to the unit that took over alone';
COMMENT ON COLUMN plan_origin.plan_id IS 'The plan';
COMMENT ON COLUMN plan_origin.follows_id IS 'The plan before it';
COMMENT ON COLUMN plan_origin.unit_id IS 'The unit that took over';
COMMENT ON COLUMN person.protection IS 'Skyddade personuppgifter: the strictest level of protection_record (R31)';
COMMENT ON FUNCTION app_place() IS 'The plan at hand, when the caller may know where its child is';
COMMENT ON FUNCTION app_knows_place(uuid) IS 'Whether the caller may know where a child is from what others hold';
COMMENT ON FUNCTION app_apply_protection() IS 'Trigger: the strictest recorded level is the one that counts';
COMMENT ON FUNCTION app_refuse_link() IS 'Trigger: an assumed identity has one number';
COMMENT ON FUNCTION app_hand_over_protection() IS 'Trigger: what is recorded of a protected child goes with its case';
COMMENT ON FUNCTION app_drop_hand_overs() IS 'Trigger: hand-overs of units that are no more wait no longer';
COMMENT ON FUNCTION app_told_consents() IS 'Consents whose whole scope the caller is told';
COMMENT ON FUNCTION app_hand_overs() IS 'Hand-overs that the caller may know of';
COMMENT ON FUNCTION app_take_over(uuid, uuid, uuid, uuid, uuid, timestamptz) IS 'Opens the own unit''s case and ends the plan that was handed over';

-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['protection_record', 'whereabouts', 'whereabouts_reader', 'whereabouts_block', 'hand_over', 'plan_origin'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['protection_record', 'whereabouts', 'whereabouts_reader', 'whereabouts_block', 'hand_over', 'plan_origin'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['protection_record', 'plan_status_change'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_fence WITH CHECK (true)', t || '_fence_add', t);
    EXECUTE format('GRANT INSERT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['whereabouts', 'whereabouts_reader', 'whereabouts_block', 'hand_over', 'plan_origin'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_knows_place(uuid)', 'app_apply_protection()', 'app_refuse_link()', 'app_told_consents()', 'app_hand_overs()', 'app_hand_over_protection()', 'app_drop_hand_overs()',
      'app_take_over(uuid, uuid, uuid, uuid, uuid, timestamptz)', 'app_place()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_app, samplan_fence', f);
    IF f <> 'app_place()' THEN EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f); END IF;
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT UPDATE (status) ON plan TO samplan_fence;
GRANT UPDATE (unit_id, version) ON whereabouts, whereabouts_block TO samplan_fence;
GRANT UPDATE (valid, version) ON whereabouts_reader TO samplan_fence;
GRANT UPDATE (state, answered_on, answer_reason, version) ON hand_over TO samplan_fence;
GRANT UPDATE (unit_id) ON plan_origin TO samplan_fence;

CREATE POLICY protection_record_read ON protection_record FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY protection_record_add ON protection_record FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit() AND person_id = app_person());
GRANT SELECT, INSERT ON protection_record TO samplan_app;
CREATE POLICY whereabouts_read ON whereabouts FOR SELECT TO samplan_app USING (unit_id = app_unit() AND app_knows_place(child_id));
CREATE POLICY whereabouts_add ON whereabouts FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND author_id = app_person() AND app_knows_place(child_id));
CREATE POLICY whereabouts_change ON whereabouts FOR UPDATE TO samplan_app USING (unit_id = app_unit() AND app_knows_place(child_id));
GRANT SELECT, INSERT ON whereabouts TO samplan_app;
GRANT UPDATE (valid, version) ON whereabouts TO samplan_app;
CREATE POLICY whereabouts_reader_read ON whereabouts_reader FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY whereabouts_reader_add ON whereabouts_reader FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND granted_by = app_person());
CREATE POLICY whereabouts_reader_change ON whereabouts_reader FOR UPDATE TO samplan_app USING (unit_id = app_unit());
GRANT SELECT, INSERT ON whereabouts_reader TO samplan_app;
GRANT UPDATE (valid, version) ON whereabouts_reader TO samplan_app;
-- The one from whom it is kept has no way to the row that says so.
CREATE POLICY whereabouts_block_read ON whereabouts_block FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY whereabouts_block_add ON whereabouts_block FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND decided_by = app_person());
CREATE POLICY whereabouts_block_change ON whereabouts_block FOR UPDATE TO samplan_app USING (unit_id = app_unit());
GRANT SELECT, INSERT ON whereabouts_block TO samplan_app;
GRANT UPDATE (valid, version) ON whereabouts_block TO samplan_app;
CREATE POLICY hand_over_read ON hand_over FOR SELECT TO samplan_app USING (
  to_unit_id = app_unit() OR from_unit_id = app_unit() AND offered_by = app_person());
CREATE POLICY hand_over_add ON hand_over FOR INSERT TO samplan_app WITH CHECK (
  from_unit_id = app_unit() AND offered_by = app_person() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY hand_over_answer ON hand_over FOR UPDATE TO samplan_app USING (to_unit_id = app_unit());
GRANT SELECT, INSERT ON hand_over TO samplan_app;
GRANT UPDATE (state, answered_by, answered_on, answer_reason, version) ON hand_over TO samplan_app;
CREATE POLICY plan_origin_read ON plan_origin FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY plan_origin_add ON plan_origin FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND EXISTS (SELECT FROM hand_over h WHERE h.plan_id = follows_id AND h.to_unit_id = app_unit() AND h.state = 'accepted'));
GRANT SELECT, INSERT ON plan_origin TO samplan_app;

-- Who takes part tells where a child is. It is seen as before by the own domain and by the one who called; by the family
-- and by others only when they may know the place (R31, R35).
DROP POLICY party_read ON party;
CREATE POLICY party_read ON party FOR SELECT TO samplan_app USING (
  unit_id = ANY ((SELECT app_own_units())::uuid[]) OR added_by_unit_id = ANY ((SELECT app_own_units())::uuid[])
  OR (plan_id = app_place() AND (plan_id = ANY (app_family_plans())
    OR (plan_id = app_plan() AND (unit_id::text || ':participation') = ANY (app_open())))));
DROP POLICY consent_scope_read ON consent_scope;
CREATE POLICY consent_scope_read ON consent_scope FOR SELECT TO samplan_app USING (
  from_branch_id = app_branch() OR to_branch_id = app_branch() OR consent_id IN (SELECT app_told_consents()));
RESET ROLE;

-- Levels from before: nobody knows which unit recorded them, so each that has a case stands for them.
SET ROLE samplan_fence;
INSERT INTO protection_record (id, child_id, unit_id, level, recorded_on, created_at)
SELECT DISTINCT ON (p.id, f.unit_id) gen_random_uuid(), p.id, f.unit_id, p.protection, current_date, now()
  FROM person p JOIN case_file f ON f.child_id = p.id WHERE p.protection <> 'none';
RESET ROLE;
