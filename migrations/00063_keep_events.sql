-- +goose Up
-- What has happened, for the systems of a principal that have no person behind them: kinds and ids, nothing else. An event is
-- written by the change itself, in its transaction. Who is told of it is not kept: it is asked anew each time events are
-- delivered, as the units of the client see things then.
SET ROLE samplan_owner;
ALTER TABLE client ADD event_unit_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(event_unit_ids) <= 20),
  ADD cursor_key uuid NOT NULL DEFAULT gen_random_uuid();
COMMENT ON COLUMN client.event_unit_ids IS 'Units as which it is told of events, as far as they belong to the principal today';
COMMENT ON COLUMN client.cursor_key IS 'Hides where in the order of all events the client has come to';
GRANT UPDATE (event_unit_ids) ON client TO samplan_app;

CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
COMMENT ON FUNCTION app_now() IS 'The moment of the request, by the clock of the service';
REVOKE EXECUTE ON FUNCTION app_now() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_now() TO samplan_app, samplan_fence;

CREATE TABLE event (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('plan-established', 'plan-ended', 'version-dispatched', 'plan-access-opened', 'plan-access-ended',
    'call-received', 'call-answered', 'meeting-booked', 'meeting-changed', 'meeting-cancelled', 'meeting-closed',
    'decision-asked', 'decision-answered', 'decision-cancelled', 'plan-request-received', 'plan-request-answered', 'plan-request-withdrawn')),
  about_id uuid NOT NULL,
  plan_id uuid REFERENCES plan ON DELETE CASCADE,
  through_id uuid,
  at timestamptz NOT NULL DEFAULT app_now(),
  kept_at timestamptz NOT NULL DEFAULT now(),
  written bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  position bigint UNIQUE
);
CREATE SEQUENCE event_position;
CREATE INDEX event_about ON event (about_id, position);
CREATE INDEX event_plan ON event (plan_id);
CREATE INDEX event_age ON event (kept_at);
CREATE INDEX event_unplaced ON event (written) WHERE position IS NULL;
COMMENT ON TABLE event IS 'What has happened: what kind of thing, to what. Who is told is asked when it is delivered';
COMMENT ON COLUMN event.id IS 'Identity; drawn by lot, so that it tells nothing of what came between';
COMMENT ON COLUMN event.kind IS 'What happened (internal/event/kind.go)';
COMMENT ON COLUMN event.about_id IS 'What it is about: a plan, call, meeting, decision or request';
COMMENT ON COLUMN event.plan_id IS 'The plan that this belongs to; none for a request';
COMMENT ON COLUMN event.through_id IS 'The consent by which it came, which must be seen too';
COMMENT ON COLUMN event.at IS 'When, by the clock of the service';
COMMENT ON COLUMN event.kept_at IS 'Since when it is kept, by the clock of the database';
COMMENT ON COLUMN event.written IS 'In which order events were written';
COMMENT ON COLUMN event.position IS 'Where it stands among all events; given once it is committed, so that none comes before one that was delivered. Never shown';

