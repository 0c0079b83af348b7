-- +goose Up
-- What forums keep ends (R29). Why somebody looked up which child a case is about is gone with the words of the case; that it was done
-- stays. A learning point is taken back by who wrote it or who keeps the minutes, and is gone then. And a principal changes for how many
-- days a group keeps the texts of cases: for what happens from then on, since nothing that was promised is made longer or shorter afterwards.
SET ROLE samplan_owner;
ALTER TABLE forum_link_opening ALTER COLUMN reason DROP NOT NULL;
COMMENT ON COLUMN forum_link_opening.reason IS 'Why; removed with the words of the case';
GRANT UPDATE (reason) ON forum_link_opening TO samplan_fence;

DROP TRIGGER forum_learning_kept ON forum_learning;
CREATE TRIGGER forum_learning_kept BEFORE UPDATE OR DELETE ON forum_learning FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();
CREATE POLICY forum_learning_fence ON forum_learning TO samplan_fence USING (true);
GRANT SELECT, DELETE ON forum_learning TO samplan_fence;
GRANT EXECUTE ON FUNCTION app_my_groups(), app_chaired_groups() TO samplan_fence;

DROP TRIGGER collaboration_group_kept ON collaboration_group;
CREATE TRIGGER collaboration_group_kept BEFORE DELETE ON collaboration_group FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER collaboration_group_columns BEFORE UPDATE ON collaboration_group FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'principal_id', 'name', 'level',
  'above_id', 'kind', 'created_by');
CREATE POLICY collaboration_group_change ON collaboration_group FOR UPDATE TO samplan_app USING (principal_id = app_principal());
GRANT UPDATE (text_days) ON collaboration_group TO samplan_app;
RESET ROLE;

SET ROLE samplan_fence;
-- +goose StatementBegin
-- Removes what there is of a case in words, and the link to the child; what is left tells of nobody.
CREATE OR REPLACE FUNCTION app_empty_forum_cases(p_cases uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM forum_case_text WHERE case_id = ANY (p_cases);
  DELETE FROM forum_contribution WHERE case_id = ANY (p_cases);
  DELETE FROM forum_case_child WHERE case_id = ANY (p_cases);
  UPDATE forum_link_opening SET reason = NULL WHERE case_id = ANY (p_cases) AND reason IS NOT NULL $$;

-- The job: removes the words of so many cases whose last day is before a day, or that were taken back.
CREATE OR REPLACE FUNCTION app_weed_forum_cases(p_most int, p_today date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_over uuid[];
BEGIN
  SELECT array_agg(o.id) INTO v_over FROM (SELECT c.id FROM forum_case c WHERE (c.expires_on < p_today OR c.withdrawn_on IS NOT NULL)
     AND (EXISTS (SELECT FROM forum_case_text t WHERE t.case_id = c.id) OR EXISTS (SELECT FROM forum_contribution t WHERE t.case_id = c.id)
       OR EXISTS (SELECT FROM forum_case_child t WHERE t.case_id = c.id)
       OR EXISTS (SELECT FROM forum_link_opening t WHERE t.case_id = c.id AND t.reason IS NOT NULL)) ORDER BY c.expires_on LIMIT p_most) o;
  PERFORM app_empty_forum_cases(v_over);
  RETURN coalesce(array_length(v_over, 1), 0);
END $$;

-- Takes back what a group of the actor's has learnt, and tells how many there were: of its own author, or of who keeps the minutes.
CREATE FUNCTION app_withdraw_forum_learning(p_learning uuid) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH gone AS (DELETE FROM forum_learning WHERE id IN (SELECT l.id FROM forum_learning l WHERE l.id = p_learning
    AND l.group_id IN (SELECT app_my_groups()) AND (l.written_by = app_person() OR l.group_id IN (SELECT app_chaired_groups()))) RETURNING 1)
  SELECT count(*) FROM gone $$;
-- +goose StatementEnd
REVOKE EXECUTE ON FUNCTION app_withdraw_forum_learning(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_withdraw_forum_learning(uuid) TO samplan_app;
COMMENT ON FUNCTION app_withdraw_forum_learning(uuid) IS 'Takes back what a group has learnt';
RESET ROLE;
