-- +goose Up
-- A function in SQL is planned anew at each call, and the plan of what is counted is a large one: most of the time of a
-- change that is counted went there. In PL/pgSQL the session keeps the plan.
SET ROLE samplan_owner;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_led_on(p_plan uuid, p_day date) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((SELECT l.unit_id FROM plan_lead_term l WHERE l.plan_id = p_plan AND l.ends_on >= p_day ORDER BY l.ends_on, l.starts_on LIMIT 1),
    (SELECT p.lead_unit_id FROM plan p WHERE p.id = p_plan));
END $$;
CREATE OR REPLACE FUNCTION app_principal_on(p_unit uuid, p_day date) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT a.principal_id FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
           WHERE q.unit_id = p_unit ORDER BY q.valid @> p_day DESC, lower(q.valid) DESC LIMIT 1);
END $$;
-- +goose StatementEnd
RESET ROLE;
SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_keep_statistics(p_kind text, p_key uuid, p_part uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex, answer, days, entry)
  SELECT s.kind, s.principal_id, app_half_year(coalesce(app_today(), current_date)), s.municipality, s.service, s.age, s.sex, s.answer, s.days, s.entry
    FROM statistics_source s WHERE s.kind = p_kind AND s.key = p_key AND (p_part IS NULL OR s.part = p_part);
END $$;
-- +goose StatementEnd
RESET ROLE;
