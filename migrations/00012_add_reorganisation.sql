-- +goose Up
-- Reorganisations as dated events (confidentiality.md 5). Walls move by themselves, since a unit's place is dated and
-- access asks for today's. What does not move by itself is records: whose case it is, and who owns an item. They are
-- handed over on the day by app_apply_due, which whoever enters asks first, so that nobody sees the new organisation with
-- the old records (R22, R23).
SET ROLE samplan_owner;
CREATE TABLE reorganisation (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  title short_text NOT NULL,
  decision short_text NOT NULL,
  takes_effect_on date NOT NULL,
  status text NOT NULL DEFAULT 'drafted' CHECK (status IN ('drafted', 'decided', 'applied', 'cancelled')),
  drafted_by uuid NOT NULL REFERENCES person,
  drafted_on date NOT NULL,
  created_at timestamptz NOT NULL,
  cancelled_on date,
  cancel_reason reason_text,
  applied_at timestamptz,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (drafted_on < takes_effect_on),
  CHECK ((status = 'cancelled') = (cancelled_on IS NOT NULL AND cancel_reason IS NOT NULL)),
  CHECK ((status = 'applied') = (applied_at IS NOT NULL))
);
CREATE INDEX reorganisation_due ON reorganisation (takes_effect_on) WHERE status = 'decided';
CREATE TABLE reorganisation_side (
  reorganisation_id uuid NOT NULL REFERENCES reorganisation,
  principal_id uuid NOT NULL REFERENCES principal,
  decided_on date,
  decided_by uuid REFERENCES person,
  PRIMARY KEY (reorganisation_id, principal_id),
  CHECK ((decided_on IS NULL) = (decided_by IS NULL))
);
CREATE INDEX reorganisation_side_principal ON reorganisation_side (principal_id);
CREATE TABLE reorganisation_move (
  reorganisation_id uuid NOT NULL REFERENCES reorganisation,
  position int NOT NULL CHECK (position > 0),
  kind text NOT NULL CHECK (kind IN ('move', 'merge', 'close')),
  unit_id uuid NOT NULL REFERENCES unit,
  to_branch_id uuid REFERENCES branch,
  into_unit_id uuid REFERENCES unit,
  open_cases_go boolean NOT NULL,
  old_records_go boolean NOT NULL,
  keeper_unit_id uuid REFERENCES unit,
  PRIMARY KEY (reorganisation_id, position),
  UNIQUE (reorganisation_id, unit_id),
  CHECK ((kind = 'move') = (to_branch_id IS NOT NULL)),
  CHECK (CASE kind WHEN 'move' THEN into_unit_id IS NULL WHEN 'merge' THEN into_unit_id IS NOT NULL
    ELSE into_unit_id IS NOT NULL OR NOT (open_cases_go OR old_records_go) END),
  CHECK ((open_cases_go AND old_records_go) = (keeper_unit_id IS NULL)),
  CHECK (unit_id <> into_unit_id), CHECK (unit_id <> keeper_unit_id)
);
CREATE INDEX reorganisation_move_unit ON reorganisation_move (unit_id);
CREATE INDEX reorganisation_move_into ON reorganisation_move (into_unit_id);
CREATE INDEX reorganisation_move_keeper ON reorganisation_move (keeper_unit_id);
CREATE TABLE unit_successor (
  unit_id uuid PRIMARY KEY REFERENCES unit,
  successor_id uuid NOT NULL REFERENCES unit,
  reorganisation_id uuid NOT NULL REFERENCES reorganisation,
  CHECK (unit_id <> successor_id)
);
CREATE TABLE reorganisation_case (
  reorganisation_id uuid NOT NULL REFERENCES reorganisation,
  unit_id uuid NOT NULL REFERENCES unit,
  child_id uuid NOT NULL REFERENCES person,
  to_unit_id uuid NOT NULL REFERENCES unit,
  is_open boolean NOT NULL,
  PRIMARY KEY (reorganisation_id, unit_id, child_id)
);
CREATE TABLE case_file_folded (
  id uuid PRIMARY KEY,
  into_id uuid NOT NULL,
  reorganisation_id uuid NOT NULL REFERENCES reorganisation,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  reason reason_text NOT NULL,
  valid daterange NOT NULL
);
ALTER TABLE party ADD taken_over_on date;
ALTER TABLE item ADD taken_over_on date, ADD kept_apart_on date;
CREATE INDEX item_taken_over ON item (plan_id) WHERE taken_over_on IS NOT NULL;
CREATE TRIGGER reorganisation_columns BEFORE UPDATE ON reorganisation FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'unit_id', 'title', 'decision', 'takes_effect_on', 'drafted_by', 'drafted_on', 'created_at');
CREATE TRIGGER reorganisation_move_kept BEFORE UPDATE OR DELETE ON reorganisation_move FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER reorganisation_case_kept BEFORE UPDATE OR DELETE ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER case_file_folded_kept BEFORE UPDATE OR DELETE ON case_file_folded FOR EACH ROW EXECUTE FUNCTION keep_row();

