-- +goose Up
-- The queue of jobs, in a schema of its own: the tables as River 0.51 wants them (a test holds them against what River
-- itself would make). samplan_worker takes jobs out and works on them; the server may only put in what concerns the one who
-- asks, in the transaction of the change. A job holds ids and a day, never what they stand for: the database refuses others.
-- +goose StatementBegin
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(7265771);
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samplan_worker') THEN CREATE ROLE samplan_worker NOLOGIN; END IF;
END $$;
-- +goose StatementEnd
CREATE SCHEMA job AUTHORIZATION samplan_owner;
GRANT USAGE ON SCHEMA public TO samplan_worker;

SET ROLE samplan_owner;
COMMENT ON SCHEMA job IS 'The queue of jobs';
GRANT USAGE ON SCHEMA job TO samplan_worker, samplan_app;
CREATE TYPE job.river_job_state AS ENUM ('available', 'cancelled', 'completed', 'discarded', 'pending', 'retryable', 'running', 'scheduled');
COMMENT ON TYPE job.river_job_state IS 'How far a job has come';

-- +goose StatementBegin
-- Whether a job can be told by ids and days alone.
CREATE FUNCTION job.args_are_ids(p_args jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT jsonb_typeof(p_args) = 'object' AND NOT EXISTS (SELECT FROM jsonb_each(p_args) a
    WHERE jsonb_typeof(a.value) <> 'string' OR a.value #>> '{}' !~
      '^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2})$') $$;
-- River keeps states as bits, so that a job can be one of its kind as long as it is in one of them.
CREATE FUNCTION job.river_job_state_in_bitmask(bitmask bit(8), state job.river_job_state) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT get_bit(bitmask, 8 - array_position(
    ARRAY['available', 'cancelled', 'completed', 'discarded', 'pending', 'retryable', 'running', 'scheduled']::job.river_job_state[], state)) = 1 $$;
-- +goose StatementEnd
COMMENT ON FUNCTION job.args_are_ids(jsonb) IS 'Whether a job is told by ids and days alone';
COMMENT ON FUNCTION job.river_job_state_in_bitmask(bit, job.river_job_state) IS 'Whether a state is among those that the bits stand for';

CREATE TABLE job.river_job (
  id bigserial PRIMARY KEY,
  state job.river_job_state NOT NULL DEFAULT 'available',
  attempt smallint NOT NULL DEFAULT 0,
  max_attempts smallint NOT NULL DEFAULT 25,
  attempted_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  finalized_at timestamptz,
  scheduled_at timestamptz NOT NULL DEFAULT now(),
  priority smallint NOT NULL DEFAULT 1,
  args jsonb NOT NULL,
  attempted_by text[],
  errors jsonb[],
  kind text NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}',
  queue text NOT NULL DEFAULT 'default',
  tags varchar(255)[] NOT NULL DEFAULT '{}',
  unique_key bytea,
  unique_states bit(8),
  CONSTRAINT args_are_ids CHECK (job.args_are_ids(args)),
  CONSTRAINT finalized_or_finalized_at_null CHECK (
    (finalized_at IS NULL AND state NOT IN ('cancelled', 'completed', 'discarded'))
    OR (finalized_at IS NOT NULL AND state IN ('cancelled', 'completed', 'discarded'))),
  CONSTRAINT kind_length CHECK (char_length(kind) > 0 AND char_length(kind) < 128),
  CONSTRAINT max_attempts_is_positive CHECK (max_attempts > 0),
  CONSTRAINT priority_in_range CHECK (priority >= 1 AND priority <= 4),
  CONSTRAINT queue_length CHECK (char_length(queue) > 0 AND char_length(queue) < 128)
);
CREATE INDEX river_job_kind ON job.river_job (kind);
CREATE INDEX river_job_state_and_finalized_at_index ON job.river_job (state, finalized_at) WHERE finalized_at IS NOT NULL;
CREATE INDEX river_job_prioritized_fetching_index ON job.river_job (state, queue, priority, scheduled_at, id);
CREATE INDEX river_job_args_index ON job.river_job USING gin (args);
CREATE INDEX river_job_metadata_index ON job.river_job USING gin (metadata);
CREATE UNIQUE INDEX river_job_unique_idx ON job.river_job (unique_key)
  WHERE unique_key IS NOT NULL AND unique_states IS NOT NULL AND job.river_job_state_in_bitmask(unique_states, state);

