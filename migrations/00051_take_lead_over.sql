-- +goose Up
-- The lead of a plan that goes on is taken over by another party: offered by the unit that leads, and taken by acceptance (R48).
-- No wall moves. Whoever leads must know who takes part; so only a unit can be asked that may know of every other party
-- already, and only while no call waits. What was made before stays with the unit that made it (00050).
SET ROLE samplan_owner;
ALTER TABLE plan ADD COLUMN led_since date;
COMMENT ON COLUMN plan.led_since IS 'Since when the unit leads that leads today; NULL: since the plan was begun';
CREATE TABLE lead_offer (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  party_id uuid NOT NULL REFERENCES party,
  from_unit_id uuid NOT NULL REFERENCES unit,
  to_unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'declined', 'withdrawn')),
  offered_by uuid NOT NULL REFERENCES person,
  offered_on date NOT NULL,
  answered_by uuid REFERENCES person,
  answered_on date,
  reason reason_text,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (from_unit_id <> to_unit_id),
  CHECK ((state = 'waiting') = (answered_on IS NULL)),
  CHECK (state <> 'declined' OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX lead_offer_waiting ON lead_offer (plan_id) WHERE state = 'waiting';
CREATE INDEX lead_offer_to ON lead_offer (to_unit_id, created_at);
CREATE INDEX lead_offer_from ON lead_offer (from_unit_id, created_at);
CREATE TRIGGER lead_offer_columns BEFORE UPDATE ON lead_offer FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'plan_id', 'party_id', 'from_unit_id', 'to_unit_id', 'offered_by', 'offered_on', 'created_at');
-- Who led before: of each plan one term after the other. Who leads today stands in the plan, from the day after the last.
CREATE TABLE plan_lead_term (
  plan_id uuid NOT NULL REFERENCES plan,
  unit_id uuid NOT NULL REFERENCES unit,
  offer_id uuid NOT NULL UNIQUE REFERENCES lead_offer,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  PRIMARY KEY (plan_id, offer_id),
  CHECK (ends_on >= starts_on - 1),
  EXCLUDE USING gist (uuid_send(plan_id) WITH =, daterange(starts_on, ends_on + 1) WITH &&)
);
CREATE TRIGGER plan_lead_term_columns BEFORE UPDATE ON plan_lead_term FOR EACH ROW
  EXECUTE FUNCTION keep_columns('plan_id', 'offer_id', 'starts_on', 'ends_on');

