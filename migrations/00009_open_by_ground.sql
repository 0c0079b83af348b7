-- +goose Up
-- Everything that decides who sees an item: disclosures on a legal ground (R24), blocks (R39), facts about another person
-- (R19), what is withheld from the family (R27), and from which age a young person sees the own plan.
SET ROLE samplan_owner;
CREATE TABLE routine_profile (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z-]{1,39}$'),
  child_sees_from int NOT NULL CHECK (child_sees_from BETWEEN 0 AND 18),
  guardian_sees_until int NOT NULL CHECK (guardian_sees_until BETWEEN 0 AND 18),
  reminder_days int NOT NULL CHECK (reminder_days BETWEEN 1 AND 365),
  review_working_days int NOT NULL CHECK (review_working_days BETWEEN 1 AND 30)
);
-- No law gives an age from which a child may see its own plan, so the national profile has none; counties may.
INSERT INTO routine_profile VALUES ('national', 0, 18, 30, 3);
ALTER TABLE principal ADD COLUMN routine_profile text NOT NULL DEFAULT 'national' REFERENCES routine_profile;

CREATE TABLE disclosure (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  item_id uuid NOT NULL REFERENCES item,
  from_unit_id uuid NOT NULL REFERENCES unit,
  to_unit_id uuid NOT NULL REFERENCES unit,
  ground text NOT NULL CHECK (ground IN ('need-of-under-18', 'within-health', 'pupil-support', 'general-clause', 'duty-to-inform',
    'young-offence-risk', 'police-contact', 'crime-prevention')),
  paragraph short_text NOT NULL,
  reason reason_text NOT NULL,
  decided_by uuid NOT NULL REFERENCES person,
  recorded_by uuid NOT NULL REFERENCES person,
  decided_on date NOT NULL,
  valid_to date NOT NULL,
  ended_on date,
  ended_by uuid REFERENCES person,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (from_unit_id <> to_unit_id),
  CHECK (decided_on <= valid_to),
  CHECK ((ended_on IS NULL) = (ended_by IS NULL))
);
CREATE INDEX disclosure_receiver ON disclosure (plan_id, to_unit_id);
CREATE INDEX disclosure_item ON disclosure (item_id);
CREATE TRIGGER disclosure_columns BEFORE UPDATE ON disclosure FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'item_id',
  'from_unit_id', 'to_unit_id', 'ground', 'paragraph', 'reason', 'decided_by', 'recorded_by', 'decided_on', 'valid_to', 'created_at');

CREATE TABLE care_block (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  recorded_by uuid NOT NULL REFERENCES person,
  set_on date NOT NULL,
  lifted_on date,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE UNIQUE INDEX care_block_live ON care_block (child_id, unit_id) WHERE lifted_on IS NULL;
CREATE TRIGGER care_block_columns BEFORE UPDATE ON care_block FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'unit_id',
  'recorded_by', 'set_on', 'created_at');

CREATE TABLE item_subject (
  item_id uuid NOT NULL REFERENCES item,
  person_id uuid NOT NULL REFERENCES person,
  plan_id uuid NOT NULL REFERENCES plan,
  ended_on date,
  PRIMARY KEY (item_id, person_id)
);
CREATE INDEX item_subject_plan ON item_subject (plan_id);
CREATE TRIGGER item_subject_columns BEFORE UPDATE ON item_subject FOR EACH ROW EXECUTE FUNCTION keep_columns('item_id', 'person_id', 'plan_id');

ALTER TABLE consent DROP CONSTRAINT consent_kind_check, ADD CONSTRAINT consent_kind_check CHECK (kind IN ('plan', 'share', 'other-person'));
ALTER TABLE consent_giver DROP CONSTRAINT consent_giver_capacity_check,
  ADD CONSTRAINT consent_giver_capacity_check CHECK (capacity IN ('guardian', 'god-man', 'child', 'subject'));

