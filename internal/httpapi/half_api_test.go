package httpapi_test

import (
	"fmt"
	"testing"
)

// plant makes the n-th statement that writes, in whatever table, fail once.
const plant = `
CREATE SEQUENCE planted_count;
CREATE TABLE planted (at int);
INSERT INTO planted VALUES (0);
CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF nextval('planted_count') = (SELECT at FROM planted) THEN RAISE EXCEPTION '` + canary + `'; END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = 'samplan_owner' LOOP
    EXECUTE format('CREATE TRIGGER planted BEFORE INSERT OR UPDATE OR DELETE ON %I EXECUTE FUNCTION planted()', t);
  END LOOP;
END $$;`

// TestNothingIsHalfDone lets each statement of each command fail once: the caller gets a problem, nothing at all is
// stored, and the same request under the same key then succeeds (F7).
func TestNothingIsHalfDone(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.exec(plant)
	for n, s := range w.samples {
		if s.method == "GET" || s.onlyLooks() {
			continue
		}
		w.exec(`UPDATE planted SET at = 0`)
		c := w.As(s.who)
		headers, failures := s.headers(c, fmt.Sprintf("half-done-%d", n)), 0
		for rows := w.rows(); ; failures++ {
			w.exec(`UPDATE planted SET at = $1`, failures+1)
			w.exec(`SELECT setval('planted_count', 1, false)`)
			a := c.Send(s.method, s.path(), s.or(nil), headers...)
			if a.Status < 300 {
				break
			}
			if code := a.Text("code"); code != "internal" && code != "unavailable" || a.Status < 500 || failures > 30 {
				t.Fatalf("%s, statement %d: got %d %s", s.name, failures+1, a.Status, a.Body)
			}
			a.Hides(inside...)
			w.wantRows(t, rows)
		}
		if failures < 2 { // what is asked for, and the log
			t.Errorf("%s: only %d statements failed", s.name, failures)
		}
	}
}