-- +goose StatementBegin
-- Whether a unit may know that another takes part in a plan: it lies in the same domain, or a consent lets it (R22, R28).
CREATE FUNCTION app_knows_part(p_unit uuid, p_party uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_mine text := current_setting('app.unit', true); y party%ROWTYPE; v_knows boolean;
BEGIN
  SELECT * INTO y FROM party WHERE id = p_party;
  IF EXISTS (SELECT FROM unit_place a JOIN unit_place b ON b.branch_id = a.branch_id AND b.valid @> app_today()
              WHERE a.unit_id = p_unit AND a.valid @> app_today() AND b.unit_id = y.unit_id) THEN RETURN true; END IF;
  PERFORM set_config('app.unit', p_unit::text, true);
  v_knows := EXISTS (SELECT FROM opening o WHERE o.plan_id = y.plan_id AND o.from_unit_id = y.unit_id AND o.category = 'participation');
  PERFORM set_config('app.unit', v_mine, true);
  RETURN v_knows;
END $$;

-- Whether a party may lead: of a plan that goes on, about a child that is not protected, with nobody in it or called to it of
-- whom the party may not know. Who offers is known by offering.
CREATE FUNCTION app_may_lead(p_plan uuid, p_to uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM plan p JOIN person c ON c.id = p.child_id JOIN party mine ON mine.plan_id = p.id AND mine.unit_id = p_to
    WHERE p.id = p_plan AND p.lead_unit_id <> p_to AND NOT app_is_over(p.status) AND c.protection = 'none' AND mine.state = 'accepted'
      AND NOT EXISTS (SELECT FROM party y WHERE y.plan_id = p.id AND y.state IN ('called', 'invited'))
      AND NOT EXISTS (SELECT FROM party y WHERE y.plan_id = p.id AND y.state = 'accepted' AND y.unit_id NOT IN (p.lead_unit_id, p_to)
                         AND NOT app_knows_part(p_to, y.id))) $$;

-- Whether an offer to the own unit is there: one that waits, as long as the unit may lead.
CREATE FUNCTION app_sees_lead_offer(p_offer uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM lead_offer o WHERE o.id = p_offer AND o.to_unit_id = app_unit()
    AND (o.state <> 'waiting' OR app_may_lead(o.plan_id, o.to_unit_id))) $$;

-- The consents to a plan that count for who leads it: its own, and what the family gave to those who led before. is_older: it
-- was given before the plan grew out of another kind, and says nothing of this one.
CREATE FUNCTION app_plan_consents(p_plan uuid) RETURNS TABLE (id uuid, is_older boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id, EXISTS (SELECT FROM plan_origin o JOIN plan b ON b.id = o.follows_id
                        WHERE o.plan_id = p.id AND b.kind <> p.kind AND c.created_at <= p.created_at)
    FROM plan p JOIN consent_in_force f ON f.child_id = p.child_id JOIN consent c ON c.id = f.id
   WHERE p.id = p_plan AND p.lead_unit_id = app_unit() AND f.kind = 'plan'
     AND (f.unit_id = p.lead_unit_id OR EXISTS (SELECT FROM plan_lead_term l WHERE l.plan_id = p.id AND l.unit_id = f.unit_id)) $$;

-- Whether anybody was called to a meeting of a plan, for who leads it: whoever led then has sent the call.
CREATE FUNCTION app_was_called(p_plan uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM call c JOIN plan p ON p.id = c.plan_id WHERE p.id = p_plan AND p.lead_unit_id = app_unit() AND c.sent_on IS NOT NULL) $$;

-- What the new lead needs of the child: a case of its own, somebody who works with it, and who decides for the child, which is
-- what the family sees the plan by (R20). What the unit knows itself of somebody goes before.
CREATE FUNCTION app_open_lead_case(p_child uuid, p_from uuid, p_person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
    SELECT gen_random_uuid(), f.child_id, app_unit(), f.given_name, f.family_name, f.birth_date, 'lead of a plan', daterange(app_today(), NULL)
      FROM case_file f
     WHERE f.child_id = p_child AND f.unit_id = p_from AND f.valid @> app_today()
       AND NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = p_child AND o.unit_id = app_unit() AND o.valid @> app_today());
  INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
    SELECT gen_random_uuid(), p_child, app_unit(), p_person, daterange(app_today(), NULL)
     WHERE NOT EXISTS (SELECT FROM case_worker w WHERE w.child_id = p_child AND w.unit_id = app_unit() AND w.person_id = p_person
                          AND w.valid @> app_today());
  INSERT INTO relation (id, child_id, person_id, unit_id, kind, given_name, family_name, valid)
    SELECT gen_random_uuid(), r.child_id, r.person_id, app_unit(), r.kind, r.given_name, r.family_name, daterange(app_today(), upper(r.valid))
      FROM relation r
     WHERE r.child_id = p_child AND r.unit_id = p_from AND r.valid @> app_today()
       AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
       AND NOT EXISTS (SELECT FROM relation k WHERE k.child_id = p_child AND k.unit_id = app_unit() AND k.person_id = r.person_id);
END $$;

-- Somebody of the new lead calls from today (sammankallande); whoever did so for the one before has yesterday as the last day.
-- Where a third party calls by an offer that it accepted, it goes on (R48).
CREATE FUNCTION app_take_calling(p_plan uuid, p_from uuid, p_party uuid, p_person uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE role_offer o SET state = 'declined', answered_on = app_today(), reason = 'lead', version = o.version + 1
   WHERE o.plan_id = p_plan AND o.from_unit_id = p_from AND o.state = 'waiting' AND NOT EXISTS (
     SELECT FROM role_holder h JOIN party y ON y.id = h.party_id WHERE h.plan_id = p_plan AND h.role = o.role AND h.role NOT IN ('leader', 'caller')
        AND y.unit_id = p_from AND h.ends_on IS NULL AND h.stands_in_for_id IS NULL);
  IF EXISTS (SELECT FROM role_holder h JOIN party y ON y.id = h.party_id WHERE h.plan_id = p_plan AND h.role = 'caller'
      AND h.stands_in_for_id IS NULL AND coalesce(h.ends_on >= app_today(), true) AND y.unit_id <> p_from) THEN
    RETURN;
  END IF;
  UPDATE role_holder h SET ends_on = greatest(h.starts_on, app_today()) - 1, version = h.version + 1
   WHERE h.plan_id = p_plan AND h.role = 'caller' AND coalesce(h.ends_on >= app_today(), true);
  INSERT INTO role_holder (id, plan_id, party_id, role, seat, person_id, starts_on, created_at)
    VALUES (gen_random_uuid(), p_plan, p_party, 'caller', 1, p_person, app_today(), p_now);
END $$;

-- Takes the lead over, once for each offer. The new lead is from now on who called those who take part; meetings to come go
-- along, without the call that they were booked for; a follow-up that the old lead was to call to is the new one's.
CREATE FUNCTION app_take_lead(p_offer uuid, p_person uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE o lead_offer%ROWTYPE; v plan%ROWTYPE;
BEGIN
  SELECT * INTO o FROM lead_offer WHERE id = p_offer AND to_unit_id = app_unit() AND state = 'accepted' FOR UPDATE;
  SELECT * INTO v FROM plan WHERE id = o.plan_id AND lead_unit_id = o.from_unit_id FOR UPDATE;
  IF v.id IS NULL OR NOT app_may_lead(v.id, app_unit()) THEN
    RAISE EXCEPTION 'nothing to take over' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO plan_lead_term (plan_id, unit_id, offer_id, starts_on, ends_on)
    VALUES (v.id, o.from_unit_id, o.id, coalesce(v.led_since, v.created_on), app_today() - 1);
  PERFORM app_open_lead_case(v.child_id, o.from_unit_id, p_person);
  UPDATE party y SET added_by_unit_id = app_unit()
   WHERE y.plan_id = v.id AND y.state = 'accepted' AND y.added_by_unit_id = o.from_unit_id;
  UPDATE meeting m SET unit_id = app_unit(), call_id = NULL, version = m.version + 1
   WHERE m.plan_id = v.id AND m.unit_id = o.from_unit_id AND m.state = 'scheduled';
  UPDATE hand_over h SET state = 'declined', answered_on = app_today(), answer_reason = 'lead', version = h.version + 1
   WHERE h.plan_id = v.id AND h.state = 'waiting';
  PERFORM app_take_calling(v.id, o.from_unit_id, o.party_id, p_person, p_now);
  UPDATE plan p SET lead_unit_id = app_unit(), led_since = app_today(), version = p.version + 1,
    next_follow_up_unit_id = CASE WHEN p.next_follow_up_unit_id = o.from_unit_id THEN app_unit() ELSE p.next_follow_up_unit_id END
   WHERE p.id = v.id;
END $$;

-- An offer that waits is between two parties of a plan that goes on, as they were.
CREATE FUNCTION app_end_lead_offers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE lead_offer o SET state = 'declined', answered_on = NEW.left_on, reason = 'left', version = o.version + 1
   WHERE o.plan_id = NEW.plan_id AND NEW.unit_id IN (o.from_unit_id, o.to_unit_id) AND o.state = 'waiting';
  RETURN NULL;
END $$;
CREATE FUNCTION app_close_lead_offers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE lead_offer o SET state = 'declined', answered_on = app_today(), reason = 'plan-over', version = o.version + 1
   WHERE o.plan_id = NEW.id AND o.state = 'waiting';
  RETURN NULL;
END $$;
CREATE FUNCTION app_drop_lead_offers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE lead_offer o SET state = 'declined', answered_on = NEW.takes_effect_on, reason = 'reorganisation', version = o.version + 1
   WHERE o.state = 'waiting' AND EXISTS (SELECT FROM reorganisation_move m WHERE m.reorganisation_id = NEW.id
     AND m.unit_id IN (o.from_unit_id, o.to_unit_id));
  RETURN NULL;
END $$;
CREATE FUNCTION app_hand_over_lead_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE plan_lead_term l SET unit_id = NEW.to_unit_id FROM plan p WHERE p.id = l.plan_id AND p.child_id = NEW.child_id AND l.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER party_lead_offers_end AFTER UPDATE OF state ON party FOR EACH ROW
  WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION app_end_lead_offers();
CREATE TRIGGER plan_lead_offers_close AFTER UPDATE OF status ON plan FOR EACH ROW
  WHEN (app_is_over(NEW.status) AND NOT app_is_over(OLD.status)) EXECUTE FUNCTION app_close_lead_offers();
CREATE TRIGGER reorganisation_lead_offers AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_drop_lead_offers();
CREATE TRIGGER reorganisation_case_lead_terms AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_lead_terms();

COMMENT ON TABLE lead_offer IS 'The lead of a plan that another party is asked to take over (R48): the lead''s, and the other''s while it may lead';
COMMENT ON COLUMN lead_offer.id IS 'Identity';
COMMENT ON COLUMN lead_offer.plan_id IS 'The plan';
COMMENT ON COLUMN lead_offer.party_id IS 'The party that is asked';
COMMENT ON COLUMN lead_offer.from_unit_id IS 'The unit that leads';
COMMENT ON COLUMN lead_offer.to_unit_id IS 'The unit that is asked, as that party';
COMMENT ON COLUMN lead_offer.state IS 'Where it stands';
COMMENT ON COLUMN lead_offer.offered_by IS 'Who asked';
COMMENT ON COLUMN lead_offer.offered_on IS 'When';
COMMENT ON COLUMN lead_offer.answered_by IS 'Who answered, or withdrew';
COMMENT ON COLUMN lead_offer.answered_on IS 'When it was answered or withdrawn';
COMMENT ON COLUMN lead_offer.reason IS 'Why it was declined';
COMMENT ON COLUMN lead_offer.created_at IS 'The instant, for order';
COMMENT ON COLUMN lead_offer.version IS 'Counts changes';
COMMENT ON TABLE plan_lead_term IS 'Who led a plan before, from when until when (R48); seen by whoever sees that the unit takes part';
COMMENT ON COLUMN plan_lead_term.plan_id IS 'The plan';
COMMENT ON COLUMN plan_lead_term.unit_id IS 'The unit that led';
COMMENT ON COLUMN plan_lead_term.offer_id IS 'The offer by which another took over';
COMMENT ON COLUMN plan_lead_term.starts_on IS 'First day';
COMMENT ON COLUMN plan_lead_term.ends_on IS 'Last day; the day before the first when it was taken over on that day';
COMMENT ON FUNCTION app_knows_part(uuid, uuid) IS 'Whether a unit may know of a party';
COMMENT ON FUNCTION app_may_lead(uuid, uuid) IS 'Whether a party may take the lead of a plan over';
COMMENT ON FUNCTION app_sees_lead_offer(uuid) IS 'Whether an offer to the own unit is there';
COMMENT ON FUNCTION app_plan_consents(uuid) IS 'Consents in force to a plan that the own unit leads';
COMMENT ON FUNCTION app_was_called(uuid) IS 'Whether a call was sent in a plan that the own unit leads';
COMMENT ON FUNCTION app_open_lead_case(uuid, uuid, uuid) IS 'Opens the case of a new lead';
COMMENT ON FUNCTION app_take_calling(uuid, uuid, uuid, uuid, timestamptz) IS 'Lets somebody of the new lead call';
COMMENT ON FUNCTION app_take_lead(uuid, uuid, timestamptz) IS 'Takes the lead of a plan over';
COMMENT ON FUNCTION app_end_lead_offers() IS 'Trigger: offers end with the part of a unit';
COMMENT ON FUNCTION app_close_lead_offers() IS 'Trigger: offers end with the plan';
COMMENT ON FUNCTION app_drop_lead_offers() IS 'Trigger: offers between units that were reorganised wait no longer';
COMMENT ON FUNCTION app_hand_over_lead_terms() IS 'Trigger: that a unit led goes with the case';
-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['lead_offer', 'plan_lead_term'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['plan_lead_term', 'relation', 'role_holder'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_fence WITH CHECK (true)', t || '_fence_add', t);
    EXECUTE format('GRANT INSERT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_knows_part(uuid, uuid)', 'app_may_lead(uuid, uuid)', 'app_sees_lead_offer(uuid)', 'app_plan_consents(uuid)',
      'app_was_called(uuid)', 'app_open_lead_case(uuid, uuid, uuid)', 'app_take_calling(uuid, uuid, uuid, uuid, timestamptz)',
      'app_take_lead(uuid, uuid, timestamptz)', 'app_end_lead_offers()', 'app_close_lead_offers()', 'app_drop_lead_offers()', 'app_hand_over_lead_terms()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_fence', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT UPDATE (state, answered_on, reason, version) ON lead_offer TO samplan_fence;
GRANT UPDATE (unit_id) ON plan_lead_term TO samplan_fence;
GRANT UPDATE (led_since) ON plan TO samplan_fence;
GRANT SELECT, INSERT ON lead_offer TO samplan_app;
GRANT UPDATE (state, answered_by, answered_on, reason, version) ON lead_offer TO samplan_app;
GRANT SELECT ON plan_lead_term TO samplan_app;
CREATE POLICY lead_offer_read ON lead_offer FOR SELECT TO samplan_app USING (
  from_unit_id = app_unit() OR to_unit_id = app_unit() AND app_sees_lead_offer(id));
CREATE POLICY lead_offer_add ON lead_offer FOR INSERT TO samplan_app WITH CHECK (
  from_unit_id = app_unit() AND offered_by = app_person() AND app_may_lead(plan_id, to_unit_id)
  AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY lead_offer_answer ON lead_offer FOR UPDATE TO samplan_app USING (app_unit() IN (from_unit_id, to_unit_id));
CREATE POLICY plan_lead_term_read ON plan_lead_term FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM party y WHERE y.plan_id = plan_lead_term.plan_id AND y.unit_id = plan_lead_term.unit_id));
RESET ROLE;
SET ROLE samplan_fence;
GRANT EXECUTE ON FUNCTION app_may_lead(uuid, uuid), app_sees_lead_offer(uuid), app_plan_consents(uuid), app_was_called(uuid),
  app_take_lead(uuid, uuid, timestamptz) TO samplan_app;
RESET ROLE;
