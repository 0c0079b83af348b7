-- +goose Up
-- Who has which role in a plan (R48), and roles that are handed over: offered, and taken over without a day between.
SET ROLE samplan_owner;
CREATE TABLE role_holder (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  party_id uuid NOT NULL REFERENCES party,
  role text NOT NULL CHECK (role IN ('initiator', 'caller', 'leader', 'overall-responsible', 'coordinator', 'secretary')),
  seat int NOT NULL CHECK (seat = 1 OR seat = 2 AND role = 'leader'),
  person_id uuid NOT NULL REFERENCES person,
  stands_in_for_id uuid REFERENCES role_holder,
  starts_on date NOT NULL,
  ends_on date,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (ends_on >= starts_on - 1),
  CHECK (stands_in_for_id IS NULL OR ends_on IS NOT NULL),
  EXCLUDE USING gist (uuid_send(plan_id) WITH =, role WITH =, seat WITH =, daterange(starts_on, ends_on + 1) WITH &&) WHERE (stands_in_for_id IS NULL)
);
CREATE INDEX role_holder_plan ON role_holder (plan_id, starts_on);
CREATE INDEX role_holder_party ON role_holder (party_id);
CREATE TRIGGER role_holder_columns BEFORE UPDATE ON role_holder FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'plan_id', 'party_id', 'role', 'seat', 'person_id', 'stands_in_for_id', 'starts_on', 'created_at');
CREATE TABLE role_offer (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  party_id uuid NOT NULL REFERENCES party,
  from_unit_id uuid NOT NULL REFERENCES unit,
  to_unit_id uuid NOT NULL REFERENCES unit,
  role text NOT NULL CHECK (role IN ('initiator', 'caller', 'leader', 'overall-responsible', 'coordinator', 'secretary')),
  starts_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'declined')),
  offered_by uuid NOT NULL REFERENCES person,
  offered_on date NOT NULL,
  answered_by uuid REFERENCES person,
  answered_on date,
  reason reason_text,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((state = 'waiting') = (answered_on IS NULL)),
  CHECK (state <> 'declined' OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX role_offer_waiting ON role_offer (party_id, role) WHERE state = 'waiting';
CREATE INDEX role_offer_to ON role_offer (to_unit_id, created_at);
CREATE INDEX role_offer_from ON role_offer (offered_by, created_at);
CREATE INDEX role_offer_plan ON role_offer (plan_id);
CREATE TRIGGER role_offer_columns BEFORE UPDATE ON role_offer FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'plan_id', 'party_id', 'from_unit_id', 'to_unit_id', 'role', 'starts_on', 'offered_by', 'offered_on', 'created_at');

-- +goose StatementBegin
-- Who may give a role away: the unit that leads the plan, and the one whose people hold the role until somebody follows;
-- not one of two leaders, who need not know of the other.
CREATE FUNCTION app_gives_role(p_plan uuid, p_role text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM plan p WHERE p.id = p_plan AND p.lead_unit_id = app_unit())
      OR EXISTS (SELECT FROM role_holder h JOIN party y ON y.id = h.party_id
                  WHERE h.plan_id = p_plan AND h.role = p_role AND p_role <> 'leader' AND y.unit_id = app_unit() AND y.state = 'accepted'
                    AND h.ends_on IS NULL AND h.stands_in_for_id IS NULL) $$;

-- Who may take a role: who gives it, who has accepted it on offer, and for a substitute who holds it.
CREATE FUNCTION app_takes_role(p_party uuid, p_role text, p_for uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM party y WHERE y.id = p_party AND y.unit_id = app_unit() AND y.state = 'accepted'
    AND (app_gives_role(y.plan_id, p_role)
      OR EXISTS (SELECT FROM role_offer o WHERE o.party_id = y.id AND o.role = p_role AND o.state = 'accepted')
      OR EXISTS (SELECT FROM role_holder h WHERE h.id = p_for AND h.party_id = y.id AND h.role = p_role))) $$;