-- +goose StatementBegin
CREATE FUNCTION app_happened(p_kind text, p_about uuid, p_plan uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO event (kind, about_id, plan_id) VALUES (p_kind, p_about, p_plan) $$;

CREATE FUNCTION app_event_of_plan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.to_status = 'established' OR app_is_over(NEW.to_status) THEN
    PERFORM app_happened(CASE WHEN NEW.to_status = 'established' THEN 'plan-established' ELSE 'plan-ended' END, NEW.plan_id, NEW.plan_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app_event_of_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app_happened('version-dispatched', NEW.plan_id, NEW.plan_id);
  RETURN NULL;
END $$;

-- A consent opens, once, when the last one who is asked has given it, which may be as it is recorded: what the transaction has
-- made of it is looked at when it is whole. It closes again when it is withdrawn.
CREATE FUNCTION app_event_of_consent(p_kind text, p_consent uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO event (kind, about_id, plan_id, through_id)
  SELECT p_kind, p.id, p.id, c.id FROM consent c JOIN plan p ON p.child_id = c.child_id
   WHERE c.id = p_consent AND c.kind = 'share' AND NOT app_is_over(p.status)
     AND NOT EXISTS (SELECT FROM event e WHERE e.about_id = p.id AND e.kind = p_kind AND e.through_id = c.id) ORDER BY p.id $$;

CREATE FUNCTION app_event_of_giver() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM consent_in_force f WHERE f.id = NEW.consent_id) THEN
    PERFORM app_event_of_consent('plan-access-opened', NEW.consent_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app_event_of_withdrawal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app_event_of_consent('plan-access-ended', NEW.id);
  RETURN NULL;
END $$;

CREATE FUNCTION app_event_of_call() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_plan uuid;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state OR NEW.state NOT IN ('waiting', 'accepted', 'declined') THEN RETURN NULL; END IF;
  SELECT c.plan_id INTO v_plan FROM call c WHERE c.id = NEW.call_id;
  IF NEW.state = 'waiting' THEN
    PERFORM app_happened('call-received', NEW.id, v_plan);
  ELSE
    PERFORM app_happened('call-answered', NEW.call_id, v_plan);
  END IF;
  RETURN NULL;
END $$;

-- Of a change of a meeting nothing is told but what everybody sees of it: not the place, and not who leads it.
CREATE FUNCTION app_event_of_meeting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM app_happened('meeting-booked', NEW.id, NEW.plan_id);
  ELSIF NEW.state <> OLD.state THEN
    PERFORM app_happened(CASE NEW.state WHEN 'cancelled' THEN 'meeting-cancelled' ELSE 'meeting-closed' END, NEW.id, NEW.plan_id);
  ELSIF (NEW.starts_at, NEW.ends_at, NEW.way) IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.way) THEN
    PERFORM app_happened('meeting-changed', NEW.id, NEW.plan_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app_event_of_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.unit_id IS NULL OR TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN RETURN NULL; END IF;
  IF NEW.state IN ('proposed', 'open') THEN
    PERFORM app_happened('decision-asked', NEW.item_id, NEW.plan_id);
  ELSIF NEW.state = 'cancelled' THEN
    PERFORM app_happened('decision-cancelled', NEW.item_id, NEW.plan_id);
  ELSIF NEW.state <> 'noted' THEN
    PERFORM app_happened('decision-answered', NEW.item_id, NEW.plan_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app_event_of_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN RETURN NULL; END IF;
  IF NEW.state = 'received' THEN
    PERFORM app_happened('plan-request-received', NEW.id, NULL);
  ELSIF NEW.state = 'withdrawn' THEN
    PERFORM app_happened('plan-request-withdrawn', NEW.id, NULL);
  ELSIF NEW.state <> 'assessing' THEN
    PERFORM app_happened('plan-request-answered', NEW.id, NULL);
  END IF;
  RETURN NULL;
END $$;

-- Gives the events that were committed meanwhile their positions. Whoever does so at the same moment waits for the other: so no
-- event ever gets a position before one that somebody has been told of.
CREATE FUNCTION app_place_events() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_event uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM event e WHERE e.position IS NULL) THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('event', 5426));
  FOR v_event IN SELECT e.id FROM event e WHERE e.position IS NULL ORDER BY e.written LOOP
    UPDATE event SET position = nextval('event_position') WHERE id = v_event;
  END LOOP;
END $$;

-- The units as which the client that asks is told of events: those that its principal named, as far as they are the principal's
-- today. Reorganisations that are due come first.
CREATE FUNCTION app_subscribed_units() RETURNS TABLE(unit_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM reorganisation r WHERE r.status = 'decided' AND r.takes_effect_on <= app_today()) THEN
    PERFORM app_apply_due(app_today());
  END IF;
  RETURN QUERY SELECT q.unit_id FROM client c JOIN unit_place q ON q.unit_id = ANY (c.event_unit_ids) AND q.valid @> app_today()
    JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
   WHERE c.id = app_system() AND a.principal_id = c.principal_id ORDER BY q.unit_id;
END $$;

-- Looks at things as one of those units does, without any person. Any other unit sees nothing.
CREATE FUNCTION app_look_as(p_unit uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_branch uuid;
BEGIN
  SELECT q.branch_id INTO v_branch FROM unit_place q
   WHERE q.unit_id = p_unit AND q.valid @> app_today() AND p_unit IN (SELECT s.unit_id FROM app_subscribed_units() s);
  PERFORM set_config('app.unit', CASE WHEN v_branch IS NULL THEN '' ELSE p_unit::text END, true), set_config('app.branch', coalesce(v_branch::text, ''), true),
    set_config('app.own_units', coalesce((SELECT array_agg(q.unit_id)::text FROM unit_place q WHERE q.branch_id = v_branch AND q.valid @> app_today()), ''), true);
END $$;

CREATE FUNCTION app_weed_events(p_most int, p_days int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_gone bigint;
BEGIN
  DELETE FROM event e USING (SELECT o.id FROM event o WHERE o.kept_at < now() - make_interval(days => p_days) ORDER BY o.kept_at LIMIT p_most) o WHERE e.id = o.id;
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  RETURN v_gone;
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_happened(text, uuid, uuid) IS 'Keeps that something happened';
COMMENT ON FUNCTION app_event_of_plan() IS 'Trigger: a plan is established, or over';
COMMENT ON FUNCTION app_event_of_version() IS 'Trigger: a version is dispatched';
COMMENT ON FUNCTION app_event_of_consent(text, uuid) IS 'Keeps that a consent opened or closed something in the plans of its child';
COMMENT ON FUNCTION app_event_of_giver() IS 'Trigger: a consent is in force';
COMMENT ON FUNCTION app_event_of_withdrawal() IS 'Trigger: a consent is withdrawn';
COMMENT ON FUNCTION app_event_of_call() IS 'Trigger: a call is received, or answered';
COMMENT ON FUNCTION app_event_of_meeting() IS 'Trigger: a meeting is booked, moved, cancelled or closed';
COMMENT ON FUNCTION app_event_of_decision() IS 'Trigger: a unit is asked by a decision, or has answered, or is not asked any longer';
COMMENT ON FUNCTION app_event_of_request() IS 'Trigger: a request for a plan is received, answered or withdrawn';
COMMENT ON FUNCTION app_place_events() IS 'Puts the events that are committed in their order';
COMMENT ON FUNCTION app_subscribed_units() IS 'The units as which the client that asks is told of events';
COMMENT ON FUNCTION app_look_as(uuid) IS 'Looks at things as such a unit does';
COMMENT ON FUNCTION app_weed_events(int, int) IS 'Removes events that are older than so many days';

CREATE TRIGGER plan_status_change_event AFTER INSERT ON plan_status_change FOR EACH ROW EXECUTE FUNCTION app_event_of_plan();
CREATE TRIGGER plan_version_event AFTER INSERT ON plan_version FOR EACH ROW EXECUTE FUNCTION app_event_of_version();
CREATE CONSTRAINT TRIGGER consent_giver_event AFTER INSERT OR UPDATE ON consent_giver DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.answer = 'given') EXECUTE FUNCTION app_event_of_giver();
CREATE TRIGGER consent_event AFTER UPDATE ON consent FOR EACH ROW
  WHEN (NEW.withdrawn_on IS NOT NULL AND OLD.withdrawn_on IS NULL) EXECUTE FUNCTION app_event_of_withdrawal();
CREATE TRIGGER call_addressee_event AFTER INSERT OR UPDATE ON call_addressee FOR EACH ROW EXECUTE FUNCTION app_event_of_call();
CREATE TRIGGER meeting_event AFTER INSERT OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION app_event_of_meeting();
CREATE TRIGGER decision_event AFTER INSERT OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION app_event_of_decision();
CREATE TRIGGER plan_request_event AFTER INSERT OR UPDATE ON plan_request FOR EACH ROW EXECUTE FUNCTION app_event_of_request();

ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
CREATE POLICY event_fence ON event TO samplan_fence USING (true);
CREATE POLICY event_read ON event FOR SELECT TO samplan_app USING (app_system() IS NOT NULL AND app_unit() IS NOT NULL AND (
  EXISTS (SELECT FROM plan p WHERE p.id = plan_id)
  OR EXISTS (SELECT FROM call_addressee a WHERE a.id = about_id AND a.unit_id = app_unit())
  OR EXISTS (SELECT FROM plan_request q WHERE q.id = about_id AND q.unit_id = app_unit())));
GRANT SELECT, INSERT, DELETE ON event TO samplan_fence;
GRANT UPDATE (position) ON event TO samplan_fence;
GRANT USAGE ON SEQUENCE event_position TO samplan_fence;
GRANT SELECT ON event TO samplan_app;
-- +goose StatementBegin
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_happened(text, uuid, uuid)', 'app_event_of_plan()', 'app_event_of_version()', 'app_event_of_consent(text, uuid)',
      'app_event_of_giver()', 'app_event_of_withdrawal()', 'app_event_of_call()', 'app_event_of_meeting()', 'app_event_of_decision()',
      'app_event_of_request()', 'app_place_events()', 'app_subscribed_units()', 'app_look_as(uuid)', 'app_weed_events(int, int)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_place_events()', 'app_subscribed_units()', 'app_look_as(uuid)', 'app_weed_events(int, int)'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_app', f);
  END LOOP;
END $$;
-- +goose StatementEnd
RESET ROLE;
