-- +goose Up
-- Every request enters, so what entering costs is paid each time (quality P1, P2). It finds the person first, then that person's assignments,
-- and then the units of the one domain that was chosen; in one statement the planner went through everybody's. The rules stay as they are.
SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_enter_staff(p_issuer text, p_subject text, p_assignment uuid, p_today date)
RETURNS TABLE (person_id uuid, person_name text, assignment_id uuid, role text, unit_id uuid, unit_name text, branch_id uuid, secrecy_class text,
  valid daterange, chosen boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v_fitting int; v_set text;
BEGIN
  SELECT l.person_id, s.staff_name INTO person_id, person_name FROM login l JOIN person s ON s.id = l.person_id
   WHERE l.issuer = p_issuer AND l.subject = p_subject;
  IF NOT FOUND THEN RETURN; END IF;
  IF EXISTS (SELECT FROM reorganisation r WHERE r.status = 'decided' AND r.takes_effect_on <= p_today) THEN
    PERFORM app_apply_due(p_today);
  END IF;
  v_set := set_config('app.person', person_id::text, true) || set_config('app.today', p_today::text, true);
  FOR assignment_id, role, unit_id, unit_name, branch_id, secrecy_class, valid, chosen, v_fitting IN
    SELECT a.id, a.role, a.unit_id, n.name, u.branch_id, n.secrecy_class, a.valid,
           u.branch_id IS NOT NULL AND (p_assignment IS NULL OR a.id = p_assignment),
           count(u.branch_id) FILTER (WHERE p_assignment IS NULL OR a.id = p_assignment) OVER ()
      FROM assignment a JOIN unit n ON n.id = a.unit_id LEFT JOIN unit_place u ON u.unit_id = a.unit_id AND u.valid @> p_today
     WHERE a.person_id = app_enter_staff.person_id AND a.valid @> p_today
     ORDER BY n.name, a.role, a.id
  LOOP
    chosen := chosen AND v_fitting = 1;
    IF chosen THEN
      v_set := set_config('app.unit', unit_id::text, true) || set_config('app.branch', branch_id::text, true)
        || set_config('app.own_units', (SELECT array_agg(q.unit_id)::text FROM unit_place q WHERE q.branch_id = app_enter_staff.branch_id AND q.valid @> p_today), true)
        || set_config('app.assignment', assignment_id::text, true);
    END IF;
    RETURN NEXT;
  END LOOP;
  IF NOT FOUND THEN -- works nowhere today
    chosen := false;
    RETURN NEXT;
  END IF;
END $$;
-- +goose StatementEnd
RESET ROLE;
