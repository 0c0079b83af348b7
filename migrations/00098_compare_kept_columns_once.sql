-- +goose Up
-- What keeps columns from changing turned the whole row into JSON twice for each column; once for both rows is enough (quality P7).
SET ROLE samplan_owner;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION keep_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_old jsonb := to_jsonb(OLD); v_new jsonb := to_jsonb(NEW); column_name text;
BEGIN
  FOREACH column_name IN ARRAY TG_ARGV LOOP
    IF v_new -> column_name IS DISTINCT FROM v_old -> column_name THEN
      RAISE EXCEPTION 'column %.% cannot change', TG_TABLE_NAME, column_name USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
-- +goose StatementEnd
RESET ROLE;
