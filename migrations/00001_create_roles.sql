-- +goose Up
-- Roles are shared by all databases of a cluster, so they are made only where they are missing.
-- samplan_owner owns every table and serves nobody; samplan_fence owns the functions that look across walls on the
-- server's behalf; samplan_app is the login of the server and owns nothing.
-- +goose StatementBegin
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(7265771);
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samplan_owner') THEN CREATE ROLE samplan_owner NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samplan_fence') THEN CREATE ROLE samplan_fence NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samplan_migrate') THEN CREATE ROLE samplan_migrate LOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samplan_app') THEN CREATE ROLE samplan_app LOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samplan_sealer') THEN CREATE ROLE samplan_sealer NOLOGIN; END IF;
  GRANT samplan_fence TO samplan_owner;
  GRANT samplan_owner TO samplan_migrate;
END $$;
-- +goose StatementEnd
CREATE EXTENSION IF NOT EXISTS btree_gist;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO samplan_owner, samplan_fence;
GRANT USAGE ON SCHEMA public TO samplan_app, samplan_sealer;

SET ROLE samplan_owner;

-- Who is asking, as the door has said for this transaction. After a commit the settings read '', which is nobody.
CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
CREATE FUNCTION app_unit() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.unit', true), '')::uuid $$;
CREATE FUNCTION app_branch() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.branch', true), '')::uuid $$;
CREATE FUNCTION app_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.today', true), '')::date $$;
CREATE FUNCTION app_own_units() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.own_units', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION app_family_plans() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.family_plans', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION app_family_files() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.family_files', true), ''), '{}')::text[] $$;
CREATE FUNCTION app_plan() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.plan', true), '')::uuid $$;
CREATE FUNCTION app_open() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.open', true), ''), '{}')::text[] $$;
CREATE FUNCTION app_excluded() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.excluded', true), ''), '{}')::uuid[] $$;

COMMENT ON FUNCTION app_person() IS 'The person who asks, or NULL';
COMMENT ON FUNCTION app_unit() IS 'The unit of the assignment that is acted under, or NULL';
COMMENT ON FUNCTION app_branch() IS 'The secrecy domain in which that unit lies today, or NULL';
COMMENT ON FUNCTION app_today() IS 'The Swedish calendar day of the request';
COMMENT ON FUNCTION app_own_units() IS 'All units that lie in the same secrecy domain today';
COMMENT ON FUNCTION app_family_plans() IS 'The plans that the person may see as guardian or as the child itself';
COMMENT ON FUNCTION app_family_files() IS 'child:unit pairs of those plans: the cases that lend them the child''s name';
COMMENT ON FUNCTION app_plan() IS 'The plan at hand, whose open walls are known';
COMMENT ON FUNCTION app_open() IS 'unit:category pairs whose wall to the own unit is open in the plan at hand';
COMMENT ON FUNCTION app_excluded() IS 'Items that a consent in force keeps back from the own domain';

-- A row whose named columns may never change again.
-- +goose StatementBegin
CREATE FUNCTION keep_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE column_name text;
BEGIN
  FOREACH column_name IN ARRAY TG_ARGV LOOP
    IF to_jsonb(NEW) -> column_name IS DISTINCT FROM to_jsonb(OLD) -> column_name THEN
      RAISE EXCEPTION 'column %.% cannot change', TG_TABLE_NAME, column_name USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION keep_columns() IS 'Trigger: the columns named as arguments are written once';
COMMENT ON FUNCTION keep_row() IS 'Trigger: rows are only ever added';

CREATE DOMAIN short_text AS text CHECK (length(VALUE) BETWEEN 1 AND 200);
CREATE DOMAIN free_text AS text CHECK (length(VALUE) BETWEEN 1 AND 4000);
CREATE DOMAIN reason_text AS text CHECK (length(VALUE) BETWEEN 1 AND 1000);
COMMENT ON DOMAIN short_text IS 'A name or title';
COMMENT ON DOMAIN free_text IS 'What somebody has written; its own item with owner and category';
COMMENT ON DOMAIN reason_text IS 'Why something was done';
RESET ROLE;
