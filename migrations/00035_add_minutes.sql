-- +goose Up
-- Minutes of meetings (minnesanteckningar): each point is an item, with owner, category and visibility like any other. Until
-- it is settled (justerad) it is for the writing unit alone; then it is not changed: a correction is added beside it. What a
-- point decided has a life of its own, in a table of its own: that something is asked of a unit is told that unit, what it
-- says only through the walls of its item.
SET ROLE samplan_owner;
ALTER TABLE item DROP CONSTRAINT item_kind_check, DROP CONSTRAINT item_words,
  ADD CONSTRAINT item_words CHECK (CASE kind
    WHEN 'goal' THEN body IS NOT NULL AND horizon IS NOT NULL
    WHEN 'intervention' THEN title IS NOT NULL AND status IS NOT NULL
    WHEN 'attachment' THEN title IS NOT NULL
    WHEN 'note' THEN body IS NOT NULL AND visibility IN ('unit', 'named')
    WHEN 'observation' THEN body IS NOT NULL AND sort IS NOT NULL AND area IS NOT NULL
    WHEN 'child-view' THEN body IS NOT NULL AND form IS NOT NULL AND category = 'child-voice'
    WHEN 'plan-evaluation' THEN body IS NOT NULL
    WHEN 'minute' THEN body IS NOT NULL
    ELSE body IS NOT NULL AND category = 'views' END),
  ADD CONSTRAINT item_kind_check CHECK (kind IN ('goal', 'intervention', 'note', 'observation', 'child-view', 'disagreement', 'plan-evaluation', 'attachment', 'minute'));
