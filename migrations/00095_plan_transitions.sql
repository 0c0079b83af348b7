-- +goose Up
-- The unit that leads a plan plans that it goes over to other units on a day: the child moves, or comes of age (R20, R48). What is planned
-- is that unit's own, and opens nothing: the receiving units are asked by offers, as ever. Where a plan goes over tells where a protected
-- child will be, so it is shown to whom the place is open (R31).
SET ROLE samplan_owner;
CREATE TABLE plan_transition (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('move', 'adult-services')),
  state text NOT NULL CHECK (state IN ('planned', 'carried-out', 'cancelled')),
  starts_on date NOT NULL,
  plan_goes_on boolean NOT NULL,
  for_family boolean NOT NULL,
  reason reason_text NOT NULL,
  planned_by uuid NOT NULL REFERENCES person,
  planned_on date NOT NULL,
  created_at timestamptz NOT NULL,
  ended_on date,
  ended_by uuid REFERENCES person,
  end_reason reason_text,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((state = 'planned') = (ended_on IS NULL)),
  CHECK (state <> 'cancelled' OR end_reason IS NOT NULL)
);
CREATE UNIQUE INDEX plan_transition_planned ON plan_transition (plan_id, kind) WHERE state = 'planned';
CREATE INDEX plan_transition_plan ON plan_transition (plan_id, unit_id, created_at);
CREATE TRIGGER plan_transition_kept BEFORE DELETE ON plan_transition FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_transition_columns BEFORE UPDATE ON plan_transition FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'plan_id', 'kind', 'planned_by', 'planned_on', 'created_at');
-- Who takes over, as planned since a version of the transition; what was planned before stays.
CREATE TABLE plan_transition_receiver (
  transition_id uuid NOT NULL REFERENCES plan_transition,
  since int NOT NULL CHECK (since > 0),
  number int NOT NULL CHECK (number > 0),
  from_unit_id uuid NOT NULL REFERENCES unit,
  to_unit_id uuid REFERENCES unit,
  outside_actor short_text,
  PRIMARY KEY (transition_id, since, number),
  CHECK ((to_unit_id IS NULL) <> (outside_actor IS NULL))
);
CREATE TRIGGER plan_transition_receiver_kept BEFORE UPDATE OR DELETE ON plan_transition_receiver FOR EACH ROW
  WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- Ends what is planned of a plan when the plan itself has gone over, or is over: carried out when who has taken over is one of those that
