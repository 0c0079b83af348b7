-- +goose Up
-- Functions that are asked in most requests are planned once for a connection. One in SQL that keeps its own search path
-- is parsed and planned each time: of a guardian's way in that was a third.
SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_family_ages(p_unit uuid, OUT child_from int, OUT guardian_until int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO pg_catalog, public AS $function$
BEGIN
  SELECT r.child_sees_from, r.guardian_sees_until INTO child_from, guardian_until
    FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
    JOIN principal_routine r ON r.principal_id = a.principal_id
   WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1;
END $function$;

CREATE OR REPLACE FUNCTION app_consents() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO pg_catalog, public AS $function$
BEGIN
  RETURN QUERY SELECT c.id FROM consent c WHERE c.unit_id = ANY (app_own_units())
    UNION SELECT s.consent_id FROM consent_scope s WHERE s.from_branch_id = app_branch() OR s.to_branch_id = app_branch()
    UNION SELECT g.consent_id FROM consent_giver g WHERE g.person_id = app_person();
END $function$;

CREATE OR REPLACE FUNCTION app_told_consents() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO pg_catalog, public AS $function$
BEGIN
  RETURN QUERY SELECT c.id FROM consent c WHERE c.unit_id = ANY (app_own_units())
    UNION SELECT c.id FROM consent_giver g JOIN consent c ON c.id = g.consent_id
     WHERE g.person_id = app_person() AND app_knows_place(c.child_id);
END $function$;
-- +goose StatementEnd
RESET ROLE;