CREATE TABLE minute (
  item_id uuid PRIMARY KEY REFERENCES item,
  meeting_id uuid NOT NULL REFERENCES meeting,
  meant_for text NOT NULL CHECK (meant_for IN ('unit', 'parties', 'family')),
  outcome text CHECK (outcome IN ('intervention', 'task', 'none')),
  unit_id uuid REFERENCES unit,
  person_id uuid REFERENCES person,
  due_on date,
  settled_on date,
  CHECK ((unit_id IS NOT NULL) = (coalesce(outcome, 'none') <> 'none')),
  CHECK (unit_id IS NOT NULL OR person_id IS NULL AND due_on IS NULL),
  CHECK (outcome <> 'task' OR due_on IS NOT NULL)
);
CREATE INDEX minute_meeting ON minute (meeting_id);
CREATE TABLE minute_correction (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES minute,
  text free_text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  corrected_on date NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX minute_correction_item ON minute_correction (item_id, created_at);
CREATE TABLE decision (
  item_id uuid PRIMARY KEY REFERENCES minute,
  plan_id uuid NOT NULL REFERENCES plan,
  outcome text NOT NULL CHECK (outcome IN ('intervention', 'task', 'none')),
  unit_id uuid REFERENCES unit,
  person_id uuid REFERENCES person,
  due_on date,
  state text NOT NULL CHECK (state IN ('noted', 'proposed', 'accepted', 'declined', 'open', 'done', 'not-done', 'cancelled')),
  decided_on date NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (CASE outcome WHEN 'none' THEN state = 'noted' AND unit_id IS NULL
    WHEN 'intervention' THEN state IN ('proposed', 'accepted', 'declined', 'cancelled') AND unit_id IS NOT NULL
    ELSE state IN ('open', 'done', 'not-done', 'cancelled') AND unit_id IS NOT NULL END)
);
CREATE INDEX decision_unit ON decision (unit_id) WHERE state IN ('proposed', 'open');
CREATE INDEX decision_plan ON decision (plan_id);
CREATE TABLE decision_answer (
  item_id uuid PRIMARY KEY REFERENCES decision,
  text reason_text,
  intervention_id uuid REFERENCES item,
  person_id uuid NOT NULL REFERENCES person,
  answered_on date NOT NULL
);
CREATE TRIGGER minute_columns BEFORE UPDATE ON minute FOR EACH ROW EXECUTE FUNCTION keep_columns('item_id', 'meeting_id');
CREATE TRIGGER minute_settled BEFORE UPDATE ON minute FOR EACH ROW WHEN (OLD.settled_on IS NOT NULL) EXECUTE FUNCTION keep_row();
CREATE TRIGGER minute_kept BEFORE DELETE ON minute FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER minute_correction_kept BEFORE UPDATE OR DELETE ON minute_correction FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER decision_columns BEFORE UPDATE ON decision FOR EACH ROW
  EXECUTE FUNCTION keep_columns('item_id', 'plan_id', 'outcome', 'person_id', 'due_on', 'decided_on');
CREATE TRIGGER decision_unit BEFORE UPDATE ON decision FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER decision_answered BEFORE UPDATE ON decision FOR EACH ROW
  WHEN (OLD.state NOT IN ('proposed', 'open') AND current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();
CREATE TRIGGER decision_kept BEFORE DELETE ON decision FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER decision_answer_kept BEFORE UPDATE OR DELETE ON decision_answer FOR EACH ROW EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- What is settled keeps its words: a correction is added beside them (R46). For whom it is may still be narrowed.
CREATE FUNCTION app_keep_minute() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM minute n WHERE n.item_id = OLD.id AND n.settled_on IS NOT NULL) THEN
    RAISE EXCEPTION 'minutes that are settled are not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Whether the caller holds the pen at a meeting: the own unit leads the plan, or the caller leads the meeting or is leader or
-- secretary of the plan today, for a unit that takes part.
CREATE FUNCTION app_chairs(p_meeting uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = p_meeting AND (p.lead_unit_id = app_unit()
    OR EXISTS (SELECT FROM meeting_leader d WHERE d.meeting_id = m.id AND app_person() = ANY (d.person_ids))
    OR EXISTS (SELECT FROM role_holder h JOIN party y ON y.id = h.party_id WHERE h.plan_id = p.id AND h.person_id = app_person()
      AND y.unit_id = app_unit() AND y.state = 'accepted' AND h.role IN ('leader', 'secretary')
      AND h.starts_on <= app_today() AND (h.ends_on IS NULL OR h.ends_on >= app_today())))) $$;

-- Keeps others from writing at the same meeting until the commit.
CREATE FUNCTION app_lock_meeting(p_meeting uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT 1 FROM meeting m WHERE m.id = p_meeting AND app_chairs(p_meeting) FOR UPDATE $$;

-- When a reorganisation hands over what a unit holds, what it was asked to do goes along.
CREATE FUNCTION app_hand_over_decisions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE decision d SET unit_id = NEW.to_unit_id, version = d.version + 1
    FROM plan p WHERE p.id = d.plan_id AND p.child_id = NEW.child_id AND d.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER item_minute BEFORE UPDATE ON item FOR EACH ROW
  WHEN (OLD.kind = 'minute' AND (OLD.title, OLD.body, OLD.category) IS DISTINCT FROM (NEW.title, NEW.body, NEW.category)) EXECUTE FUNCTION app_keep_minute();
CREATE TRIGGER reorganisation_case_decisions AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_decisions();
ALTER FUNCTION app_keep_minute() OWNER TO samplan_fence;
ALTER FUNCTION app_chairs(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_lock_meeting(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_hand_over_decisions() OWNER TO samplan_fence;

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['minute', 'minute_correction', 'decision', 'decision_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
END $$;
-- +goose StatementEnd
-- Who may read the point may read what was decided, and how it was corrected.
CREATE POLICY minute_read ON minute FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM item i WHERE i.id = item_id));
CREATE POLICY minute_add ON minute FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.kind = 'minute' AND i.owner_unit_id = app_unit()) AND app_chairs(meeting_id));
CREATE POLICY minute_change ON minute FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()) AND app_chairs(meeting_id));
CREATE POLICY minute_fence ON minute FOR SELECT TO samplan_fence USING (true);
CREATE POLICY minute_correction_read ON minute_correction FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM item i WHERE i.id = item_id));
CREATE POLICY minute_correction_add ON minute_correction FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND EXISTS (SELECT FROM minute n JOIN item i ON i.id = n.item_id
    WHERE n.item_id = minute_correction.item_id AND n.settled_on IS NOT NULL AND i.owner_unit_id = app_unit()));
CREATE POLICY decision_read ON decision FOR SELECT TO samplan_app USING (unit_id = app_unit() OR EXISTS (SELECT FROM item i WHERE i.id = item_id));
CREATE POLICY decision_add ON decision FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.plan_id = decision.plan_id AND i.owner_unit_id = app_unit()));
CREATE POLICY decision_change ON decision FOR UPDATE TO samplan_app USING (
  unit_id = app_unit() OR EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
CREATE POLICY decision_fence ON decision FOR SELECT TO samplan_fence USING (true);
CREATE POLICY decision_fence_change ON decision FOR UPDATE TO samplan_fence USING (true);
-- What was answered is for the unit that was asked and the one that wrote.
CREATE POLICY decision_answer_read ON decision_answer FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM decision d WHERE d.item_id = decision_answer.item_id AND d.unit_id = app_unit())
  OR EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
CREATE POLICY decision_answer_add ON decision_answer FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND (EXISTS (SELECT FROM decision d WHERE d.item_id = decision_answer.item_id AND d.unit_id = app_unit())
    OR intervention_id IS NULL AND EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit())));
CREATE POLICY meeting_leader_fence ON meeting_leader FOR SELECT TO samplan_fence USING (true);
CREATE POLICY meeting_leader_self ON meeting_leader FOR SELECT TO samplan_app USING (
  app_person() = ANY (person_ids) AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id));
