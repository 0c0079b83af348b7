-- +goose Up
-- An intervention changes its responsible unit by an offer that the other unit accepts (R6). What a unit holds stays its own:
-- whoever takes over begins an intervention of its own from the day on, with what it could read of the one before, which
-- ends the day before. So no wall moves, nobody loses what they have written, and what is kept back stays kept back.
SET ROLE samplan_owner;
CREATE TABLE intervention_offer (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  item_id uuid NOT NULL REFERENCES item,
  party_id uuid NOT NULL REFERENCES party,
  from_unit_id uuid NOT NULL REFERENCES unit,
  to_unit_id uuid NOT NULL REFERENCES unit,
  starts_on date NOT NULL,
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
CREATE UNIQUE INDEX intervention_offer_waiting ON intervention_offer (item_id) WHERE state = 'waiting';
CREATE INDEX intervention_offer_to ON intervention_offer (to_unit_id, created_at);
CREATE INDEX intervention_offer_from ON intervention_offer (from_unit_id, created_at);
CREATE INDEX intervention_offer_plan ON intervention_offer (plan_id);
CREATE TRIGGER intervention_offer_columns BEFORE UPDATE ON intervention_offer FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'plan_id', 'item_id', 'party_id', 'from_unit_id', 'to_unit_id', 'starts_on', 'offered_by', 'offered_on', 'created_at');

-- +goose StatementBegin
-- Whether a unit may read an intervention as a whole unit, and not only somebody there by name.
CREATE FUNCTION app_may_take(p_unit uuid, p_item uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM item i WHERE i.id = p_item AND i.visibility <> 'named' AND i.kept_apart_on IS NULL) AND app_unit_sees(p_unit, p_item) $$;

-- Whether an offer to the own unit is there: while the unit may read what it is about. Whoever asks for an intervention of
-- another unit, or of another offer, learns nothing.
CREATE FUNCTION app_sees_offer(p_offer uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM intervention_offer o WHERE o.id = p_offer AND o.to_unit_id = app_unit() AND app_may_take(o.to_unit_id, o.item_id)) $$;

-- Whether the own unit may offer an intervention that it holds to another party.
CREATE FUNCTION app_may_offer(p_item uuid, p_to uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM item i JOIN party y ON y.plan_id = i.plan_id WHERE i.id = p_item AND i.kind = 'intervention'
    AND i.owner_unit_id = app_unit() AND y.unit_id = p_to AND y.state = 'accepted' AND app_may_take(p_to, p_item)) $$;

