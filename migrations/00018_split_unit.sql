-- +goose Up
-- A unit that is divided (delning): new units come out of it on a day, and it goes on or closes. Which case goes where, the
-- administrator who drafts it may not know; so a case follows those who work with it, and who goes where is said by the
-- manager of the unit. A part is a new unit: consents and decisions from before its first day do not reach it (R17, R22).
SET ROLE samplan_owner;
ALTER TABLE reorganisation_move
  DROP CONSTRAINT reorganisation_move_kind_check, DROP CONSTRAINT reorganisation_move_check1, DROP CONSTRAINT reorganisation_move_check2,
  ADD CONSTRAINT reorganisation_move_kind_check CHECK (kind IN ('move', 'merge', 'close', 'split')),
  ADD CONSTRAINT reorganisation_move_into CHECK (CASE WHEN kind IN ('move', 'split') THEN into_unit_id IS NULL WHEN kind = 'merge' THEN into_unit_id IS NOT NULL
    ELSE into_unit_id IS NOT NULL OR NOT (open_cases_go OR old_records_go) END),
  ADD CONSTRAINT reorganisation_move_keeper CHECK (CASE kind WHEN 'split' THEN keeper_unit_id IS NULL
    ELSE (open_cases_go AND old_records_go) = (keeper_unit_id IS NULL) END);
CREATE TABLE reorganisation_part (
  new_unit_id uuid PRIMARY KEY,
  reorganisation_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  position int NOT NULL CHECK (position > 0),
  name short_text NOT NULL,
  secrecy_class text NOT NULL CHECK (secrecy_class IN ('ifo', 'lss', 'health', 'school-health-medical',
    'school-health-other', 'school', 'preschool', 'independent-school', 'leisure', 'police', 'other')),
  branch_id uuid NOT NULL REFERENCES branch,
  takes_rest boolean NOT NULL,
  staff int NOT NULL DEFAULT 0 CHECK (staff >= 0),
  UNIQUE (reorganisation_id, unit_id, position),
  UNIQUE (reorganisation_id, unit_id, new_unit_id),
  FOREIGN KEY (reorganisation_id, unit_id) REFERENCES reorganisation_move (reorganisation_id, unit_id)
);
CREATE UNIQUE INDEX reorganisation_part_rest ON reorganisation_part (reorganisation_id, unit_id) WHERE takes_rest;
CREATE TABLE reorganisation_placement (
  reorganisation_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  new_unit_id uuid NOT NULL,
  PRIMARY KEY (reorganisation_id, unit_id, person_id),
  FOREIGN KEY (reorganisation_id, unit_id, new_unit_id) REFERENCES reorganisation_part (reorganisation_id, unit_id, new_unit_id)
);
CREATE TABLE unit_predecessor (
  unit_id uuid PRIMARY KEY REFERENCES unit,
  predecessor_id uuid NOT NULL REFERENCES unit,
  reorganisation_id uuid NOT NULL REFERENCES reorganisation,
  CHECK (unit_id <> predecessor_id)
);
CREATE TRIGGER reorganisation_part_columns BEFORE UPDATE ON reorganisation_part FOR EACH ROW EXECUTE FUNCTION
  keep_columns('new_unit_id', 'reorganisation_id', 'unit_id', 'position', 'name', 'secrecy_class', 'branch_id', 'takes_rest');
ALTER TABLE routine_profile ADD COLUMN fewest_told int NOT NULL DEFAULT 5 CHECK (fewest_told BETWEEN 3 AND 50);

COMMENT ON COLUMN reorganisation_move.kind IS 'To another secrecy domain, into another unit, closed, or divided';
COMMENT ON COLUMN reorganisation_move.open_cases_go IS 'Open cases go along (move), to the unit that takes over, or with those who work with them (split)';
COMMENT ON TABLE reorganisation_part IS 'A new unit that comes out of one that is divided';
COMMENT ON COLUMN reorganisation_part.new_unit_id IS 'The id that it has as a unit from the decision on';
COMMENT ON COLUMN reorganisation_part.reorganisation_id IS 'The reorganisation';
COMMENT ON COLUMN reorganisation_part.unit_id IS 'The unit that is divided';
COMMENT ON COLUMN reorganisation_part.position IS 'Order in the list';
COMMENT ON COLUMN reorganisation_part.name IS 'Its name';
COMMENT ON COLUMN reorganisation_part.secrecy_class IS 'Which paragraph binds it (policy/classes.csv): the same secrecy as before';
COMMENT ON COLUMN reorganisation_part.branch_id IS 'The secrecy domain in which it opens';
COMMENT ON COLUMN reorganisation_part.takes_rest IS 'Takes what follows no other part; the divided unit closes';
COMMENT ON COLUMN reorganisation_part.staff IS 'How many go to it, as far as the manager has said';
COMMENT ON TABLE reorganisation_placement IS 'Who goes to which part, as the manager of the divided unit says (R41)';
COMMENT ON COLUMN reorganisation_placement.reorganisation_id IS 'The reorganisation';
COMMENT ON COLUMN reorganisation_placement.unit_id IS 'The unit that is divided';
COMMENT ON COLUMN reorganisation_placement.person_id IS 'A member of its staff';
COMMENT ON COLUMN reorganisation_placement.new_unit_id IS 'The part';
COMMENT ON TABLE unit_predecessor IS 'Which unit another came out of';
COMMENT ON COLUMN unit_predecessor.unit_id IS 'The new unit';
COMMENT ON COLUMN unit_predecessor.predecessor_id IS 'The unit that was divided';
COMMENT ON COLUMN unit_predecessor.reorganisation_id IS 'By which reorganisation';
COMMENT ON COLUMN routine_profile.fewest_told IS 'Least number that is told as it is to those who see none of what is counted (R22)';
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reorganisation_part', 'reorganisation_placement', 'unit_predecessor'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['unit', 'reorganisation_placement', 'unit_predecessor'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_fence WITH CHECK (true)', t || '_fence_add', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO samplan_fence USING (true)', t || '_fence_drop', t);
    EXECUTE format('GRANT INSERT, DELETE ON %I TO samplan_fence', t);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY reorganisation_part_fence_change ON reorganisation_part FOR UPDATE TO samplan_fence USING (true);
