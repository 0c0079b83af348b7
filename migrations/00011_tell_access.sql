-- +goose Up
-- What the log tells, and to whom: the log extract of the family (loggutdrag, R37), reviews of the log (R40), flags of
-- searches that reach unusually far, and who could see a thing on a day. audit_entry itself stays closed to the server;
-- each of the functions below gives back only what the one who asks may have. Those that read the log belong to a role of
-- their own, samplan_log: neither the fence nor the owner of the tables can read the log.
-- +goose StatementBegin
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(7265771);
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samplan_log') THEN CREATE ROLE samplan_log NOLOGIN; END IF;
  GRANT samplan_log TO samplan_owner; -- until it has been given its functions, below
END $$;
-- +goose StatementEnd
GRANT USAGE, CREATE ON SCHEMA public TO samplan_log;
SET ROLE samplan_owner;
CREATE TABLE log_setting (
  principal_id uuid PRIMARY KEY REFERENCES principal,
  names_staff boolean NOT NULL DEFAULT false,
  wide_searches int NOT NULL DEFAULT 20 CHECK (wide_searches > 0),
  wide_lists int NOT NULL DEFAULT 60 CHECK (wide_lists > 0),
  wide_children int NOT NULL DEFAULT 15 CHECK (wide_children > 0)
);
CREATE TABLE log_review (
  id uuid PRIMARY KEY,
  principal_id uuid NOT NULL REFERENCES principal,
  unit_id uuid REFERENCES unit,
  own_unit boolean NOT NULL,
  rule text NOT NULL CHECK (rule IN ('random', 'after-hours', 'many-children', 'refused', 'blind-searches')),
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day >= from_day AND to_day - from_day < 93),
  sample_size int NOT NULL CHECK (sample_size BETWEEN 1 AND 100),
  seed bytea NOT NULL CHECK (length(seed) = 32),
  found int NOT NULL CHECK (found >= 0),
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  CHECK (NOT own_unit OR unit_id IS NOT NULL)
);
CREATE INDEX log_review_principal ON log_review (principal_id, created_at);
CREATE TABLE log_review_entry (
  review_id uuid NOT NULL REFERENCES log_review,
  entry_id uuid NOT NULL,
  position int NOT NULL CHECK (position > 0),
  child_number int CHECK (child_number > 0),
  PRIMARY KEY (review_id, entry_id),
  UNIQUE (review_id, position)
);
CREATE TABLE log_verdict (
  id uuid PRIMARY KEY,
  review_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('justified', 'unclear', 'unjustified')),
  note reason_text,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  FOREIGN KEY (review_id, entry_id) REFERENCES log_review_entry,
  CHECK (verdict = 'justified' OR note IS NOT NULL)
);
CREATE INDEX log_verdict_entry ON log_verdict (review_id, entry_id, created_at);
CREATE TRIGGER log_review_kept BEFORE UPDATE OR DELETE ON log_review FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER log_review_entry_kept BEFORE UPDATE OR DELETE ON log_review_entry FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER log_verdict_kept BEFORE UPDATE OR DELETE ON log_verdict FOR EACH ROW EXECUTE FUNCTION keep_row();
-- A list is about many children and names none of them in child_id: they are found by the rows it showed (R36). The index
-- holds lists alone, so that reads of one child do not pay for it.
CREATE INDEX audit_entry_rows ON audit_entry USING gin (objects) WHERE child_id IS NULL AND objects <> '{}';

-- +goose StatementBegin
CREATE FUNCTION app_own_principal() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.principal_id FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
   WHERE u.unit_id = app_unit() AND u.valid @> app_today() $$;