ALTER TABLE withholding DROP CONSTRAINT withholding_pkey, ADD COLUMN id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ALTER COLUMN person_id DROP NOT NULL, ADD COLUMN ended_on date, ADD COLUMN ended_by uuid REFERENCES person,
  ADD CONSTRAINT withholding_end CHECK ((ended_on IS NULL) = (ended_by IS NULL));
CREATE UNIQUE INDEX withholding_live ON withholding (item_id, person_id) NULLS NOT DISTINCT WHERE ended_on IS NULL;
CREATE TRIGGER withholding_columns BEFORE UPDATE ON withholding FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'item_id', 'person_id',
  'decided_by', 'decided_on', 'reason');

CREATE FUNCTION app_self_plans() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.self_plans', true), ''), '{}')::uuid[] $$;
-- The two that keep back have no default: where the door has not said, nothing can be known not to be kept back.
CREATE FUNCTION app_withheld() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.withheld', true), '')::uuid[] $$;
CREATE FUNCTION app_blocked() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.blocked', true), '')::uuid[] $$;
CREATE FUNCTION app_disclosed() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.disclosed', true), ''), '{}')::uuid[] $$;

-- The child's own block closes a unit's items to every other unit (PDL 4:4).
CREATE VIEW block_in_force AS
SELECT b.child_id, b.unit_id FROM care_block b WHERE b.set_on <= app_today() AND (b.lifted_on IS NULL OR b.lifted_on > app_today());

CREATE OR REPLACE VIEW opening AS
SELECT y.plan_id, giver.unit_id AS from_unit_id, s.category, c.id AS consent_id
  FROM party y
  JOIN plan p ON p.id = y.plan_id
  JOIN unit_place mine ON mine.unit_id = y.unit_id AND mine.valid @> app_today()
  CROSS JOIN LATERAL (SELECT f.id, f.valid_from FROM consent_in_force f
                       WHERE f.child_id = p.child_id AND f.kind = 'share' AND lower(mine.valid) <= f.valid_from OFFSET 0) c
  JOIN consent_scope s ON s.consent_id = c.id AND s.to_branch_id = mine.branch_id
  JOIN party giver ON giver.plan_id = y.plan_id AND giver.state = 'accepted'
  JOIN unit_place theirs ON theirs.unit_id = giver.unit_id AND theirs.valid @> app_today()
       AND theirs.branch_id = s.from_branch_id AND lower(theirs.valid) <= c.valid_from
 WHERE y.unit_id = app_unit() AND y.state = 'accepted'
   AND NOT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = p.child_id AND b.unit_id = giver.unit_id);

-- Kept back: what a consent in force excludes, and what is about another person who has not consented in turn (R19).
CREATE OR REPLACE VIEW exclusion AS
SELECT p.id AS plan_id, i.id AS item_id
  FROM plan p
  CROSS JOIN LATERAL (SELECT x.consent_id, x.item_id FROM consent c JOIN consent_exclusion x ON x.consent_id = c.id
                       WHERE c.child_id = p.child_id OFFSET 0) x
  JOIN item i ON i.id = x.item_id AND i.plan_id = p.id
  JOIN consent_in_force c ON c.id = x.consent_id
 WHERE EXISTS (SELECT FROM unit_place mine JOIN consent_scope s ON s.to_branch_id = mine.branch_id AND s.consent_id = x.consent_id
                WHERE mine.unit_id = app_unit() AND mine.valid @> app_today())
UNION ALL
SELECT t.plan_id, t.item_id
  FROM item_subject t
  JOIN item i ON i.id = t.item_id
  JOIN plan p ON p.id = t.plan_id
 WHERE t.ended_on IS NULL AND NOT EXISTS (
   SELECT FROM unit_place mine
     JOIN unit_place theirs ON theirs.unit_id = i.owner_unit_id AND theirs.valid @> app_today()
     CROSS JOIN LATERAL (SELECT f.id, f.valid_from FROM consent_in_force f
                          WHERE f.child_id = p.child_id AND f.kind = 'other-person' OFFSET 0) c
     JOIN consent_giver g ON g.consent_id = c.id AND g.person_id = t.person_id AND g.capacity = 'subject'
     JOIN consent_scope s ON s.consent_id = c.id AND s.to_branch_id = mine.branch_id AND s.from_branch_id = theirs.branch_id AND s.category = i.category
    WHERE mine.unit_id = app_unit() AND mine.valid @> app_today() AND lower(mine.valid) <= c.valid_from AND lower(theirs.valid) <= c.valid_from);

