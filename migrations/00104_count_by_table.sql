-- +goose Up
-- What is counted for statistics stood in one view, and each change that is counted set up the questions of all kinds to ask one of them, and
-- a session planned them all before the first. Each table has its own view now, and a change asks the one of its table, once for all its kinds.
-- The rules stay as they are.
SET ROLE samplan_fence;
CREATE VIEW fact_of_plan (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'plan-started'::text, p.id, NULL::uuid, p.id, p.child_id, app_led_on(p.id, p.created_on), p.created_on, p.kind, NULL::int, NULL::text FROM plan p;
CREATE VIEW fact_of_activity (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'plan-active'::text, p.id, NULL::uuid, p.id, p.child_id, app_led_on(p.id, a.on_day), a.on_day, NULL::text, NULL::int, NULL::text
    FROM plan p CROSS JOIN LATERAL (SELECT min(b.on_day) AS on_day FROM statistics_activity b WHERE b.plan_id = p.id GROUP BY app_half_year(b.on_day)) a;
CREATE VIEW fact_of_status_change (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'plan-closed'::text, c.id, NULL::uuid, p.id, p.child_id, app_led_on(p.id, c.on_day), app_local_day(c.created_at), c.to_status, NULL::int, NULL::text
    FROM plan_status_change c JOIN plan p ON p.id = c.plan_id WHERE app_is_over(c.to_status);
CREATE VIEW fact_of_call (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'need-to-call'::text, c.id, NULL::uuid, p.id, p.child_id, app_led_on(p.id, c.sent_on), c.sent_on, NULL::text, c.sent_on - coalesce((SELECT min(q.received_on)
      FROM plan_request_plan l JOIN plan_request q ON q.id = l.request_id WHERE l.plan_id = p.id), p.created_on), NULL::text
    FROM call c JOIN plan p ON p.id = c.plan_id
   WHERE c.sent_on IS NOT NULL AND NOT EXISTS (SELECT FROM call b WHERE b.plan_id = c.plan_id AND b.sent_on IS NOT NULL AND (b.sent_on, b.id) < (c.sent_on, c.id));
CREATE VIEW fact_of_meeting (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'call-to-meeting'::text, m.id, NULL::uuid, p.id, p.child_id, app_led_on(p.id, app_local_day(m.changed_at)), app_local_day(m.changed_at), NULL::text,
      CASE WHEN NOT EXISTS (SELECT FROM meeting b WHERE b.call_id = m.call_id AND b.state = 'closed' AND (b.changed_at, b.id) < (m.changed_at, m.id))
        THEN app_local_day(m.starts_at) - c.sent_on END, NULL::text
    FROM meeting m JOIN plan p ON p.id = m.plan_id LEFT JOIN call c ON c.id = m.call_id WHERE m.state = 'closed'
  UNION ALL SELECT 'meeting-child', m.id, NULL, p.id, p.child_id, app_led_on(p.id, app_local_day(m.changed_at)), app_local_day(m.changed_at), m.child_participation, NULL, NULL
    FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.state = 'closed'
  UNION ALL SELECT 'meeting-guardians', m.id, NULL, p.id, p.child_id, app_led_on(p.id, app_local_day(m.changed_at)), app_local_day(m.changed_at),
      CASE WHEN g.known = 0 THEN 'unknown' WHEN g.came = 0 THEN 'none' WHEN g.came < g.known THEN 'some' ELSE 'all' END, NULL, NULL
    FROM meeting m JOIN plan p ON p.id = m.plan_id CROSS JOIN LATERAL (
      SELECT count(*) AS known, count(*) FILTER (WHERE EXISTS (SELECT FROM meeting_family_attendance f
          WHERE f.meeting_id = m.id AND f.person_id = o.person_id AND f.presence IN ('came', 'digital'))) AS came
        FROM (SELECT DISTINCT r.person_id FROM relation r WHERE r.child_id = p.child_id AND r.kind IN ('parent-custodian', 'appointed-custodian')
          AND r.valid @> app_local_day(m.starts_at)) o) g WHERE m.state = 'closed'
  UNION ALL SELECT 'attendance', m.id, a.id, p.id, p.child_id, a.unit_id, app_local_day(m.changed_at),
      CASE WHEN o.came AND o.mandate THEN 'came-with-mandate' WHEN o.came THEN 'came-without-mandate' WHEN a.state = 'accepted' THEN 'accepted-absent'
        WHEN a.state = 'waiting' THEN 'unanswered' ELSE a.state END, NULL, NULL
    FROM meeting m JOIN plan p ON p.id = m.plan_id JOIN call_addressee a ON a.call_id = m.call_id AND a.state NOT IN ('drafted', 'dropped') CROSS JOIN LATERAL (
      SELECT count(*) > 0 AS came, coalesce(bool_or(t.has_mandate), false) AS mandate FROM meeting_attendance t
       WHERE t.meeting_id = m.id AND t.unit_id = a.unit_id AND t.presence IN ('came', 'digital')) o WHERE m.state = 'closed';
CREATE VIEW fact_of_version (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'meeting-to-plan'::text, v.id, NULL::uuid, p.id, p.child_id, app_led_on(p.id, v.dispatched_on), v.dispatched_on, NULL::text, v.dispatched_on - o.held_on, NULL::text
    FROM plan_version v JOIN plan p ON p.id = v.plan_id CROSS JOIN LATERAL (SELECT max(app_local_day(m.starts_at)) AS held_on FROM meeting m
      WHERE m.plan_id = p.id AND m.state = 'closed' AND app_local_day(m.starts_at) <= v.dispatched_on) o WHERE v.number = 1
  UNION ALL SELECT 'plan-parts', v.id, NULL, p.id, p.child_id, app_led_on(p.id, v.dispatched_on), v.dispatched_on,
      CASE WHEN p.established_on <= v.dispatched_on THEN 'complete' ELSE 'incomplete' END, NULL, NULL
    FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE v.number = 1
  UNION ALL SELECT 'plan-words', v.id, NULL, p.id, p.child_id, app_led_on(p.id, v.dispatched_on), v.dispatched_on,
      CASE WHEN EXISTS (SELECT FROM item i WHERE i.plan_id = p.id AND i.kind = 'child-view' AND i.created_on <= v.dispatched_on) THEN 'yes' ELSE 'no' END, NULL, NULL
    FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE v.number = 1;
CREATE VIEW fact_of_follow_up (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'follow-up'::text, f.id, NULL::uuid, p.id, p.child_id, app_led_on(p.id, f.held_on), app_local_day(f.created_at), NULL::text, f.held_on - f.planned_on, NULL::text
    FROM plan_follow_up f JOIN plan p ON p.id = f.plan_id
  UNION ALL SELECT 'follow-up-child', f.id, NULL, p.id, p.child_id, app_led_on(p.id, f.held_on), app_local_day(f.created_at), f.child_participation, NULL, NULL
    FROM plan_follow_up f JOIN plan p ON p.id = f.plan_id;
CREATE VIEW fact_of_evaluation (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT i.kind, e.id, NULL::uuid, p.id, p.child_id, i.owner_unit_id, app_local_day(e.created_at), e.outcome, NULL::int, c.code::text
    FROM evaluation e JOIN item i ON i.id = e.item_id AND i.kind IN ('goal', 'intervention') JOIN plan p ON p.id = e.plan_id
    LEFT JOIN intervention_catalogue c ON c.id = i.catalogue_id;
CREATE VIEW fact_of_consent_giver (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'consent'::text, c.id, g.person_id, NULL::uuid, c.child_id, c.unit_id, g.answered_on, g.answer, NULL::int, NULL::text
    FROM consent_giver g JOIN consent c ON c.id = g.consent_id WHERE g.answer <> 'pending' AND c.limits IS NULL;
CREATE VIEW fact_of_consent (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'consent-withdrawn'::text, c.id, NULL::uuid, NULL::uuid, c.child_id, c.unit_id, c.withdrawn_on, NULL::text, NULL::int, NULL::text
    FROM consent c WHERE c.withdrawn_on IS NOT NULL AND NOT EXISTS (SELECT FROM consent n WHERE n.limits = c.id);
CREATE VIEW fact_of_request (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'request'::text, q.id, NULL::uuid, NULL::uuid, q.child_id, q.unit_id, coalesce(q.answered_on, q.withdrawn_on), q.state, NULL::int, NULL::text
    FROM plan_request q WHERE q.state IN ('planned', 'refused', 'withdrawn');
CREATE VIEW fact_of_forum_case (kind, key, part, plan_id, child_id, unit_id, on_day, answer, days, entry) AS
  SELECT 'forum-case'::text, c.id, NULL::uuid, NULL::uuid, NULL::uuid, c.unit_id, c.raised_on, NULL::text, NULL::int, NULL::text FROM forum_case c;
COMMENT ON VIEW fact_of_plan IS 'What is counted of plans that began';
COMMENT ON VIEW fact_of_activity IS 'What is counted of plans that were active';
COMMENT ON VIEW fact_of_status_change IS 'What is counted of plans that ended';
COMMENT ON VIEW fact_of_call IS 'What is counted of calls that were sent';
COMMENT ON VIEW fact_of_meeting IS 'What is counted of meetings that were held';
COMMENT ON VIEW fact_of_version IS 'What is counted of first versions of plans';
COMMENT ON VIEW fact_of_follow_up IS 'What is counted of follow-ups';
COMMENT ON VIEW fact_of_evaluation IS 'What is counted of evaluations';
COMMENT ON VIEW fact_of_consent_giver IS 'What is counted of answers to consents';
COMMENT ON VIEW fact_of_consent IS 'What is counted of consents that were withdrawn';
COMMENT ON VIEW fact_of_request IS 'What is counted of requests that were answered';
COMMENT ON VIEW fact_of_forum_case IS 'What is counted of cases that groups were given';

CREATE OR REPLACE VIEW statistics_fact AS
  SELECT * FROM fact_of_plan
  UNION ALL SELECT * FROM fact_of_activity
  UNION ALL SELECT * FROM fact_of_status_change
  UNION ALL SELECT * FROM fact_of_call
  UNION ALL SELECT * FROM fact_of_meeting
  UNION ALL SELECT * FROM fact_of_version
  UNION ALL SELECT * FROM fact_of_follow_up
  UNION ALL SELECT * FROM fact_of_evaluation
  UNION ALL SELECT * FROM fact_of_consent_giver
  UNION ALL SELECT * FROM fact_of_consent
  UNION ALL SELECT * FROM fact_of_request
  UNION ALL SELECT * FROM fact_of_forum_case;

-- +goose StatementBegin
-- Whom a fact is counted for, and as what. No row: by nobody.
CREATE FUNCTION app_counted_as(p_plan uuid, p_child uuid, p_unit uuid, p_day date)
RETURNS TABLE (principal_id uuid, municipality text, service text, age text, sex text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT o.id, coalesce(o.municipality_code, CASE WHEN c.protection = 'none' THEN (SELECT z.municipality_code
      FROM party y JOIN principal z ON z.id = app_principal_on(y.unit_id, p_day)
     WHERE y.plan_id = p_plan AND y.added_on <= p_day AND z.municipality_code IS NOT NULL ORDER BY y.added_on, y.id LIMIT 1) END),
    u.secrecy_class, app_age_band(c.birth_date, p_day),
    coalesce((SELECT CASE WHEN substr(i.value, 11, 1) IN ('1', '3', '5', '7', '9') THEN 'male' ELSE 'female' END FROM person_identifier i
      WHERE i.person_id = c.id AND i.type IN ('personnummer', 'samordningsnummer') ORDER BY i.type, i.value LIMIT 1), 'unknown')
  FROM unit u JOIN principal o ON o.id = app_principal_on(p_unit, p_day) LEFT JOIN person c ON c.id = p_child WHERE u.id = p_unit;
END $$;

CREATE FUNCTION app_facts_of(p_table text, p_key uuid) RETURNS SETOF statistics_fact
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  CASE p_table
    WHEN 'plan' THEN RETURN QUERY SELECT * FROM fact_of_plan f WHERE f.key = p_key;
    WHEN 'plan_status_change' THEN RETURN QUERY SELECT * FROM fact_of_status_change f WHERE f.key = p_key;
    WHEN 'call' THEN RETURN QUERY SELECT * FROM fact_of_call f WHERE f.key = p_key;
    WHEN 'meeting' THEN RETURN QUERY SELECT * FROM fact_of_meeting f WHERE f.key = p_key;
    WHEN 'plan_version' THEN RETURN QUERY SELECT * FROM fact_of_version f WHERE f.key = p_key;
    WHEN 'plan_follow_up' THEN RETURN QUERY SELECT * FROM fact_of_follow_up f WHERE f.key = p_key;
    WHEN 'evaluation' THEN RETURN QUERY SELECT * FROM fact_of_evaluation f WHERE f.key = p_key;
    WHEN 'consent_giver' THEN RETURN QUERY SELECT * FROM fact_of_consent_giver f WHERE f.key = p_key;
    WHEN 'consent' THEN RETURN QUERY SELECT * FROM fact_of_consent f WHERE f.key = p_key;
    WHEN 'plan_request' THEN RETURN QUERY SELECT * FROM fact_of_request f WHERE f.key = p_key;
    WHEN 'forum_case' THEN RETURN QUERY SELECT * FROM fact_of_forum_case f WHERE f.key = p_key;
  END CASE;
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_counted_as(uuid, uuid, uuid, date) IS 'Whom a fact is counted for, and as what';
COMMENT ON FUNCTION app_facts_of(text, uuid) IS 'What is counted of a row of a table';

CREATE OR REPLACE VIEW statistics_source AS
  SELECT f.kind, f.key, f.part, d.principal_id, app_half_year(f.on_day) AS term, d.municipality, d.service, d.age, d.sex, f.answer, f.days, f.entry
    FROM statistics_fact f CROSS JOIN LATERAL app_counted_as(f.plan_id, f.child_id, f.unit_id, f.on_day) d;

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_keep_active(p_plan uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_term date := app_half_year(coalesce(app_today(), current_date));
BEGIN
  INSERT INTO statistics_active (plan_id, term) VALUES (p_plan, v_term) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex)
    SELECT f.kind, d.principal_id, v_term, d.municipality, d.service, d.age, d.sex
      FROM fact_of_activity f CROSS JOIN LATERAL app_counted_as(f.plan_id, f.child_id, f.unit_id, f.on_day) d
     WHERE f.key = p_plan AND app_half_year(f.on_day) = v_term;
  END IF;
END $$;

-- The first argument is the column that the facts are found by, the second that of a part or nothing.
CREATE OR REPLACE FUNCTION app_count_for_statistics() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_row jsonb := to_jsonb(NEW); v_part uuid := v_row ->> TG_ARGV[1];
BEGIN
  INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex, answer, days, entry)
  SELECT f.kind, d.principal_id, app_half_year(coalesce(app_today(), current_date)), d.municipality, d.service, d.age, d.sex, f.answer, f.days, f.entry
    FROM app_facts_of(TG_TABLE_NAME, (v_row ->> TG_ARGV[0])::uuid) f CROSS JOIN LATERAL app_counted_as(f.plan_id, f.child_id, f.unit_id, f.on_day) d
   WHERE v_part IS NULL OR f.part = v_part;
  RETURN NULL;
END $$;
-- +goose StatementEnd
DROP FUNCTION app_keep_statistics(text, uuid, uuid);
-- +goose StatementBegin
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_counted_as(uuid, uuid, uuid, date)', 'app_facts_of(text, uuid)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
-- +goose StatementEnd
RESET ROLE;

-- The triggers name no kinds any longer.
SET ROLE samplan_owner;
-- +goose StatementBegin
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT g.tgrelid::regclass AS at, g.tgname AS name, pg_get_triggerdef(g.oid) AS made FROM pg_trigger g WHERE g.tgfoid = 'app_count_for_statistics'::regproc LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', t.name, t.at);
    EXECUTE regexp_replace(t.made, '(app_count_for_statistics\(''[a-z_]+'', ''[a-z_]*'').*\)$', '\1)');
  END LOOP;
END $$;
-- +goose StatementEnd
RESET ROLE;
