-- +goose Up
-- Statistics (R57) are counted from events about nobody: no person, plan, case or id of any is kept with one, only what kind of
-- thing it was, at which principal and service, in which half-year, of which age band and sex. The database writes them in the
-- transaction of the change itself, when that is whole. One view says what every event is made of, for what is written and for
-- what is made anew, so that the two are the same. Concern reports are in none of them (R26), and removing what an event was made
-- of leaves the event. A half-year that is over gets no more events, since an event lies in the half-year in which it was written.
SET ROLE samplan_owner;
ALTER TABLE plan_follow_up ADD planned_on date;
COMMENT ON COLUMN plan_follow_up.planned_on IS 'The day for which it was planned';
ALTER TABLE assignment DROP CONSTRAINT assignment_role_check, ADD CONSTRAINT assignment_role_check CHECK (role IN ('caseworker', 'unit-manager',
  'administrator', 'meeting-leader', 'data-protection-officer', 'system-administrator', 'analyst'));

CREATE TABLE statistics_event (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('plan-started', 'plan-active', 'plan-closed', 'need-to-call', 'call-to-meeting', 'meeting-to-plan',
    'meeting-child', 'meeting-guardians', 'attendance', 'plan-parts', 'plan-words', 'follow-up', 'follow-up-child', 'goal', 'intervention',
    'consent', 'consent-withdrawn', 'request')),
  principal_id uuid NOT NULL REFERENCES principal,
  term date NOT NULL CHECK (term = app_half_year(term)),
  municipality text,
  service text NOT NULL,
  age text NOT NULL CHECK (age IN ('0-5', '6-12', '13-15', '16-17', '18-or-more', 'unknown')),
  sex text NOT NULL CHECK (sex IN ('female', 'male', 'unknown')),
  answer text,
  days int,
  entry text
);
CREATE INDEX statistics_event_principal ON statistics_event (principal_id, term);
COMMENT ON TABLE statistics_event IS 'What has happened, for statistics (R57): about nobody';
COMMENT ON COLUMN statistics_event.id IS 'Identity; drawn by lot';
COMMENT ON COLUMN statistics_event.kind IS 'What happened (internal/statistics/indicators.json)';
COMMENT ON COLUMN statistics_event.principal_id IS 'The principal of the unit at which it happened, on that day';
COMMENT ON COLUMN statistics_event.term IS 'The half-year in which it was written, by its first day';
COMMENT ON COLUMN statistics_event.municipality IS 'Code of the municipality: the principal''s, or else that of the first party that has one; never that of a protected child';
COMMENT ON COLUMN statistics_event.service IS 'The secrecy class of the unit';
COMMENT ON COLUMN statistics_event.age IS 'The band in which the child''s age lay';
COMMENT ON COLUMN statistics_event.sex IS 'By the child''s number, where it has one';
COMMENT ON COLUMN statistics_event.answer IS 'What came of it';
COMMENT ON COLUMN statistics_event.days IS 'How many days it took';
COMMENT ON COLUMN statistics_event.entry IS 'Code of the intervention in the catalogue';

-- A plan is active once in a half-year, whatever happens in it. This says of which it has been counted already.
CREATE TABLE statistics_active (
  plan_id uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  term date NOT NULL,
  PRIMARY KEY (plan_id, term)
);
COMMENT ON TABLE statistics_active IS 'Half-years in which a plan has been counted as active';
COMMENT ON COLUMN statistics_active.plan_id IS 'The plan';
COMMENT ON COLUMN statistics_active.term IS 'The half-year, by its first day';
RESET ROLE;

-- What follows looks across every wall and tells nobody of it: it fills the table above, which holds nobody.
SET ROLE samplan_owner;
CREATE POLICY meeting_family_attendance_fence ON meeting_family_attendance FOR SELECT TO samplan_fence USING (true);
CREATE POLICY plan_version_fence ON plan_version FOR SELECT TO samplan_fence USING (true);
CREATE POLICY evaluation_fence ON evaluation FOR SELECT TO samplan_fence USING (true);
CREATE POLICY plan_follow_up_fence ON plan_follow_up FOR SELECT TO samplan_fence USING (true);
GRANT SELECT ON meeting_family_attendance, plan_version, evaluation, plan_follow_up TO samplan_fence;
ALTER TABLE statistics_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE statistics_event FORCE ROW LEVEL SECURITY;
CREATE POLICY statistics_event_fence ON statistics_event TO samplan_fence USING (true);
GRANT SELECT, INSERT, DELETE ON statistics_event TO samplan_fence;
ALTER TABLE statistics_active ENABLE ROW LEVEL SECURITY;
ALTER TABLE statistics_active FORCE ROW LEVEL SECURITY;
CREATE POLICY statistics_active_fence ON statistics_active TO samplan_fence USING (true);
GRANT SELECT, INSERT, DELETE ON statistics_active TO samplan_fence;