-- All who hold a role of a plan, whoever they are: for those who may give the role away and for the one who is asked to
-- take it, since nobody can follow without knowing when the one before ends.
CREATE FUNCTION app_role_holders(p_plan uuid, p_role text) RETURNS SETOF role_holder
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT h.* FROM role_holder h WHERE h.plan_id = p_plan AND h.role = p_role
    AND (app_gives_role(p_plan, p_role) OR EXISTS (SELECT FROM role_offer o
      WHERE o.plan_id = p_plan AND o.role = p_role AND o.state = 'waiting' AND o.to_unit_id = app_unit())) $$;

-- Whoever follows begins on the day after the last of the one before, and of who stands in for that one: no gap and no
-- overlap (R48), whichever unit they are of. Leaders lead beside each other, and end by themselves.
CREATE FUNCTION app_follow_holder() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_before uuid;
BEGIN
  UPDATE role_holder h SET ends_on = NEW.starts_on - 1, version = h.version + 1
   WHERE h.plan_id = NEW.plan_id AND h.role = NEW.role AND h.stands_in_for_id IS NULL AND h.ends_on IS NULL AND h.starts_on <= NEW.starts_on
  RETURNING h.id INTO v_before;
  UPDATE role_holder h SET ends_on = greatest(h.starts_on - 1, NEW.starts_on - 1), version = h.version + 1
   WHERE h.stands_in_for_id = v_before AND h.ends_on >= NEW.starts_on;
  RETURN NEW;
END $$;

-- Whose unit leaves the plan has a role in it no longer.
CREATE FUNCTION app_end_holders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE role_holder h SET ends_on = greatest(h.starts_on - 1, NEW.left_on), version = h.version + 1
   WHERE h.party_id = NEW.id AND coalesce(h.ends_on > NEW.left_on, true);
  UPDATE role_offer o SET state = 'declined', answered_on = NEW.left_on, reason = 'left', version = o.version + 1
   WHERE o.party_id = NEW.id AND o.state = 'waiting';
  RETURN NULL;
END $$;

-- A hand-over of a role that waits is between two units as they were; when one is no more, it is offered anew.
CREATE FUNCTION app_drop_role_offers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE role_offer o SET state = 'declined', answered_on = NEW.takes_effect_on, reason = 'reorganisation', version = o.version + 1
   WHERE o.state = 'waiting' AND EXISTS (SELECT FROM reorganisation_move m WHERE m.reorganisation_id = NEW.id AND m.kind <> 'move'
     AND m.unit_id IN (o.from_unit_id, o.to_unit_id));
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER role_holder_follows BEFORE INSERT ON role_holder FOR EACH ROW
  WHEN (NEW.stands_in_for_id IS NULL AND NEW.role <> 'leader') EXECUTE FUNCTION app_follow_holder();
CREATE TRIGGER party_roles_end AFTER UPDATE OF state ON party FOR EACH ROW
  WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION app_end_holders();
CREATE TRIGGER reorganisation_role_offers AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_drop_role_offers();