-- were to. It tells nothing: it writes into what the unit planned that which the unit knows as the lead that it was.
CREATE FUNCTION app_end_transitions(p_plan uuid, p_to uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE plan_transition t SET ended_on = app_today(), version = t.version + 1,
    state = CASE WHEN x.is_done THEN 'carried-out' ELSE 'cancelled' END, end_reason = CASE WHEN NOT x.is_done THEN p_reason END
    FROM (SELECT o.id, EXISTS (SELECT FROM plan_transition_receiver r WHERE r.transition_id = o.id AND r.to_unit_id = p_to
              AND r.since = (SELECT max(n.since) FROM plan_transition_receiver n WHERE n.transition_id = o.id)) AS is_done
            FROM plan_transition o WHERE o.plan_id = p_plan AND o.state = 'planned') x
   WHERE x.id = t.id;
END $$;
CREATE FUNCTION app_close_transitions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app_end_transitions(NEW.id, (SELECT h.to_unit_id FROM hand_over h WHERE h.plan_id = NEW.id AND h.state = 'accepted' AND NEW.status = 'moved'), 'plan-over');
  RETURN NULL;
END $$;
CREATE FUNCTION app_lead_transitions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app_end_transitions(NEW.plan_id, (SELECT o.to_unit_id FROM lead_offer o WHERE o.id = NEW.offer_id), 'lead');
  RETURN NULL;
END $$;
-- When a reorganisation hands a case over, what its unit planned goes along.
CREATE FUNCTION app_hand_over_transitions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE plan_transition_receiver r SET from_unit_id = NEW.to_unit_id FROM plan_transition t JOIN plan p ON p.id = t.plan_id
   WHERE t.id = r.transition_id AND p.child_id = NEW.child_id AND r.from_unit_id = NEW.unit_id;
  UPDATE plan_transition t SET unit_id = NEW.to_unit_id FROM plan p
   WHERE p.id = t.plan_id AND p.child_id = NEW.child_id AND t.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;
-- What a unit planned is weeded with what it holds in the plan, or with the plan.
DO $$
DECLARE v_old text; v_new text; f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_dispose_plan(uuid)', 'app_dispose_items(uuid,uuid)'] LOOP
    v_old := pg_get_functiondef(f::regprocedure);
    v_new := replace(replace(v_old, '  DELETE FROM plan_deadline_reason WHERE plan_id = p_plan;', $new$  DELETE FROM plan_transition_receiver r USING plan_transition t WHERE t.id = r.transition_id AND t.plan_id = p_plan;
  DELETE FROM plan_transition WHERE plan_id = p_plan;
  DELETE FROM plan_deadline_reason WHERE plan_id = p_plan;$new$),
      '  DELETE FROM plan_deadline_reason WHERE plan_id = ANY (v_plans) AND unit_id = p_unit;', $new$  DELETE FROM plan_transition_receiver r USING plan_transition t WHERE t.id = r.transition_id AND t.plan_id = ANY (v_plans) AND t.unit_id = p_unit;
  DELETE FROM plan_transition WHERE plan_id = ANY (v_plans) AND unit_id = p_unit;
  DELETE FROM plan_deadline_reason WHERE plan_id = ANY (v_plans) AND unit_id = p_unit;$new$);
    IF v_new = v_old THEN RAISE EXCEPTION '% is another one', f; END IF;
    EXECUTE v_new;
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE TRIGGER plan_transitions_close AFTER UPDATE OF status ON plan FOR EACH ROW
  WHEN (app_is_over(NEW.status) AND NOT app_is_over(OLD.status)) EXECUTE FUNCTION app_close_transitions();
CREATE TRIGGER plan_lead_term_transitions AFTER INSERT ON plan_lead_term FOR EACH ROW EXECUTE FUNCTION app_lead_transitions();
CREATE TRIGGER reorganisation_case_transitions AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_transitions();

COMMENT ON TABLE plan_transition IS 'That a plan goes over to other units on a day (övergång): planned by the unit that leads it, that unit''s own';
COMMENT ON COLUMN plan_transition.id IS 'Identity';
COMMENT ON COLUMN plan_transition.plan_id IS 'The plan';
COMMENT ON COLUMN plan_transition.unit_id IS 'Which unit planned it';
COMMENT ON COLUMN plan_transition.kind IS 'Why';
COMMENT ON COLUMN plan_transition.state IS 'Where it stands';
COMMENT ON COLUMN plan_transition.starts_on IS 'The first day at the receiving units';
COMMENT ON COLUMN plan_transition.plan_goes_on IS 'Whether this plan goes on under another lead; otherwise it ends as moved';
COMMENT ON COLUMN plan_transition.for_family IS 'Whether the family is told';
COMMENT ON COLUMN plan_transition.reason IS 'Why, in the words of the unit; not for the family';
COMMENT ON COLUMN plan_transition.planned_by IS 'Who planned it';
COMMENT ON COLUMN plan_transition.planned_on IS 'When';
COMMENT ON COLUMN plan_transition.created_at IS 'The instant, for order';
COMMENT ON COLUMN plan_transition.ended_on IS 'When it was carried out or called off';
COMMENT ON COLUMN plan_transition.ended_by IS 'By whom; none when the plan itself went over or ended';
COMMENT ON COLUMN plan_transition.end_reason IS 'Why it was called off';
COMMENT ON COLUMN plan_transition.version IS 'Counts changes';
COMMENT ON TABLE plan_transition_receiver IS 'Who takes over from which unit in a transition';
COMMENT ON COLUMN plan_transition_receiver.transition_id IS 'The transition';
COMMENT ON COLUMN plan_transition_receiver.since IS 'Since which version of the transition; the last one counts';
COMMENT ON COLUMN plan_transition_receiver.number IS 'Its place in the list';
COMMENT ON COLUMN plan_transition_receiver.from_unit_id IS 'The unit that hands over';
COMMENT ON COLUMN plan_transition_receiver.to_unit_id IS 'The unit that takes over';
COMMENT ON COLUMN plan_transition_receiver.outside_actor IS 'Who takes over, when that is no unit of the directory';
COMMENT ON FUNCTION app_end_transitions(uuid, uuid, text) IS 'Ends what is planned of a plan that went over or ended';
COMMENT ON FUNCTION app_close_transitions() IS 'Trigger: what is planned ends with the plan';
COMMENT ON FUNCTION app_lead_transitions() IS 'Trigger: what the former lead planned ends';
COMMENT ON FUNCTION app_hand_over_transitions() IS 'Trigger: transitions follow the case';
-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_transition', 'plan_transition_receiver'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO samplan_fence USING (app_disposing())', t || '_dispose', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_end_transitions(uuid, uuid, text)', 'app_close_transitions()', 'app_lead_transitions()', 'app_hand_over_transitions()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_fence', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT UPDATE (unit_id, state, ended_on, end_reason, version) ON plan_transition TO samplan_fence;
GRANT UPDATE (from_unit_id) ON plan_transition_receiver TO samplan_fence;
GRANT SELECT, INSERT ON plan_transition TO samplan_app;
GRANT UPDATE (state, starts_on, plan_goes_on, for_family, reason, ended_on, ended_by, end_reason, version) ON plan_transition TO samplan_app;
GRANT SELECT, INSERT ON plan_transition_receiver TO samplan_app;
CREATE POLICY plan_transition_read ON plan_transition FOR SELECT TO samplan_app USING (
  unit_id = app_unit() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND app_knows_place(p.child_id)));
CREATE POLICY plan_transition_add ON plan_transition FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND planned_by = app_person() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY plan_transition_change ON plan_transition FOR UPDATE TO samplan_app USING (
  unit_id = app_unit() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY plan_transition_receiver_read ON plan_transition_receiver FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM plan_transition t WHERE t.id = transition_id));
CREATE POLICY plan_transition_receiver_add ON plan_transition_receiver FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM plan_transition t WHERE t.id = transition_id AND t.unit_id = app_unit() AND t.state = 'planned'));
RESET ROLE;