CREATE FUNCTION app_led_on(p_plan uuid, p_day date) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT l.unit_id FROM plan_lead_term l WHERE l.plan_id = p_plan AND l.ends_on >= p_day ORDER BY l.ends_on, l.starts_on LIMIT 1),
    (SELECT p.lead_unit_id FROM plan p WHERE p.id = p_plan)) $$;
CREATE FUNCTION app_local_day(p_at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS $$ SELECT (p_at AT TIME ZONE 'Europe/Stockholm')::date $$;
CREATE FUNCTION app_principal_on(p_unit uuid, p_day date) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT a.principal_id FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
   WHERE q.unit_id = p_unit ORDER BY q.valid @> p_day DESC, lower(q.valid) DESC LIMIT 1 $$;
CREATE FUNCTION app_age_band(p_birth date, p_day date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_birth IS NULL THEN 'unknown' WHEN p_birth > p_day - interval '6 years' THEN '0-5' WHEN p_birth > p_day - interval '13 years' THEN '6-12'
    WHEN p_birth > p_day - interval '16 years' THEN '13-15' WHEN p_birth > p_day - interval '18 years' THEN '16-17' ELSE '18-or-more' END $$;
COMMENT ON FUNCTION app_led_on(uuid, date) IS 'The unit that led a plan on a day';
COMMENT ON FUNCTION app_local_day(timestamptz) IS 'The Swedish day of a moment';
COMMENT ON FUNCTION app_principal_on(uuid, date) IS 'The principal of a unit on a day, or the last one that it had';
COMMENT ON FUNCTION app_age_band(date, date) IS 'The age band of somebody on a day';
RESET ROLE;
-- +goose StatementBegin
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_led_on(uuid, date)', 'app_local_day(timestamptz)', 'app_principal_on(uuid, date)', 'app_age_band(date, date)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_fence', f);
  END LOOP;
  PERFORM pg_advisory_xact_lock(7265771);
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samplan_stats') THEN CREATE ROLE samplan_stats NOLOGIN; END IF;
  GRANT samplan_stats TO samplan_owner; -- until it has been given its function, below
END $$;
-- +goose StatementEnd
GRANT USAGE, CREATE ON SCHEMA public TO samplan_stats;

SET ROLE samplan_owner;
-- What a plan was active by: a meeting, a follow-up, or a version that was dispatched.
CREATE VIEW statistics_activity AS
  SELECT m.plan_id, app_local_day(m.changed_at) AS on_day FROM meeting m WHERE m.state = 'closed'
  UNION ALL SELECT v.plan_id, v.dispatched_on FROM plan_version v
  UNION ALL SELECT f.plan_id, app_local_day(f.created_at) FROM plan_follow_up f;

-- Each thing that is counted, with what it is found by. Two kinds count the same things or things of another sort; none counts a
-- part of what another one counts, so that no number of few is the difference of two others.
CREATE VIEW statistics_fact AS
  SELECT 'plan-started'::text AS kind, p.id AS key, NULL::uuid AS part, p.id AS plan_id, p.child_id, app_led_on(p.id, p.created_on) AS unit_id,
    p.created_on AS on_day, p.kind AS answer, NULL::int AS days, NULL::text AS entry FROM plan p
  UNION ALL SELECT 'plan-active', p.id, NULL, p.id, p.child_id, app_led_on(p.id, a.on_day), a.on_day, NULL, NULL, NULL
    FROM plan p CROSS JOIN LATERAL (SELECT min(b.on_day) AS on_day FROM statistics_activity b WHERE b.plan_id = p.id GROUP BY app_half_year(b.on_day)) a
  UNION ALL SELECT 'plan-closed', c.id, NULL, p.id, p.child_id, app_led_on(p.id, c.on_day), app_local_day(c.created_at), c.to_status, NULL, NULL
    FROM plan_status_change c JOIN plan p ON p.id = c.plan_id WHERE app_is_over(c.to_status)
  UNION ALL SELECT 'need-to-call', c.id, NULL, p.id, p.child_id, app_led_on(p.id, c.sent_on), c.sent_on, NULL, c.sent_on - coalesce((SELECT min(q.received_on)
      FROM plan_request_plan l JOIN plan_request q ON q.id = l.request_id WHERE l.plan_id = p.id), p.created_on), NULL
    FROM call c JOIN plan p ON p.id = c.plan_id
   WHERE c.sent_on IS NOT NULL AND NOT EXISTS (SELECT FROM call b WHERE b.plan_id = c.plan_id AND b.sent_on IS NOT NULL AND (b.sent_on, b.id) < (c.sent_on, c.id))
  UNION ALL SELECT 'call-to-meeting', m.id, NULL, p.id, p.child_id, app_led_on(p.id, app_local_day(m.changed_at)), app_local_day(m.changed_at), NULL,
      CASE WHEN NOT EXISTS (SELECT FROM meeting b WHERE b.call_id = m.call_id AND b.state = 'closed' AND (b.changed_at, b.id) < (m.changed_at, m.id))
        THEN app_local_day(m.starts_at) - c.sent_on END, NULL
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
       WHERE t.meeting_id = m.id AND t.unit_id = a.unit_id AND t.presence IN ('came', 'digital')) o WHERE m.state = 'closed'
  UNION ALL SELECT 'meeting-to-plan', v.id, NULL, p.id, p.child_id, app_led_on(p.id, v.dispatched_on), v.dispatched_on, NULL, v.dispatched_on - o.held_on, NULL
    FROM plan_version v JOIN plan p ON p.id = v.plan_id CROSS JOIN LATERAL (SELECT max(app_local_day(m.starts_at)) AS held_on FROM meeting m
      WHERE m.plan_id = p.id AND m.state = 'closed' AND app_local_day(m.starts_at) <= v.dispatched_on) o WHERE v.number = 1
  UNION ALL SELECT 'plan-parts', v.id, NULL, p.id, p.child_id, app_led_on(p.id, v.dispatched_on), v.dispatched_on,
      CASE WHEN p.established_on <= v.dispatched_on THEN 'complete' ELSE 'incomplete' END, NULL, NULL
    FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE v.number = 1
  UNION ALL SELECT 'plan-words', v.id, NULL, p.id, p.child_id, app_led_on(p.id, v.dispatched_on), v.dispatched_on,
      CASE WHEN EXISTS (SELECT FROM item i WHERE i.plan_id = p.id AND i.kind = 'child-view' AND i.created_on <= v.dispatched_on) THEN 'yes' ELSE 'no' END, NULL, NULL
    FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE v.number = 1
  UNION ALL SELECT 'follow-up', f.id, NULL, p.id, p.child_id, app_led_on(p.id, f.held_on), app_local_day(f.created_at), NULL, f.held_on - f.planned_on, NULL
    FROM plan_follow_up f JOIN plan p ON p.id = f.plan_id
  UNION ALL SELECT 'follow-up-child', f.id, NULL, p.id, p.child_id, app_led_on(p.id, f.held_on), app_local_day(f.created_at), f.child_participation, NULL, NULL
    FROM plan_follow_up f JOIN plan p ON p.id = f.plan_id
  UNION ALL SELECT i.kind, e.id, NULL, p.id, p.child_id, i.owner_unit_id, app_local_day(e.created_at), e.outcome, NULL, c.code::text
    FROM evaluation e JOIN item i ON i.id = e.item_id AND i.kind IN ('goal', 'intervention') JOIN plan p ON p.id = e.plan_id
    LEFT JOIN intervention_catalogue c ON c.id = i.catalogue_id
  UNION ALL SELECT 'consent', c.id, g.person_id, NULL, c.child_id, c.unit_id, g.answered_on, g.answer, NULL, NULL
    FROM consent_giver g JOIN consent c ON c.id = g.consent_id WHERE g.answer <> 'pending' AND c.limits IS NULL
  UNION ALL SELECT 'consent-withdrawn', c.id, NULL, NULL, c.child_id, c.unit_id, c.withdrawn_on, NULL, NULL, NULL
    FROM consent c WHERE c.withdrawn_on IS NOT NULL AND NOT EXISTS (SELECT FROM consent n WHERE n.limits = c.id)
  UNION ALL SELECT 'request', q.id, NULL, NULL, q.child_id, q.unit_id, coalesce(q.answered_on, q.withdrawn_on), q.state, NULL, NULL
    FROM plan_request q WHERE q.state IN ('planned', 'refused', 'withdrawn');

-- The same without what it is about, but for what it is found by.
CREATE VIEW statistics_source AS
  SELECT f.kind, f.key, f.part, o.id AS principal_id, app_half_year(f.on_day) AS term,
    coalesce(o.municipality_code, CASE WHEN c.protection = 'none' THEN (SELECT z.municipality_code
      FROM party y JOIN principal z ON z.id = app_principal_on(y.unit_id, f.on_day)
     WHERE y.plan_id = f.plan_id AND y.added_on <= f.on_day AND z.municipality_code IS NOT NULL ORDER BY y.added_on, y.id LIMIT 1) END) AS municipality,
    u.secrecy_class AS service, app_age_band(c.birth_date, f.on_day) AS age,
    coalesce((SELECT CASE WHEN substr(i.value, 11, 1) IN ('1', '3', '5', '7', '9') THEN 'male' ELSE 'female' END FROM person_identifier i
      WHERE i.person_id = c.id AND i.type IN ('personnummer', 'samordningsnummer') ORDER BY i.type, i.value LIMIT 1), 'unknown') AS sex,
    f.answer, f.days, f.entry
  FROM statistics_fact f JOIN unit u ON u.id = f.unit_id JOIN principal o ON o.id = app_principal_on(f.unit_id, f.on_day) JOIN person c ON c.id = f.child_id;

CREATE VIEW statistics_count AS
  SELECT e.principal_id, e.term, e.kind, e.municipality, e.service, e.age, e.sex, e.answer, e.days, e.entry, count(*)::int AS times
    FROM statistics_event e GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
COMMENT ON VIEW statistics_activity IS 'What plans were active by';
COMMENT ON VIEW statistics_fact IS 'What is counted, and what it is about';
COMMENT ON VIEW statistics_source IS 'What events of statistics are made of';
COMMENT ON VIEW statistics_count IS 'How many there are of each event of statistics';

-- +goose StatementBegin
CREATE FUNCTION app_keep_statistics(p_kind text, p_key uuid, p_part uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex, answer, days, entry)
  SELECT s.kind, s.principal_id, app_half_year(coalesce(app_today(), current_date)), s.municipality, s.service, s.age, s.sex, s.answer, s.days, s.entry
    FROM statistics_source s WHERE s.kind = p_kind AND s.key = p_key AND (p_part IS NULL OR s.part = p_part) $$;

CREATE FUNCTION app_keep_active(p_plan uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_term date := app_half_year(coalesce(app_today(), current_date));
BEGIN
  INSERT INTO statistics_active (plan_id, term) VALUES (p_plan, v_term) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex)
    SELECT s.kind, s.principal_id, s.term, s.municipality, s.service, s.age, s.sex FROM statistics_source s WHERE s.kind = 'plan-active' AND s.key = p_plan AND s.term = v_term;
  END IF;
END $$;

CREATE FUNCTION app_count_active() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app_keep_active(NEW.plan_id);
  RETURN NULL;
END $$;

-- The first argument is the column that the things are found by, the second that of a part or nothing; the others are kinds.
CREATE FUNCTION app_count_for_statistics() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_row jsonb := to_jsonb(NEW);
BEGIN
  FOR n IN 2 .. TG_NARGS - 1 LOOP
    PERFORM app_keep_statistics(TG_ARGV[n], (v_row ->> TG_ARGV[0])::uuid, (v_row ->> TG_ARGV[1])::uuid);
  END LOOP;
  RETURN NULL;
END $$;

-- Makes the events anew of half-years from one on; those before may be of what has been disposed of since.
CREATE FUNCTION app_rebuild_statistics(p_from date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_made bigint;
BEGIN
  DELETE FROM statistics_event e WHERE e.term >= app_half_year(p_from);
  DELETE FROM statistics_active a WHERE a.term >= app_half_year(p_from);
  INSERT INTO statistics_active (plan_id, term) SELECT s.key, s.term FROM statistics_source s WHERE s.kind = 'plan-active' AND s.term >= app_half_year(p_from);
  INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex, answer, days, entry)
  SELECT s.kind, s.principal_id, s.term, s.municipality, s.service, s.age, s.sex, s.answer, s.days, s.entry
    FROM statistics_source s WHERE s.term >= app_half_year(p_from) ORDER BY gen_random_uuid();
  GET DIAGNOSTICS v_made = ROW_COUNT;
  RETURN v_made;
END $$;

-- How few are not told of a half-year: what the principal's routine said on its last day, as known on that day, and never fewer
-- than five. What is said later of days past changes nothing, or the difference of two answers would be one.
CREATE FUNCTION app_statistics_fewest(p_principal uuid, p_term date) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT greatest(5, (SELECT r.fewest_told FROM routine_version r
     WHERE r.code = coalesce((SELECT c.code FROM routine_choice c WHERE c.principal_id = p_principal AND c.valid_from < d.day AND app_local_day(c.created_at) < d.day
         ORDER BY c.created_at DESC, c.id DESC LIMIT 1), 'national')
       AND (r.principal_id = p_principal OR r.principal_id IS NULL) AND r.valid_from < d.day AND app_local_day(r.created_at) < d.day
     ORDER BY (r.principal_id IS NULL), r.valid_from DESC, r.number DESC LIMIT 1))
    FROM (SELECT (p_term + interval '6 months')::date AS day) d $$;

-- The numbers of the own principal, of half-years that are over. Which of them are told is decided by the program.
CREATE FUNCTION app_statistics_counts() RETURNS TABLE (term date, fewest int, kind text, municipality text, service text, age text, sex text,
  answer text, days int, entry text, times int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.term, f.fewest, c.kind, c.municipality, c.service, c.age, c.sex, c.answer, c.days, c.entry, c.times
    FROM (SELECT DISTINCT s.term, s.principal_id FROM statistics_count s WHERE s.principal_id = app_own_principal() AND s.term < app_half_year(app_today())) t
    CROSS JOIN LATERAL (SELECT app_statistics_fewest(t.principal_id, t.term) AS fewest) f
    JOIN statistics_count c ON c.principal_id = t.principal_id AND c.term = t.term $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_keep_statistics(text, uuid, uuid) IS 'Counts a thing for statistics';
COMMENT ON FUNCTION app_keep_active(uuid) IS 'Counts a plan as active, once in a half-year';
COMMENT ON FUNCTION app_count_active() IS 'Trigger: a plan is active';
COMMENT ON FUNCTION app_count_for_statistics() IS 'Trigger: counts what has happened for statistics';
COMMENT ON FUNCTION app_rebuild_statistics(date) IS 'Makes the events of statistics anew, of half-years from one on';
COMMENT ON FUNCTION app_statistics_fewest(uuid, date) IS 'How few are not told of a principal''s half-year';
COMMENT ON FUNCTION app_statistics_counts() IS 'The numbers of the own principal, of half-years that are over';
-- +goose StatementBegin
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_keep_statistics(text, uuid, uuid)', 'app_keep_active(uuid)', 'app_count_active()', 'app_count_for_statistics()', 'app_rebuild_statistics(date)', 'app_statistics_fewest(uuid, date)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
-- +goose StatementEnd
REVOKE EXECUTE ON FUNCTION app_statistics_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_statistics_counts() TO samplan_app;
GRANT EXECUTE ON FUNCTION app_rebuild_statistics(date) TO samplan_migrate;

CREATE CONSTRAINT TRIGGER plan_statistics AFTER INSERT ON plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION app_count_for_statistics('id', '', 'plan-started');
CREATE CONSTRAINT TRIGGER plan_status_change_statistics AFTER INSERT ON plan_status_change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION app_count_for_statistics('id', '', 'plan-closed');
CREATE CONSTRAINT TRIGGER call_statistics AFTER INSERT ON call DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.sent_on IS NOT NULL) EXECUTE FUNCTION app_count_for_statistics('id', '', 'need-to-call');
CREATE CONSTRAINT TRIGGER call_statistics_change AFTER UPDATE ON call DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.sent_on IS NOT NULL AND OLD.sent_on IS NULL) EXECUTE FUNCTION app_count_for_statistics('id', '', 'need-to-call');
CREATE CONSTRAINT TRIGGER meeting_statistics AFTER INSERT ON meeting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'closed')
  EXECUTE FUNCTION app_count_for_statistics('id', '', 'call-to-meeting', 'meeting-child', 'meeting-guardians', 'attendance');
