-- +goose Up
-- Where nobody has assessed a child's maturity, the routine profile says by its age who must consent (R16). The rows are a
-- column generated from the whole, so that the walls read a few numbers and not a document.
SET ROLE samplan_owner;
ALTER TABLE routine_version ADD COLUMN consent_ages jsonb NOT NULL GENERATED ALWAYS AS (whole -> 'consentAges') STORED;
COMMENT ON COLUMN routine_version.consent_ages IS 'Who consents for a child whose maturity nobody has assessed, by age in years (R16)';
CREATE OR REPLACE VIEW principal_routine WITH (security_invoker = true) AS
SELECT p.id AS principal_id, v.id AS version_id, v.child_sees_from, v.guardian_sees_until, v.reminder_days, v.review_working_days, v.fewest_told,
       v.consent_ages
  FROM principal p
  CROSS JOIN LATERAL (
    SELECT r.* FROM routine_version r
     WHERE r.code = coalesce((SELECT c.code FROM routine_choice c WHERE c.principal_id = p.id AND c.valid_from <= app_today()
                               ORDER BY c.created_at DESC, c.id DESC LIMIT 1), 'national')
       AND (r.principal_id = p.id OR r.principal_id IS NULL) AND r.valid_from <= app_today()
     ORDER BY r.principal_id IS NULL, r.valid_from DESC LIMIT 1) v;
RESET ROLE;

SET ROLE samplan_fence;
-- Who is to consent today for a child born on a day, by the routine of the unit's principal: the one place where these ages
-- are counted. Whoever is not yet born, or of whom no birthday is known, is in the hands of the guardians.
-- +goose StatementBegin
CREATE FUNCTION app_givers_by_age(p_unit uuid, p_birth date) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO pg_catalog, public AS $function$
BEGIN
  RETURN coalesce((
    SELECT a.givers
      FROM (SELECT r.consent_ages FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
              JOIN principal_routine r ON r.principal_id = a.principal_id
             WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1) r
     CROSS JOIN LATERAL jsonb_to_recordset(r.consent_ages) AS a ("fromAge" int, "untilAge" int, givers text)
     WHERE app_today() >= p_birth + make_interval(years => a."fromAge") AND app_today() < p_birth + make_interval(years => a."untilAge")),
    'guardians');
END $function$;

-- Without an assessment both count: those who must answer at the child's age today, and those who were asked. The first
-- lets a consent lapse on the birthday from which the child has a say that it was never asked for; the second keeps a
-- birthday from opening what waited for somebody's answer the day before. The ages are read only when they can matter.
CREATE OR REPLACE FUNCTION app_is_given(p_consent uuid, p_child uuid, p_unit uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER COST 10000 SET search_path TO pg_catalog, public AS $function$
DECLARE v_today date := app_today(); v_birth date := app_birth_date(p_child, p_unit);
BEGIN
  RETURN (SELECT CASE
      WHEN g.refused IS NOT FALSE THEN false
      WHEN g.subject IS NOT NULL THEN g.subject -- about another person: that person decides alone (R19)
      WHEN NOT (g.child OR g.adult) THEN false
      WHEN v_today >= v_birth + interval '18 years' OR m.outcome = 'child-alone' THEN g.child
      WHEN m.outcome IS NULL AND g.asked IS NULL THEN app_givers_by_age(p_unit, v_birth) = 'child-alone'
      WHEN m.outcome IS NULL AND NOT g.child AND (g.asks_child OR app_givers_by_age(p_unit, v_birth) <> 'guardians') THEN false
      WHEN NOT g.adult OR m.outcome = 'together' AND NOT g.child THEN false
      ELSE (SELECT coalesce(array_agg(r.person_id), '{}') <@ g.agreed AND g.asked <@ coalesce(array_agg(r.person_id), '{}')
              FROM relation r
             WHERE r.child_id = p_child AND r.unit_id = p_unit AND r.valid @> v_today
               AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man'))
    END
    FROM (SELECT bool_or(g.answer = 'refused') AS refused, bool_or(g.answer = 'given' AND g.capacity = 'child') AS child,
                 bool_or(g.capacity = 'child') AS asks_child,
                 bool_or(g.answer = 'given') FILTER (WHERE g.capacity = 'subject') AS subject,
                 bool_or(g.answer = 'given' AND g.capacity IN ('guardian', 'god-man')) AS adult,
                 array_agg(g.person_id) FILTER (WHERE g.answer IN ('given', 'hindered')) AS agreed,
                 array_agg(g.person_id) FILTER (WHERE g.capacity <> 'child') AS asked
            FROM consent_giver g WHERE g.consent_id = p_consent) g
    LEFT JOIN LATERAL (SELECT m.outcome FROM maturity_assessment m
                        WHERE m.child_id = p_child AND m.unit_id = p_unit AND m.assessed_on <= v_today
                        ORDER BY m.assessed_on DESC, m.created_at DESC LIMIT 1) m ON true);
END $function$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_givers_by_age(uuid, date) IS 'Who consents for a child born on a day whose maturity the unit has not assessed (R16)';
REVOKE EXECUTE ON FUNCTION app_givers_by_age(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_givers_by_age(uuid, date) TO samplan_app;
RESET ROLE;
