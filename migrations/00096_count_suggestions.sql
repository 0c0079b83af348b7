-- +goose Up
-- What nobody took up is part of a group's year: that a unit that was called stayed away, and that by the end of the year nobody had entered
-- a deviation of it or said why not. What is done later changes no year that is over, nor does who leaves the group: else the difference
-- between two answers would be one, or one unit's.
SET ROLE samplan_owner;
-- +goose StatementBegin
-- How many that were with the units of an own group, as it was at the end of the year: one number, and nothing of whom or when.
CREATE FUNCTION app_group_unhandled(p_group uuid, p_year int) RETURNS int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = app_unit() AND m.person_id = app_person() AND m.valid @> app_today()) THEN
    RETURN 0;
  END IF;
  RETURN (SELECT count(*) FROM deviation_suggestion g JOIN meeting t ON t.id = g.meeting_id
           WHERE extract(year FROM g.noted_on) = p_year AND (g.ended_on IS NULL OR extract(year FROM g.ended_on) > p_year)
             AND EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = t.unit_id AND m.valid @> make_date(p_year, 12, 31)))::int;
END $$;
CREATE OR REPLACE FUNCTION app_group_observed(p_group uuid, p_year int) RETURNS TABLE (category text, times int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.category::text, count(*)::int FROM deviation d
   WHERE d.kind = 'observed' AND d.withdrawn_on IS NULL AND extract(year FROM d.entered_on) = p_year
     AND NOT EXISTS (SELECT FROM deviation_contact t WHERE t.deviation_id = d.id)
     AND EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = d.unit_id AND m.valid @> make_date(p_year, 12, 31))
     AND EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = app_unit() AND m.person_id = app_person() AND m.valid @> app_today())
   GROUP BY 1 $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_group_unhandled(uuid, int) IS 'How many suggestions of deviations nobody took up in a year with units of an own group';
REVOKE EXECUTE ON FUNCTION app_group_unhandled(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_group_unhandled(uuid, int) TO samplan_app;
ALTER FUNCTION app_group_unhandled(uuid, int) OWNER TO samplan_fence;
RESET ROLE;
