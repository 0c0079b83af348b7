-- +goose Up
-- What was observed and never filed is the unit's own; the group learns how many there were of each category in a year, and nothing
-- else of them. Which of these numbers are told is decided by the program.
SET ROLE samplan_owner;
-- +goose StatementBegin
CREATE FUNCTION app_group_observed(p_group uuid, p_year int) RETURNS TABLE (category text, times int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.category::text, count(*)::int FROM deviation d
   WHERE d.kind = 'observed' AND d.withdrawn_on IS NULL AND extract(year FROM d.entered_on) = p_year
     AND NOT EXISTS (SELECT FROM deviation_contact t WHERE t.deviation_id = d.id)
     AND EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = d.unit_id AND m.valid @> app_today())
     AND EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = app_unit() AND m.person_id = app_person() AND m.valid @> app_today())
   GROUP BY 1 $$;
-- +goose StatementEnd
REVOKE EXECUTE ON FUNCTION app_group_observed(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_group_observed(uuid, int) TO samplan_app;
ALTER FUNCTION app_group_observed(uuid, int) OWNER TO samplan_fence;
RESET ROLE;
SET ROLE samplan_fence;
COMMENT ON FUNCTION app_group_observed(uuid, int) IS 'How many deviations units of an own group only observed in a year, by category';
RESET ROLE;