-- Where a unit lay on a day: the log tells of the organisation as it was then.
CREATE FUNCTION app_place_on(p_unit uuid, p_day date, OUT authority text, OUT principal text, OUT principal_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.name, h.name, h.id FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
    JOIN principal h ON h.id = a.principal_id
   WHERE u.unit_id = p_unit AND u.valid @> p_day $$;

-- On which days which unit took part in the plans of the family, by the parties that the family sees. What a reorganisation
-- handed over was the former unit's until its day, and the new unit's own before that day is not the family's to know;
-- where it cannot be told any more who held it, neither is said. (The tables of reorganisations come with a later step:
-- a body like this is read when it runs.)
CREATE FUNCTION app_family_parts(p_parties uuid[])
RETURNS TABLE (plan_id uuid, child_id uuid, unit_id uuid, first_day date, last_day date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH part AS (
    SELECT y.plan_id, p.child_id, y.unit_id, coalesce(y.answered_on, y.added_on) AS first_day, coalesce(y.left_on, 'infinity') AS last_day,
           y.taken_over_on IS NOT NULL AS is_handed
      FROM party y JOIN plan p ON p.id = y.plan_id
     WHERE y.id = ANY (p_parties) AND y.plan_id = ANY (app_family_plans()) AND y.state IN ('accepted', 'left')),
  hand_over AS (
    SELECT c.child_id, c.to_unit_id, max(r.takes_effect_on) AS on_day, (array_agg(c.unit_id))[1] AS from_unit_id, count(*) AS times
      FROM reorganisation_case c JOIN reorganisation r ON r.id = c.reorganisation_id GROUP BY 1, 2)
  SELECT t.plan_id, t.child_id, t.unit_id, CASE WHEN t.is_handed THEN greatest(t.first_day, h.on_day) ELSE t.first_day END, t.last_day
    FROM part t LEFT JOIN hand_over h ON h.child_id = t.child_id AND h.to_unit_id = t.unit_id
  UNION ALL
  SELECT t.plan_id, t.child_id, h.from_unit_id, greatest(t.first_day, b.on_day), least(t.last_day, h.on_day - 1)
    FROM part t JOIN hand_over h ON h.child_id = t.child_id AND h.to_unit_id = t.unit_id AND h.times = 1
    LEFT JOIN hand_over b ON b.child_id = t.child_id AND b.to_unit_id = h.from_unit_id
   WHERE t.is_handed;
END $$;

-- The log extract of the one who asks as guardian or as the child (R37). It tells of a unit for the days on which that unit
-- takes part in a plan that the asker sees (p_parties: the parties that row-level security shows the asker); of the unit's work with that plan, with items in it that the asker sees (the
-- item that an operation is about is the last that its entry names; before it stand those that were read on the way), with
-- consents that the asker was asked for, and with the case. Everything else in the log has no trace in it: other units,
-- items that are withheld or not meant for the family, refusals, what other citizens did, and every operation that none of
-- the lists names. The reads of the asker are the asker's own to see.
CREATE FUNCTION app_log_extract(p_child uuid, p_parties uuid[], p_from timestamptz, p_to timestamptz, p_plan text[], p_item text[], p_call text[],
                                p_consent text[], p_case text[], p_own text[])
RETURNS TABLE (entry_id uuid, at timestamptz, operation text, child_id uuid, own boolean, role text, unit_name text, authority_name text,
               principal_name text, staff_name text, given_name text, family_name text, protection text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH mine AS MATERIALIZED (
    SELECT p.id, p.child_id, p.lead_unit_id FROM plan p WHERE p.id = ANY (app_family_plans()) AND (p_child IS NULL OR p.child_id = p_child)),
  kid AS MATERIALIZED (
    SELECT DISTINCT ON (m.child_id) m.child_id, f.given_name, f.family_name, ch.protection
      FROM mine m JOIN person ch ON ch.id = m.child_id
      LEFT JOIN case_file f ON f.child_id = m.child_id AND f.unit_id = m.lead_unit_id AND f.valid @> app_today()
     ORDER BY m.child_id, f.id),
  part AS MATERIALIZED (SELECT f.* FROM app_family_parts(p_parties) f JOIN mine m ON m.id = f.plan_id),
  called AS MATERIALIZED (SELECT y.id, y.unit_id, m.child_id FROM mine m JOIN party y ON y.plan_id = m.id WHERE y.id = ANY (p_parties)),
  shown AS MATERIALIZED (
    SELECT i.id, m.id AS plan_id, m.child_id FROM mine m JOIN item i ON i.plan_id = m.id
     WHERE i.visibility = 'family' AND i.id <> ALL (app_withheld())),
  asked AS MATERIALIZED (
    SELECT c.id, k.child_id FROM consent_giver g JOIN consent c ON c.id = g.consent_id JOIN kid k ON k.child_id = c.child_id
     WHERE g.person_id = app_person()),
  entry AS (
    SELECT e.*, (e.at AT TIME ZONE 'Europe/Stockholm')::date AS day, k.child_id AS kid
      FROM kid k JOIN audit_entry e ON e.child_id = k.child_id
     WHERE e.at >= p_from AND e.at < p_to AND e.outcome = 'done'
    UNION ALL
    SELECT e.*, (e.at AT TIME ZONE 'Europe/Stockholm')::date, k.child_id
      FROM audit_entry e CROSS JOIN kid k
     WHERE e.child_id IS NULL AND e.objects <> '{}' AND e.at >= p_from AND e.at < p_to AND e.outcome = 'done'
       AND e.objects && ARRAY(SELECT v.child_id FROM kid v UNION ALL SELECT v.id FROM mine v UNION ALL SELECT v.id FROM called v
                              UNION ALL SELECT v.id FROM asked v))
  SELECT e.id, e.at, e.operation, e.kid, e.actor_kind = 'citizen', e.role, n.name, w.authority, w.principal,
         (SELECT s.staff_name FROM person s JOIN log_setting t ON t.principal_id = w.principal_id AND t.names_staff WHERE s.id = e.person_id),
         k.given_name, k.family_name, k.protection
    FROM entry e JOIN kid k ON k.child_id = e.kid
    LEFT JOIN unit n ON n.id = e.unit_id
    LEFT JOIN LATERAL app_place_on(e.unit_id, e.day) w ON true
   WHERE e.actor_kind = 'citizen' AND e.person_id = app_person() AND e.operation = ANY (p_own)
         AND (e.plan_id IS NULL OR e.plan_id IN (SELECT m.id FROM mine m WHERE m.child_id = e.kid))
         AND (e.child_id = e.kid OR e.kid = ANY (e.objects) OR EXISTS (SELECT FROM mine m WHERE m.child_id = e.kid AND m.id = ANY (e.objects))
              OR EXISTS (SELECT FROM asked a WHERE a.child_id = e.kid AND a.id = ANY (e.objects)))
      OR e.actor_kind = 'staff' AND (
         e.operation = ANY (p_plan) AND EXISTS (
           SELECT FROM part t WHERE t.child_id = e.kid AND t.unit_id = e.unit_id AND e.day BETWEEN t.first_day AND t.last_day
              AND (t.plan_id = e.plan_id OR e.plan_id IS NULL AND t.plan_id = ANY (e.objects)))
      OR e.operation = ANY (p_item) AND EXISTS (
           SELECT FROM part t JOIN shown s ON s.plan_id = t.plan_id
            WHERE t.child_id = e.kid AND t.unit_id = e.unit_id AND e.day BETWEEN t.first_day AND t.last_day AND s.id = e.objects[cardinality(e.objects)])
      OR e.operation = ANY (p_call) AND EXISTS (
           SELECT FROM called c WHERE c.child_id = e.kid AND c.unit_id = e.unit_id AND c.id = ANY (e.objects))
      OR e.operation = ANY (p_consent) AND EXISTS (
           SELECT FROM part t JOIN asked a ON a.child_id = t.child_id
            WHERE t.child_id = e.kid AND t.unit_id = e.unit_id AND e.day BETWEEN t.first_day AND t.last_day AND a.id = ANY (e.objects))
      OR e.operation = ANY (p_case) AND (e.child_id = e.kid OR e.kid = ANY (e.objects)) AND EXISTS (
           SELECT FROM part t WHERE t.child_id = e.kid AND t.unit_id = e.unit_id AND e.day BETWEEN t.first_day AND t.last_day)) $$;

-- The thresholds of the own principal; the usual ones where it has said nothing.
CREATE FUNCTION app_log_limits(OUT wide_searches int, OUT wide_lists int, OUT wide_children int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(max(s.wide_searches), 20), coalesce(max(s.wide_lists), 60), coalesce(max(s.wide_children), 15)
    FROM log_setting s WHERE s.principal_id = app_own_principal() $$;

-- The entries that a review may be about: what staff did in the days of the review, at the units that the reviewer answers
-- for, never the reviewer's own (R40), never an operation of a compartment (p_hidden).
CREATE FUNCTION app_review_scope(p_unit uuid, p_own_unit boolean, p_from timestamptz, p_to timestamptz, p_hidden text[])
RETURNS SETOF audit_entry
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.* FROM audit_entry e
   WHERE e.at >= p_from AND e.at < p_to AND e.actor_kind = 'staff' AND e.person_id <> app_person() AND e.operation <> ALL (p_hidden)
     AND (p_unit IS NULL OR e.unit_id = p_unit)
     AND CASE WHEN p_own_unit THEN e.unit_id = app_unit()
              ELSE (app_place_on(e.unit_id, (e.at AT TIME ZONE 'Europe/Stockholm')::date)).principal_id = app_own_principal() END $$;

-- The sample of a review: of all that its rule finds, as many as wanted, in an order that the seed alone decides.
CREATE FUNCTION app_review_sample(p_unit uuid, p_own_unit boolean, p_from timestamptz, p_to timestamptz, p_hidden text[], p_rule text,
                                  p_size int, p_seed bytea)
RETURNS TABLE (entry_id uuid, child_number int, found int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH e AS MATERIALIZED (
    SELECT s.*, s.at AT TIME ZONE 'Europe/Stockholm' AS local FROM app_review_scope(p_unit, p_own_unit, p_from, p_to, p_hidden) s),
  hit AS (
    SELECT e.id, e.at, e.child_id FROM e
     WHERE CASE p_rule
       WHEN 'random' THEN e.outcome = 'done' AND e.objects <> '{}'
       WHEN 'after-hours' THEN e.outcome = 'done' AND e.objects <> '{}'
         AND (extract(isodow FROM e.local) > 5 OR extract(hour FROM e.local) NOT BETWEEN 6 AND 19)
       WHEN 'many-children' THEN e.child_id IS NOT NULL AND (e.person_id, date_trunc('hour', e.at)) IN (
         SELECT v.person_id, date_trunc('hour', v.at) FROM e v GROUP BY 1, 2
         HAVING count(DISTINCT v.child_id) > (SELECT wide_children FROM app_log_limits()))
       WHEN 'refused' THEN e.outcome IN ('denied', 'not-found') AND (e.person_id, e.local::date) IN (
         SELECT v.person_id, v.local::date FROM e v WHERE v.outcome IN ('denied', 'not-found') GROUP BY 1, 2 HAVING count(*) >= 5)
       WHEN 'blind-searches' THEN e.operation = 'FindChild' AND e.outcome = 'done' AND e.objects = '{}' AND (e.person_id, e.local::date) IN (
         SELECT v.person_id, v.local::date FROM e v WHERE v.operation = 'FindChild' AND v.outcome = 'done' AND v.objects = '{}'
          GROUP BY 1, 2 HAVING count(*) >= 5)
       ELSE false END),
  chosen AS (
    SELECT h.*, count(*) OVER ()::int AS found FROM hit h ORDER BY sha256(p_seed || uuid_send(h.id)) LIMIT p_size),
  met AS (SELECT c.child_id, row_number() OVER (ORDER BY min((c.at, c.id)::text))::int AS n FROM chosen c WHERE c.child_id IS NOT NULL GROUP BY c.child_id)
  SELECT c.id, m.n, c.found FROM chosen c LEFT JOIN met m ON m.child_id = c.child_id ORDER BY c.at, c.id $$;

-- The entries of a review, without the reviewer's own. Who the child is, is told only to the child's own unit, of a case
-- that is open there (p_named); an entry that has been weeded since is gone from here too.
CREATE FUNCTION app_review_entries(p_review uuid, p_named boolean)
RETURNS TABLE (entry_id uuid, at timestamptz, operation text, outcome text, staff_name text, role text, unit_id uuid, objects int,
               child_number int, purpose text, child_id uuid, given_name text, family_name text, protection text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, e.at, e.operation, e.outcome, s.staff_name, e.role, e.unit_id, cardinality(e.objects), r.child_number,
         CASE WHEN f.id IS NOT NULL THEN e.purpose END, f.child_id, f.given_name, f.family_name, CASE WHEN f.id IS NOT NULL THEN ch.protection END
    FROM log_review v JOIN log_review_entry r ON r.review_id = v.id JOIN audit_entry e ON e.id = r.entry_id
    LEFT JOIN person s ON s.id = e.person_id
    LEFT JOIN person ch ON ch.id = e.child_id
    LEFT JOIN case_file f ON p_named AND f.child_id = e.child_id AND f.unit_id = app_unit() AND f.valid @> app_today()
   WHERE v.id = p_review AND e.person_id <> app_person()
     AND CASE WHEN p_named THEN v.own_unit AND v.unit_id = app_unit() ELSE v.principal_id = app_own_principal() END
   ORDER BY r.position $$;

-- Hours in which somebody of the own principal searched, listed or opened unusually much. They are drawn from the log when
-- they are asked for: nothing has to be counted while people work, and no counter can be wrong.
CREATE FUNCTION app_log_flags(p_from timestamptz, p_to timestamptz, p_hidden text[])
RETURNS TABLE (kind text, hour timestamptz, person_id uuid, staff_name text, role text, unit_id uuid, reached int, threshold int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH per AS (
    SELECT e.person_id, e.role, e.unit_id, date_trunc('hour', e.at) AS hour,
           count(*) FILTER (WHERE e.operation = 'FindChild')::int AS searches,
           count(*) FILTER (WHERE e.operation LIKE 'List%')::int AS lists,
           count(DISTINCT e.child_id)::int AS children
      FROM app_review_scope(NULL, false, p_from, p_to, p_hidden) e WHERE e.outcome = 'done' GROUP BY 1, 2, 3, 4)
  SELECT v.kind, p.hour, p.person_id, s.staff_name, p.role, p.unit_id, v.reached, v.threshold
    FROM per p CROSS JOIN app_log_limits() l
    CROSS JOIN LATERAL (VALUES ('searches', p.searches, l.wide_searches), ('lists', p.lists, l.wide_lists),
                               ('children', p.children, l.wide_children)) v (kind, reached, threshold)
    LEFT JOIN person s ON s.id = p.person_id
   WHERE v.reached > v.threshold $$;

-- Who could see an item on a day, for the data protection officer of the principal that holds it: the people whose
-- assignments, cases and parts of that day, with the consents of that day, would have let them. It says nothing of what
-- the item says or of whom it is about. The first row, of rule 'item', is there when the item is one of the own
-- principal's. Rows of other principals name nobody.
--
-- What is kept with its days is taken as of the day: places, assignments, cases, who works with them, parties, consents
-- with their answers, disclosures, blocks, custody, assessments, withholdings. What is not kept so is taken as it stands:
-- the item's visibility, category and named readers, whose it is and whose the part is after a reorganisation handed them
-- over, the ages of the routine profile, and the policy.
CREATE FUNCTION app_explain_item(p_item uuid, p_day date)
RETURNS TABLE (rule text, unit_id uuid, secrecy_class text, own_principal boolean, role text, person_id uuid, staff_name text, works daterange,
               has_case daterange, named boolean, consent_id uuid, disclosure_id uuid, ground text, paragraph text, opens daterange)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v item%ROWTYPE; v_plan plan%ROWTYPE; v_today text := current_setting('app.today', true); v_principal uuid := app_own_principal(); v_class text;
BEGIN
  SELECT i.* INTO v FROM item i WHERE i.id = p_item AND (app_place_on(i.owner_unit_id, app_today())).principal_id = v_principal;
  IF v.id IS NULL THEN RETURN; END IF;
  SELECT p.* INTO v_plan FROM plan p WHERE p.id = v.plan_id;
  SELECT n.secrecy_class INTO v_class FROM unit n WHERE n.id = v.owner_unit_id;
  rule := 'item'; unit_id := v.owner_unit_id; secrecy_class := v_class; own_principal := true;
  RETURN NEXT;
  IF v.created_on > p_day THEN RETURN; END IF;
  PERFORM set_config('app.today', p_day::text, true); -- consents are weighed as of that day
  RETURN QUERY
  WITH holder AS (SELECT q.branch_id, greatest(lower(q.valid), v.taken_over_on) AS placed FROM unit_place q WHERE q.unit_id = v.owner_unit_id AND q.valid @> p_day),
  share AS MATERIALIZED (
    SELECT c.id, c.kind, c.valid_from, least(c.valid_to, c.withdrawn_on) AS ends FROM consent c
     WHERE c.child_id = v_plan.child_id AND c.kind IN ('share', 'other-person') AND p_day BETWEEN c.valid_from AND least(c.valid_to, c.withdrawn_on)
       AND NOT EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = c.id AND g.answered_on > p_day)
       AND app_is_given(c.id, c.child_id, c.unit_id)),
  part AS (
    SELECT y.unit_id, m.branch_id, greatest(lower(m.valid), y.taken_over_on) AS placed, coalesce(y.answered_on, y.added_on) AS first_day, y.left_on AS last_day
      FROM party y JOIN unit_place m ON m.unit_id = y.unit_id AND m.valid @> p_day
     WHERE y.plan_id = v.plan_id AND y.state IN ('accepted', 'left')
       AND coalesce(y.answered_on, y.added_on) <= p_day AND coalesce(y.left_on, 'infinity') >= p_day),
  blocked AS (
    SELECT FROM care_block b WHERE b.child_id = v_plan.child_id AND b.unit_id = v.owner_unit_id AND b.set_on <= p_day
       AND (b.lifted_on IS NULL OR b.lifted_on > p_day)),
  reached AS (
    SELECT 'own' AS rule, q.unit_id, NULL::uuid AS consent_id, NULL::uuid AS disclosure_id, NULL AS ground, NULL AS paragraph, NULL::daterange AS opens
      FROM holder h JOIN unit_place q ON q.branch_id = h.branch_id AND q.valid @> p_day
     WHERE q.unit_id = v.owner_unit_id OR NOT EXISTS (SELECT FROM blocked)
    UNION ALL
    SELECT 'released', y.unit_id, c.id, NULL, 'consent', NULL, daterange(greatest(c.valid_from, y.first_day), least(c.ends, y.last_day), '[]')
      FROM part y CROSS JOIN holder h
      JOIN part o ON o.unit_id = v.owner_unit_id
      JOIN share c ON y.placed <= c.valid_from AND h.placed <= c.valid_from AND o.placed <= c.valid_from
      JOIN consent_scope s ON s.consent_id = c.id AND s.from_branch_id = h.branch_id AND s.to_branch_id = y.branch_id AND s.category = v.category
     WHERE c.kind = 'share' AND v.visibility IN ('parties', 'family') AND y.branch_id <> h.branch_id AND NOT EXISTS (SELECT FROM blocked)
       AND NOT EXISTS (SELECT FROM consent_exclusion x JOIN share z ON z.id = x.consent_id
                         JOIN consent_scope t ON t.consent_id = x.consent_id AND t.to_branch_id = y.branch_id WHERE x.item_id = v.id)
       AND NOT EXISTS (SELECT FROM item_subject j WHERE j.item_id = v.id AND (j.ended_on IS NULL OR j.ended_on > p_day) AND NOT EXISTS (
             SELECT FROM share z JOIN consent_giver g ON g.consent_id = z.id AND g.person_id = j.person_id AND g.capacity = 'subject'
               JOIN consent_scope t ON t.consent_id = z.id AND t.from_branch_id = h.branch_id AND t.to_branch_id = y.branch_id AND t.category = v.category
              WHERE z.kind = 'other-person' AND y.placed <= z.valid_from AND h.placed <= z.valid_from))
    UNION ALL
    SELECT 'released', y.unit_id, NULL, d.id, d.ground, d.paragraph::text, daterange(greatest(d.decided_on, y.first_day), least(d.valid_to, d.ended_on, y.last_day), '[]')
      FROM part y CROSS JOIN holder h
      JOIN disclosure d ON d.item_id = v.id AND d.to_unit_id = y.unit_id AND p_day BETWEEN d.decided_on AND least(d.valid_to, d.ended_on)
     WHERE v.visibility IN ('parties', 'family') AND NOT EXISTS (SELECT FROM blocked) AND y.placed <= d.decided_on AND h.placed <= d.decided_on
       AND EXISTS (SELECT FROM part o WHERE o.unit_id = v.owner_unit_id))
  SELECT r.rule, r.unit_id, n.secrecy_class, w.principal_id = v_principal, a.role, CASE WHEN w.principal_id = v_principal THEN a.person_id END,
         CASE WHEN w.principal_id = v_principal THEN s.staff_name::text END, k.valid, f.valid,
         v.visibility <> 'named' AND coalesce(v.kept_apart_on > p_day, true) OR EXISTS (SELECT FROM item_named d WHERE d.item_id = v.id AND d.person_id = a.person_id),
         r.consent_id, r.disclosure_id, r.ground, r.paragraph, r.opens
    FROM reached r JOIN unit n ON n.id = r.unit_id
    CROSS JOIN LATERAL app_place_on(r.unit_id, p_day) w
    JOIN assignment a ON a.unit_id = r.unit_id AND a.valid @> p_day
    JOIN person s ON s.id = a.person_id
    LEFT JOIN case_worker k ON k.child_id = v_plan.child_id AND k.unit_id = r.unit_id AND k.person_id = a.person_id AND k.valid @> p_day
    LEFT JOIN case_file f ON f.child_id = v_plan.child_id AND f.unit_id = r.unit_id AND f.valid @> p_day
   ORDER BY r.rule, n.name, r.unit_id, a.role, s.staff_name, a.id, r.consent_id, r.disclosure_id;
  IF v.visibility = 'family' AND v_plan.informed_on <= p_day THEN
    RETURN QUERY
    SELECT DISTINCT 'family', NULL::uuid, NULL::text, false, t.who, NULL::uuid, NULL::text, NULL::daterange, NULL::daterange, true,
           NULL::uuid, NULL::uuid, NULL::text, NULL::text, NULL::daterange
      FROM app_family_ages(v_plan.lead_unit_id) g
      CROSS JOIN LATERAL (
        SELECT 'child' AS who, v_plan.child_id AS person
         WHERE p_day >= app_birth_date(v_plan.child_id, v_plan.lead_unit_id) + make_interval(years => g.child_from)
        UNION ALL
        SELECT 'guardian', r.person_id FROM relation r
         WHERE r.child_id = v_plan.child_id AND r.unit_id = v_plan.lead_unit_id AND r.valid @> p_day
           AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
           AND p_day < app_birth_date(v_plan.child_id, v_plan.lead_unit_id) + make_interval(years => g.guardian_until)) t
     WHERE NOT EXISTS (SELECT FROM withholding h WHERE h.item_id = v.id AND h.decided_on <= p_day AND (h.ended_on IS NULL OR h.ended_on > p_day)
                          AND (h.person_id = t.person OR h.person_id IS NULL AND t.who = 'guardian'))
       AND NOT EXISTS (SELECT FROM item_subject j WHERE j.item_id = v.id AND (j.ended_on IS NULL OR j.ended_on > p_day) AND j.person_id <> t.person)
     ORDER BY 5;
  END IF;
  PERFORM set_config('app.today', v_today, true);
END $$;

-- How the log used the policy in a span of time, for trying a candidate policy on it: how often which role did what by
-- which reach, and through which wall. No person, no child, no unit.
CREATE FUNCTION app_log_tally(p_from timestamptz, p_to timestamptz)
RETURNS TABLE (operation text, role text, outcome text, reach text, ground text, giver text, receiver text, requests bigint, objects bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.operation, CASE WHEN e.actor_kind = 'citizen' THEN 'citizen' ELSE e.role END, e.outcome, o.reach,
         CASE WHEN i.id IS NOT NULL THEN coalesce(d.ground, 'consent') END, g.secrecy_class, h.secrecy_class, count(DISTINCT e.id), count(o.object)
    FROM audit_entry e
    LEFT JOIN LATERAL unnest(e.objects, e.reaches, e.grounds) o (object, reach, ground) ON true
    LEFT JOIN item i ON o.ground IS NOT NULL AND i.id = o.object
    LEFT JOIN disclosure d ON d.id = o.ground
    LEFT JOIN unit g ON g.id = i.owner_unit_id
    LEFT JOIN unit h ON i.id IS NOT NULL AND h.id = e.unit_id
   WHERE e.at >= p_from AND e.at < p_to AND e.actor_kind IN ('staff', 'citizen')
   GROUP BY 1, 2, 3, 4, 5, 6, 7 $$;
-- +goose StatementEnd

COMMENT ON FUNCTION app_explain_item(uuid, date) IS 'Who could see an item on a day';
COMMENT ON FUNCTION app_log_tally(timestamptz, timestamptz) IS 'How the log used the policy, in numbers';
COMMENT ON TABLE log_setting IS 'What each principal has decided about its log; without a row the usual holds';
COMMENT ON COLUMN log_setting.principal_id IS 'Whose decision';
COMMENT ON COLUMN log_setting.names_staff IS 'Whether a log extract names members of staff (R37)';
COMMENT ON COLUMN log_setting.wide_searches IS 'Searches for children in an hour that are not yet unusual';
COMMENT ON COLUMN log_setting.wide_lists IS 'Lists in an hour that are not yet unusual';
COMMENT ON COLUMN log_setting.wide_children IS 'Children opened in an hour that are not yet unusual';
COMMENT ON TABLE log_review IS 'A review of the log (R40)';
COMMENT ON COLUMN log_review.id IS 'Identity';
COMMENT ON COLUMN log_review.principal_id IS 'The principal whose log is reviewed';
COMMENT ON COLUMN log_review.unit_id IS 'The unit whose staff is reviewed; NULL for all units';
COMMENT ON COLUMN log_review.own_unit IS 'Made by the unit''s own manager, for that unit alone';
COMMENT ON COLUMN log_review.rule IS 'What was looked for';
COMMENT ON COLUMN log_review.from_day IS 'First day of the log';
COMMENT ON COLUMN log_review.to_day IS 'Last day';
COMMENT ON COLUMN log_review.sample_size IS 'How many entries were wanted';
COMMENT ON COLUMN log_review.seed IS 'What decided the sample, so that it can be drawn again';
COMMENT ON COLUMN log_review.found IS 'How many entries the rule found';
COMMENT ON COLUMN log_review.person_id IS 'Who made it';
COMMENT ON COLUMN log_review.created_at IS 'When';
COMMENT ON TABLE log_review_entry IS 'The sample of a review. An entry may be weeded later, so it is named and not referred to';
COMMENT ON COLUMN log_review_entry.review_id IS 'The review';
COMMENT ON COLUMN log_review_entry.entry_id IS 'The log entry';
COMMENT ON COLUMN log_review_entry.position IS 'Its place in the sample';
COMMENT ON COLUMN log_review_entry.child_number IS 'Stands for the child within this review';
COMMENT ON TABLE log_verdict IS 'What a reviewer found about an entry (R40); a later one is added, never put in its place';
COMMENT ON COLUMN log_verdict.id IS 'Identity';
COMMENT ON COLUMN log_verdict.review_id IS 'The review';
COMMENT ON COLUMN log_verdict.entry_id IS 'The log entry';
COMMENT ON COLUMN log_verdict.verdict IS 'The finding';
COMMENT ON COLUMN log_verdict.note IS 'Why';
COMMENT ON COLUMN log_verdict.person_id IS 'Who found it, never the one whom the entry is about';
COMMENT ON COLUMN log_verdict.created_at IS 'When';
COMMENT ON FUNCTION app_own_principal() IS 'The principal of the own unit today';
COMMENT ON FUNCTION app_place_on(uuid, date) IS 'Authority and principal of a unit on a day';
COMMENT ON FUNCTION app_family_parts(uuid[]) IS 'Which unit took part in the family''s plans, on which days';
COMMENT ON FUNCTION app_log_extract(uuid, uuid[], timestamptz, timestamptz, text[], text[], text[], text[], text[], text[]) IS 'The log extract of the family';
COMMENT ON FUNCTION app_review_scope(uuid, boolean, timestamptz, timestamptz, text[]) IS 'Log entries that the caller may review';
COMMENT ON FUNCTION app_review_sample(uuid, boolean, timestamptz, timestamptz, text[], text, int, bytea) IS 'Draws the sample of a review';
COMMENT ON FUNCTION app_log_limits() IS 'What the own principal holds for unusual';
COMMENT ON FUNCTION app_review_entries(uuid, boolean) IS 'The entries of a review, so far as the caller may know of them';
COMMENT ON FUNCTION app_log_flags(timestamptz, timestamptz, text[]) IS 'Hours of unusually wide use';

-- +goose StatementBegin
DO $$
DECLARE t text; f regprocedure;
BEGIN
  FOREACH t IN ARRAY ARRAY['log_setting', 'log_review', 'log_review_entry', 'log_verdict'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['log_setting', 'branch', 'authority', 'principal', 'item_named', 'withholding'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_told', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['audit_entry', 'log_setting', 'log_review', 'log_review_entry', 'plan', 'party', 'item', 'person', 'case_file',
      'consent', 'consent_giver', 'disclosure', 'unit'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_log USING (true)', t || '_log', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_log', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_own_principal()', 'app_place_on(uuid, date)', 'app_family_parts(uuid[])', 'app_log_limits()', 'app_explain_item(uuid, date)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_log_extract(uuid, uuid[], timestamptz, timestamptz, text[], text[], text[], text[], text[], text[])',
      'app_review_scope(uuid, boolean, timestamptz, timestamptz, text[])',
      'app_review_sample(uuid, boolean, timestamptz, timestamptz, text[], text, int, bytea)',
      'app_review_entries(uuid, boolean)', 'app_log_flags(timestamptz, timestamptz, text[])', 'app_log_tally(timestamptz, timestamptz)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_log', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY log_setting_keep ON log_setting TO samplan_owner USING (true);
CREATE POLICY log_review_read ON log_review FOR SELECT TO samplan_app USING (principal_id = app_own_principal());
CREATE POLICY log_review_add ON log_review FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND principal_id = app_own_principal() AND (NOT own_unit OR unit_id = app_unit()));
GRANT SELECT, INSERT ON log_review TO samplan_app;
CREATE POLICY log_review_entry_read ON log_review_entry FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM log_review v WHERE v.id = review_id));
CREATE POLICY log_review_entry_add ON log_review_entry FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM log_review v WHERE v.id = review_id AND v.person_id = app_person()));
GRANT SELECT, INSERT ON log_review_entry TO samplan_app;
CREATE POLICY log_verdict_read ON log_verdict FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM log_review v WHERE v.id = review_id));
CREATE POLICY log_verdict_add ON log_verdict FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND entry_id IN (SELECT e.entry_id FROM app_review_entries(review_id, false) e));
GRANT SELECT, INSERT ON log_verdict TO samplan_app;
GRANT EXECUTE ON FUNCTION app_person(), app_unit(), app_today(), app_family_plans(), app_withheld() TO samplan_log;
RESET ROLE;
SET ROLE samplan_fence;
GRANT EXECUTE ON FUNCTION app_own_principal(), app_log_limits(), app_explain_item(uuid, date) TO samplan_app;
GRANT EXECUTE ON FUNCTION app_own_principal(), app_log_limits(), app_place_on(uuid, date), app_family_parts(uuid[]) TO samplan_log;
RESET ROLE;
SET ROLE samplan_log;
GRANT EXECUTE ON FUNCTION app_log_extract(uuid, uuid[], timestamptz, timestamptz, text[], text[], text[], text[], text[], text[]),
  app_review_sample(uuid, boolean, timestamptz, timestamptz, text[], text, int, bytea), app_review_entries(uuid, boolean),
  app_log_flags(timestamptz, timestamptz, text[]) TO samplan_app;
GRANT EXECUTE ON FUNCTION app_log_tally(timestamptz, timestamptz) TO samplan_owner;
RESET ROLE;
REVOKE samplan_log FROM samplan_owner;
