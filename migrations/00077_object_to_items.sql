-- +goose Up
-- What somebody thinks is wrong in an item ("uppgift felaktig", R60; SoL 14:6, PDL 3:8, LSS 21 b). It stands beside the item, whose
-- words stay, and has no visibility of its own: who may read the item may read this, in every copy. The one exception is for the
-- child: what it asks to keep from its guardians, or the holder of the item keeps from them, is theirs to read no more than that it
-- is there (OSL 12:3, R27).
SET ROLE samplan_owner;
CREATE TABLE objection (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES item,
  speaker text NOT NULL CHECK (speaker IN ('guardian', 'child')),
  by_staff boolean NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  body free_text NOT NULL,
  made_on date NOT NULL,
  is_kept boolean NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX objection_item ON objection (item_id);
CREATE TABLE objection_decision (
  objection_id uuid PRIMARY KEY REFERENCES objection,
  outcome text NOT NULL CHECK (outcome IN ('corrected', 'stands')),
  correction free_text,
  reason reason_text NOT NULL,
  decided_by uuid NOT NULL REFERENCES person,
  decided_on date NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK ((outcome = 'corrected') = (correction IS NOT NULL))
);
CREATE TABLE objection_keeping (
  id uuid PRIMARY KEY,
  objection_id uuid NOT NULL REFERENCES objection,
  is_kept boolean NOT NULL,
  reason reason_text NOT NULL,
  decided_by uuid NOT NULL REFERENCES person,
  decided_on date NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX objection_keeping_objection ON objection_keeping (objection_id, created_at);
CREATE TRIGGER objection_columns BEFORE UPDATE ON objection FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'item_id', 'speaker', 'by_staff', 'person_id', 'body', 'made_on', 'created_at');
CREATE TRIGGER objection_kept BEFORE DELETE ON objection FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER objection_decision_kept BEFORE UPDATE OR DELETE ON objection_decision FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER objection_keeping_kept BEFORE UPDATE OR DELETE ON objection_keeping FOR EACH ROW EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- Of which item an objection is. The id alone is told, and to the server alone, which reads the item through its walls next, as
-- app_open_plan does with any item.
CREATE FUNCTION app_objected_item(p_objection uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.item_id FROM objection o WHERE o.id = p_objection $$;

-- When an item is copied, what stands beside it is copied too. It reads nothing out; app_carry_objections and app_take_intervention
-- say which may be copied.
CREATE FUNCTION app_copy_objection(p_from uuid, p_new uuid, p_item uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO objection (id, item_id, speaker, by_staff, person_id, body, made_on, is_kept, created_at)
    SELECT p_new, p_item, o.speaker, o.by_staff, o.person_id, o.body, o.made_on, o.is_kept, o.created_at FROM objection o WHERE o.id = p_from;
  INSERT INTO objection_decision (objection_id, outcome, correction, reason, decided_by, decided_on, created_at)
    SELECT p_new, d.outcome, d.correction, d.reason, d.decided_by, d.decided_on, d.created_at FROM objection_decision d WHERE d.objection_id = p_from;
  INSERT INTO objection_keeping (id, objection_id, is_kept, reason, decided_by, decided_on, created_at)
    SELECT gen_random_uuid(), p_new, k.is_kept, k.reason, k.decided_by, k.decided_on, k.created_at FROM objection_keeping k WHERE k.objection_id = p_from $$;

-- Between items that the own unit holds both: what it copies from one plan of its own to another.
CREATE FUNCTION app_carry_objections(p_from uuid[], p_new uuid[], p_items uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app_copy_objection(o.id, c.new_id, t.id) FROM unnest(p_from, p_new, p_items) c (from_id, new_id, to_id)
    JOIN objection o ON o.id = c.from_id JOIN item f ON f.id = o.item_id AND f.owner_unit_id = app_unit()
    JOIN item t ON t.id = c.to_id AND t.owner_unit_id = app_unit() $$;

-- What stands beside the items that an emergency access opens; of those alone (app_emergency_items).
CREATE FUNCTION app_emergency_objections(p_access uuid, p_assignment uuid, p_now timestamptz)
RETURNS TABLE (item_id uuid, id uuid, speaker text, by_staff boolean, body text, made_on date, is_kept boolean, outcome text, correction text, reason text, decided_on date, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.item_id, o.id, o.speaker, o.by_staff, o.body::text, o.made_on, o.is_kept, d.outcome, d.correction::text, d.reason::text, d.decided_on, o.created_at
    FROM app_emergency_items(p_access, p_assignment, p_now) i JOIN objection o ON o.item_id = i.id LEFT JOIN objection_decision d ON d.objection_id = o.id $$;

DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['objection', 'objection_decision', 'objection_keeping'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app, samplan_fence', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_fence WITH CHECK (true)', t || '_fence_add', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_objected_item(uuid)', 'app_copy_objection(uuid, uuid, uuid)', 'app_carry_objections(uuid[], uuid[], uuid[])',
      'app_emergency_objections(uuid, uuid, timestamptz)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT UPDATE (is_kept) ON objection TO samplan_app;
CREATE POLICY objection_read ON objection FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM item i WHERE i.id = item_id
  AND (NOT is_kept OR app_unit() IS NOT NULL OR objection.person_id = app_person() OR i.plan_id = ANY ((SELECT app_self_plans())::uuid[]))));
CREATE POLICY objection_add ON objection FOR INSERT TO samplan_app WITH CHECK (person_id = app_person() AND by_staff = (app_unit() IS NOT NULL)
  AND EXISTS (SELECT FROM item i WHERE i.id = item_id AND CASE WHEN by_staff THEN i.owner_unit_id = app_unit()
    ELSE (speaker = 'child') = (i.plan_id = ANY ((SELECT app_self_plans())::uuid[])) AND (NOT is_kept OR speaker = 'child') END));
CREATE POLICY objection_change ON objection FOR UPDATE TO samplan_app USING (EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
CREATE POLICY objection_decision_read ON objection_decision FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM objection o WHERE o.id = objection_id));
CREATE POLICY objection_decision_add ON objection_decision FOR INSERT TO samplan_app WITH CHECK (decided_by = app_person()
  AND EXISTS (SELECT FROM objection o JOIN item i ON i.id = o.item_id WHERE o.id = objection_id AND i.owner_unit_id = app_unit()));
CREATE POLICY objection_keeping_read ON objection_keeping FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM objection o JOIN item i ON i.id = o.item_id WHERE o.id = objection_id AND i.owner_unit_id = ANY ((SELECT app_own_units())::uuid[])));
CREATE POLICY objection_keeping_add ON objection_keeping FOR INSERT TO samplan_app WITH CHECK (decided_by = app_person()
  AND EXISTS (SELECT FROM objection o JOIN item i ON i.id = o.item_id WHERE o.id = objection_id
    AND (i.owner_unit_id = app_unit() OR app_unit() IS NULL AND objection_keeping.is_kept AND o.is_kept AND o.person_id = app_person())));

COMMENT ON TABLE objection IS 'Uppgift felaktig (R60): what a guardian or the child thinks is wrong in an item, in every copy of it';
COMMENT ON COLUMN objection.id IS 'Identity';
COMMENT ON COLUMN objection.item_id IS 'The item, which is not changed';
COMMENT ON COLUMN objection.speaker IS 'Whose objection it is';
COMMENT ON COLUMN objection.by_staff IS 'Somebody of the unit that holds the item took it down';
COMMENT ON COLUMN objection.person_id IS 'Who wrote it';
COMMENT ON COLUMN objection.body IS 'What is wrong, in the person''s own words';
COMMENT ON COLUMN objection.made_on IS 'The day';
COMMENT ON COLUMN objection.is_kept IS 'Guardians other than who wrote it are not told (OSL 12:3)';
COMMENT ON COLUMN objection.created_at IS 'The instant';
COMMENT ON TABLE objection_decision IS 'What the holder of the item decided; never changed';
COMMENT ON COLUMN objection_decision.objection_id IS 'The objection';
COMMENT ON COLUMN objection_decision.outcome IS 'Corrected beside, or the item stands';
COMMENT ON COLUMN objection_decision.correction IS 'What is right instead';
COMMENT ON COLUMN objection_decision.reason IS 'Why';
COMMENT ON COLUMN objection_decision.decided_by IS 'Who decided';
COMMENT ON COLUMN objection_decision.decided_on IS 'When';
COMMENT ON COLUMN objection_decision.created_at IS 'The instant';
COMMENT ON TABLE objection_keeping IS 'Why an objection is kept from guardians, or no longer; the last one counts, the holder''s domain alone reads it';
COMMENT ON COLUMN objection_keeping.id IS 'Identity';
COMMENT ON COLUMN objection_keeping.objection_id IS 'The objection';
COMMENT ON COLUMN objection_keeping.is_kept IS 'Whether it is kept from now on';
COMMENT ON COLUMN objection_keeping.reason IS 'Why';
COMMENT ON COLUMN objection_keeping.decided_by IS 'Who decided, or the child that asked';
COMMENT ON COLUMN objection_keeping.decided_on IS 'When';
COMMENT ON COLUMN objection_keeping.created_at IS 'The instant';
RESET ROLE;
SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_take_intervention(p_offer uuid, p_new uuid, p_contact text) RETURNS void
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
  PERFORM app_copy_objection(b.id, gen_random_uuid(), p_new) FROM objection b WHERE b.item_id = v.id;
  PERFORM app_drop_confirmations(v.id);
  PERFORM app_drop_confirmations(p_new);
  UPDATE item i SET ends_on = greatest(coalesce(i.starts_on, v_from - 1), v_from - 1), version = i.version + 1,
    status = CASE WHEN v_from <= app_today() THEN 'done' ELSE i.status END WHERE i.id = v.id;
END $$;
-- +goose StatementEnd
GRANT EXECUTE ON FUNCTION app_objected_item(uuid), app_carry_objections(uuid[], uuid[], uuid[]), app_emergency_objections(uuid, uuid, timestamptz) TO samplan_app;
COMMENT ON FUNCTION app_objected_item(uuid) IS 'Of which item an objection is';
COMMENT ON FUNCTION app_copy_objection(uuid, uuid, uuid) IS 'Copies what stands beside an item to a copy of it';
COMMENT ON FUNCTION app_carry_objections(uuid[], uuid[], uuid[]) IS 'Does so between items of the own unit';
COMMENT ON FUNCTION app_emergency_objections(uuid, uuid, timestamptz) IS 'What stands beside the items of an emergency access';
RESET ROLE;
