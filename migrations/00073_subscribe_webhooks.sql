-- +goose Up
-- A client is told of events where it listens (webhooks). Of the secret that it is signed with nothing is kept: it follows from a
-- key of the service, the subscription and how often it was changed. A delivery is kept with when it was tried and what came of it,
-- nothing of any answer.
SET ROLE samplan_owner;
CREATE TABLE webhook (
  id uuid PRIMARY KEY,
  client_id uuid NOT NULL REFERENCES client,
  address text NOT NULL CHECK (length(address) BETWEEN 1 AND 500),
  kinds text[] NOT NULL CHECK (cardinality(kinds) <= 50),
  is_paused boolean NOT NULL,
  generation int NOT NULL DEFAULT 1,
  secret_since timestamptz NOT NULL,
  old_until timestamptz,
  told_to bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  stopped_at timestamptz,
  ended_at timestamptz,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX webhook_client ON webhook (client_id);
CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhook,
  event_id uuid REFERENCES event ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead', 'dropped')),
  next_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  tried_at timestamptz[] NOT NULL DEFAULT '{}',
  outcomes text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  UNIQUE (webhook_id, event_id)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, next_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_event ON webhook_delivery (event_id);
COMMENT ON TABLE webhook IS 'Where a client listens to events (webhook)';
COMMENT ON COLUMN webhook.id IS 'Identity';
COMMENT ON COLUMN webhook.client_id IS 'Whose it is';
COMMENT ON COLUMN webhook.address IS 'Where to';
COMMENT ON COLUMN webhook.kinds IS 'Of which events; all when there are none';
COMMENT ON COLUMN webhook.is_paused IS 'Whether the client wants nothing for now';
COMMENT ON COLUMN webhook.generation IS 'How often the secret was changed';
COMMENT ON COLUMN webhook.secret_since IS 'Since when the secret is this one';
COMMENT ON COLUMN webhook.old_until IS 'Until when the one before is signed with, too';
COMMENT ON COLUMN webhook.told_to IS 'Up to where in the order of all events it has been looked. Never shown';
COMMENT ON COLUMN webhook.created_at IS 'When it was made';
COMMENT ON COLUMN webhook.stopped_at IS 'When the receiver said that nobody is there any more (410)';
COMMENT ON COLUMN webhook.ended_at IS 'When it was ended';
COMMENT ON COLUMN webhook.version IS 'For If-Match';
COMMENT ON TABLE webhook_delivery IS 'An event on its way to where a client listens, and what came of it';
COMMENT ON COLUMN webhook_delivery.id IS 'Identity';
COMMENT ON COLUMN webhook_delivery.webhook_id IS 'Where to';
COMMENT ON COLUMN webhook_delivery.event_id IS 'Which event; none: a test';
COMMENT ON COLUMN webhook_delivery.state IS 'Waiting, delivered, given up, or dropped since its client may not see it any longer';
COMMENT ON COLUMN webhook_delivery.next_at IS 'When it is tried next';
COMMENT ON COLUMN webhook_delivery.attempts IS 'How often it was tried since it was asked for';
COMMENT ON COLUMN webhook_delivery.tried_at IS 'When it was tried, the last times';
COMMENT ON COLUMN webhook_delivery.outcomes IS 'What came of it: a status, or a word of a closed list';
COMMENT ON COLUMN webhook_delivery.created_at IS 'When it was put in';

-- +goose StatementBegin
-- Where something may have to be told: to whom it may be is asked as the client itself.
CREATE FUNCTION app_due_webhooks(p_now timestamptz, p_today date) RETURNS TABLE(webhook_id uuid, client_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT w.id, w.client_id FROM webhook w JOIN client c ON c.id = w.client_id
   WHERE w.ended_at IS NULL AND w.stopped_at IS NULL AND NOT w.is_paused AND c.ended_at IS NULL AND c.valid @> p_today AND 'events' = ANY (c.scopes)
     AND (EXISTS (SELECT FROM event e WHERE e.position IS NULL) OR EXISTS (SELECT FROM event e WHERE e.position > w.told_to)
       OR EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.state = 'waiting' AND d.next_at <= p_now))
   ORDER BY w.id $$;
CREATE FUNCTION app_last_event() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$ SELECT coalesce(max(e.position), 0) FROM event e $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_due_webhooks(timestamptz, date) IS 'Webhooks where something may have to be told';
COMMENT ON FUNCTION app_last_event() IS 'Up to where the order of events goes';
ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook FORCE ROW LEVEL SECURITY;
ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_fence ON webhook FOR SELECT TO samplan_fence USING (true);
CREATE POLICY webhook_delivery_fence ON webhook_delivery FOR SELECT TO samplan_fence USING (true);
GRANT SELECT ON webhook, webhook_delivery TO samplan_fence;
CREATE POLICY webhook_own ON webhook TO samplan_app USING (client_id = app_system());
CREATE POLICY webhook_delivery_own ON webhook_delivery TO samplan_app USING (EXISTS (SELECT FROM webhook w WHERE w.id = webhook_id));
GRANT SELECT, INSERT ON webhook TO samplan_app;
GRANT UPDATE (address, kinds, is_paused, generation, secret_since, old_until, told_to, stopped_at, ended_at, version) ON webhook TO samplan_app;
GRANT SELECT, INSERT ON webhook_delivery TO samplan_app;
GRANT UPDATE (state, next_at, attempts, tried_at, outcomes) ON webhook_delivery TO samplan_app;
REVOKE EXECUTE ON FUNCTION app_due_webhooks(timestamptz, date), app_last_event() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_due_webhooks(timestamptz, date), app_last_event() TO samplan_app;
ALTER FUNCTION app_due_webhooks(timestamptz, date) OWNER TO samplan_fence;
ALTER FUNCTION app_last_event() OWNER TO samplan_fence;
RESET ROLE;