-- Whose a record is never changes, but by a reorganisation: only the functions of samplan_fence below do that.
-- +goose StatementBegin
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
      ('case_file', ARRAY['id', 'child_id', 'birth_date'], ARRAY['unit_id']),
      ('case_worker', ARRAY['id', 'child_id', 'person_id'], ARRAY['unit_id']),
      ('relation', ARRAY['id', 'child_id', 'person_id', 'kind'], ARRAY['unit_id']),
      ('party', ARRAY['id', 'plan_id', 'mode', 'added_on'], ARRAY['unit_id', 'added_by_unit_id']),
      ('item', ARRAY['id', 'plan_id', 'kind', 'author_id', 'author_kind', 'created_on'], ARRAY['owner_unit_id']),
      ('care_block', ARRAY['id', 'child_id', 'recorded_by', 'set_on', 'created_at'], ARRAY['unit_id']),
      ('disclosure', ARRAY['id', 'plan_id', 'item_id', 'ground', 'paragraph', 'reason', 'decided_by', 'recorded_by', 'decided_on', 'valid_to', 'created_at'],
        ARRAY['from_unit_id', 'to_unit_id']),
      ('consent', ARRAY['id', 'child_id', 'kind', 'purpose', 'form', 'recorder_id', 'valid_from', 'valid_to', 'created_at'], ARRAY['unit_id']))
      AS v (name, always, else_) LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', t.name || '_columns', t.name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION keep_columns(%s)', t.name || '_columns', t.name,
      (SELECT string_agg(quote_literal(c), ', ') FROM unnest(t.always) c));
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (current_user <> ''samplan_fence'') EXECUTE FUNCTION keep_columns(%s)',
      t.name || '_unit', t.name, (SELECT string_agg(quote_literal(c), ', ') FROM unnest(t.else_) c));
  END LOOP;
END $$;
-- +goose StatementEnd
-- After a hand-over giver and receiver may have become one unit; what was disclosed between them has ended.
ALTER TABLE disclosure DROP CONSTRAINT disclosure_check, ADD CONSTRAINT disclosure_check CHECK (from_unit_id <> to_unit_id OR ended_on IS NOT NULL);
DROP TRIGGER maturity_assessment_kept ON maturity_assessment;
CREATE TRIGGER maturity_assessment_kept BEFORE UPDATE OR DELETE ON maturity_assessment FOR EACH ROW
  WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();
DROP TRIGGER plan_status_reason_kept ON plan_status_reason;
CREATE TRIGGER plan_status_reason_kept BEFORE UPDATE OR DELETE ON plan_status_reason FOR EACH ROW
  WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();

COMMENT ON TABLE reorganisation IS 'Omorganisation: units move, merge or close on a day (KL 3:4, 5:1; R17, R23)';
COMMENT ON COLUMN reorganisation.id IS 'Identity';
COMMENT ON COLUMN reorganisation.unit_id IS 'The unit whose administrator drafted it';
COMMENT ON COLUMN reorganisation.title IS 'What it is called';
COMMENT ON COLUMN reorganisation.decision IS 'Which decision of the council or board it rests on';
COMMENT ON COLUMN reorganisation.takes_effect_on IS 'The first day of the new organisation';
COMMENT ON COLUMN reorganisation.status IS 'drafted, decided (places are written), applied (records are handed over), cancelled';
COMMENT ON COLUMN reorganisation.drafted_by IS 'Who drafted it';
COMMENT ON COLUMN reorganisation.drafted_on IS 'When';
COMMENT ON COLUMN reorganisation.created_at IS 'The instant, for order';
COMMENT ON COLUMN reorganisation.cancelled_on IS 'When it was cancelled, before it took effect';
COMMENT ON COLUMN reorganisation.cancel_reason IS 'Why';
COMMENT ON COLUMN reorganisation.applied_at IS 'When the records were handed over';
COMMENT ON COLUMN reorganisation.version IS 'Counts changes';
COMMENT ON TABLE reorganisation_side IS 'A principal whose units are concerned: each must decide';
COMMENT ON COLUMN reorganisation_side.reorganisation_id IS 'The reorganisation';
COMMENT ON COLUMN reorganisation_side.principal_id IS 'The principal';
COMMENT ON COLUMN reorganisation_side.decided_on IS 'When it decided, or NULL';
COMMENT ON COLUMN reorganisation_side.decided_by IS 'Who recorded that';
COMMENT ON TABLE reorganisation_move IS 'What happens to one unit';
COMMENT ON COLUMN reorganisation_move.reorganisation_id IS 'The reorganisation';
COMMENT ON COLUMN reorganisation_move.position IS 'Order in the list';
COMMENT ON COLUMN reorganisation_move.kind IS 'To another secrecy domain, into another unit, or closed';
COMMENT ON COLUMN reorganisation_move.unit_id IS 'The unit';
COMMENT ON COLUMN reorganisation_move.to_branch_id IS 'The secrecy domain that it moves to';
COMMENT ON COLUMN reorganisation_move.into_unit_id IS 'The unit that takes over';
COMMENT ON COLUMN reorganisation_move.open_cases_go IS 'Open cases go along (move) or to the unit that takes over; else to the keeper';
COMMENT ON COLUMN reorganisation_move.old_records_go IS 'The same for what is held about children without an open case';
COMMENT ON COLUMN reorganisation_move.keeper_unit_id IS 'Who keeps what does not go along';
COMMENT ON TABLE unit_successor IS 'Which unit took over from one that has closed';
COMMENT ON COLUMN unit_successor.unit_id IS 'The unit that closes';
COMMENT ON COLUMN unit_successor.successor_id IS 'The unit that takes over';
COMMENT ON COLUMN unit_successor.reorganisation_id IS 'By which reorganisation';
COMMENT ON TABLE reorganisation_case IS 'What a unit held about a child and handed over, whole; never changed';
COMMENT ON COLUMN reorganisation_case.reorganisation_id IS 'The reorganisation';
COMMENT ON COLUMN reorganisation_case.unit_id IS 'The unit that held it';
COMMENT ON COLUMN reorganisation_case.child_id IS 'The child';
COMMENT ON COLUMN reorganisation_case.to_unit_id IS 'The unit that holds it since';
COMMENT ON COLUMN reorganisation_case.is_open IS 'Whether there was an open case or a waiting call';
COMMENT ON TABLE case_file_folded IS 'A case as it was before it was folded into another about the same child; never changed';
COMMENT ON COLUMN case_file_folded.id IS 'Identity it had';
COMMENT ON COLUMN case_file_folded.into_id IS 'The case that goes on';
COMMENT ON COLUMN case_file_folded.reorganisation_id IS 'By which reorganisation';
COMMENT ON COLUMN case_file_folded.child_id IS 'As in case_file';
COMMENT ON COLUMN case_file_folded.unit_id IS 'As in case_file';
COMMENT ON COLUMN case_file_folded.given_name IS 'As in case_file';
COMMENT ON COLUMN case_file_folded.family_name IS 'As in case_file';
COMMENT ON COLUMN case_file_folded.birth_date IS 'As in case_file';
COMMENT ON COLUMN case_file_folded.reason IS 'As in case_file';
COMMENT ON COLUMN case_file_folded.valid IS 'As in case_file';
COMMENT ON COLUMN party.taken_over_on IS 'Since when what it tells lies in its domain, after a hand-over; older consents do not reach it (R17)';
COMMENT ON COLUMN item.taken_over_on IS 'Since when it lies in its domain, after a hand-over; older consents do not reach it (R17)';
COMMENT ON COLUMN item.kept_apart_on IS 'When domains merged that a consent had kept it back from: in the own domain it is for those named since';

