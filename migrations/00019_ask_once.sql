-- +goose Up
-- The doors and the fences ask the same as before, with fewer questions: each statement inside a function costs as much as
-- the few rows that it reads, and a setting that a fence names is looked up and parsed anew for every row, unless it is
-- named in a query of its own.
SET ROLE samplan_fence;

-- The rule of app_knows_place for staff, so that it can be asked for together with other things.
CREATE VIEW placed_child AS
  SELECT c.id AS child_id FROM person c
   WHERE c.protection = 'none'
      OR EXISTS (SELECT FROM whereabouts_reader n WHERE n.child_id = c.id AND n.unit_id = (SELECT app_unit())
                    AND n.person_id = (SELECT app_person()) AND n.valid @> (SELECT app_today()));
COMMENT ON VIEW placed_child IS 'Children of whom the member of staff who asks may know where they are (R31, R35)';
COMMENT ON COLUMN placed_child.child_id IS 'The child';
CREATE OR REPLACE VIEW known_child WITH (security_barrier) AS
  SELECT f.child_id, f.valid, f.given_name, f.family_name, ch.protection
    FROM case_file f JOIN person ch ON ch.id = f.child_id WHERE f.unit_id = (SELECT app_unit());
CREATE OR REPLACE VIEW known_party WITH (security_barrier) AS
  SELECT y.id, y.plan_id, y.unit_id, y.added_by_unit_id FROM party y
   WHERE ARRAY[y.unit_id, y.added_by_unit_id] && (SELECT app_own_units())::uuid[];