GRANT UPDATE (staff) ON reorganisation_part TO samplan_fence;
CREATE POLICY reorganisation_part_read ON reorganisation_part FOR SELECT TO samplan_app USING (reorganisation_id IN (SELECT app_reorganisations()));
CREATE POLICY reorganisation_part_add ON reorganisation_part FOR INSERT TO samplan_app WITH CHECK (
  staff = 0 AND reorganisation_id IN (SELECT app_own_drafts()));
CREATE POLICY reorganisation_placement_read ON reorganisation_placement FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY unit_predecessor_public ON unit_predecessor FOR SELECT TO samplan_app USING (true);
GRANT SELECT, INSERT ON reorganisation_part TO samplan_app;
GRANT SELECT ON reorganisation_placement, unit_predecessor TO samplan_app;
RESET ROLE;

SET ROLE samplan_fence;
-- +goose StatementBegin
-- What goes on of each unit that is divided: itself, or the part that takes what follows no other.
CREATE FUNCTION app_split_rest(p_id uuid) RETURNS TABLE (unit_id uuid, rest_id uuid)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT m.unit_id, coalesce(t.new_unit_id, m.unit_id)
    FROM reorganisation_move m
    LEFT JOIN reorganisation_part t ON t.reorganisation_id = m.reorganisation_id AND t.unit_id = m.unit_id AND t.takes_rest
   WHERE m.reorganisation_id = p_id AND m.kind = 'split' $$;

-- Says for the own unit who goes to which part, instead of what was said before. False: nobody asks, since the unit is not
-- divided or a principal has decided on what was said; or somebody named does not work at the unit.
CREATE FUNCTION app_place_staff(p_id uuid, p_parts uuid[], p_persons uuid[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM reorganisation WHERE id = p_id AND status = 'drafted' AND takes_effect_on > app_today() FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM reorganisation_side WHERE reorganisation_id = p_id AND decided_on IS NOT NULL)
    OR NOT EXISTS (SELECT FROM reorganisation_move WHERE reorganisation_id = p_id AND unit_id = app_unit() AND kind = 'split')
    OR EXISTS (SELECT FROM unnest(p_persons) p WHERE NOT EXISTS (
      SELECT FROM assignment g WHERE g.person_id = p AND g.unit_id = app_unit() AND g.valid @> app_today())) THEN
    RETURN false;
  END IF;
  DELETE FROM reorganisation_placement WHERE reorganisation_id = p_id AND unit_id = app_unit();
  INSERT INTO reorganisation_placement (reorganisation_id, unit_id, person_id, new_unit_id)
    SELECT p_id, app_unit(), n.person_id, n.part_id FROM unnest(p_parts, p_persons) n (part_id, person_id);
  UPDATE reorganisation_part t SET staff = (SELECT count(*) FROM reorganisation_placement s WHERE s.reorganisation_id = p_id AND s.new_unit_id = t.new_unit_id)
   WHERE t.reorganisation_id = p_id AND t.unit_id = app_unit();
  UPDATE reorganisation SET version = version + 1 WHERE id = p_id;
  RETURN true;
END $$;

-- The parts of a unit become units, from the day on. False: nobody goes to one of them.
CREATE FUNCTION app_open_parts(p_id uuid, p_unit uuid, p_day date) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM reorganisation_part WHERE reorganisation_id = p_id AND unit_id = p_unit AND staff = 0) THEN RETURN false; END IF;
  INSERT INTO unit (id, name, secrecy_class)
    SELECT t.new_unit_id, t.name, t.secrecy_class FROM reorganisation_part t WHERE t.reorganisation_id = p_id AND t.unit_id = p_unit;
  INSERT INTO unit_place (unit_id, branch_id, valid)
    SELECT t.new_unit_id, t.branch_id, daterange(p_day, NULL) FROM reorganisation_part t WHERE t.reorganisation_id = p_id AND t.unit_id = p_unit;
  INSERT INTO unit_predecessor (unit_id, predecessor_id, reorganisation_id)
    SELECT t.new_unit_id, t.unit_id, p_id FROM reorganisation_part t WHERE t.reorganisation_id = p_id AND t.unit_id = p_unit;
  RETURN true;
END $$;

