package worlds

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Clear removes the facts of the world that was saved before, so that the next one can be.
func Clear(ctx context.Context, eraser *sql.DB) error {
	conn, err := eraser.Conn(ctx)
	if err != nil {
		return fmt.Errorf("clear world: %w", err)
	}
	defer func() { _ = conn.Close() }() // it goes back to the others
	var knows bool
	if err := conn.QueryRowContext(ctx, "SELECT to_regprocedure('pg_temp.clear_world()') IS NOT NULL").Scan(&knows); err != nil {
		return fmt.Errorf("clear world: %w", err)
	}
	if !knows {
		if _, err := conn.ExecContext(ctx, clearing()); err != nil {
			return fmt.Errorf("clear world: %w", err)
		}
	}
	if _, err := conn.ExecContext(ctx, "SELECT pg_temp.clear_world()"); err != nil {
		return fmt.Errorf("clear world: %w", err)
	}
	return nil
}

// clearing makes the function that removes everything, which plans its hundred statements once per connection. It is without
// triggers, since many of the rows are never to be removed; an eraser of tests is without them all the time, as a connection that
// comes and goes forgets its plans. TRUNCATE would make a hundred files anew.
func clearing() string {
	all := append([]string{
		"idempotency_key", "mail_told", "mail", "contact_address", "notification_mark", "client_token", "used_once", "statistics_event", "statistics_active",
		"webhook_delivery", "webhook", "event", "job.river_job", "person WHERE staff_name IS NULL", "intervention_catalogue WHERE principal_id IS NOT NULL",
		"request_receiver WHERE chosen_by IS NOT NULL", "group_member WHERE added_by IS NOT NULL", "collaboration_group WHERE created_by IS NOT NULL",
		"routine_choice WHERE chosen_by IS NOT NULL", "routine_version WHERE principal_id IS NOT NULL",
	}, tables[2:]...)
	return "CREATE FUNCTION pg_temp.clear_world() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM set_config('session_replication_role', 'replica', true);" +
		"UPDATE collaboration_group SET text_days = 180 WHERE text_days <> 180; DELETE FROM " + strings.Join(all, "; DELETE FROM ") + "; END $$"
}
