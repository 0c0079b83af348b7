-- +goose Up
-- The functions of the door. They look across walls on the server's behalf, so they belong to samplan_fence, whose
-- policies let it read the relation tables, and their search path is fixed. Each gives back only what the caller may have.
SET ROLE samplan_owner;
-- +goose StatementBegin
CREATE FUNCTION app_enter_staff(p_issuer text, p_subject text, p_assignment uuid, p_today date)
RETURNS TABLE (person_id uuid, person_name text, assignment_id uuid, role text, unit_id uuid, unit_name text,
               branch_id uuid, secrecy_class text, valid daterange, chosen boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v_fitting int; v_units text; v_set text;
BEGIN
  FOR person_id, person_name, assignment_id, role, unit_id, unit_name, branch_id, secrecy_class, valid, chosen, v_fitting, v_units IN
    SELECT l.person_id, s.staff_name, a.id, a.role, a.unit_id, n.name, u.branch_id, n.secrecy_class, a.valid,
           u.branch_id IS NOT NULL AND (p_assignment IS NULL OR a.id = p_assignment),
           count(u.branch_id) FILTER (WHERE p_assignment IS NULL OR a.id = p_assignment) OVER (),
           (SELECT array_agg(q.unit_id)::text FROM unit_place q WHERE q.branch_id = u.branch_id AND q.valid @> p_today)
      FROM login l
      JOIN person s ON s.id = l.person_id
      LEFT JOIN assignment a ON a.person_id = l.person_id AND a.valid @> p_today
      LEFT JOIN unit_place u ON u.unit_id = a.unit_id AND u.valid @> p_today
      LEFT JOIN unit n ON n.id = a.unit_id
     WHERE l.issuer = p_issuer AND l.subject = p_subject
     ORDER BY n.name, a.role, a.id
  LOOP
    chosen := chosen AND v_fitting = 1;
    v_set := set_config('app.person', person_id::text, true) || set_config('app.today', p_today::text, true);
    IF chosen THEN
      v_set := set_config('app.unit', unit_id::text, true) || set_config('app.branch', branch_id::text, true)
        || set_config('app.own_units', v_units, true) || set_config('app.assignment', assignment_id::text, true);
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;

-- A citizen has no assignment: what opens is custody today, as the leading unit knows it, of a child under 18; or being
-- the child. A plan is there for the family from the day it was informed.
CREATE FUNCTION app_enter_citizen(p_type text, p_value text, p_today date)
RETURNS TABLE (person_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v_person uuid; v_plans text; v_files text;
BEGIN
  SELECT i.person_id INTO v_person FROM person_identifier i WHERE i.type = p_type AND i.value = p_value;
  IF v_person IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.person', v_person::text, true), set_config('app.today', p_today::text, true);
  SELECT array_agg(p.id)::text, array_agg(DISTINCT p.child_id || ':' || p.lead_unit_id)::text INTO v_plans, v_files
    FROM plan p
   WHERE p.informed_on <= p_today AND p.id IN (
     SELECT mine.id FROM plan mine WHERE mine.child_id = v_person
     UNION
     SELECT theirs.id FROM relation r JOIN plan theirs ON theirs.child_id = r.child_id AND theirs.lead_unit_id = r.unit_id
      WHERE r.person_id = v_person AND r.valid @> p_today
        AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
        AND p_today < app_birth_date(r.child_id, r.unit_id) + interval '18 years');
  PERFORM set_config('app.family_plans', coalesce(v_plans, '{}'), true), set_config('app.family_files', coalesce(v_files, '{}'), true);
  RETURN QUERY SELECT v_person;
END $$;

-- Computes the open walls of one plan (named itself, or by one of its items) for the rest of the transaction, and gives
-- back what opened them, for the log: unit, category and consent as three lists of one length.
CREATE FUNCTION app_open_plan(p_plan uuid, p_item uuid, OUT plan_id uuid, OUT units uuid[], OUT categories text[], OUT consents uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_open text[]; v_excluded text; v_set text;
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
  v_set := set_config('app.plan', coalesce(plan_id::text, ''), true) || set_config('app.open', coalesce(v_open::text, '{}'), true)
    || set_config('app.excluded', coalesce(v_excluded, '{}'), true);
END $$;

-- The person behind an identity number, made when there is none. The answer is an id either way, so it does not tell
-- whether another service knows the person; a stricter protection level is kept, never loosened (R31).
CREATE FUNCTION app_person_for(p_type text, p_value text, p_birth date, p_protection text, p_new uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_person uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_type || p_value, 7265772));
  SELECT i.person_id INTO v_person FROM person_identifier i WHERE i.type = p_type AND i.value = p_value;
  IF v_person IS NULL THEN
    v_person := p_new;
    INSERT INTO person (id, birth_date, protection) VALUES (v_person, p_birth, coalesce(p_protection, 'none'));
    INSERT INTO person_identifier (type, value, person_id) VALUES (p_type, p_value, v_person);
  ELSE
    UPDATE person SET birth_date = coalesce(birth_date, p_birth) WHERE id = v_person AND birth_date IS NULL;
    PERFORM app_protect(v_person, p_protection);
  END IF;
  RETURN v_person;
END $$;

-- Consents that the own domain may know of: recorded there, or naming it, or given by the one who asks.
CREATE FUNCTION app_consents() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id FROM consent c WHERE c.unit_id = ANY (app_own_units())
  UNION SELECT s.consent_id FROM consent_scope s WHERE s.from_branch_id = app_branch() OR s.to_branch_id = app_branch()
  UNION SELECT g.consent_id FROM consent_giver g WHERE g.person_id = app_person() $$;
-- Consents whose whole scope the own domain may know: recorded there, or given by the one who asks.
CREATE FUNCTION app_whole_consents() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id FROM consent c WHERE c.unit_id = ANY (app_own_units())
  UNION SELECT g.consent_id FROM consent_giver g WHERE g.person_id = app_person() $$;

-- Consents that the own unit recorded: only there may givers, scopes and exclusions be added.
CREATE FUNCTION app_recorded_consents() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id FROM consent c WHERE c.unit_id = app_unit() $$;

CREATE FUNCTION app_protection_level(p text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT array_position(ARRAY['none', 'confidentiality-marking', 'protected-registration', 'assumed-identity'], p) $$;

CREATE FUNCTION app_protect(p_person uuid, p_protection text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE person SET protection = p_protection
   WHERE id = p_person AND public.app_protection_level(p_protection) > public.app_protection_level(protection) $$;

-- Answers a call for the own unit. Accepting opens the unit's own case, with the name that the calling unit disclosed,
-- and lets the contact person work with it.
CREATE FUNCTION app_accept_party(p_party uuid, p_contact uuid, p_today date, p_case uuid, p_worker uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_plan plan%ROWTYPE;
BEGIN
  SELECT p.* INTO v_plan FROM party y JOIN plan p ON p.id = y.plan_id
   WHERE y.id = p_party AND y.unit_id = app_unit() AND y.state IN ('called', 'invited', 'accepted');
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
    SELECT p_case, f.child_id, app_unit(), f.given_name, f.family_name, f.birth_date, 'call to a plan', daterange(p_today, NULL)
      FROM case_file f
     WHERE f.child_id = v_plan.child_id AND f.unit_id = v_plan.lead_unit_id AND f.valid @> p_today
       AND NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = v_plan.child_id AND o.unit_id = app_unit() AND o.valid @> p_today);
  INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
    SELECT p_worker, v_plan.child_id, app_unit(), p_contact, daterange(p_today, NULL)
     WHERE NOT EXISTS (SELECT FROM case_worker w WHERE w.child_id = v_plan.child_id AND w.unit_id = app_unit()
                          AND w.person_id = p_contact AND w.valid @> p_today);
END $$;

-- The calls that wait for the own unit: what the calling unit has disclosed by calling, and no more.
CREATE FUNCTION app_invitations()
RETURNS TABLE (party_id uuid, plan_id uuid, child_id uuid, given_name text, family_name text, protection text, kind text,
               mode text, from_unit_id uuid, added_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT y.id, p.id, p.child_id, f.given_name, f.family_name, ch.protection, p.kind, y.mode, p.lead_unit_id, y.added_on
    FROM party y JOIN plan p ON p.id = y.plan_id JOIN person ch ON ch.id = p.child_id
    JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = p.lead_unit_id AND f.valid @> app_today()
   WHERE y.unit_id = app_unit() AND y.state IN ('called', 'invited') $$;

-- Removes the confirmations that a changed item touches: those of other parties that can see the item, in so far as the
-- leading unit can see it too, so that a confirmation never tells of what is hidden from the one who reads it.
CREATE FUNCTION app_drop_confirmations(p_item uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v item%ROWTYPE; v_lead uuid;
BEGIN
  SELECT * INTO v FROM item WHERE id = p_item;
  IF NOT EXISTS (SELECT FROM confirmation c JOIN party y ON y.id = c.party_id WHERE c.plan_id = v.plan_id AND y.unit_id <> app_unit()) THEN
    RETURN;
  END IF;
  SELECT lead_unit_id INTO v_lead FROM plan WHERE id = v.plan_id;
  IF NOT app_unit_sees(v_lead, p_item) THEN RETURN; END IF;
  DELETE FROM confirmation c USING party y
   WHERE c.party_id = y.id AND c.plan_id = v.plan_id AND y.unit_id <> app_unit() AND app_unit_sees(y.unit_id, p_item);
END $$;

-- The frame is part of what every party confirms: all but the own unit's confirmation fall.
CREATE FUNCTION app_drop_all_confirmations(p_plan uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM confirmation c USING party y, plan p
   WHERE c.plan_id = p_plan AND y.id = c.party_id AND p.id = p_plan AND p.lead_unit_id = app_unit() AND y.unit_id <> app_unit() $$;

-- Whether a unit as such can see an item of a plan today; used where the server must know it of somebody else.
CREATE FUNCTION app_unit_sees(p_unit uuid, p_item uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_mine text := current_setting('app.unit', true); v_sees boolean;
BEGIN
  PERFORM set_config('app.unit', p_unit::text, true);
  SELECT EXISTS (SELECT FROM item i
    WHERE i.id = p_item AND (
      EXISTS (SELECT FROM unit_place a JOIN unit_place b ON b.branch_id = a.branch_id AND b.valid @> app_today()
               WHERE a.unit_id = p_unit AND a.valid @> app_today() AND b.unit_id = i.owner_unit_id)
      OR (i.visibility IN ('parties', 'family')
        AND EXISTS (SELECT FROM opening o WHERE o.plan_id = i.plan_id AND o.from_unit_id = i.owner_unit_id AND o.category = i.category)
        AND NOT EXISTS (SELECT FROM exclusion x WHERE x.item_id = i.id)))) INTO v_sees;
  PERFORM set_config('app.unit', v_mine, true);
  RETURN v_sees;
END $$;

-- Freezes the plan as it is: every item of every party that is meant for more than its own unit. Who may read a frozen
-- item is decided by the item's fence at reading time, so nothing is opened here.
CREATE FUNCTION app_dispatch(p_plan uuid, p_version uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO plan_version_item (version_id, item_id, title, body, horizon, goal_id, outside_actor, contact_name, starts_on, ends_on, status, form)
  SELECT p_version, i.id, i.title, i.body, i.horizon, i.goal_id, i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.status, i.form
    FROM item i JOIN plan p ON p.id = i.plan_id
   WHERE i.plan_id = p_plan AND p.lead_unit_id = app_unit() AND i.visibility IN ('parties', 'family') $$;

-- Finds the answer first given under a key, and gives the hash under which it is kept: of person, assignment, operation
-- and key, so that nobody meets another's. It waits for another transaction that works under the same key, and looks after
-- that: in one plain statement the look would be older than the wait. It runs as the caller, behind the fence.
CREATE FUNCTION app_replay(p_operation text, p_key text, p_since timestamptz)
RETURNS TABLE (key_hash bytea, body_hash bytea, status int, headers jsonb, answer bytea)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE v_hash bytea;
BEGIN
  IF app_person() IS NULL THEN RETURN; END IF;
  v_hash := sha256(convert_to(app_person()::text, 'UTF8') || '\x00' || convert_to(coalesce(current_setting('app.assignment', true), ''), 'UTF8')
    || '\x00' || convert_to(p_operation, 'UTF8') || '\x00' || convert_to(p_key, 'UTF8') || '\x00');
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(v_hash, 'hex'), 7265773));
  RETURN QUERY SELECT v_hash, k.body_hash, k.status, k.headers, k.answer
                 FROM (SELECT) one LEFT JOIN idempotency_key k ON k.key_hash = v_hash AND k.created_at > p_since;
END $$;

-- Removes kept answers that nobody may ask for any longer, the oldest first. Its fence shows it no others.
CREATE FUNCTION app_weed_keys(p_most int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_gone bigint;
BEGIN
  DELETE FROM idempotency_key k USING (SELECT o.key_hash FROM idempotency_key o ORDER BY o.created_at LIMIT p_most) o
   WHERE k.key_hash = o.key_hash;
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  RETURN v_gone;
END $$;
COMMENT ON FUNCTION app_weed_keys(int) IS 'Removes kept answers that are older than a day';
COMMENT ON FUNCTION app_replay(text, text, timestamptz) IS 'The answer first given under an Idempotency-Key, after waiting for whoever works under it';
-- +goose StatementEnd

CREATE VIEW live_consent AS SELECT f.id, f.child_id, f.unit_id, f.kind FROM consent_in_force f WHERE f.id IN (SELECT app_consents());
COMMENT ON VIEW live_consent IS 'Consents that count today, of those the caller may know of';
ALTER VIEW live_consent OWNER TO samplan_fence;
-- What the fences ask of parties. These belong to samplan_fence: were the table itself asked, its own fence would stand
-- in each of theirs, and a fifth of a hot read's time went into setting that up.
CREATE VIEW own_party WITH (security_barrier) AS
SELECT y.id, y.plan_id, y.unit_id, y.state FROM party y WHERE y.unit_id = ANY ((SELECT app_own_units())::uuid[]);
COMMENT ON VIEW own_party IS 'Parties that lie in the own domain';
CREATE VIEW known_party WITH (security_barrier) AS
SELECT y.id FROM party y
 WHERE y.unit_id = ANY ((SELECT app_own_units())::uuid[]) OR y.added_by_unit_id = ANY ((SELECT app_own_units())::uuid[]);
COMMENT ON VIEW known_party IS 'Parties that lie in the own domain or were called by it';
-- Names for hot reads: the same rows as the fences of case_file and person let staff see, stated once, where the tables'
-- own fences would be asked anew for each row (19 to 13 us a row in a list).
CREATE VIEW known_child WITH (security_barrier) AS
SELECT f.child_id, f.valid, f.given_name, f.family_name, ch.protection
  FROM case_file f JOIN person ch ON ch.id = f.child_id
 WHERE f.unit_id = app_unit();
COMMENT ON VIEW known_child IS 'The children of the own unit''s cases, by the name that it knows';
CREATE VIEW staff WITH (security_barrier) AS
SELECT s.id, s.staff_name FROM person s WHERE s.staff_name IS NOT NULL AND app_person() IS NOT NULL;
COMMENT ON VIEW staff IS 'Names of members of staff, for whoever is known';
ALTER VIEW own_party OWNER TO samplan_fence;
ALTER VIEW known_party OWNER TO samplan_fence;
ALTER VIEW known_child OWNER TO samplan_fence;
ALTER VIEW staff OWNER TO samplan_fence;
ALTER FUNCTION app_consents() OWNER TO samplan_fence;
ALTER FUNCTION app_recorded_consents() OWNER TO samplan_fence;
COMMENT ON FUNCTION app_recorded_consents() IS 'Consents that the own unit recorded';
ALTER FUNCTION app_whole_consents() OWNER TO samplan_fence;
COMMENT ON FUNCTION app_consents() IS 'Consents that the caller may know of';
COMMENT ON FUNCTION app_whole_consents() IS 'Consents whose whole scope the caller may know';
ALTER FUNCTION app_is_given(uuid, uuid, uuid) OWNER TO samplan_fence;
ALTER VIEW consent_in_force OWNER TO samplan_fence;
ALTER FUNCTION app_birth_date(uuid, uuid) OWNER TO samplan_fence;
ALTER VIEW opening OWNER TO samplan_fence;
ALTER VIEW exclusion OWNER TO samplan_fence;
ALTER FUNCTION app_enter_staff(text, text, uuid, date) OWNER TO samplan_fence;
ALTER FUNCTION app_enter_citizen(text, text, date) OWNER TO samplan_fence;
ALTER FUNCTION app_open_plan(uuid, uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_person_for(text, text, date, text, uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_protect(uuid, text) OWNER TO samplan_fence;
ALTER FUNCTION app_accept_party(uuid, uuid, date, uuid, uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_invitations() OWNER TO samplan_fence;
ALTER FUNCTION app_drop_confirmations(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_drop_all_confirmations(uuid) OWNER TO samplan_fence;
COMMENT ON FUNCTION app_drop_all_confirmations(uuid) IS 'Removes the confirmations of a changed frame';
ALTER FUNCTION app_unit_sees(uuid, uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_dispatch(uuid, uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_weed_keys(int) OWNER TO samplan_fence;
COMMENT ON FUNCTION app_enter_staff(text, text, uuid, date) IS 'Identifies a member of staff, sets who asks for this transaction, lists the assignments';
COMMENT ON FUNCTION app_enter_citizen(text, text, date) IS 'Identifies a citizen, sets who asks and which plans are the family''s';
COMMENT ON FUNCTION app_open_plan(uuid, uuid) IS 'Sets which walls of one plan are open to the own unit';
COMMENT ON FUNCTION app_person_for(text, text, date, text, uuid) IS 'The person behind an identity number';
COMMENT ON FUNCTION app_protection_level(text) IS 'Order of the protection levels';
COMMENT ON FUNCTION app_protect(uuid, text) IS 'Raises a protection level';
COMMENT ON FUNCTION app_accept_party(uuid, uuid, date, uuid, uuid) IS 'Opens the own unit''s case when a call is accepted';
COMMENT ON FUNCTION app_invitations() IS 'Calls that wait for the own unit';
COMMENT ON FUNCTION app_drop_confirmations(uuid) IS 'Removes the confirmations that a changed item touches';
COMMENT ON FUNCTION app_unit_sees(uuid, uuid) IS 'Whether a unit can see an item today';
COMMENT ON FUNCTION app_dispatch(uuid, uuid) IS 'Freezes the items of a dispatched version';
RESET ROLE;