GRANT UPDATE (meant_for, outcome, unit_id, person_id, due_on, settled_on) ON minute TO samplan_app;
GRANT UPDATE (state, version) ON decision TO samplan_app;
GRANT SELECT ON minute, decision, meeting_leader TO samplan_fence;
GRANT UPDATE (unit_id, version) ON decision TO samplan_fence;

COMMENT ON TABLE item IS 'Goal, intervention, note, observation, the child''s words, disagreement, evaluation of the plan, attachment or point of minutes; the unit of secrecy (R21)';
COMMENT ON TABLE minute IS 'What an item of kind minute is: a point of the minutes of a meeting, and what it decided; who may read the item may read this';
COMMENT ON COLUMN minute.item_id IS 'The item; its title is the heading';
COMMENT ON COLUMN minute.meeting_id IS 'The meeting';
COMMENT ON COLUMN minute.meant_for IS 'The visibility that the item gets when it is settled';
COMMENT ON COLUMN minute.outcome IS 'What the decision leads to, when the point is one: an intervention, a task, or nothing more';
COMMENT ON COLUMN minute.unit_id IS 'The unit that is to do it';
COMMENT ON COLUMN minute.person_id IS 'Who of it';
COMMENT ON COLUMN minute.due_on IS 'Until when';
COMMENT ON COLUMN minute.settled_on IS 'When it was settled; from then on it is not changed';
COMMENT ON TABLE minute_correction IS 'A correction of a settled point, added beside it; who may read the point may read this. Never changed';
COMMENT ON COLUMN minute_correction.id IS 'Identity';
COMMENT ON COLUMN minute_correction.item_id IS 'The point';
COMMENT ON COLUMN minute_correction.text IS 'What is right';
COMMENT ON COLUMN minute_correction.person_id IS 'Who corrected it';
COMMENT ON COLUMN minute_correction.corrected_on IS 'When';
COMMENT ON COLUMN minute_correction.created_at IS 'When it was written';
COMMENT ON TABLE decision IS 'The life of what a settled point decided: for its readers, and the unit that is asked, which thereby does not learn what it says';
COMMENT ON COLUMN decision.item_id IS 'The point';
COMMENT ON COLUMN decision.plan_id IS 'The plan';
COMMENT ON COLUMN decision.outcome IS 'An intervention, a task, or nothing more';
COMMENT ON COLUMN decision.unit_id IS 'The unit that is to do it, or that has it after a reorganisation';
COMMENT ON COLUMN decision.person_id IS 'Who of it';
COMMENT ON COLUMN decision.due_on IS 'Until when';
COMMENT ON COLUMN decision.state IS 'Noted; proposed, then accepted or declined; open, then done or not; or cancelled by the unit that wrote it';
COMMENT ON COLUMN decision.decided_on IS 'When the point was settled';
COMMENT ON COLUMN decision.version IS 'Counts changes';
COMMENT ON TABLE decision_answer IS 'How a decision was answered or cancelled: for the unit that was asked and the one that wrote. Never changed';
COMMENT ON COLUMN decision_answer.item_id IS 'The decision';
COMMENT ON COLUMN decision_answer.text IS 'Reason, or what is said of it';
COMMENT ON COLUMN decision_answer.intervention_id IS 'The intervention of the unit that accepted';
COMMENT ON COLUMN decision_answer.person_id IS 'Who answered';
COMMENT ON COLUMN decision_answer.answered_on IS 'When';
COMMENT ON FUNCTION app_keep_minute() IS 'Trigger: settled minutes keep their words';
COMMENT ON FUNCTION app_chairs(uuid) IS 'Whether the caller may write at a meeting';
COMMENT ON FUNCTION app_lock_meeting(uuid) IS 'Lets one write at a meeting at a time';
COMMENT ON FUNCTION app_hand_over_decisions() IS 'Trigger: what a unit was asked to do follows the case';
RESET ROLE;
SET ROLE samplan_fence;
-- Minutes are no part of the plan that is dispatched; they are a document of their own.
CREATE OR REPLACE FUNCTION app_dispatch(p_plan uuid, p_version uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO plan_version_item (version_id, item_id, title, body, horizon, goal_id, outside_actor, contact_name, starts_on, ends_on, status, form,
         area, sort, spoken_by, catalogue_id)
  SELECT p_version, i.id, i.title, i.body, i.horizon, i.goal_id, i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.status, i.form,
         i.area, i.sort, i.spoken_by, i.catalogue_id
    FROM item i JOIN plan p ON p.id = i.plan_id
   WHERE i.plan_id = p_plan AND p.lead_unit_id = app_unit() AND i.visibility IN ('parties', 'family') AND i.kind <> 'minute' $$;
REVOKE EXECUTE ON FUNCTION app_keep_minute(), app_chairs(uuid), app_lock_meeting(uuid), app_hand_over_decisions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_chairs(uuid), app_lock_meeting(uuid) TO samplan_app;
RESET ROLE;