-- The principal that the own unit belongs to today.
CREATE FUNCTION app_principal() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT a.principal_id FROM branch b JOIN authority a ON a.id = b.authority_id WHERE b.id = app_branch() $$;
COMMENT ON FUNCTION app_principal() IS 'The principal of the own unit today';
ALTER FUNCTION app_principal() OWNER TO samplan_fence;
RESET ROLE;
SET ROLE samplan_fence;
-- +goose StatementBegin
-- What concerns the own principal, or names a unit of the own domain.
CREATE FUNCTION app_reorganisations() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.reorganisation_id FROM reorganisation_side s WHERE s.principal_id = public.app_principal()
  UNION SELECT m.reorganisation_id FROM reorganisation_move m
         WHERE m.unit_id = ANY (public.app_own_units()) OR m.into_unit_id = ANY (public.app_own_units()) OR m.keeper_unit_id = ANY (public.app_own_units()) $$;
-- Drafts of the own unit: only there may moves and sides be added.
CREATE FUNCTION app_own_drafts() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id FROM reorganisation r WHERE r.unit_id = public.app_unit() AND r.drafted_by = public.app_person() AND r.status = 'drafted' AND r.version = 1 $$;

-- Decides for the own principal. When all sides have, the places are written as dated rows. False: it was not waiting for
-- this side's decision, or a unit no longer stands where the draft found it.
CREATE FUNCTION app_decide_reorganisation(p_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v reorganisation%ROWTYPE; m reorganisation_move%ROWTYPE;
BEGIN
  SELECT * INTO v FROM reorganisation WHERE id = p_id AND status = 'drafted' AND takes_effect_on > app_today() FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE reorganisation_side SET decided_on = app_today(), decided_by = app_person()
   WHERE reorganisation_id = p_id AND principal_id = app_principal() AND decided_on IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE reorganisation SET version = version + 1 WHERE id = p_id;
  IF EXISTS (SELECT FROM reorganisation_side WHERE reorganisation_id = p_id AND decided_on IS NULL) THEN RETURN true; END IF;
  FOR m IN SELECT * FROM reorganisation_move WHERE reorganisation_id = p_id ORDER BY position LOOP
    UPDATE unit_place SET valid = daterange(lower(valid), v.takes_effect_on)
     WHERE unit_id = m.unit_id AND lower(valid) < v.takes_effect_on AND upper_inf(valid);
    IF NOT FOUND THEN RETURN false; END IF;
    IF m.kind = 'move' THEN
      INSERT INTO unit_place (unit_id, branch_id, valid) VALUES (m.unit_id, m.to_branch_id, daterange(v.takes_effect_on, NULL));
    ELSE
      INSERT INTO unit_successor (unit_id, successor_id, reorganisation_id) VALUES (m.unit_id, coalesce(m.into_unit_id, m.keeper_unit_id), p_id);
    END IF;
  END LOOP;
  UPDATE reorganisation SET status = 'decided' WHERE id = p_id;
  RETURN true;
END $$;

-- Cancels before the day; places that were written are taken back. False: it has taken effect, or something was built on it.
CREATE FUNCTION app_cancel_reorganisation(p_id uuid, p_reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v reorganisation%ROWTYPE;
BEGIN
  SELECT * INTO v FROM reorganisation WHERE id = p_id AND status IN ('drafted', 'decided') AND takes_effect_on > app_today() FOR UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM reorganisation_side WHERE reorganisation_id = p_id AND principal_id = app_principal()) THEN
    RETURN false;
  END IF;
  IF v.status = 'decided' THEN
    IF EXISTS (SELECT FROM reorganisation_move m JOIN unit_place q ON q.unit_id = m.unit_id
                WHERE m.reorganisation_id = p_id AND (lower(q.valid) > v.takes_effect_on OR upper(q.valid) > v.takes_effect_on)) THEN
      RETURN false;
    END IF;
    DELETE FROM unit_place q USING reorganisation_move m
     WHERE m.reorganisation_id = p_id AND q.unit_id = m.unit_id AND lower(q.valid) = v.takes_effect_on;
    UPDATE unit_place q SET valid = daterange(lower(q.valid), NULL) FROM reorganisation_move m
     WHERE m.reorganisation_id = p_id AND q.unit_id = m.unit_id AND upper(q.valid) = v.takes_effect_on;
    DELETE FROM unit_successor WHERE reorganisation_id = p_id;
  END IF;
  UPDATE reorganisation SET status = 'cancelled', cancelled_on = app_today(), cancel_reason = p_reason, version = version + 1 WHERE id = p_id;
  RETURN true;
END $$;

-- What the units of a reorganisation hold, child by child, and who holds it from the day on. A child's records at a unit go
-- or stay as a whole: torn apart, neither unit would know the case. A call that waits counts as open.
CREATE FUNCTION app_reorganised_cases(p_id uuid) RETURNS TABLE (unit_id uuid, child_id uuid, to_unit_id uuid, is_open boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT m.unit_id, h.child_id,
         CASE WHEN CASE WHEN bool_or(h.is_open) THEN m.open_cases_go ELSE m.old_records_go END THEN coalesce(m.into_unit_id, m.unit_id) ELSE m.keeper_unit_id END,
         bool_or(h.is_open)
    FROM reorganisation r
    JOIN reorganisation_move m ON m.reorganisation_id = r.id
    CROSS JOIN LATERAL (
      SELECT f.child_id, f.valid @> r.takes_effect_on AS is_open FROM case_file f WHERE f.unit_id = m.unit_id
      UNION ALL
      SELECT p.child_id, y.state IN ('called', 'invited') FROM party y JOIN plan p ON p.id = y.plan_id WHERE y.unit_id = m.unit_id) h
   WHERE r.id = p_id
   GROUP BY m.reorganisation_id, m.position, h.child_id $$;

-- Domains that merge must not open what a consent kept back from one of them: in the own domain such an item is from now
-- on for those who worked with the case at its unit, and for that unit's managers. Whom else it is meant for is unchanged.
CREATE FUNCTION app_keep_apart(p_id uuid, p_day date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE v record;
BEGIN
  FOR v IN
    WITH followed AS ( -- where the people of each unit are from the day on
      SELECT q.branch_id AS was, n.branch_id AS becomes
        FROM unit_place q
        LEFT JOIN reorganisation_move m ON m.reorganisation_id = p_id AND m.unit_id = q.unit_id AND m.kind <> 'move'
        JOIN unit_place n ON n.valid @> p_day
             AND n.unit_id = CASE WHEN m.kind = 'merge' THEN m.into_unit_id WHEN m.kind IS NULL THEN q.unit_id END
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

-- Assignments end with the evening before. Staff that go along begin anew, under an id of its own: what names the old one
-- (header, key of a command) is of no use any more.
CREATE FUNCTION app_reassign_staff(p_id uuid, p_day date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE a record;
BEGIN
  FOR a IN SELECT g.id, g.person_id, g.role, upper(g.valid) AS ends, CASE m.kind WHEN 'move' THEN m.unit_id WHEN 'merge' THEN m.into_unit_id END AS goes_to
             FROM reorganisation_move m JOIN assignment g ON g.unit_id = m.unit_id AND g.valid @> p_day AND lower(g.valid) < p_day
            WHERE m.reorganisation_id = p_id LOOP
    UPDATE assignment SET valid = daterange(lower(valid), p_day) WHERE id = a.id;
    IF a.goes_to IS NOT NULL THEN
      INSERT INTO assignment (id, person_id, unit_id, role, valid)
        VALUES (gen_random_uuid(), a.person_id, a.goes_to, a.role, daterange(p_day, a.ends)) ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
END $$;

-- Hands over the case about one child: the file, who works with it, who is close to the child, how mature it is. Where the
-- receiving unit has a case at the same time, one goes on: the newest, over the span of both. Of two spans of a relation
-- the earlier end counts, so that nobody is given a custody back that one of the units knows to be over.
CREATE FUNCTION app_hand_over_case(t reorganisation_case, p_day date, p_along boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE f record; v_ids uuid[]; v_valid daterange;
BEGIN
  FOR f IN SELECT id, valid FROM case_file WHERE child_id = t.child_id AND unit_id = t.unit_id ORDER BY lower(valid) LOOP
    v_ids := ARRAY(SELECT k.id FROM case_file k WHERE k.id = f.id OR k.child_id = t.child_id AND k.unit_id = t.to_unit_id AND k.valid && f.valid
                    ORDER BY lower(k.valid) DESC, k.version DESC, k.id);
    SELECT range_merge(range_agg(k.valid)) INTO v_valid FROM case_file k WHERE k.id = ANY (v_ids);
    INSERT INTO case_file_folded (id, into_id, reorganisation_id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
      SELECT k.id, v_ids[1], t.reorganisation_id, k.child_id, k.unit_id, k.given_name, k.family_name, k.birth_date, k.reason, k.valid
        FROM case_file k WHERE k.id = ANY (v_ids[2:]);
    DELETE FROM case_file WHERE id = ANY (v_ids[2:]);
    UPDATE case_file SET unit_id = t.to_unit_id, valid = v_valid, version = version + 1 WHERE id = v_ids[1];
  END LOOP;

  IF NOT p_along THEN -- who stays behind no longer works with it
    DELETE FROM case_worker WHERE child_id = t.child_id AND unit_id = t.unit_id AND lower(valid) >= p_day;
    UPDATE case_worker SET valid = daterange(lower(valid), p_day) WHERE child_id = t.child_id AND unit_id = t.unit_id AND valid @> p_day;
  END IF;
  FOR f IN SELECT id, valid, person_id FROM case_worker WHERE child_id = t.child_id AND unit_id = t.unit_id ORDER BY lower(valid) LOOP
    v_ids := ARRAY(SELECT k.id FROM case_worker k WHERE k.id = f.id OR k.child_id = t.child_id AND k.unit_id = t.to_unit_id
                      AND k.person_id = f.person_id AND k.valid && f.valid ORDER BY lower(k.valid) DESC, k.id);
    SELECT range_merge(range_agg(k.valid)) INTO v_valid FROM case_worker k WHERE k.id = ANY (v_ids);
    DELETE FROM case_worker WHERE id = ANY (v_ids[2:]);
    UPDATE case_worker SET unit_id = t.to_unit_id, valid = v_valid, version = version + 1 WHERE id = v_ids[1];
  END LOOP;

  FOR f IN SELECT id, valid, person_id, kind FROM relation WHERE child_id = t.child_id AND unit_id = t.unit_id ORDER BY lower(valid) LOOP
    v_ids := ARRAY(SELECT k.id FROM relation k WHERE k.id = f.id OR k.child_id = t.child_id AND k.unit_id = t.to_unit_id
                      AND k.person_id = f.person_id AND k.kind = f.kind AND k.valid && f.valid ORDER BY lower(k.valid) DESC, k.version DESC, k.id);
    SELECT daterange(min(lower(k.valid)), min(upper(k.valid))) INTO v_valid FROM relation k WHERE k.id = ANY (v_ids);
    DELETE FROM relation WHERE id = ANY (v_ids[2:]);
    UPDATE relation SET unit_id = t.to_unit_id, valid = v_valid, version = version + 1 WHERE id = v_ids[1];
  END LOOP;
  UPDATE care_block b SET unit_id = t.to_unit_id, version = version + 1 WHERE b.child_id = t.child_id AND b.unit_id = t.unit_id
     AND NOT (b.lifted_on IS NULL AND EXISTS (SELECT FROM care_block k WHERE k.child_id = t.child_id AND k.unit_id = t.to_unit_id AND k.lifted_on IS NULL));
  UPDATE maturity_assessment SET unit_id = t.to_unit_id WHERE child_id = t.child_id AND unit_id = t.unit_id;
  UPDATE consent SET unit_id = t.to_unit_id, version = version + 1 WHERE child_id = t.child_id AND unit_id = t.unit_id;
END $$;

-- Hands over the plans of one child: the lead, the part that the unit takes, what it wrote. p_since is since when all that
-- lies in the receiving domain: no consent from before reaches it there, so that a hand-over never opens (R17, R22).
CREATE FUNCTION app_hand_over_plans(t reorganisation_case, p_day date, p_along boolean, p_since date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE y record; k record; v_loser uuid;
BEGIN
  UPDATE plan SET lead_unit_id = t.to_unit_id, version = version + 1 WHERE child_id = t.child_id AND lead_unit_id = t.unit_id;
  UPDATE plan SET next_follow_up_unit_id = t.to_unit_id, version = version + 1 WHERE child_id = t.child_id AND next_follow_up_unit_id = t.unit_id;
  UPDATE party e SET added_by_unit_id = t.to_unit_id FROM plan p WHERE p.id = e.plan_id AND p.child_id = t.child_id AND e.added_by_unit_id = t.unit_id;
  UPDATE plan_status_reason e SET unit_id = t.to_unit_id FROM plan_status_change c JOIN plan p ON p.id = c.plan_id
   WHERE c.id = e.change_id AND p.child_id = t.child_id AND e.unit_id = t.unit_id;
  FOR y IN SELECT e.id, e.plan_id, e.state FROM party e JOIN plan p ON p.id = e.plan_id WHERE p.child_id = t.child_id AND e.unit_id = t.unit_id LOOP
    SELECT e.id, e.state INTO k FROM party e
     WHERE e.plan_id = y.plan_id AND e.unit_id = t.to_unit_id AND e.state IN ('called', 'invited', 'accepted');
    IF FOUND AND y.state IN ('called', 'invited', 'accepted') THEN -- a unit takes part once
      v_loser := CASE WHEN k.state = 'accepted' OR y.state <> 'accepted' THEN y.id ELSE k.id END;
      DELETE FROM confirmation WHERE party_id = v_loser;
      UPDATE party SET state = 'left', left_on = p_day - 1, version = version + 1 WHERE id = v_loser;
    END IF;
    UPDATE party SET unit_id = t.to_unit_id, contact_id = CASE WHEN p_along THEN contact_id END,
           taken_over_on = greatest(taken_over_on, p_since), version = version + 1 WHERE id = y.id;
  END LOOP;
  -- What a ground opened, it opened to that unit and to no other (R24); a decision about what was handed over follows it.
  UPDATE disclosure d SET to_unit_id = t.to_unit_id, ended_on = coalesce(d.ended_on, p_day), ended_by = coalesce(d.ended_by, r.drafted_by), version = d.version + 1
    FROM plan p, reorganisation r WHERE p.id = d.plan_id AND p.child_id = t.child_id AND d.to_unit_id = t.unit_id AND r.id = t.reorganisation_id;
  UPDATE disclosure d SET from_unit_id = t.to_unit_id, version = d.version + 1,
         ended_on = CASE WHEN d.to_unit_id = t.to_unit_id THEN coalesce(d.ended_on, p_day) ELSE d.ended_on END,
         ended_by = CASE WHEN d.to_unit_id = t.to_unit_id THEN coalesce(d.ended_by, r.drafted_by) ELSE d.ended_by END
    FROM plan p, reorganisation r WHERE p.id = d.plan_id AND p.child_id = t.child_id AND d.from_unit_id = t.unit_id AND r.id = t.reorganisation_id;
  UPDATE item e SET owner_unit_id = t.to_unit_id, taken_over_on = greatest(e.taken_over_on, p_since), version = e.version + 1
    FROM plan p WHERE p.id = e.plan_id AND p.child_id = t.child_id AND e.owner_unit_id = t.unit_id;
END $$;

-- Whoever read something of a unit before it moved has read an old version: what is sent back with that is stale.
CREATE FUNCTION app_age_records(p_id uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE v_units uuid[] := ARRAY(SELECT unit_id FROM reorganisation_move WHERE reorganisation_id = p_id AND kind = 'move');
BEGIN
  UPDATE item e SET version = e.version + 1 FROM party y WHERE y.unit_id = ANY (v_units) AND e.plan_id = y.plan_id AND e.owner_unit_id = y.unit_id;
  UPDATE plan e SET version = e.version + 1 FROM party y WHERE y.unit_id = ANY (v_units) AND e.id = y.plan_id AND e.lead_unit_id = y.unit_id;
  UPDATE consent e SET version = e.version + 1 FROM case_file f WHERE f.unit_id = ANY (v_units) AND e.child_id = f.child_id AND e.unit_id = f.unit_id;
  UPDATE case_file SET version = version + 1 WHERE unit_id = ANY (v_units);
END $$;

-- Hands over what one decided reorganisation says, as of its day.
CREATE FUNCTION app_apply_reorganisation(p_id uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE v_day date; v_today text := current_setting('app.today', true); t record;
BEGIN
  SELECT takes_effect_on INTO v_day FROM reorganisation WHERE id = p_id;
  PERFORM set_config('app.today', (v_day - 1)::text, true);
  INSERT INTO reorganisation_case (reorganisation_id, unit_id, child_id, to_unit_id, is_open)
    SELECT p_id, c.unit_id, c.child_id, c.to_unit_id, c.is_open FROM app_reorganised_cases(p_id) c WHERE c.to_unit_id <> c.unit_id;
  PERFORM app_keep_apart(p_id, v_day);
  FOR t IN SELECT c AS handed, m.kind = 'merge' AND c.to_unit_id = m.into_unit_id AS along,
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
      FROM (SELECT p_id AS id UNION ALL SELECT unit_id FROM reorganisation_move WHERE reorganisation_id = p_id) o;
  PERFORM set_config('app.today', coalesce(v_today, ''), true);
END $$;

-- Applies what is due, in order, and tells how many that were. Whoever enters asks this first: one look into an index on
-- all days but one.
CREATE FUNCTION app_apply_due(p_today date, p_now timestamptz DEFAULT clock_timestamp()) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_id uuid; v_applied int := 0;
BEGIN
  IF NOT EXISTS (SELECT FROM reorganisation WHERE status = 'decided' AND takes_effect_on <= p_today) THEN RETURN 0; END IF;
  FOR v_id IN SELECT id FROM reorganisation WHERE status = 'decided' AND takes_effect_on <= p_today ORDER BY takes_effect_on, created_at, id LOOP
    PERFORM FROM reorganisation WHERE id = v_id AND status = 'decided' FOR UPDATE; -- another may have been first
    IF FOUND THEN
      PERFORM app_apply_reorganisation(v_id, p_now);
      v_applied := v_applied + 1;
    END IF;
  END LOOP;
  RETURN v_applied;
END $$;

CREATE OR REPLACE FUNCTION app_enter_staff(p_issuer text, p_subject text, p_assignment uuid, p_today date)
RETURNS TABLE (person_id uuid, person_name text, assignment_id uuid, role text, unit_id uuid, unit_name text,
               branch_id uuid, secrecy_class text, valid daterange, chosen boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v_fitting int; v_units text; v_set text;
BEGIN
  PERFORM app_apply_due(p_today);
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
-- +goose StatementEnd

-- As before, and: what a hand-over brought into a domain is reached only by consents and decisions made since.
CREATE OR REPLACE VIEW opening AS
SELECT y.plan_id, giver.unit_id AS from_unit_id, s.category, c.id AS consent_id
  FROM party y
  JOIN plan p ON p.id = y.plan_id
  JOIN unit_place mine ON mine.unit_id = y.unit_id AND mine.valid @> (SELECT app_today())
  CROSS JOIN LATERAL (SELECT f.id, f.valid_from FROM consent_in_force f
                       WHERE f.child_id = p.child_id AND f.kind = 'share' AND lower(mine.valid) <= f.valid_from
                         AND (y.taken_over_on IS NULL OR y.taken_over_on <= f.valid_from) OFFSET 0) c
  JOIN consent_scope s ON s.consent_id = c.id AND s.to_branch_id = mine.branch_id
  JOIN party giver ON giver.plan_id = y.plan_id AND giver.state = 'accepted' AND (giver.taken_over_on IS NULL OR giver.taken_over_on <= c.valid_from)
  JOIN unit_place theirs ON theirs.unit_id = giver.unit_id AND theirs.valid @> (SELECT app_today())
       AND theirs.branch_id = s.from_branch_id AND lower(theirs.valid) <= c.valid_from
 WHERE y.unit_id = (SELECT app_unit()) AND y.state = 'accepted'
   AND NOT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = p.child_id AND b.unit_id = giver.unit_id);
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
    WHERE mine.unit_id = app_unit() AND mine.valid @> app_today() AND lower(mine.valid) <= c.valid_from AND lower(theirs.valid) <= c.valid_from
      AND (i.taken_over_on IS NULL OR i.taken_over_on <= c.valid_from))
UNION ALL
SELECT i.plan_id, i.id FROM item i
 WHERE i.taken_over_on IS NOT NULL
   AND NOT EXISTS (SELECT FROM opening o JOIN consent c ON c.id = o.consent_id
                    WHERE o.plan_id = i.plan_id AND o.from_unit_id = i.owner_unit_id AND o.category = i.category AND c.valid_from >= i.taken_over_on);
CREATE OR REPLACE VIEW disclosed AS
SELECT d.plan_id, d.item_id, d.id AS disclosure_id
  FROM disclosure d
  JOIN plan p ON p.id = d.plan_id
  JOIN item i ON i.id = d.item_id AND i.visibility IN ('parties', 'family') AND (i.taken_over_on IS NULL OR i.taken_over_on <= d.decided_on)
  JOIN party y ON y.plan_id = d.plan_id AND y.unit_id = d.to_unit_id AND y.state = 'accepted'
  JOIN party giver ON giver.plan_id = d.plan_id AND giver.unit_id = i.owner_unit_id AND giver.state = 'accepted'
  JOIN unit_place mine ON mine.unit_id = d.to_unit_id AND mine.valid @> app_today() AND lower(mine.valid) <= d.decided_on
  JOIN unit_place theirs ON theirs.unit_id = i.owner_unit_id AND theirs.valid @> app_today() AND lower(theirs.valid) <= d.decided_on
 WHERE d.to_unit_id = app_unit() AND app_today() BETWEEN d.decided_on AND d.valid_to AND d.ended_on IS NULL
   AND NOT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = p.child_id AND b.unit_id = i.owner_unit_id);
RESET ROLE;

SET ROLE samplan_fence;
-- +goose StatementBegin
-- What a reorganisation would change, in numbers, for units of the own principal; nothing is written. Parts: 'access' (unit,
-- role: plans and items lost and gained), 'records' (unit: plans whose lead goes, follow-ups that go, calls that go, open
-- cases that go), 'consent' (pair of domains: consents in force that stop covering what they do), 'responsible' (plans
-- whose principal with overall responsibility has no part left).
CREATE FUNCTION app_preview_reorganisation(p_id uuid)
RETURNS TABLE (part text, unit_id uuid, role text, from_branch_id uuid, to_branch_id uuid, a int, b int, c int, d int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH r AS (SELECT id, takes_effect_on AS day FROM reorganisation WHERE id = p_id AND status IN ('drafted', 'decided')),
  move AS (SELECT m.* FROM reorganisation_move m JOIN r ON r.id = m.reorganisation_id),
  before AS (SELECT q.unit_id, q.branch_id, lower(q.valid) AS since, o.principal_id
               FROM r JOIN unit_place q ON q.valid @> (r.day - 1) JOIN branch n ON n.id = q.branch_id JOIN authority o ON o.id = n.authority_id),
  after AS (SELECT q.unit_id, coalesce(m.to_branch_id, q.branch_id) AS branch_id, CASE WHEN m.kind = 'move' THEN r.day ELSE q.since END AS since
              FROM r CROSS JOIN before q LEFT JOIN move m ON m.unit_id = q.unit_id WHERE m.kind IS NULL OR m.kind = 'move'),
  touched AS (SELECT q.branch_id FROM before q JOIN move m ON q.unit_id IN (m.unit_id, m.into_unit_id, m.keeper_unit_id)
              UNION SELECT m.to_branch_id FROM move m WHERE m.to_branch_id IS NOT NULL),
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
    SELECT w.unit_id, g.role, w.child_id, CASE WHEN h.unit_id IS NULL THEN w.unit_id WHEN h.along THEN h.to_unit_id END
      FROM r CROSS JOIN near n JOIN case_worker w ON w.unit_id = n.unit_id AND w.valid @> (r.day - 1)
      JOIN assignment g ON g.person_id = w.person_id AND g.unit_id = w.unit_id AND g.valid @> (r.day - 1) AND g.role IN ('caseworker', 'meeting-leader')
      LEFT JOIN handed h ON h.unit_id = w.unit_id AND h.child_id = w.child_id),
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
    FROM move m JOIN own USING (unit_id)
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

SET ROLE samplan_owner;
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reorganisation', 'reorganisation_side', 'reorganisation_move', 'unit_successor', 'reorganisation_case', 'case_file_folded'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['reorganisation', 'reorganisation_side', 'reorganisation_move', 'unit_successor', 'reorganisation_case',
      'plan_status_change', 'plan_status_reason', 'item_named'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['unit_successor', 'reorganisation_case', 'case_file_folded', 'unit_place', 'item_named', 'assignment', 'audit_entry'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_fence WITH CHECK (true)', t || '_fence_add', t);
    EXECUTE format('GRANT INSERT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['unit_successor', 'unit_place', 'case_file', 'case_worker', 'relation'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO samplan_fence USING (true)', t || '_fence_drop', t);
    EXECUTE format('GRANT DELETE ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['reorganisation', 'reorganisation_side', 'unit_place', 'assignment', 'case_file', 'case_worker', 'relation', 'maturity_assessment',
      'consent', 'care_block', 'disclosure', 'plan', 'plan_status_reason', 'party', 'item'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT UPDATE (status, cancelled_on, cancel_reason, applied_at, version) ON reorganisation TO samplan_fence;
GRANT UPDATE (decided_on, decided_by) ON reorganisation_side TO samplan_fence;
GRANT UPDATE (valid) ON unit_place, assignment TO samplan_fence;
GRANT UPDATE (unit_id, valid, version) ON case_file, case_worker, relation TO samplan_fence;
GRANT UPDATE (unit_id) ON maturity_assessment, plan_status_reason TO samplan_fence;
GRANT UPDATE (unit_id, version) ON consent, care_block TO samplan_fence;
GRANT UPDATE (from_unit_id, to_unit_id, ended_on, ended_by, version) ON disclosure TO samplan_fence;
GRANT UPDATE (lead_unit_id, next_follow_up_unit_id, version) ON plan TO samplan_fence;
GRANT UPDATE (unit_id, added_by_unit_id, state, left_on, contact_id, taken_over_on, version) ON party TO samplan_fence;
GRANT UPDATE (owner_unit_id, taken_over_on, kept_apart_on, version) ON item TO samplan_fence;

CREATE POLICY reorganisation_read ON reorganisation FOR SELECT TO samplan_app USING (id IN (SELECT app_reorganisations()) OR id IN (SELECT app_own_drafts()));
CREATE POLICY reorganisation_add ON reorganisation FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND drafted_by = app_person() AND status = 'drafted' AND version = 1);
CREATE POLICY reorganisation_side_read ON reorganisation_side FOR SELECT TO samplan_app USING (reorganisation_id IN (SELECT app_reorganisations()));
CREATE POLICY reorganisation_side_add ON reorganisation_side FOR INSERT TO samplan_app WITH CHECK (
  decided_on IS NULL AND reorganisation_id IN (SELECT app_own_drafts()));
CREATE POLICY reorganisation_move_read ON reorganisation_move FOR SELECT TO samplan_app USING (reorganisation_id IN (SELECT app_reorganisations()));
CREATE POLICY reorganisation_move_add ON reorganisation_move FOR INSERT TO samplan_app WITH CHECK (reorganisation_id IN (SELECT app_own_drafts()));
CREATE POLICY unit_successor_public ON unit_successor FOR SELECT TO samplan_app USING (true);
GRANT SELECT, INSERT ON reorganisation, reorganisation_side, reorganisation_move TO samplan_app;
GRANT SELECT ON unit_successor TO samplan_app;
-- What was kept apart when domains merged is for those named, within the own domain; every other way in is as it was.
CREATE POLICY item_apart ON item AS RESTRICTIVE FOR SELECT TO samplan_app USING (
  kept_apart_on IS NULL OR owner_unit_id <> ALL ((SELECT app_own_units())::uuid[]) OR EXISTS (SELECT FROM item_named n WHERE n.item_id = item.id));
RESET ROLE;
SET ROLE samplan_fence;
-- +goose StatementBegin
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_principal()', 'app_reorganisations()', 'app_own_drafts()', 'app_decide_reorganisation(uuid)',
      'app_cancel_reorganisation(uuid,text)', 'app_reorganised_cases(uuid)', 'app_keep_apart(uuid,date)', 'app_reassign_staff(uuid,date)',
      'app_hand_over_case(reorganisation_case,date,boolean)', 'app_hand_over_plans(reorganisation_case,date,boolean,date)', 'app_age_records(uuid)',
      'app_apply_reorganisation(uuid,timestamptz)', 'app_apply_due(date,timestamptz)', 'app_preview_reorganisation(uuid)']::regprocedure[] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT EXECUTE ON FUNCTION app_principal(), app_reorganisations(), app_own_drafts(), app_decide_reorganisation(uuid), app_cancel_reorganisation(uuid, text),
  app_apply_due(date, timestamptz), app_preview_reorganisation(uuid) TO samplan_app;
COMMENT ON FUNCTION app_reorganisations() IS 'Reorganisations that concern the own principal or name a unit of the own domain';
COMMENT ON FUNCTION app_own_drafts() IS 'Reorganisations that the caller is drafting';
COMMENT ON FUNCTION app_decide_reorganisation(uuid) IS 'Decides for the own principal; writes the places when all sides have';
COMMENT ON FUNCTION app_cancel_reorganisation(uuid, text) IS 'Cancels before the day';
COMMENT ON FUNCTION app_reorganised_cases(uuid) IS 'Who holds what a unit held about each child';
COMMENT ON FUNCTION app_keep_apart(uuid, date) IS 'Keeps what a consent excluded closed when domains merge';
COMMENT ON FUNCTION app_reassign_staff(uuid, date) IS 'Ends and begins assignments';
COMMENT ON FUNCTION app_hand_over_case(reorganisation_case, date, boolean) IS 'Hands over a case';
COMMENT ON FUNCTION app_hand_over_plans(reorganisation_case, date, boolean, date) IS 'Hands over a child''s plans';
COMMENT ON FUNCTION app_age_records(uuid) IS 'Makes versions that were read before stale';
COMMENT ON FUNCTION app_apply_reorganisation(uuid, timestamptz) IS 'Hands over what one reorganisation says';
COMMENT ON FUNCTION app_apply_due(date, timestamptz) IS 'Applies the reorganisations that are due';
COMMENT ON FUNCTION app_preview_reorganisation(uuid) IS 'What a reorganisation would change, in numbers';
RESET ROLE;
