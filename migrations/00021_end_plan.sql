-- +goose Up
-- The end of the process: follow-up, revision, closing; who declined a plan; and what is over no longer changes.
SET ROLE samplan_owner;
ALTER TABLE plan ADD COLUMN followed_up_on date;
COMMENT ON COLUMN plan.followed_up_on IS 'When it was followed up last';
ALTER TABLE plan DROP CONSTRAINT plan_status_check, DROP CONSTRAINT plan_check,
  ADD CONSTRAINT plan_status_check CHECK (status IN ('noted', 'informed', 'consenting', 'preparing', 'called', 'met', 'established',
    'following-up', 'revised', 'closed', 'declined', 'no-need', 'withdrawn', 'moved', 'aged-out')),
  ADD CONSTRAINT plan_stands CHECK ((status IN ('established', 'following-up', 'revised', 'closed')) <= (established_on IS NOT NULL
    AND overall_responsible_id IS NOT NULL AND child_participation IS NOT NULL)),
  ADD CONSTRAINT plan_goes_on CHECK ((status = 'established') <= (next_follow_up_on IS NOT NULL AND next_follow_up_unit_id IS NOT NULL)),
  ADD CONSTRAINT plan_followed_up CHECK ((status IN ('following-up', 'revised', 'closed')) <= (followed_up_on IS NOT NULL));

ALTER TABLE plan_status_reason ADD COLUMN declined_by text CHECK (declined_by IN ('family', 'principal'));
COMMENT ON COLUMN plan_status_reason.declined_by IS 'The family or a principal, when the plan was declined (R4)';
COMMENT ON TABLE plan_status_reason IS 'Why a step was taken, in the words of the unit that took it: that domain''s own information, but for a principal''s refusal, which the family is told (R4)';
-- A refusal by a principal is a decision that the family is told, unless it may not know where the child is: words tell.
CREATE POLICY plan_status_reason_refusal ON plan_status_reason FOR SELECT TO samplan_app USING (
  declined_by = 'principal' AND EXISTS (SELECT FROM plan_status_change c JOIN plan p ON p.id = c.plan_id
    WHERE c.id = change_id AND p.id = ANY (app_family_plans()) AND app_knows_place(p.child_id)));

-- +goose StatementBegin
CREATE FUNCTION app_is_over(p_status text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT p_status IN ('closed', 'declined', 'no-need', 'withdrawn', 'moved', 'aged-out') $$;

-- What belongs to a plan that is over does not change; nor does what a domain wrote that has no part in it any longer, and
-- which is not told whether the plan is over. The plan's row is locked as a foreign key would, so that nobody writes while
-- somebody else ends it.
CREATE FUNCTION app_refuse_ended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_status text;
BEGIN
  SELECT p.status INTO v_status FROM plan p WHERE p.id = NEW.plan_id FOR KEY SHARE;
  IF app_is_over(v_status) OR TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'item' AND NOT EXISTS (SELECT FROM party y
      WHERE y.plan_id = NEW.plan_id AND y.state = 'accepted' AND y.unit_id = ANY (app_own_units())) THEN
    RAISE EXCEPTION 'the plan has ended' USING ERRCODE = 'SP001';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app_take_over(p_hand_over uuid, p_contact uuid, p_case uuid, p_worker uuid, p_step uuid, p_now timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_plan plan%ROWTYPE; v_by uuid;
BEGIN
  SELECT h.offered_by INTO v_by FROM hand_over h WHERE h.id = p_hand_over AND h.to_unit_id = app_unit() AND h.state = 'accepted';
  SELECT p.* INTO v_plan FROM hand_over h JOIN plan p ON p.id = h.plan_id
   WHERE h.id = p_hand_over AND h.to_unit_id = app_unit() AND h.state = 'accepted' FOR UPDATE OF p;
  IF NOT FOUND OR app_is_over(v_plan.status) THEN RETURN NULL; END IF;
  INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
    SELECT p_case, f.child_id, app_unit(), f.given_name, f.family_name, f.birth_date, 'hand-over of a plan', daterange(app_today(), NULL)
      FROM case_file f
     WHERE f.child_id = v_plan.child_id AND f.unit_id = v_plan.lead_unit_id AND f.valid @> app_today()
       AND NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = v_plan.child_id AND o.unit_id = app_unit() AND o.valid @> app_today());
  IF NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = v_plan.child_id AND o.unit_id = app_unit() AND o.valid @> app_today()) THEN
    RETURN NULL;
  END IF;
  INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
    SELECT p_worker, v_plan.child_id, app_unit(), p_contact, daterange(app_today(), NULL)
     WHERE NOT EXISTS (SELECT FROM case_worker w WHERE w.child_id = v_plan.child_id AND w.unit_id = app_unit()
                          AND w.person_id = p_contact AND w.valid @> app_today());
  INSERT INTO plan_status_change (id, plan_id, from_status, to_status, on_day, person_id, created_at)
    VALUES (p_step, v_plan.id, v_plan.status, 'moved', app_today(), v_by, p_now);
  UPDATE plan SET status = 'moved', version = version + 1 WHERE id = v_plan.id;
  RETURN v_plan.child_id;
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_is_over(text) IS 'Whether a plan''s process has ended (internal/plan/status.go)';
COMMENT ON FUNCTION app_refuse_ended() IS 'Refuses to change what belongs to a plan that is over';
REVOKE EXECUTE ON FUNCTION app_is_over(text), app_refuse_ended() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_is_over(text) TO samplan_app, samplan_fence;
-- A reorganisation still hands over what is over, and who may read it can still be decided: that changes no content.
CREATE TRIGGER item_open BEFORE INSERT OR UPDATE OF title, body ON item FOR EACH ROW
  WHEN (current_user = 'samplan_app') EXECUTE FUNCTION app_refuse_ended();
CREATE TRIGGER party_open BEFORE INSERT OR UPDATE ON party FOR EACH ROW
  WHEN (current_user = 'samplan_app' AND NEW.state NOT IN ('declined', 'left')) EXECUTE FUNCTION app_refuse_ended();
CREATE TRIGGER confirmation_open BEFORE INSERT ON confirmation FOR EACH ROW
  WHEN (current_user = 'samplan_app') EXECUTE FUNCTION app_refuse_ended();
CREATE TRIGGER plan_version_open BEFORE INSERT ON plan_version FOR EACH ROW
  WHEN (current_user = 'samplan_app') EXECUTE FUNCTION app_refuse_ended();
ALTER FUNCTION app_refuse_ended() OWNER TO samplan_fence;
RESET ROLE;
