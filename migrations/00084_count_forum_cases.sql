-- +goose Up
-- Cases that are raised in groups are counted as other things that happen (R57): by principal, service and half-year, of no age, since
-- a case has no child. A group's own count would tell of few; that of a principal is told as all others are, of enough alone.
SET ROLE samplan_owner;
ALTER TABLE statistics_event DROP CONSTRAINT statistics_event_kind_check, ADD CONSTRAINT statistics_event_kind_check CHECK (kind IN ('plan-started',
  'plan-active', 'plan-closed', 'need-to-call', 'call-to-meeting', 'meeting-to-plan', 'meeting-child', 'meeting-guardians', 'attendance', 'plan-parts',
  'plan-words', 'follow-up', 'follow-up-child', 'goal', 'intervention', 'consent', 'consent-withdrawn', 'request', 'forum-case'));
RESET ROLE;

SET ROLE samplan_fence;
CREATE OR REPLACE VIEW statistics_fact AS
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
    FROM plan_request q WHERE q.state IN ('planned', 'refused', 'withdrawn')
  UNION ALL SELECT 'forum-case', c.id, NULL, NULL, NULL::uuid, c.unit_id, c.raised_on, NULL, NULL, NULL FROM forum_case c;

CREATE OR REPLACE VIEW statistics_source AS
  SELECT f.kind, f.key, f.part, o.id AS principal_id, app_half_year(f.on_day) AS term,
    coalesce(o.municipality_code, CASE WHEN c.protection = 'none' THEN (SELECT z.municipality_code
      FROM party y JOIN principal z ON z.id = app_principal_on(y.unit_id, f.on_day)
     WHERE y.plan_id = f.plan_id AND y.added_on <= f.on_day AND z.municipality_code IS NOT NULL ORDER BY y.added_on, y.id LIMIT 1) END) AS municipality,
    u.secrecy_class AS service, app_age_band(c.birth_date, f.on_day) AS age,
    coalesce((SELECT CASE WHEN substr(i.value, 11, 1) IN ('1', '3', '5', '7', '9') THEN 'male' ELSE 'female' END FROM person_identifier i
      WHERE i.person_id = c.id AND i.type IN ('personnummer', 'samordningsnummer') ORDER BY i.type, i.value LIMIT 1), 'unknown') AS sex,
    f.answer, f.days, f.entry
  FROM statistics_fact f JOIN unit u ON u.id = f.unit_id JOIN principal o ON o.id = app_principal_on(f.unit_id, f.on_day) LEFT JOIN person c ON c.id = f.child_id;
RESET ROLE;

SET ROLE samplan_owner;
CREATE CONSTRAINT TRIGGER forum_case_statistics AFTER INSERT ON forum_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION app_count_for_statistics('id', '', 'forum-case');
RESET ROLE;

-- Those that have been raised already.
SET ROLE samplan_fence;
INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex)
SELECT s.kind, s.principal_id, s.term, s.municipality, s.service, s.age, s.sex FROM statistics_source s WHERE s.kind = 'forum-case' ORDER BY gen_random_uuid();
RESET ROLE;