COMMENT ON COLUMN known_party.plan_id IS 'Its plan';
COMMENT ON COLUMN known_party.unit_id IS 'The unit that takes part';
COMMENT ON COLUMN known_party.added_by_unit_id IS 'The unit that called it';

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_knows_place(p_child uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO pg_catalog, public AS $function$
BEGIN
  IF app_unit() IS NULL THEN
    RETURN NOT EXISTS (SELECT FROM whereabouts_block b WHERE b.child_id = p_child AND b.person_id = app_person() AND b.valid @> app_today());
  END IF;
  RETURN EXISTS (SELECT FROM placed_child c WHERE c.child_id = p_child);
END $function$;

-- All callers are functions of the same owner, so it needs no rights and no search path of its own.
CREATE OR REPLACE FUNCTION app_birth_date(p_child uuid, p_unit uuid) RETURNS date
  LANGUAGE plpgsql STABLE AS $function$
BEGIN
  RETURN coalesce((SELECT f.birth_date FROM case_file f WHERE f.child_id = p_child AND f.unit_id = p_unit
                    ORDER BY lower(f.valid) DESC LIMIT 1), (SELECT p.birth_date FROM person p WHERE p.id = p_child));
END $function$;

CREATE OR REPLACE FUNCTION app_is_given(p_consent uuid, p_child uuid, p_unit uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER COST 10000 SET search_path TO pg_catalog, public AS $function$
DECLARE v_today date := app_today();
BEGIN
  RETURN (SELECT CASE
      WHEN g.refused IS NOT FALSE THEN false
      WHEN g.subject IS NOT NULL THEN g.subject -- about another person: that person decides alone (R19)
      WHEN NOT (g.child OR g.adult) THEN false
      WHEN v_today >= app_birth_date(p_child, p_unit) + interval '18 years' OR m.outcome = 'child-alone' THEN g.child
      WHEN NOT g.adult OR m.outcome = 'together' AND NOT g.child THEN false
      ELSE (SELECT coalesce(array_agg(r.person_id), '{}') <@ g.agreed AND g.asked <@ coalesce(array_agg(r.person_id), '{}')
              FROM relation r
             WHERE r.child_id = p_child AND r.unit_id = p_unit AND r.valid @> v_today
               AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man'))
    END
    FROM (SELECT bool_or(g.answer = 'refused') AS refused, bool_or(g.answer = 'given' AND g.capacity = 'child') AS child,
                 bool_or(g.answer = 'given') FILTER (WHERE g.capacity = 'subject') AS subject,
                 bool_or(g.answer = 'given' AND g.capacity IN ('guardian', 'god-man')) AS adult,
                 array_agg(g.person_id) FILTER (WHERE g.answer IN ('given', 'hindered')) AS agreed,
                 array_agg(g.person_id) FILTER (WHERE g.capacity <> 'child') AS asked
            FROM consent_giver g WHERE g.consent_id = p_consent) g
    LEFT JOIN LATERAL (SELECT m.outcome FROM maturity_assessment m
                        WHERE m.child_id = p_child AND m.unit_id = p_unit AND m.assessed_on <= v_today
                        ORDER BY m.assessed_on DESC, m.created_at DESC LIMIT 1) m ON true);
END $function$;

CREATE OR REPLACE FUNCTION app_open_plan(p_plan uuid, p_item uuid, OUT plan_id uuid, OUT units uuid[], OUT categories text[], OUT consents uuid[],
  OUT items uuid[], OUT disclosures uuid[]) RETURNS record
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO pg_catalog, public AS $function$
DECLARE v_child uuid; v_knows boolean; v_open text[]; v_keeps boolean; v_discloses boolean; v_excluded text; v_blocked text; v_set text;
BEGIN
  plan_id := p_plan;
  IF p_item IS NOT NULL THEN SELECT i.plan_id INTO app_open_plan.plan_id FROM item i WHERE i.id = p_item; END IF;
  IF app_unit() IS NULL THEN
    SELECT p.child_id INTO v_child FROM plan p WHERE p.id = app_open_plan.plan_id;
    v_set := set_config('app.place', CASE WHEN app_knows_place(v_child) THEN coalesce(plan_id::text, '') ELSE '' END, true);
    RETURN;
  END IF;
  -- Behind closed walls there is nothing to keep back; and of most plans nothing is, which is sooner seen than computed.
  SELECT p.child_id, EXISTS (SELECT FROM placed_child c WHERE c.child_id = p.child_id), o.units, o.categories, o.consents, o.walls,
         o.units IS NOT NULL AND (
           EXISTS (SELECT FROM consent c JOIN consent_exclusion x ON x.consent_id = c.id WHERE c.child_id = p.child_id)
           OR EXISTS (SELECT FROM item_subject t WHERE t.plan_id = p.id)
           OR EXISTS (SELECT FROM item i WHERE i.plan_id = p.id AND i.taken_over_on IS NOT NULL)),
         EXISTS (SELECT FROM disclosure d WHERE d.plan_id = p.id AND d.to_unit_id = (SELECT app_unit())),
         (SELECT array_agg(b.unit_id)::text FROM block_in_force b WHERE b.child_id = p.child_id)
    INTO v_child, v_knows, units, categories, consents, v_open, v_keeps, v_discloses, v_blocked
    FROM plan p
    CROSS JOIN LATERAL (SELECT array_agg(o.from_unit_id) AS units, array_agg(o.category) AS categories, array_agg(o.consent_id) AS consents,
                               array_agg(o.from_unit_id || ':' || o.category) AS walls
                          FROM opening o WHERE o.plan_id = p.id) o
   WHERE p.id = app_open_plan.plan_id;
  IF v_keeps THEN
    SELECT array_agg(x.item_id)::text INTO v_excluded FROM exclusion x WHERE x.plan_id = app_open_plan.plan_id;
  END IF;
  IF v_discloses THEN
    SELECT array_agg(d.item_id), array_agg(d.disclosure_id) INTO items, disclosures FROM disclosed d WHERE d.plan_id = app_open_plan.plan_id;
  END IF;
  v_set := set_config('app.place', CASE WHEN v_knows THEN plan_id::text ELSE '' END, true)
    || set_config('app.plan', coalesce(plan_id::text, ''), true) || set_config('app.open', coalesce(v_open::text, '{}'), true)
    || set_config('app.excluded', coalesce(v_excluded, '{}'), true) || set_config('app.disclosed', coalesce(items::text, '{}'), true)
    || set_config('app.blocked', coalesce(v_blocked, '{}'), true);
END $function$;

-- What is due is seen by the statement that finds who asks. When something is, it is done, and who asks is found again.
CREATE OR REPLACE FUNCTION app_enter_staff(p_issuer text, p_subject text, p_assignment uuid, p_today date)
  RETURNS TABLE (person_id uuid, person_name text, assignment_id uuid, role text, unit_id uuid, unit_name text, branch_id uuid,
    secrecy_class text, valid daterange, chosen boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO pg_catalog, public AS $function$
#variable_conflict use_column
DECLARE v_fitting int; v_units text; v_due boolean; v_set text;
BEGIN
  FOR person_id, person_name, assignment_id, role, unit_id, unit_name, branch_id, secrecy_class, valid, chosen, v_fitting, v_units, v_due IN
    SELECT l.person_id, s.staff_name, a.id, a.role, a.unit_id, n.name, u.branch_id, n.secrecy_class, a.valid,
           u.branch_id IS NOT NULL AND (p_assignment IS NULL OR a.id = p_assignment),
           count(u.branch_id) FILTER (WHERE p_assignment IS NULL OR a.id = p_assignment) OVER (),
           (SELECT array_agg(q.unit_id)::text FROM unit_place q WHERE q.branch_id = u.branch_id AND q.valid @> p_today),
           EXISTS (SELECT FROM reorganisation r WHERE r.status = 'decided' AND r.takes_effect_on <= p_today)
      FROM login l
      JOIN person s ON s.id = l.person_id
      LEFT JOIN assignment a ON a.person_id = l.person_id AND a.valid @> p_today
      LEFT JOIN unit_place u ON u.unit_id = a.unit_id AND u.valid @> p_today
      LEFT JOIN unit n ON n.id = a.unit_id
     WHERE l.issuer = p_issuer AND l.subject = p_subject
     ORDER BY n.name, a.role, a.id
  LOOP
    IF v_due THEN
      PERFORM app_apply_due(p_today);
      RETURN QUERY SELECT * FROM app_enter_staff(p_issuer, p_subject, p_assignment, p_today);
      RETURN;
    END IF;
    chosen := chosen AND v_fitting = 1;
    v_set := set_config('app.person', person_id::text, true) || set_config('app.today', p_today::text, true);
    IF chosen THEN
      v_set := set_config('app.unit', unit_id::text, true) || set_config('app.branch', branch_id::text, true)
        || set_config('app.own_units', v_units, true) || set_config('app.assignment', assignment_id::text, true);
    END IF;
    RETURN NEXT;
  END LOOP;
END $function$;
-- +goose StatementEnd
RESET ROLE;

SET ROLE samplan_owner;
-- +goose StatementBegin
-- By its key and by nothing else: a table that was empty when the question was planned looked as cheap by its days.
CREATE OR REPLACE FUNCTION app_replay(p_operation text, p_key text, p_since timestamptz)
  RETURNS TABLE (key_hash bytea, body_hash bytea, status int, headers jsonb, answer bytea)
  LANGUAGE plpgsql AS $function$
#variable_conflict use_column
DECLARE v_hash bytea;
BEGIN
  IF app_person() IS NULL THEN RETURN; END IF;
  v_hash := sha256(convert_to(app_person()::text, 'UTF8') || '\x00' || convert_to(coalesce(current_setting('app.assignment', true), ''), 'UTF8')
    || '\x00' || convert_to(p_operation, 'UTF8') || '\x00' || convert_to(p_key, 'UTF8') || '\x00');
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(v_hash, 'hex'), 7265773));
  RETURN QUERY SELECT v_hash, k.body_hash, k.status, k.headers, k.answer
                 FROM (SELECT) one
                 LEFT JOIN LATERAL (SELECT * FROM idempotency_key k WHERE k.key_hash = v_hash OFFSET 0) k ON k.created_at > p_since;
END $function$;
-- +goose StatementEnd

ALTER POLICY plan_read ON plan USING (id = ANY ((SELECT app_family_plans())::uuid[])
  OR EXISTS (SELECT FROM own_party y WHERE y.plan_id = plan.id AND y.state IN ('accepted', 'left')));
ALTER POLICY party_read ON party USING (ARRAY[unit_id, added_by_unit_id] && (SELECT app_own_units())::uuid[]
  OR plan_id = (SELECT app_place()) AND (plan_id = ANY ((SELECT app_family_plans())::uuid[])
    OR plan_id = (SELECT app_plan()) AND (unit_id::text || ':participation') = ANY ((SELECT app_open())::text[])));
RESET ROLE;