-- Takes over: the new intervention begins on the day that was offered, or today when that has passed, and the one before ends
-- the day before. A goal that the unit does not see and an entry of another principal's catalogue are left behind. From
-- whom the one before is kept back, the new one is, too; that others are in it is told of it as well (R19, R27).
CREATE FUNCTION app_take_intervention(p_offer uuid, p_new uuid, p_contact text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE o intervention_offer%ROWTYPE; v item%ROWTYPE; v_from date;
BEGIN
  SELECT * INTO o FROM intervention_offer WHERE id = p_offer AND to_unit_id = app_unit() AND state = 'waiting' FOR UPDATE;
  SELECT * INTO v FROM item WHERE id = o.item_id AND owner_unit_id = o.from_unit_id AND status IN ('planned', 'ongoing') FOR UPDATE;
  IF v.id IS NULL OR NOT app_may_take(app_unit(), v.id) THEN
    RAISE EXCEPTION 'nothing to take over' USING ERRCODE = 'insufficient_privilege';
  END IF;
  v_from := greatest(o.starts_on, app_today());
  INSERT INTO item (id, plan_id, kind, owner_unit_id, category, visibility, title, body, goal_id, outside_actor, contact_name, starts_on, ends_on,
      status, author_id, author_kind, created_on, catalogue_id)
    VALUES (p_new, v.plan_id, v.kind, app_unit(), v.category, v.visibility, v.title, v.body,
      CASE WHEN v.goal_id IS NOT NULL AND app_may_take(app_unit(), v.goal_id) THEN v.goal_id END, v.outside_actor, p_contact, v_from,
      CASE WHEN v.ends_on >= v_from THEN v.ends_on END, CASE WHEN v_from <= app_today() THEN 'ongoing' ELSE 'planned' END,
      app_person(), 'staff', app_today(), (SELECT c.id FROM intervention_catalogue c WHERE c.id = v.catalogue_id AND c.principal_id IS NULL));
  INSERT INTO withholding (id, item_id, person_id, decided_by, decided_on, reason)
    SELECT gen_random_uuid(), p_new, w.person_id, app_person(), app_today(), 'Följer med från den enhet som lämnade över insatsen.'
      FROM withholding w WHERE w.item_id = v.id AND w.ended_on IS NULL;
  INSERT INTO item_subject (item_id, person_id, plan_id)
    SELECT p_new, t.person_id, t.plan_id FROM item_subject t WHERE t.item_id = v.id AND t.ended_on IS NULL;
  PERFORM app_drop_confirmations(v.id);
  PERFORM app_drop_confirmations(p_new);
  UPDATE item i SET ends_on = greatest(coalesce(i.starts_on, v_from - 1), v_from - 1), version = i.version + 1,
    status = CASE WHEN v_from <= app_today() THEN 'done' ELSE i.status END WHERE i.id = v.id;
END $$;

-- An offer that waits is between two parties as they were.
CREATE FUNCTION app_end_intervention_offers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE intervention_offer o SET state = 'declined', answered_on = NEW.left_on, reason = 'left', version = o.version + 1
   WHERE o.plan_id = NEW.plan_id AND NEW.unit_id IN (o.from_unit_id, o.to_unit_id) AND o.state = 'waiting';
  RETURN NULL;
END $$;
CREATE FUNCTION app_drop_intervention_offers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE intervention_offer o SET state = 'declined', answered_on = NEW.takes_effect_on, reason = 'reorganisation', version = o.version + 1
   WHERE o.state = 'waiting' AND EXISTS (SELECT FROM reorganisation_move m WHERE m.reorganisation_id = NEW.id AND m.kind <> 'move'
     AND m.unit_id IN (o.from_unit_id, o.to_unit_id));
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER party_intervention_offers_end AFTER UPDATE OF state ON party FOR EACH ROW
  WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION app_end_intervention_offers();
CREATE TRIGGER reorganisation_intervention_offers AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_drop_intervention_offers();

COMMENT ON TABLE intervention_offer IS 'An intervention that another party is asked to take over (R6): the holder''s, and the other''s while it may read it';
COMMENT ON COLUMN intervention_offer.id IS 'Identity';
COMMENT ON COLUMN intervention_offer.plan_id IS 'The plan';
COMMENT ON COLUMN intervention_offer.item_id IS 'The intervention; where it is until somebody accepts';
COMMENT ON COLUMN intervention_offer.party_id IS 'The party that is asked';
COMMENT ON COLUMN intervention_offer.from_unit_id IS 'The unit that holds it';
COMMENT ON COLUMN intervention_offer.to_unit_id IS 'The unit that is asked, as that party';
COMMENT ON COLUMN intervention_offer.starts_on IS 'From which day';
COMMENT ON COLUMN intervention_offer.state IS 'Where it stands';
COMMENT ON COLUMN intervention_offer.offered_by IS 'Who asked';
COMMENT ON COLUMN intervention_offer.offered_on IS 'When';
COMMENT ON COLUMN intervention_offer.answered_by IS 'Who answered, or withdrew';
COMMENT ON COLUMN intervention_offer.answered_on IS 'When it was answered or withdrawn';
COMMENT ON COLUMN intervention_offer.reason IS 'Why it was declined';
COMMENT ON COLUMN intervention_offer.created_at IS 'The instant, for order';
COMMENT ON COLUMN intervention_offer.version IS 'Counts changes';
COMMENT ON FUNCTION app_may_take(uuid, uuid) IS 'Whether a unit may read an item, other than by name';
COMMENT ON FUNCTION app_sees_offer(uuid) IS 'Whether an offer to the own unit is there';
COMMENT ON FUNCTION app_may_offer(uuid, uuid) IS 'Whether the own unit may offer an intervention to a party';
COMMENT ON FUNCTION app_take_intervention(uuid, uuid, text) IS 'Takes an offered intervention over';
COMMENT ON FUNCTION app_end_intervention_offers() IS 'Trigger: offers end with the part of a unit';
COMMENT ON FUNCTION app_drop_intervention_offers() IS 'Trigger: offers of units that are no more wait no longer';
ALTER TABLE intervention_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE intervention_offer FORCE ROW LEVEL SECURITY;
CREATE POLICY intervention_offer_fence ON intervention_offer FOR SELECT TO samplan_fence USING (true);
CREATE POLICY intervention_offer_fence_change ON intervention_offer FOR UPDATE TO samplan_fence USING (true);
CREATE POLICY intervention_catalogue_fence ON intervention_catalogue FOR SELECT TO samplan_fence USING (true);
GRANT SELECT ON intervention_catalogue TO samplan_fence;
CREATE POLICY item_fence_add ON item FOR INSERT TO samplan_fence WITH CHECK (true);
CREATE POLICY withholding_fence_add ON withholding FOR INSERT TO samplan_fence WITH CHECK (true);
CREATE POLICY item_subject_fence_add ON item_subject FOR INSERT TO samplan_fence WITH CHECK (true);
GRANT INSERT, UPDATE (ends_on, status, version) ON item TO samplan_fence;
GRANT INSERT ON withholding, item_subject TO samplan_fence;
GRANT SELECT ON intervention_offer TO samplan_fence;
GRANT UPDATE (state, answered_on, reason, version) ON intervention_offer TO samplan_fence;
GRANT SELECT, INSERT ON intervention_offer TO samplan_app;
GRANT UPDATE (state, answered_by, answered_on, reason, version) ON intervention_offer TO samplan_app;
-- +goose StatementBegin
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_may_take(uuid, uuid)', 'app_sees_offer(uuid)', 'app_may_offer(uuid, uuid)', 'app_take_intervention(uuid, uuid, text)',
      'app_end_intervention_offers()', 'app_drop_intervention_offers()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_fence', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY intervention_offer_read ON intervention_offer FOR SELECT TO samplan_app USING (
  from_unit_id = app_unit() OR to_unit_id = app_unit() AND app_sees_offer(id));
CREATE POLICY intervention_offer_add ON intervention_offer FOR INSERT TO samplan_app WITH CHECK (
  from_unit_id = app_unit() AND offered_by = app_person() AND app_may_offer(item_id, to_unit_id));
CREATE POLICY intervention_offer_answer ON intervention_offer FOR UPDATE TO samplan_app USING (app_unit() IN (from_unit_id, to_unit_id));
RESET ROLE;
SET ROLE samplan_fence;
GRANT EXECUTE ON FUNCTION app_sees_offer(uuid), app_may_offer(uuid, uuid), app_take_intervention(uuid, uuid, text) TO samplan_app;
RESET ROLE;