CREATE CONSTRAINT TRIGGER meeting_statistics_change AFTER UPDATE ON meeting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state = 'closed' AND OLD.state <> 'closed')
  EXECUTE FUNCTION app_count_for_statistics('id', '', 'call-to-meeting', 'meeting-child', 'meeting-guardians', 'attendance');
CREATE CONSTRAINT TRIGGER plan_version_statistics AFTER INSERT ON plan_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION app_count_for_statistics('id', '', 'meeting-to-plan', 'plan-parts', 'plan-words');
CREATE CONSTRAINT TRIGGER plan_follow_up_statistics AFTER INSERT ON plan_follow_up DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION app_count_for_statistics('id', '', 'follow-up', 'follow-up-child');
CREATE CONSTRAINT TRIGGER meeting_active AFTER INSERT ON meeting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'closed') EXECUTE FUNCTION app_count_active();
CREATE CONSTRAINT TRIGGER meeting_active_change AFTER UPDATE ON meeting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state = 'closed' AND OLD.state <> 'closed') EXECUTE FUNCTION app_count_active();
CREATE CONSTRAINT TRIGGER plan_version_active AFTER INSERT ON plan_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_active();
CREATE CONSTRAINT TRIGGER plan_follow_up_active AFTER INSERT ON plan_follow_up DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_active();
CREATE CONSTRAINT TRIGGER evaluation_statistics AFTER INSERT ON evaluation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION app_count_for_statistics('id', '', 'goal', 'intervention');
CREATE CONSTRAINT TRIGGER consent_giver_statistics AFTER INSERT ON consent_giver DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.answer <> 'pending') EXECUTE FUNCTION app_count_for_statistics('consent_id', 'person_id', 'consent');
CREATE CONSTRAINT TRIGGER consent_giver_statistics_change AFTER UPDATE ON consent_giver DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.answer <> 'pending' AND OLD.answer = 'pending') EXECUTE FUNCTION app_count_for_statistics('consent_id', 'person_id', 'consent');
CREATE CONSTRAINT TRIGGER consent_statistics AFTER UPDATE ON consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.withdrawn_on IS NOT NULL AND OLD.withdrawn_on IS NULL) EXECUTE FUNCTION app_count_for_statistics('id', '', 'consent-withdrawn');
CREATE CONSTRAINT TRIGGER plan_request_statistics AFTER UPDATE ON plan_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION app_count_for_statistics('id', '', 'request');

