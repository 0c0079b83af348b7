//go:build !release

package bench

// loading is what is written, in order. Each plan is about a child of its own; its worker leads it, and the two other
// units have a case and a caseworker of their own. A consent in force opens the walls for goals, interventions and
// participation; every fourth child has an older consent, withdrawn, with an exclusion.
var loading = []string{
	`SET session_replication_role = replica`,
	`CREATE FUNCTION pg_temp.bench_id(kind int, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
	   SELECT (lpad(to_hex(26869760 + n), 8, '0') || '-0000-7000-' || to_hex(32768 + kind) || '-0000' || lpad(to_hex(n), 8, '0'))::uuid $$`,
	`CREATE TEMP TABLE triad AS SELECT v.n, v.one, v.two, v.three, a.branch_id AS one_in, b.branch_id AS two_in, c.branch_id AS three_in
	   FROM (VALUES {triads}) v (n, one, two, three)
	   JOIN unit_place a ON a.unit_id = v.one AND a.valid @> current_date
	   JOIN unit_place b ON b.unit_id = v.two AND b.valid @> current_date
	   JOIN unit_place c ON c.unit_id = v.three AND c.valid @> current_date`,
	`CREATE TEMP TABLE child AS SELECT c, t.one, t.two, t.three, t.one_in, t.two_in, t.three_in, pg_temp.bench_id(1, c) AS id, pg_temp.bench_id(6, c) AS plan,
	     pg_temp.bench_id(3, c % {workers}) AS person, pg_temp.bench_id(4, 2 * (c % {workers})) AS second, pg_temp.bench_id(4, 2 * (c % {workers}) + 1) AS third
	   FROM generate_series(0, {plans} - 1) c JOIN triad t ON t.n = (c % {workers}) % {leads}`,
	`ANALYZE child`,
	`INSERT INTO person (id, staff_name) SELECT pg_temp.bench_id(3, w), 'Handläggare ' || w FROM generate_series(0, {workers} - 1) w`,
	`INSERT INTO person (id, staff_name) SELECT pg_temp.bench_id(4, w), 'Medarbetare ' || w FROM generate_series(0, 2 * {workers} - 1) w`,
	`INSERT INTO login (issuer, subject, person_id) SELECT $1, 'worker-' || w || '@samplan.example', pg_temp.bench_id(3, w) FROM generate_series(0, {workers} - 1) w`,
	`INSERT INTO assignment (id, person_id, unit_id, role, valid)
	   SELECT pg_temp.bench_id(5, w), pg_temp.bench_id(3, w), t.one, 'caseworker', daterange('2021-01-01', NULL)
	   FROM generate_series(0, {workers} - 1) w JOIN triad t ON t.n = w % {leads}`,
	`INSERT INTO person (id, birth_date) SELECT id, current_date - 2000 - c % 3000 FROM child`,
	`INSERT INTO person (id, birth_date) SELECT pg_temp.bench_id(2, g), current_date - 12000 - g % 5000 FROM generate_series(0, 2 * {plans} - 1) g`,
	`INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
	   SELECT pg_temp.bench_id(11, 3 * c + k::int), id, u, 'Barn', 'Nummer' || c, current_date - 2000 - c % 3000, 'ansökan', daterange('2024-01-01', NULL)
	   FROM child, unnest(ARRAY[one, two, three]) WITH ORDINALITY x (u, k)`,
	`INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
	   SELECT pg_temp.bench_id(12, 3 * c + k::int), id, u, p, daterange('2024-01-01', NULL)
	   FROM child, unnest(ARRAY[one, two, three], ARRAY[person, second, third]) WITH ORDINALITY x (u, p, k)`,
	`INSERT INTO relation (id, child_id, person_id, unit_id, kind, given_name, family_name, valid)
	   SELECT pg_temp.bench_id(13, 2 * c + k), id, pg_temp.bench_id(2, 2 * c + k), one, 'parent-custodian', 'Vuxen', 'Nummer' || c, daterange('2015-01-01', NULL)
	   FROM child, generate_series(0, 1) k`,
	`INSERT INTO plan (id, child_id, kind, status, legal_basis, lead_unit_id, next_follow_up_on, informed_on, created_on, created_at)
	   SELECT plan, id, 'sip', (ARRAY['noted', 'informed', 'consenting', 'preparing', 'called', 'met'])[1 + c % 6], 'sol-2025-400-10-8', one,
	     CASE WHEN c % 3 = 0 THEN current_date + 30 END, current_date - 200, current_date - 200, now() - make_interval(mins => 300000 - c)
	   FROM child`,
	`INSERT INTO party (id, plan_id, unit_id, added_by_unit_id, mode, state, contact_id, added_on, answered_on)
	   SELECT pg_temp.bench_id(8, 3 * c + k::int), plan, u, one, 'called', 'accepted', p, current_date - 199, current_date - 190
	   FROM child, unnest(ARRAY[one, two, three], ARRAY[person, second, third]) WITH ORDINALITY x (u, p, k)`,
	`INSERT INTO item (id, plan_id, kind, owner_unit_id, category, visibility, title, body, horizon, goal_id, contact_name, starts_on, status,
	     author_id, author_kind, created_on)
	   SELECT pg_temp.bench_id(7, {items} * c + n), plan, kind, CASE WHEN n < 14 THEN one WHEN n < 22 THEN two ELSE three END,
	     CASE kind WHEN 'goal' THEN 'goals' WHEN 'note' THEN 'support-needs' ELSE 'interventions' END,
	     CASE WHEN kind = 'note' OR n % 5 = 4 THEN 'unit' WHEN n % 5 = 0 THEN 'family' ELSE 'parties' END,
	     CASE kind WHEN 'intervention' THEN 'Stödsamtal varje vecka ' || n END,
	     'Barnet ska få stöd i vardagen så att skolgången fungerar, och de vuxna ska veta vem de kan vända sig till. Uppgift ' || n || '.',
	     CASE WHEN kind = 'goal' THEN CASE WHEN n % 2 = 0 THEN 'long' ELSE 'short' END END,
	     CASE WHEN kind = 'intervention' AND n < 14 THEN pg_temp.bench_id(7, {items} * c + 3 * (n / 3)) END,
	     CASE WHEN kind = 'intervention' THEN 'Kontaktperson ' || n END,
	     CASE WHEN kind = 'intervention' THEN current_date - 100 END,
	     CASE WHEN kind = 'intervention' THEN 'ongoing' END,
	     CASE WHEN n < 14 THEN person WHEN n < 22 THEN second ELSE third END, 'staff', current_date - 150
	   FROM child, generate_series(0, {items} - 1) n,
	     LATERAL (SELECT CASE WHEN n IN (12, 13) THEN 'note' WHEN n % 3 = 0 THEN 'goal' ELSE 'intervention' END AS kind) k`,
	`INSERT INTO confirmation (id, plan_id, party_id, person_id, confirmed_on, created_at)
	   SELECT pg_temp.bench_id(14, c), plan, pg_temp.bench_id(8, 3 * c + 1), person, current_date - 20, now() FROM child WHERE c % 2 = 0`,
	`INSERT INTO consent (id, child_id, unit_id, kind, purpose, form, recorder_id, valid_from, valid_to, withdrawn_on, created_at)
	   SELECT pg_temp.bench_id(9, c), id, one, 'share', 'samordning', 'written', person, current_date - 180, current_date + 180, NULL, now() FROM child
	   UNION ALL
	   SELECT pg_temp.bench_id(10, c), id, one, 'share', 'samordning', 'oral', person, current_date - 300, current_date + 60, current_date - 181, now() FROM child WHERE c % 4 = 0`,
	`INSERT INTO consent_giver (consent_id, person_id, capacity, answer, answered_on)
	   SELECT a.id, r.person_id, 'guardian', 'given', a.valid_from FROM consent a JOIN relation r ON r.child_id = a.child_id`,
	`INSERT INTO consent_scope (consent_id, from_branch_id, to_branch_id, category)
	   SELECT a.id, x.giver, x.receiver, g FROM consent a JOIN child d ON d.id = a.child_id,
	     unnest(ARRAY[two_in, three_in, one_in, one_in, two_in, three_in], ARRAY[one_in, one_in, two_in, three_in, three_in, two_in]) x (giver, receiver),
	     unnest(ARRAY['goals', 'interventions', 'participation']) g`,
	`INSERT INTO consent_exclusion (consent_id, item_id) SELECT pg_temp.bench_id(10, c), pg_temp.bench_id(7, {items} * c + 15) FROM child WHERE c % 4 = 0`,
	`SET session_replication_role = origin`,
}