COMMENT ON TABLE role_holder IS 'Who has a role in a plan, from when until when (R48); seen by whoever sees that the unit takes part';
COMMENT ON COLUMN role_holder.id IS 'Identity';
COMMENT ON COLUMN role_holder.plan_id IS 'The plan';
COMMENT ON COLUMN role_holder.party_id IS 'The party whose unit the person works at';
COMMENT ON COLUMN role_holder.role IS 'Initiativtagare, sammankallande, mötesledare, kontakt för den övergripande ansvarige, samordnare or sekreterare';
COMMENT ON COLUMN role_holder.seat IS 'Which of two leaders; otherwise 1';
COMMENT ON COLUMN role_holder.person_id IS 'Who';
COMMENT ON COLUMN role_holder.stands_in_for_id IS 'Whom a substitute stands in for (R41)';
COMMENT ON COLUMN role_holder.starts_on IS 'First day';
COMMENT ON COLUMN role_holder.ends_on IS 'Last day; the day before the first when it never took effect';
COMMENT ON COLUMN role_holder.created_at IS 'When it was recorded';
COMMENT ON COLUMN role_holder.version IS 'Counts changes';
COMMENT ON TABLE role_offer IS 'A role that another party is asked to take over; known to who asks and to that party';
COMMENT ON COLUMN role_offer.id IS 'Identity';
COMMENT ON COLUMN role_offer.plan_id IS 'The plan';
COMMENT ON COLUMN role_offer.party_id IS 'The party that is asked';
COMMENT ON COLUMN role_offer.from_unit_id IS 'The unit that asks';
COMMENT ON COLUMN role_offer.to_unit_id IS 'The unit that is asked, as that party';
COMMENT ON COLUMN role_offer.role IS 'As in role_holder';
COMMENT ON COLUMN role_offer.starts_on IS 'From which day';
COMMENT ON COLUMN role_offer.state IS 'Where it stands';
COMMENT ON COLUMN role_offer.offered_by IS 'Who asked';
COMMENT ON COLUMN role_offer.offered_on IS 'When';
COMMENT ON COLUMN role_offer.answered_by IS 'Who answered';
COMMENT ON COLUMN role_offer.answered_on IS 'When it was answered';
COMMENT ON COLUMN role_offer.reason IS 'Why it was declined';
COMMENT ON COLUMN role_offer.created_at IS 'The instant, for order';
COMMENT ON COLUMN role_offer.version IS 'Counts changes';
COMMENT ON FUNCTION app_gives_role(uuid, text) IS 'Whether the own unit may give a role of a plan away';
COMMENT ON FUNCTION app_takes_role(uuid, text, uuid) IS 'Whether the own unit may hold a role as a party, also in the place of somebody';
COMMENT ON FUNCTION app_role_holders(uuid, text) IS 'All who hold a role, for those who give or take it';
COMMENT ON FUNCTION app_follow_holder() IS 'Trigger: who follows ends the one before';
COMMENT ON FUNCTION app_end_holders() IS 'Trigger: roles end with the part of the unit';
COMMENT ON FUNCTION app_drop_role_offers() IS 'Trigger: offers of units that are no more wait no longer';

-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['role_holder', 'role_offer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_gives_role(uuid, text)', 'app_takes_role(uuid, text, uuid)', 'app_role_holders(uuid, text)', 'app_follow_holder()',
      'app_end_holders()', 'app_drop_role_offers()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_app, samplan_fence', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT UPDATE (ends_on, version) ON role_holder TO samplan_app, samplan_fence;
GRANT UPDATE (state, answered_by, answered_on, reason, version) ON role_offer TO samplan_app;
GRANT UPDATE (state, answered_on, reason, version) ON role_offer TO samplan_fence;
-- The party's own fence decides: that its unit takes part is what a holder tells beside the name.
CREATE POLICY role_holder_read ON role_holder FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM party y WHERE y.id = party_id));
CREATE POLICY role_holder_add ON role_holder FOR INSERT TO samplan_app WITH CHECK (app_takes_role(party_id, role, stands_in_for_id));
CREATE POLICY role_holder_change ON role_holder FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM party y WHERE y.id = party_id AND y.unit_id = app_unit())
  OR EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY role_offer_read ON role_offer FOR SELECT TO samplan_app USING (
  to_unit_id = app_unit() OR from_unit_id = app_unit() AND offered_by = app_person());
CREATE POLICY role_offer_add ON role_offer FOR INSERT TO samplan_app WITH CHECK (
  from_unit_id = app_unit() AND offered_by = app_person() AND app_gives_role(plan_id, role));
CREATE POLICY role_offer_answer ON role_offer FOR UPDATE TO samplan_app USING (to_unit_id = app_unit());
RESET ROLE;