-- The views and functions belong to whom they read for: the numbers to statistics, everything before to the fence.
ALTER VIEW statistics_activity OWNER TO samplan_fence;
ALTER VIEW statistics_fact OWNER TO samplan_fence;
ALTER VIEW statistics_source OWNER TO samplan_fence;
ALTER VIEW statistics_count OWNER TO samplan_fence;
ALTER FUNCTION app_keep_statistics(text, uuid, uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_keep_active(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_count_active() OWNER TO samplan_fence;
ALTER FUNCTION app_count_for_statistics() OWNER TO samplan_fence;
ALTER FUNCTION app_rebuild_statistics(date) OWNER TO samplan_fence;
ALTER FUNCTION app_statistics_fewest(uuid, date) OWNER TO samplan_fence;
ALTER FUNCTION app_statistics_counts() OWNER TO samplan_stats;
GRANT EXECUTE ON FUNCTION app_today(), app_half_year(date) TO samplan_stats;
RESET ROLE;
SET ROLE samplan_fence;
GRANT SELECT ON statistics_count TO samplan_stats;
GRANT EXECUTE ON FUNCTION app_statistics_fewest(uuid, date), app_own_principal() TO samplan_stats;
SELECT app_rebuild_statistics('0001-01-01');
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM samplan_stats;
REVOKE samplan_stats FROM samplan_owner;