-- Single items that a legal ground opens to the own unit. Giver and receiver are accepted parties, both lie where they lay
-- when it was decided (a reorganisation closes), and the item is meant for the parties.
CREATE VIEW disclosed AS
SELECT d.plan_id, d.item_id, d.id AS disclosure_id
  FROM disclosure d
  JOIN plan p ON p.id = d.plan_id
  JOIN item i ON i.id = d.item_id AND i.visibility IN ('parties', 'family')
  JOIN party y ON y.plan_id = d.plan_id AND y.unit_id = d.to_unit_id AND y.state = 'accepted'
  JOIN party giver ON giver.plan_id = d.plan_id AND giver.unit_id = i.owner_unit_id AND giver.state = 'accepted'
  JOIN unit_place mine ON mine.unit_id = d.to_unit_id AND mine.valid @> app_today() AND lower(mine.valid) <= d.decided_on
  JOIN unit_place theirs ON theirs.unit_id = i.owner_unit_id AND theirs.valid @> app_today() AND lower(theirs.valid) <= d.decided_on
 WHERE d.to_unit_id = app_unit() AND app_today() BETWEEN d.decided_on AND d.valid_to AND d.ended_on IS NULL
   AND NOT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = p.child_id AND b.unit_id = i.owner_unit_id);

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_is_given(p_consent uuid, p_child uuid, p_unit uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER COST 10000 SET search_path = pg_catalog, public AS $$
DECLARE v_today date := app_today(); v_refused boolean; v_subject boolean; v_child boolean; v_adult boolean; v_birth date; v_maturity text;
BEGIN
  SELECT bool_or(g.answer = 'refused'), bool_or(g.answer = 'given' AND g.capacity = 'child'),
         bool_or(g.answer = 'given') FILTER (WHERE g.capacity = 'subject'),
         bool_or(g.answer = 'given' AND g.capacity IN ('guardian', 'god-man')), app_birth_date(p_child, p_unit),
         (SELECT m.outcome FROM maturity_assessment m WHERE m.child_id = p_child AND m.unit_id = p_unit AND m.assessed_on <= v_today
           ORDER BY m.assessed_on DESC, m.created_at DESC LIMIT 1)
    INTO v_refused, v_child, v_subject, v_adult, v_birth, v_maturity FROM consent_giver g WHERE g.consent_id = p_consent;
  IF v_refused IS NOT FALSE THEN RETURN false; END IF;
  IF v_subject IS NOT NULL THEN RETURN v_subject; END IF; -- about another person: that person decides alone (R19)
  IF NOT (v_child OR v_adult) THEN RETURN false; END IF;
  IF v_today >= v_birth + interval '18 years' OR v_maturity = 'child-alone' THEN RETURN v_child; END IF;
  IF NOT v_adult OR v_maturity = 'together' AND NOT v_child THEN RETURN false; END IF;
  RETURN NOT EXISTS (
      SELECT FROM relation r
       WHERE r.child_id = p_child AND r.unit_id = p_unit AND r.valid @> v_today
         AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
         AND NOT EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = p_consent AND g.person_id = r.person_id
                            AND g.answer IN ('given', 'hindered')))
    AND NOT EXISTS (
      SELECT FROM consent_giver g
       WHERE g.consent_id = p_consent AND g.capacity <> 'child'
         AND NOT EXISTS (SELECT FROM relation r
                          WHERE r.child_id = p_child AND r.unit_id = p_unit AND r.person_id = g.person_id AND r.valid @> v_today
                            AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')));
END $$;

-- Until which age a guardian and from which age the child sees a plan: the profile of the principal of the leading unit.
CREATE FUNCTION app_family_ages(p_unit uuid, OUT child_from int, OUT guardian_until int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.child_sees_from, r.guardian_sees_until
    FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
    JOIN principal h ON h.id = a.principal_id JOIN routine_profile r ON r.code = h.routine_profile
   WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1 $$;

-- What is withheld from a citizen is computed here once, so that the rows that tell of it stay closed to the citizen: what
-- somebody decided to keep back (OSL 12:3), from this person or from every guardian; and what is about another person.
CREATE OR REPLACE FUNCTION app_enter_citizen(p_type text, p_value text, p_today date)
RETURNS TABLE (person_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v_person uuid; v_own uuid[]; v_theirs uuid[]; v_files text; v_withheld text;
BEGIN
  SELECT i.person_id INTO v_person FROM person_identifier i WHERE i.type = p_type AND i.value = p_value;
  IF v_person IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.person', v_person::text, true), set_config('app.today', p_today::text, true);
  SELECT array_agg(p.id) INTO v_own
    FROM plan p CROSS JOIN LATERAL app_family_ages(p.lead_unit_id) g
   WHERE p.child_id = v_person AND p.informed_on <= p_today
     AND p_today >= app_birth_date(p.child_id, p.lead_unit_id) + make_interval(years => g.child_from);
  SELECT array_agg(DISTINCT p.id) INTO v_theirs
    FROM relation r JOIN plan p ON p.child_id = r.child_id AND p.lead_unit_id = r.unit_id CROSS JOIN LATERAL app_family_ages(p.lead_unit_id) g
   WHERE r.person_id = v_person AND r.valid @> p_today AND p.informed_on <= p_today
     AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
     AND p_today < app_birth_date(r.child_id, r.unit_id) + make_interval(years => g.guardian_until);
  SELECT array_agg(DISTINCT p.child_id || ':' || p.lead_unit_id)::text INTO v_files FROM plan p WHERE p.id = ANY (v_own || v_theirs);
  SELECT array_agg(i.id)::text INTO v_withheld FROM item i
   WHERE i.plan_id = ANY (v_own || v_theirs) AND i.visibility = 'family' AND (
     EXISTS (SELECT FROM withholding h WHERE h.item_id = i.id AND h.ended_on IS NULL
                AND (h.person_id = v_person OR h.person_id IS NULL AND i.plan_id <> ALL (coalesce(v_own, '{}'))))
     OR EXISTS (SELECT FROM item_subject t WHERE t.item_id = i.id AND t.ended_on IS NULL AND t.person_id <> v_person));
  PERFORM set_config('app.self_plans', coalesce(v_own::text, '{}'), true),
          set_config('app.family_plans', coalesce((v_own || v_theirs)::text, '{}'), true),
          set_config('app.family_files', coalesce(v_files, '{}'), true), set_config('app.withheld', coalesce(v_withheld, '{}'), true);
  RETURN QUERY SELECT v_person;
END $$;
DROP FUNCTION app_open_plan(uuid, uuid);
-- Computes the open walls of one plan (named itself, or by one of its items) for the rest of the transaction, and gives
-- back what opened them, for the log: unit, category and consent as three lists of one length; item and disclosure as two.
CREATE FUNCTION app_open_plan(p_plan uuid, p_item uuid, OUT plan_id uuid, OUT units uuid[], OUT categories text[], OUT consents uuid[],
  OUT items uuid[], OUT disclosures uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_open text[]; v_excluded text; v_blocked text; v_set text;
BEGIN
  plan_id := p_plan;
  IF p_item IS NOT NULL THEN SELECT i.plan_id INTO app_open_plan.plan_id FROM item i WHERE i.id = p_item; END IF;
  IF app_unit() IS NULL THEN RETURN; END IF;
  SELECT array_agg(o.from_unit_id), array_agg(o.category), array_agg(o.consent_id), array_agg(o.from_unit_id || ':' || o.category)
    INTO units, categories, consents, v_open
    FROM opening o WHERE o.plan_id = app_open_plan.plan_id;
  IF units IS NOT NULL THEN -- behind closed walls there is nothing to keep back
    SELECT array_agg(x.item_id)::text INTO v_excluded FROM exclusion x WHERE x.plan_id = app_open_plan.plan_id;
  END IF;
  IF EXISTS (SELECT FROM disclosure d WHERE d.plan_id = app_open_plan.plan_id AND d.to_unit_id = app_unit()) THEN
    SELECT array_agg(d.item_id), array_agg(d.disclosure_id) INTO items, disclosures FROM disclosed d WHERE d.plan_id = app_open_plan.plan_id;
  END IF;
  SELECT array_agg(b.unit_id)::text INTO v_blocked
    FROM plan p JOIN block_in_force b ON b.child_id = p.child_id WHERE p.id = app_open_plan.plan_id;
  v_set := set_config('app.plan', coalesce(plan_id::text, ''), true) || set_config('app.open', coalesce(v_open::text, '{}'), true)
    || set_config('app.excluded', coalesce(v_excluded, '{}'), true) || set_config('app.disclosed', coalesce(items::text, '{}'), true)
    || set_config('app.blocked', coalesce(v_blocked, '{}'), true);
END $$;

-- Of a child whose plans are not opened one by one: which units are blocked.
CREATE FUNCTION app_open_child(p_child uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT set_config('app.blocked', coalesce(array_agg(b.unit_id)::text, '{}'), true) FROM block_in_force b WHERE b.child_id = p_child $$;

-- The questions are asked one after the other with plain values: asked as one statement the planner computed the whole of
-- each view, for every plan there is.
CREATE OR REPLACE FUNCTION app_unit_sees(p_unit uuid, p_item uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_mine text := current_setting('app.unit', true); v item%ROWTYPE; v_child uuid; v_sees boolean := false;
BEGIN
  SELECT i.* INTO v FROM item i WHERE i.id = p_item;
  IF NOT FOUND THEN RETURN false; END IF;
  IF v.owner_unit_id = p_unit THEN RETURN true; END IF;
  SELECT p.child_id INTO v_child FROM plan p WHERE p.id = v.plan_id;
  IF EXISTS (SELECT FROM block_in_force k WHERE k.child_id = v_child AND k.unit_id = v.owner_unit_id) THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM unit_place a JOIN unit_place b ON b.branch_id = a.branch_id AND b.valid @> app_today()
              WHERE a.unit_id = p_unit AND a.valid @> app_today() AND b.unit_id = v.owner_unit_id) THEN RETURN true; END IF;
  IF v.visibility NOT IN ('parties', 'family') THEN RETURN false; END IF;
  PERFORM set_config('app.unit', p_unit::text, true);
  IF EXISTS (SELECT FROM opening o WHERE o.plan_id = v.plan_id AND o.from_unit_id = v.owner_unit_id AND o.category = v.category) THEN
    v_sees := NOT EXISTS (SELECT FROM exclusion x WHERE x.plan_id = v.plan_id AND x.item_id = v.id);
  END IF;
  IF NOT v_sees THEN
    v_sees := EXISTS (SELECT FROM disclosed d WHERE d.plan_id = v.plan_id AND d.item_id = v.id);
  END IF;
  PERFORM set_config('app.unit', v_mine, true);
  RETURN v_sees;
END $$;
-- +goose StatementEnd
ALTER FUNCTION app_open_plan(uuid, uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_open_child(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_family_ages(uuid) OWNER TO samplan_fence;
ALTER VIEW block_in_force OWNER TO samplan_fence;
ALTER VIEW disclosed OWNER TO samplan_fence;

COMMENT ON VIEW block_in_force IS 'Blocks that count today';
COMMENT ON VIEW disclosed IS 'Items that a legal ground opens to the own unit today';

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['routine_profile', 'disclosure', 'care_block', 'item_subject'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['routine_profile', 'disclosure', 'care_block', 'item_subject', 'withholding', 'principal', 'authority', 'branch'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY routine_profile_public ON routine_profile FOR SELECT TO samplan_app USING (true);
GRANT SELECT ON routine_profile TO samplan_app;
CREATE POLICY disclosure_read ON disclosure FOR SELECT TO samplan_app USING (
  from_unit_id = ANY ((SELECT app_own_units())::uuid[]) OR to_unit_id = ANY ((SELECT app_own_units())::uuid[]));
CREATE POLICY disclosure_add ON disclosure FOR INSERT TO samplan_app WITH CHECK (
  from_unit_id = app_unit() AND EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.plan_id = disclosure.plan_id AND i.owner_unit_id = app_unit()));
CREATE POLICY disclosure_change ON disclosure FOR UPDATE TO samplan_app USING (from_unit_id = app_unit());
GRANT SELECT, INSERT ON disclosure TO samplan_app;
GRANT UPDATE (ended_on, ended_by, version) ON disclosure TO samplan_app;
CREATE POLICY care_block_read ON care_block FOR SELECT TO samplan_app USING (
  child_id = app_person() OR unit_id = ANY ((SELECT app_own_units())::uuid[]));
CREATE POLICY care_block_add ON care_block FOR INSERT TO samplan_app WITH CHECK (
  recorded_by = app_person() AND (child_id = app_person() OR unit_id = app_unit()));
CREATE POLICY care_block_change ON care_block FOR UPDATE TO samplan_app USING (child_id = app_person() OR unit_id = app_unit());
GRANT SELECT, INSERT ON care_block TO samplan_app;
GRANT UPDATE (lifted_on, version) ON care_block TO samplan_app;
CREATE POLICY item_subject_read ON item_subject FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = ANY ((SELECT app_own_units())::uuid[])));
CREATE POLICY item_subject_add ON item_subject FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.plan_id = item_subject.plan_id AND i.owner_unit_id = app_unit()));
CREATE POLICY item_subject_change ON item_subject FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
GRANT SELECT, INSERT ON item_subject TO samplan_app;
GRANT UPDATE (ended_on) ON item_subject TO samplan_app;

DROP POLICY item_read ON item;
CREATE POLICY item_read ON item FOR SELECT TO samplan_app USING (
  (owner_unit_id = ANY ((SELECT app_own_units())::uuid[])
    AND (visibility <> 'named' OR EXISTS (SELECT FROM item_named n WHERE n.item_id = item.id)))
  OR (visibility IN ('parties', 'family') AND plan_id = (SELECT app_plan())
    AND ((owner_unit_id::text || ':' || category) = ANY ((SELECT app_open())::text[]) AND id <> ALL ((SELECT app_excluded())::uuid[])
      OR id = ANY ((SELECT app_disclosed())::uuid[])))
  OR (visibility = 'family' AND plan_id = ANY ((SELECT app_family_plans())::uuid[]) AND id <> ALL ((SELECT app_withheld())::uuid[])));
DROP POLICY withholding_read ON withholding;
CREATE POLICY withholding_read ON withholding FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = ANY ((SELECT app_own_units())::uuid[])));
CREATE POLICY withholding_add ON withholding FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
CREATE POLICY withholding_change ON withholding FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
GRANT INSERT ON withholding TO samplan_app;
GRANT UPDATE (ended_on, ended_by) ON withholding TO samplan_app;

COMMENT ON TABLE routine_profile IS 'Rutinprofil: what a county or a principal decides for itself';
COMMENT ON COLUMN routine_profile.code IS 'Name of the profile';
COMMENT ON COLUMN routine_profile.child_sees_from IS 'From which age the child sees its own plan, in years';
COMMENT ON COLUMN routine_profile.guardian_sees_until IS 'Until which birthday a guardian sees the plan, in years; never beyond 18';
COMMENT ON COLUMN routine_profile.reminder_days IS 'How many days before its end a consent is reminded of (R18)';
COMMENT ON COLUMN routine_profile.review_working_days IS 'Working days within which an emergency access is reviewed (R38)';
COMMENT ON COLUMN principal.routine_profile IS 'The routine profile it works by';
COMMENT ON TABLE disclosure IS 'Utlämnande: one item opened to one unit on a legal ground, without consent (R24)';
COMMENT ON COLUMN disclosure.id IS 'Identity';
COMMENT ON COLUMN disclosure.plan_id IS 'The plan';
COMMENT ON COLUMN disclosure.item_id IS 'The item';
COMMENT ON COLUMN disclosure.from_unit_id IS 'The unit that holds it and decided';
COMMENT ON COLUMN disclosure.to_unit_id IS 'The unit that receives it';
COMMENT ON COLUMN disclosure.ground IS 'The legal ground (policy/walls.csv)';
COMMENT ON COLUMN disclosure.paragraph IS 'Its paragraph for this pair of classes';
COMMENT ON COLUMN disclosure.reason IS 'Why it applies';
COMMENT ON COLUMN disclosure.decided_by IS 'Who decided';
COMMENT ON COLUMN disclosure.recorded_by IS 'Who recorded it';
COMMENT ON COLUMN disclosure.decided_on IS 'When; the first day it opens';
COMMENT ON COLUMN disclosure.valid_to IS 'Last day; an end is mandatory';
COMMENT ON COLUMN disclosure.ended_on IS 'When it was ended before its time; counts at once';
COMMENT ON COLUMN disclosure.ended_by IS 'Who ended it';
COMMENT ON COLUMN disclosure.created_at IS 'When it was recorded';
COMMENT ON COLUMN disclosure.version IS 'Counts changes';
COMMENT ON TABLE care_block IS 'Spärr: the child as patient closes a care unit''s items to all other units (PDL 4:4, R39)';
COMMENT ON COLUMN care_block.id IS 'Identity';
COMMENT ON COLUMN care_block.child_id IS 'The child, who alone can set it';
COMMENT ON COLUMN care_block.unit_id IS 'The unit whose items are closed';
COMMENT ON COLUMN care_block.recorded_by IS 'The child, or who recorded it for the child';
COMMENT ON COLUMN care_block.set_on IS 'First day';
COMMENT ON COLUMN care_block.lifted_on IS 'The day from which it no longer counts';
COMMENT ON COLUMN care_block.created_at IS 'When it was recorded';
COMMENT ON COLUMN care_block.version IS 'Counts changes';
COMMENT ON TABLE item_subject IS 'Another person than the child whom an item is about (R19)';
COMMENT ON COLUMN item_subject.item_id IS 'The item';
COMMENT ON COLUMN item_subject.person_id IS 'The person';
COMMENT ON COLUMN item_subject.plan_id IS 'The item''s plan';
COMMENT ON COLUMN item_subject.ended_on IS 'When it was found not to be about that person';
COMMENT ON COLUMN withholding.id IS 'Identity';
COMMENT ON COLUMN withholding.person_id IS 'From whom; NULL: from every guardian, now and later, so that the child alone sees it';
COMMENT ON COLUMN withholding.ended_on IS 'When it ended';
COMMENT ON COLUMN withholding.ended_by IS 'Who ended it';
COMMENT ON FUNCTION app_self_plans() IS 'The plans that the person may see as the child itself';
COMMENT ON FUNCTION app_withheld() IS 'Items that are withheld from the citizen who asks';
COMMENT ON FUNCTION app_blocked() IS 'Units whose items the child has blocked, in the plan at hand';
COMMENT ON FUNCTION app_disclosed() IS 'Items of the plan at hand that a legal ground opens to the own unit';
COMMENT ON FUNCTION app_family_ages(uuid) IS 'Ages at which child and guardian see plans that a unit leads';
REVOKE EXECUTE ON FUNCTION app_self_plans(), app_withheld(), app_blocked(), app_disclosed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_self_plans(), app_withheld(), app_blocked(), app_disclosed() TO samplan_app, samplan_fence;
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_open_plan(uuid, uuid), app_open_child(uuid), app_family_ages(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_open_plan(uuid, uuid), app_open_child(uuid) TO samplan_app;
COMMENT ON FUNCTION app_open_child(uuid) IS 'Sets which units a child has blocked';
COMMENT ON FUNCTION app_open_plan(uuid, uuid) IS 'Sets which walls of one plan are open to the own unit';
RESET ROLE;