-- Takes parts back before their day. False: another reorganisation builds on one of them.
CREATE FUNCTION app_close_parts(p_id uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE v_units uuid[] := ARRAY(SELECT new_unit_id FROM reorganisation_part WHERE reorganisation_id = p_id);
BEGIN
  IF EXISTS (SELECT FROM reorganisation_move m WHERE m.unit_id = ANY (v_units) OR m.into_unit_id = ANY (v_units) OR m.keeper_unit_id = ANY (v_units)) THEN
    RETURN false;
  END IF;
  DELETE FROM unit_predecessor WHERE unit_id = ANY (v_units);
  DELETE FROM unit_place WHERE unit_id = ANY (v_units);
  DELETE FROM unit WHERE id = ANY (v_units);
  RETURN true;
END $$;

-- Who goes elsewhere than a case of the divided unit no longer works with it, is no contact for it, and is no longer named
-- to know where the child is.
CREATE FUNCTION app_part_from_cases(p_id uuid, p_day date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM case_worker w USING app_parting(p_id) g WHERE w.unit_id = g.unit_id AND w.child_id = g.child_id AND w.person_id = g.person_id AND lower(w.valid) >= p_day;
  UPDATE case_worker w SET valid = daterange(lower(w.valid), p_day), version = w.version + 1 FROM app_parting(p_id) g
   WHERE w.unit_id = g.unit_id AND w.child_id = g.child_id AND w.person_id = g.person_id AND w.valid @> p_day;
  UPDATE whereabouts_reader w SET valid = daterange(lower(w.valid), p_day), version = w.version + 1 FROM app_parting(p_id) g
   WHERE w.unit_id = g.unit_id AND w.child_id = g.child_id AND w.person_id = g.person_id AND w.valid @> p_day AND lower(w.valid) < p_day;
  UPDATE party y SET contact_id = NULL, version = y.version + 1 FROM app_parting(p_id) g, plan p
   WHERE p.id = y.plan_id AND p.child_id = g.child_id AND y.unit_id = g.unit_id AND y.contact_id = g.person_id;
END $$;

-- Who of the staff of a divided unit goes elsewhere than the case of a child, as decided and counted so far.
CREATE FUNCTION app_parting(p_id uuid) RETURNS TABLE (unit_id uuid, child_id uuid, person_id uuid)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH tie AS (
    SELECT w.unit_id, w.child_id, w.person_id, x.rest_id FROM app_split_rest(p_id) x JOIN case_worker w ON w.unit_id = x.unit_id
    UNION
    SELECT w.unit_id, w.child_id, w.person_id, x.rest_id FROM app_split_rest(p_id) x JOIN whereabouts_reader w ON w.unit_id = x.unit_id
    UNION
    SELECT y.unit_id, p.child_id, y.contact_id, x.rest_id FROM app_split_rest(p_id) x
      JOIN party y ON y.unit_id = x.unit_id AND y.contact_id IS NOT NULL JOIN plan p ON p.id = y.plan_id)
  SELECT t.unit_id, t.child_id, t.person_id FROM tie t
    LEFT JOIN reorganisation_case c ON c.reorganisation_id = p_id AND c.unit_id = t.unit_id AND c.child_id = t.child_id
    LEFT JOIN reorganisation_placement s ON s.reorganisation_id = p_id AND s.unit_id = t.unit_id AND s.person_id = t.person_id
   WHERE coalesce(s.new_unit_id, t.rest_id) <> coalesce(c.to_unit_id, t.unit_id) $$;

-- Where the cases of the own unit would be, to those who see the cases.
CREATE FUNCTION app_own_reorganised_cases(p_id uuid) RETURNS TABLE (child_id uuid, to_unit_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.child_id, c.to_unit_id FROM app_reorganised_cases(p_id) c
   WHERE c.unit_id = app_unit() AND c.to_unit_id <> c.unit_id AND p_id IN (SELECT app_reorganisations()) $$;

-- As before, and: units of the own domain that a reorganisation has made.
CREATE OR REPLACE FUNCTION app_reorganisations() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.reorganisation_id FROM reorganisation_side s WHERE s.principal_id = public.app_principal()
  UNION SELECT m.reorganisation_id FROM reorganisation_move m
         WHERE m.unit_id = ANY (public.app_own_units()) OR m.into_unit_id = ANY (public.app_own_units()) OR m.keeper_unit_id = ANY (public.app_own_units())
  UNION SELECT t.reorganisation_id FROM reorganisation_part t WHERE t.new_unit_id = ANY (public.app_own_units()) $$;

-- As before, and: of a unit that is divided, the parts are opened; it closes when one of them takes what follows no other.
CREATE OR REPLACE FUNCTION app_decide_reorganisation(p_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v reorganisation%ROWTYPE; m reorganisation_move%ROWTYPE; v_rest uuid;
BEGIN
  SELECT * INTO v FROM reorganisation WHERE id = p_id AND status = 'drafted' AND takes_effect_on > app_today() FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE reorganisation_side SET decided_on = app_today(), decided_by = app_person()
   WHERE reorganisation_id = p_id AND principal_id = app_principal() AND decided_on IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE reorganisation SET version = version + 1 WHERE id = p_id;
  IF EXISTS (SELECT FROM reorganisation_side WHERE reorganisation_id = p_id AND decided_on IS NULL) THEN RETURN true; END IF;
  FOR m IN SELECT * FROM reorganisation_move WHERE reorganisation_id = p_id ORDER BY position LOOP
    PERFORM FROM unit_place q WHERE q.unit_id = m.unit_id AND lower(q.valid) < v.takes_effect_on AND upper_inf(q.valid) FOR UPDATE;
    IF NOT FOUND OR EXISTS (SELECT FROM reorganisation_move k JOIN reorganisation o ON o.id = k.reorganisation_id AND o.status = 'decided'
                             WHERE k.unit_id = m.unit_id AND k.kind = 'split') THEN
      RETURN false;
    END IF;
    SELECT x.rest_id INTO v_rest FROM app_split_rest(p_id) x WHERE x.unit_id = m.unit_id;
    IF m.kind <> 'split' OR v_rest <> m.unit_id THEN
      UPDATE unit_place SET valid = daterange(lower(valid), v.takes_effect_on) WHERE unit_id = m.unit_id AND upper_inf(valid);
    END IF;
    IF m.kind = 'split' THEN
      IF NOT app_open_parts(p_id, m.unit_id, v.takes_effect_on) THEN RETURN false; END IF;
      IF v_rest <> m.unit_id THEN
        INSERT INTO unit_successor (unit_id, successor_id, reorganisation_id) VALUES (m.unit_id, v_rest, p_id);
      END IF;
    ELSIF m.kind = 'move' THEN
      INSERT INTO unit_place (unit_id, branch_id, valid) VALUES (m.unit_id, m.to_branch_id, daterange(v.takes_effect_on, NULL));
    ELSE
      INSERT INTO unit_successor (unit_id, successor_id, reorganisation_id) VALUES (m.unit_id, coalesce(m.into_unit_id, m.keeper_unit_id), p_id);
    END IF;
  END LOOP;
  UPDATE reorganisation SET status = 'decided' WHERE id = p_id;
  RETURN true;
END $$;

-- As before, and: parts that were opened are taken back.
CREATE OR REPLACE FUNCTION app_cancel_reorganisation(p_id uuid, p_reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v reorganisation%ROWTYPE;
BEGIN
  SELECT * INTO v FROM reorganisation WHERE id = p_id AND status IN ('drafted', 'decided') AND takes_effect_on > app_today() FOR UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM reorganisation_side WHERE reorganisation_id = p_id AND principal_id = app_principal()) THEN
    RETURN false;
  END IF;
  IF v.status = 'decided' THEN
    DELETE FROM unit_successor WHERE reorganisation_id = p_id;
    IF EXISTS (SELECT FROM reorganisation_move m JOIN unit_place q ON q.unit_id = m.unit_id
                LEFT JOIN app_split_rest(p_id) x ON x.unit_id = m.unit_id
                WHERE m.reorganisation_id = p_id AND x.rest_id IS DISTINCT FROM m.unit_id
                  AND (lower(q.valid) > v.takes_effect_on OR upper(q.valid) > v.takes_effect_on)) THEN
      RETURN false;
    END IF;
    IF NOT app_close_parts(p_id) THEN RETURN false; END IF;
    DELETE FROM unit_place q USING reorganisation_move m
     WHERE m.reorganisation_id = p_id AND m.kind = 'move' AND q.unit_id = m.unit_id AND lower(q.valid) = v.takes_effect_on;
    UPDATE unit_place q SET valid = daterange(lower(q.valid), NULL) FROM reorganisation_move m
     WHERE m.reorganisation_id = p_id AND q.unit_id = m.unit_id AND upper(q.valid) = v.takes_effect_on
       AND NOT EXISTS (SELECT FROM app_split_rest(p_id) x WHERE x.unit_id = m.unit_id AND x.rest_id = m.unit_id);
  END IF;
  UPDATE reorganisation SET status = 'cancelled', cancelled_on = app_today(), cancel_reason = p_reason, version = version + 1 WHERE id = p_id;
  RETURN true;
END $$;

-- As before, and: a case of a unit that is divided goes where those go who work with it, and one that is over where those
-- go who worked with it last. Where they part, or nobody works with it, it stays with what goes on of the unit.
CREATE OR REPLACE FUNCTION app_reorganised_cases(p_id uuid) RETURNS TABLE (unit_id uuid, child_id uuid, to_unit_id uuid, is_open boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH held AS (
    SELECT m.*, x.rest_id, h.child_id, bool_or(h.is_open) AS is_open, CASE WHEN bool_or(h.is_open) THEN m.open_cases_go ELSE m.old_records_go END AS goes
      FROM reorganisation r
      JOIN reorganisation_move m ON m.reorganisation_id = r.id
      LEFT JOIN app_split_rest(r.id) x ON x.unit_id = m.unit_id
      CROSS JOIN LATERAL (
        SELECT f.child_id, f.valid @> r.takes_effect_on AS is_open FROM case_file f WHERE f.unit_id = m.unit_id
        UNION ALL
        SELECT p.child_id, y.state IN ('called', 'invited') FROM party y JOIN plan p ON p.id = y.plan_id WHERE y.unit_id = m.unit_id) h
     WHERE r.id = p_id
     GROUP BY m.reorganisation_id, m.position, x.rest_id, h.child_id),
  work AS ( -- with whom a case of a unit that is divided goes; the last counts for what is over
    SELECT w.unit_id, w.child_id, w.valid @> r.takes_effect_on AND e.works AS works,
           rank() OVER (PARTITION BY w.unit_id, w.child_id ORDER BY upper(w.valid) DESC NULLS FIRST) = 1 AS is_last,
           CASE WHEN e.works THEN coalesce(s.new_unit_id, x.rest_id) ELSE x.rest_id END AS to_unit_id
      FROM reorganisation r
      CROSS JOIN LATERAL app_split_rest(r.id) x
      JOIN case_worker w ON w.unit_id = x.unit_id AND lower(w.valid) < r.takes_effect_on
      LEFT JOIN reorganisation_placement s ON s.reorganisation_id = r.id AND s.unit_id = w.unit_id AND s.person_id = w.person_id
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM assignment g WHERE g.person_id = w.person_id AND g.unit_id = w.unit_id
                                            AND g.valid @> r.takes_effect_on AND lower(g.valid) < r.takes_effect_on) AS works) e
     WHERE r.id = p_id),
  ways AS (
    SELECT w.unit_id, w.child_id, array_agg(DISTINCT w.to_unit_id) FILTER (WHERE w.works) AS of_open,
           array_agg(DISTINCT w.to_unit_id) FILTER (WHERE w.is_last) AS of_old
      FROM work w GROUP BY w.unit_id, w.child_id)
  SELECT h.unit_id, h.child_id,
         CASE WHEN h.kind <> 'split' THEN CASE WHEN h.goes THEN coalesce(h.into_unit_id, h.unit_id) ELSE h.keeper_unit_id END
              WHEN h.goes AND h.is_open AND cardinality(v.of_open) = 1 THEN v.of_open[1]
              WHEN h.goes AND NOT h.is_open AND cardinality(v.of_old) = 1 THEN v.of_old[1]
              ELSE h.rest_id END,
         h.is_open
    FROM held h LEFT JOIN ways v ON v.unit_id = h.unit_id AND v.child_id = h.child_id $$;

-- As before, and: the people of a unit that is divided are in each of its parts.
CREATE OR REPLACE FUNCTION app_keep_apart(p_id uuid, p_day date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE v record;
BEGIN
  FOR v IN
    WITH followed AS ( -- where the people of each unit are from the day on
      SELECT q.branch_id AS was, n.branch_id AS becomes
        FROM unit_place q
        LEFT JOIN reorganisation_move m ON m.reorganisation_id = p_id AND m.unit_id = q.unit_id AND m.kind NOT IN ('move', 'split')
        LEFT JOIN reorganisation_part t ON t.reorganisation_id = p_id AND t.unit_id = q.unit_id
        JOIN unit_place n ON n.valid @> p_day
             AND n.unit_id IN (CASE WHEN m.kind = 'merge' THEN m.into_unit_id WHEN m.kind IS NULL THEN q.unit_id END, t.new_unit_id)
       WHERE q.valid @> (p_day - 1)),
    candidate AS MATERIALIZED (
      SELECT DISTINCT i.id, i.owner_unit_id, p.child_id, c.id AS consent_id, c.child_id AS of_child, c.unit_id AS of_unit
        FROM consent_exclusion x
        JOIN consent c ON c.id = x.consent_id AND p_day - 1 BETWEEN c.valid_from AND c.valid_to AND c.withdrawn_on IS NULL
        JOIN consent_scope s ON s.consent_id = c.id
        JOIN item i ON i.id = x.item_id AND i.visibility <> 'named' AND i.kept_apart_on IS NULL
        JOIN plan p ON p.id = i.plan_id
        JOIN unit_place o ON o.unit_id = i.owner_unit_id AND o.valid @> (p_day - 1)
        LEFT JOIN reorganisation_case t ON t.reorganisation_id = p_id AND t.unit_id = i.owner_unit_id AND t.child_id = p.child_id
        JOIN unit_place h ON h.unit_id = coalesce(t.to_unit_id, i.owner_unit_id) AND h.valid @> p_day
        JOIN followed f ON f.was = s.to_branch_id AND f.becomes = h.branch_id AND f.was <> o.branch_id)
    SELECT c.id, c.owner_unit_id, c.child_id FROM candidate c WHERE app_is_given(c.consent_id, c.of_child, c.of_unit)
    UNION -- what the child has blocked stays with the people of the unit, also when others come to work with them (R39)
    SELECT i.id, i.owner_unit_id, p.child_id
      FROM reorganisation_case t
      JOIN reorganisation_move m ON m.reorganisation_id = p_id AND m.unit_id = t.unit_id AND m.into_unit_id = t.to_unit_id
      JOIN block_in_force b ON b.child_id = t.child_id AND b.unit_id = t.unit_id
      JOIN plan p ON p.child_id = t.child_id
      JOIN item i ON i.plan_id = p.id AND i.owner_unit_id = t.unit_id AND i.visibility <> 'named' AND i.kept_apart_on IS NULL
     WHERE t.reorganisation_id = p_id
  LOOP
    UPDATE item SET kept_apart_on = p_day, version = version + 1 WHERE id = v.id;
    INSERT INTO item_named (item_id, person_id)
      SELECT v.id, w.person_id FROM case_worker w WHERE w.child_id = v.child_id AND w.unit_id = v.owner_unit_id AND w.valid @> (p_day - 1)
      UNION SELECT v.id, a.person_id FROM assignment a WHERE a.unit_id = v.owner_unit_id AND a.role = 'unit-manager' AND a.valid @> (p_day - 1)
      ON CONFLICT DO NOTHING;
  END LOOP;
END $$;

-- As before, and: who is placed with a part begins there.
CREATE OR REPLACE FUNCTION app_reassign_staff(p_id uuid, p_day date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE a record;
BEGIN
  FOR a IN SELECT g.id, g.person_id, g.role, upper(g.valid) AS ends, CASE m.kind WHEN 'move' THEN m.unit_id WHEN 'merge' THEN m.into_unit_id
                  WHEN 'split' THEN coalesce(s.new_unit_id, x.rest_id) END AS goes_to
             FROM reorganisation_move m JOIN assignment g ON g.unit_id = m.unit_id AND g.valid @> p_day AND lower(g.valid) < p_day
             LEFT JOIN app_split_rest(p_id) x ON x.unit_id = m.unit_id
             LEFT JOIN reorganisation_placement s ON s.reorganisation_id = p_id AND s.unit_id = m.unit_id AND s.person_id = g.person_id
            WHERE m.reorganisation_id = p_id AND coalesce(s.new_unit_id, x.rest_id) IS DISTINCT FROM m.unit_id LOOP
    UPDATE assignment SET valid = daterange(lower(valid), p_day) WHERE id = a.id;
    IF a.goes_to IS NOT NULL THEN
      INSERT INTO assignment (id, person_id, unit_id, role, valid)
        VALUES (gen_random_uuid(), a.person_id, a.goes_to, a.role, daterange(p_day, a.ends)) ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION app_apply_reorganisation(p_id uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE v_day date; v_today text := current_setting('app.today', true); t record;
BEGIN
  SELECT takes_effect_on INTO v_day FROM reorganisation WHERE id = p_id;
  PERFORM set_config('app.today', (v_day - 1)::text, true);
  INSERT INTO reorganisation_case (reorganisation_id, unit_id, child_id, to_unit_id, is_open)
    SELECT p_id, c.unit_id, c.child_id, c.to_unit_id, c.is_open FROM app_reorganised_cases(p_id) c WHERE c.to_unit_id <> c.unit_id;
  PERFORM app_keep_apart(p_id, v_day), app_part_from_cases(p_id, v_day);
  FOR t IN SELECT c AS handed, m.kind = 'split' OR m.kind = 'merge' AND c.to_unit_id = m.into_unit_id AS along,
                  CASE WHEN was.branch_id = becomes.branch_id THEN lower(was.valid) ELSE v_day END AS since
             FROM reorganisation_case c
             JOIN reorganisation_move m ON m.reorganisation_id = p_id AND m.unit_id = c.unit_id
             LEFT JOIN unit_place was ON was.unit_id = c.unit_id AND was.valid @> (v_day - 1)
             LEFT JOIN unit_place becomes ON becomes.unit_id = c.to_unit_id AND becomes.valid @> v_day
            WHERE c.reorganisation_id = p_id LOOP
    PERFORM app_hand_over_case(t.handed, v_day, t.along), app_hand_over_plans(t.handed, v_day, t.along, t.since);
  END LOOP;
  UPDATE plan p SET next_follow_up_unit_id = s.successor_id, version = p.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = p_id AND p.next_follow_up_unit_id = s.unit_id;
  PERFORM app_reassign_staff(p_id, v_day), app_age_records(p_id);
  UPDATE reorganisation SET status = 'applied', applied_at = p_now, version = version + 1 WHERE id = p_id;
  INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, objects, reaches, grounds)
    SELECT gen_random_uuid(), p_now, gen_random_uuid(), 'ApplyReorganisation', 'done', 'system', array_agg(o.id), array_agg('system'::text), array_agg(NULL::uuid)
      FROM (SELECT p_id AS id UNION ALL SELECT unit_id FROM reorganisation_move WHERE reorganisation_id = p_id
            UNION ALL SELECT new_unit_id FROM reorganisation_part WHERE reorganisation_id = p_id) o;
  PERFORM set_config('app.today', coalesce(v_today, ''), true);
END $$;

-- As before, and: the parts of a unit that is divided, each with what it takes over.
CREATE OR REPLACE FUNCTION app_preview_reorganisation(p_id uuid)
RETURNS TABLE (part text, unit_id uuid, role text, from_branch_id uuid, to_branch_id uuid, a int, b int, c int, d int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH r AS (SELECT id, takes_effect_on AS day FROM reorganisation WHERE id = p_id AND status IN ('drafted', 'decided')),
  move AS (SELECT m.* FROM reorganisation_move m JOIN r ON r.id = m.reorganisation_id),
  rest AS (SELECT x.unit_id, x.rest_id FROM r CROSS JOIN LATERAL app_split_rest(r.id) x),
  piece AS (SELECT t.unit_id, t.new_unit_id, t.branch_id FROM reorganisation_part t JOIN r ON r.id = t.reorganisation_id),
  placed AS (SELECT s.unit_id, s.person_id, s.new_unit_id FROM reorganisation_placement s JOIN r ON r.id = s.reorganisation_id),
  before AS (SELECT q.unit_id, q.branch_id, lower(q.valid) AS since, o.principal_id
               FROM r JOIN unit_place q ON q.valid @> (r.day - 1) JOIN branch n ON n.id = q.branch_id JOIN authority o ON o.id = n.authority_id),
  after AS (SELECT q.unit_id, coalesce(m.to_branch_id, q.branch_id) AS branch_id, CASE WHEN m.kind = 'move' THEN r.day ELSE q.since END AS since
              FROM r CROSS JOIN before q LEFT JOIN move m ON m.unit_id = q.unit_id
              LEFT JOIN rest x ON x.unit_id = q.unit_id WHERE m.kind IS NULL OR m.kind = 'move' OR x.rest_id = q.unit_id
            UNION ALL SELECT t.new_unit_id, t.branch_id, r.day FROM r CROSS JOIN piece t),
  touched AS (SELECT q.branch_id FROM before q JOIN move m ON q.unit_id IN (m.unit_id, m.into_unit_id, m.keeper_unit_id)
              UNION SELECT m.to_branch_id FROM move m WHERE m.to_branch_id IS NOT NULL
              UNION SELECT t.branch_id FROM piece t),
  near AS (SELECT q.unit_id FROM before q JOIN touched t ON t.branch_id = q.branch_id),
  handed AS (SELECT h.*, m.kind = 'merge' AND h.to_unit_id = m.into_unit_id AS along
               FROM r CROSS JOIN LATERAL app_reorganised_cases(r.id) h JOIN move m ON m.unit_id = h.unit_id WHERE h.to_unit_id <> h.unit_id),
  part_in AS (SELECT DISTINCT y.plan_id, p.child_id, y.unit_id, y.state, y.id AS party_id, y.taken_over_on, coalesce(h.to_unit_id, y.unit_id) AS becomes
                FROM near n JOIN party y ON y.unit_id = n.unit_id JOIN plan p ON p.id = y.plan_id
                LEFT JOIN handed h ON h.unit_id = y.unit_id AND h.child_id = p.child_id),
  thing AS ( -- a plan is held where a unit takes part, an item where its owner is
    SELECT DISTINCT true AS is_plan, x.plan_id AS id, x.child_id, x.unit_id, x.becomes, false AS is_blocked FROM part_in x WHERE x.state = 'accepted'
    UNION ALL
    SELECT DISTINCT false, i.id, x.child_id, x.unit_id, x.becomes, EXISTS (SELECT FROM block_in_force k WHERE k.child_id = x.child_id AND k.unit_id = x.unit_id)
      FROM part_in x JOIN item i ON i.plan_id = x.plan_id AND i.owner_unit_id = x.unit_id
     WHERE i.visibility <> 'named' AND i.kept_apart_on IS NULL),
  need AS (
    SELECT f.unit_id, 'unit-manager' AS role, f.child_id, coalesce(h.to_unit_id, f.unit_id) AS becomes
      FROM r CROSS JOIN near n JOIN case_file f ON f.unit_id = n.unit_id AND f.valid @> (r.day - 1)
      LEFT JOIN handed h ON h.unit_id = f.unit_id AND h.child_id = f.child_id
    UNION
    SELECT w.unit_id, g.role, w.child_id,
           CASE WHEN x.unit_id IS NOT NULL THEN
                  CASE WHEN coalesce(s.new_unit_id, x.rest_id) = coalesce(h.to_unit_id, w.unit_id) THEN coalesce(h.to_unit_id, w.unit_id) END
                WHEN h.unit_id IS NULL THEN w.unit_id WHEN h.along THEN h.to_unit_id END
      FROM r CROSS JOIN near n JOIN case_worker w ON w.unit_id = n.unit_id AND w.valid @> (r.day - 1)
      JOIN assignment g ON g.person_id = w.person_id AND g.unit_id = w.unit_id AND g.valid @> (r.day - 1) AND g.role IN ('caseworker', 'meeting-leader')
      LEFT JOIN handed h ON h.unit_id = w.unit_id AND h.child_id = w.child_id
      LEFT JOIN rest x ON x.unit_id = w.unit_id
      LEFT JOIN placed s ON s.unit_id = w.unit_id AND s.person_id = w.person_id),
  seen AS (
    SELECT n.unit_id, n.role, t.is_plan, t.id, true AS is_before
      FROM need n JOIN before v ON v.unit_id = n.unit_id
      JOIN thing t ON t.child_id = n.child_id JOIN before o ON o.unit_id = t.unit_id AND o.branch_id = v.branch_id
       AND (NOT t.is_blocked OR t.unit_id = n.unit_id)
    UNION
    SELECT n.becomes, n.role, t.is_plan, t.id, false
      FROM need n JOIN after v ON v.unit_id = n.becomes
      JOIN thing t ON t.child_id = n.child_id JOIN after o ON o.unit_id = t.becomes AND o.branch_id = v.branch_id
       AND (NOT t.is_blocked OR t.becomes = n.becomes)),
  change AS (SELECT s.unit_id, s.role, s.is_plan, bool_and(s.is_before) AS is_lost FROM seen s GROUP BY s.unit_id, s.role, s.is_plan, s.id HAVING count(*) = 1),
  pair AS (
    SELECT s.consent_id, s.from_branch_id, s.to_branch_id, k.child_id, k.unit_id,
           (gh.unit_id IS NULL AND ga.branch_id = gb.branch_id OR gh.unit_id IS NOT NULL AND ga.branch_id = gb.branch_id AND gb.since <= k.valid_from) IS TRUE
             AND (rh.unit_id IS NULL AND ra.branch_id = rb.branch_id OR rh.unit_id IS NOT NULL AND ra.branch_id = rb.branch_id AND rb.since <= k.valid_from) IS TRUE
             AND ga.since <= k.valid_from AND ra.since <= k.valid_from AS holds
      FROM consent k
      JOIN consent_scope s ON s.consent_id = k.id AND (s.from_branch_id IN (SELECT branch_id FROM touched) OR s.to_branch_id IN (SELECT branch_id FROM touched))
      JOIN plan p ON p.child_id = k.child_id
      JOIN party g ON g.plan_id = p.id AND g.state = 'accepted' AND coalesce(g.taken_over_on <= k.valid_from, true)
      JOIN party y ON y.plan_id = p.id AND y.state = 'accepted' AND coalesce(y.taken_over_on <= k.valid_from, true)
      JOIN before gb ON gb.unit_id = g.unit_id AND gb.branch_id = s.from_branch_id AND gb.since <= k.valid_from
      JOIN before rb ON rb.unit_id = y.unit_id AND rb.branch_id = s.to_branch_id AND rb.since <= k.valid_from
      LEFT JOIN handed gh ON gh.unit_id = g.unit_id AND gh.child_id = p.child_id
      LEFT JOIN handed rh ON rh.unit_id = y.unit_id AND rh.child_id = p.child_id
      LEFT JOIN after ga ON ga.unit_id = coalesce(gh.to_unit_id, g.unit_id)
      LEFT JOIN after ra ON ra.unit_id = coalesce(rh.to_unit_id, y.unit_id)
     WHERE k.kind = 'share' AND app_today() BETWEEN k.valid_from AND k.valid_to AND k.withdrawn_on IS NULL),
  stopping AS MATERIALIZED (SELECT DISTINCT x.consent_id, x.child_id, x.unit_id, x.from_branch_id, x.to_branch_id FROM pair x WHERE x.holds IS NOT TRUE),
  own AS (SELECT v.unit_id FROM before v WHERE v.principal_id = app_principal()),
  own_branch AS (SELECT n.id FROM branch n JOIN authority o ON o.id = n.authority_id WHERE o.principal_id = app_principal())
  SELECT 'access', x.unit_id, x.role, NULL::uuid, NULL::uuid, count(*) FILTER (WHERE x.is_plan AND x.is_lost)::int, count(*) FILTER (WHERE x.is_plan AND NOT x.is_lost)::int,
         count(*) FILTER (WHERE NOT x.is_plan AND x.is_lost)::int, count(*) FILTER (WHERE NOT x.is_plan AND NOT x.is_lost)::int
    FROM change x JOIN own USING (unit_id) GROUP BY x.unit_id, x.role
  UNION ALL
  SELECT 'records', m.unit_id, NULL, NULL, NULL,
         (SELECT count(*) FROM handed h JOIN plan p ON p.child_id = h.child_id AND p.lead_unit_id = h.unit_id WHERE h.unit_id = m.unit_id)::int,
         (SELECT count(*) FROM plan p LEFT JOIN handed h ON h.unit_id = m.unit_id AND h.child_id = p.child_id
           WHERE p.next_follow_up_unit_id = m.unit_id AND (m.kind <> 'move' OR h.unit_id IS NOT NULL))::int,
         (SELECT count(*) FROM part_in x WHERE x.unit_id = m.unit_id AND x.becomes <> x.unit_id AND x.state IN ('called', 'invited'))::int,
         (SELECT count(*) FROM handed h WHERE h.unit_id = m.unit_id AND h.is_open)::int
    FROM move m JOIN own USING (unit_id) WHERE m.kind <> 'split'
  UNION ALL -- not beside what the divided unit hands over in all: the difference would tell a small number
  SELECT 'records', t.new_unit_id, NULL, NULL, NULL,
         (SELECT count(*) FROM handed h JOIN plan p ON p.child_id = h.child_id AND p.lead_unit_id = h.unit_id WHERE h.to_unit_id = t.new_unit_id)::int,
         (SELECT count(*) FROM handed h JOIN plan p ON p.child_id = h.child_id AND p.next_follow_up_unit_id = h.unit_id WHERE h.to_unit_id = t.new_unit_id)::int,
         (SELECT count(*) FROM part_in x WHERE x.becomes = t.new_unit_id AND x.state IN ('called', 'invited'))::int,
         (SELECT count(*) FROM handed h WHERE h.to_unit_id = t.new_unit_id AND h.is_open)::int
    FROM piece t JOIN own USING (unit_id)
  UNION ALL
  SELECT 'consent', NULL, NULL, s.from_branch_id, s.to_branch_id, count(DISTINCT s.consent_id)::int, 0, 0, 0
    FROM stopping s WHERE app_is_given(s.consent_id, s.child_id, s.unit_id)
     AND (s.from_branch_id IN (SELECT id FROM own_branch) OR s.to_branch_id IN (SELECT id FROM own_branch))
   GROUP BY s.from_branch_id, s.to_branch_id
  UNION ALL
  SELECT 'responsible', NULL, NULL, NULL, NULL, count(DISTINCT p.id)::int, 0, 0, 0
    FROM part_in x JOIN plan p ON p.id = x.plan_id AND p.overall_responsible_id = app_principal()
    JOIN own ON own.unit_id = x.unit_id
   WHERE x.state = 'accepted' AND NOT EXISTS (
     SELECT FROM party y LEFT JOIN handed h ON h.unit_id = y.unit_id AND h.child_id = p.child_id
       JOIN after v ON v.unit_id = coalesce(h.to_unit_id, y.unit_id) JOIN own_branch n ON n.id = v.branch_id
      WHERE y.plan_id = p.id AND y.state = 'accepted')
  HAVING count(DISTINCT p.id) > 0 $$;
-- +goose StatementEnd
RESET ROLE;
SET ROLE samplan_fence;
-- +goose StatementBegin
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_split_rest(uuid)', 'app_place_staff(uuid,uuid[],uuid[])', 'app_open_parts(uuid,uuid,date)', 'app_close_parts(uuid)',
      'app_part_from_cases(uuid,date)', 'app_parting(uuid)', 'app_own_reorganised_cases(uuid)']::regprocedure[] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT EXECUTE ON FUNCTION app_place_staff(uuid, uuid[], uuid[]), app_own_reorganised_cases(uuid) TO samplan_app;
COMMENT ON FUNCTION app_split_rest(uuid) IS 'What goes on of each unit that is divided';
COMMENT ON FUNCTION app_place_staff(uuid, uuid[], uuid[]) IS 'Says who of the own unit goes to which part';
COMMENT ON FUNCTION app_open_parts(uuid, uuid, date) IS 'Makes units of the parts of one that is divided';
COMMENT ON FUNCTION app_close_parts(uuid) IS 'Takes parts back before their day';
COMMENT ON FUNCTION app_part_from_cases(uuid, date) IS 'Ends what ties staff to cases that do not go with them';
COMMENT ON FUNCTION app_parting(uuid) IS 'Who goes elsewhere than a case';
COMMENT ON FUNCTION app_own_reorganised_cases(uuid) IS 'Where the cases of the own unit go';
RESET ROLE;
