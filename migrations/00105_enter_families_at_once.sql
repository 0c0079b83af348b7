-- +goose Up
-- A family's requests enter, too: the plans that somebody may see as a family are found by one question, not by four. At which ages is asked
-- once for all plans of a unit, and of the principal that the unit belongs to at last, not of each that it has belonged to. The rules stay as
-- they are.
SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_family_ages(p_unit uuid, OUT child_from int, OUT guardian_until int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_principal uuid;
BEGIN
  SELECT a.principal_id INTO v_principal
    FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
   WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1;
  SELECT r.child_sees_from, r.guardian_sees_until INTO child_from, guardian_until FROM principal_routine r WHERE r.principal_id = v_principal;
END $$;

CREATE OR REPLACE FUNCTION app_enter_citizen(p_type text, p_value text, p_today date) RETURNS TABLE (person_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v_person uuid; v record; v_unit uuid; v_child_from int; v_guardian_until int; v_birth date; v_own uuid[] := '{}'; v_all uuid[] := '{}';
  v_files text[] := '{}'; v_withheld text;
BEGIN
  SELECT i.person_id INTO v_person FROM person_identifier i WHERE i.type = p_type AND i.value = p_value;
  IF v_person IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.person', v_person::text, true), set_config('app.today', p_today::text, true);
  FOR v IN
    SELECT p.id, p.child_id, p.lead_unit_id AS unit_id, true AS is_own FROM plan p WHERE p.child_id = v_person AND p.informed_on <= p_today
    UNION
    SELECT p.id, p.child_id, p.lead_unit_id, false FROM relation r JOIN plan p ON p.child_id = r.child_id AND p.lead_unit_id = r.unit_id
     WHERE r.person_id = v_person AND r.valid @> p_today AND p.informed_on <= p_today
       AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
  LOOP
    IF v.unit_id IS DISTINCT FROM v_unit THEN
      v_unit := v.unit_id;
      SELECT g.child_from, g.guardian_until INTO v_child_from, v_guardian_until FROM app_family_ages(v_unit) g;
    END IF;
    v_birth := app_birth_date(v.child_id, v_unit);
    IF (CASE WHEN v.is_own THEN p_today >= v_birth + make_interval(years => v_child_from) ELSE p_today < v_birth + make_interval(years => v_guardian_until) END) THEN
      v_all := v_all || v.id;
      v_files := v_files || (v.child_id || ':' || v_unit);
      IF v.is_own THEN v_own := v_own || v.id; END IF;
    END IF;
  END LOOP;
  IF v_all <> '{}' THEN
    SELECT array_agg(i.id)::text INTO v_withheld FROM item i
     WHERE i.plan_id = ANY (v_all) AND i.visibility = 'family' AND (
       EXISTS (SELECT FROM withholding h WHERE h.item_id = i.id AND h.ended_on IS NULL
                  AND (h.person_id = v_person OR h.person_id IS NULL AND i.plan_id <> ALL (v_own)))
       OR EXISTS (SELECT FROM item_subject t WHERE t.item_id = i.id AND t.ended_on IS NULL AND t.person_id <> v_person));
  END IF;
  PERFORM set_config('app.self_plans', v_own::text, true), set_config('app.family_plans', v_all::text, true),
          set_config('app.family_files', v_files::text, true), set_config('app.withheld', coalesce(v_withheld, '{}'), true);
  RETURN QUERY SELECT v_person;
END $$;
-- +goose StatementEnd
RESET ROLE;