CREATE UNLOGGED TABLE job.river_leader (
  elected_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  leader_id text NOT NULL,
  name text PRIMARY KEY DEFAULT 'default',
  CONSTRAINT leader_id_length CHECK (char_length(leader_id) > 0 AND char_length(leader_id) < 128),
  CONSTRAINT name_length CHECK (name = 'default')
);
CREATE TABLE job.river_queue (
  name text PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now(),
  metadata jsonb NOT NULL DEFAULT '{}',
  paused_at timestamptz,
  updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE job.river_notification (
  id bigserial PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now(),
  payload text NOT NULL,
  topic text NOT NULL,
  CONSTRAINT topic_length CHECK (length(topic) > 0 AND length(topic) < 128)
);
CREATE INDEX river_notification_created_at_idx ON job.river_notification (created_at);
CREATE INDEX river_notification_topic_id_idx ON job.river_notification (topic, id);

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['river_job', 'river_leader', 'river_queue', 'river_notification'] LOOP
    EXECUTE format('ALTER TABLE job.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE job.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON job.%I TO samplan_worker USING (true) WITH CHECK (true)', t || '_work', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON job.%I TO samplan_worker', t);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT USAGE ON SEQUENCE job.river_job_id_seq TO samplan_worker, samplan_app;
GRANT USAGE ON SEQUENCE job.river_notification_id_seq TO samplan_worker;
REVOKE EXECUTE ON FUNCTION job.args_are_ids(jsonb), job.river_job_state_in_bitmask(bit, job.river_job_state) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job.args_are_ids(jsonb), job.river_job_state_in_bitmask(bit, job.river_job_state) TO samplan_worker, samplan_app;

COMMENT ON TABLE job.river_job IS 'A job: what is to be done, told by ids, and how far it has come';
COMMENT ON COLUMN job.river_job.id IS 'Number of the job';
COMMENT ON COLUMN job.river_job.state IS 'How far it has come; discarded ones are the dead letters';
COMMENT ON COLUMN job.river_job.attempt IS 'How often it was tried';
COMMENT ON COLUMN job.river_job.max_attempts IS 'How often it is tried at most';
COMMENT ON COLUMN job.river_job.attempted_at IS 'Last tried';
COMMENT ON COLUMN job.river_job.created_at IS 'Put in';
COMMENT ON COLUMN job.river_job.finalized_at IS 'Done, given up or thrown away';
COMMENT ON COLUMN job.river_job.scheduled_at IS 'Not before';
COMMENT ON COLUMN job.river_job.priority IS 'From 1, the first';
COMMENT ON COLUMN job.river_job.args IS 'Ids and days of what is to be done';
COMMENT ON COLUMN job.river_job.attempted_by IS 'Workers that tried it';
COMMENT ON COLUMN job.river_job.errors IS 'What went wrong, as codes of a closed list';
COMMENT ON COLUMN job.river_job.kind IS 'What is to be done';
COMMENT ON COLUMN job.river_job.metadata IS 'River''s own notes';
COMMENT ON COLUMN job.river_job.queue IS 'The queue';
COMMENT ON COLUMN job.river_job.tags IS 'Not used';
COMMENT ON COLUMN job.river_job.unique_key IS 'Hash of what there is one job of';
COMMENT ON COLUMN job.river_job.unique_states IS 'The states in which there is one';
COMMENT ON TABLE job.river_leader IS 'The worker that looks after the queue';
COMMENT ON COLUMN job.river_leader.elected_at IS 'Since';
COMMENT ON COLUMN job.river_leader.expires_at IS 'Until, unless it goes on';
COMMENT ON COLUMN job.river_leader.leader_id IS 'The worker';
COMMENT ON COLUMN job.river_leader.name IS 'There is one';
COMMENT ON TABLE job.river_queue IS 'Queues that workers take from';
COMMENT ON COLUMN job.river_queue.name IS 'Name of the queue';
COMMENT ON COLUMN job.river_queue.created_at IS 'First used';
COMMENT ON COLUMN job.river_queue.metadata IS 'River''s own notes';
COMMENT ON COLUMN job.river_queue.paused_at IS 'When it was paused';
COMMENT ON COLUMN job.river_queue.updated_at IS 'Last used';
COMMENT ON TABLE job.river_notification IS 'What River''s workers tell each other';
COMMENT ON COLUMN job.river_notification.id IS 'Number';
COMMENT ON COLUMN job.river_notification.created_at IS 'When';
COMMENT ON COLUMN job.river_notification.payload IS 'What';
COMMENT ON COLUMN job.river_notification.topic IS 'For whom';
RESET ROLE;
