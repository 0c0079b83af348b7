package httpapi_test

import (
	"fmt"
	"slices"
	"testing"

	"samplan/internal/testkit"
)

// TestS20EmergenciesAreLogged: each step is in the log with child and purpose, each item with the access that opened it.
func TestS20EmergenciesAreLogged(t *testing.T) {
	t.Parallel()
	w := newWard(t, before)
	e := w.inEmergency("bup")
	e.vera.Get(e.items).Want(200)
	w.As("bibi").Post("/emergency-accesses/"+e.access+"/reviews", object{"verdict": "justified", "note": canary}).Want(201)
	for operation, want := range map[string]string{
		"AskEmergency": "2 2 0", "OpenEmergency": "1 1 0", "ListEmergencyItems": "3 3 2", "ReviewEmergencyAccess": "2 0 0",
	} {
		var got string
		err := w.Owner.QueryRowContext(t.Context(), `SELECT cardinality(objects) || ' ' || cardinality(array_positions(reaches, 'emergency')) || ' ' ||
		    cardinality(array_positions(grounds, $3))
		  FROM audit_entry WHERE operation = $1 AND outcome = 'done' AND child_id = $2 AND (operation = 'ReviewEmergencyAccess' OR purpose = 'emergency access, danger to life')`,
			operation, w.child, e.access).Scan(&got)
		if err != nil || got != want {
			t.Errorf("%s: want objects, opened by emergency, on the ground of the access %q, got %q %v", operation, want, got, err)
		}
	}
	var told int
	if err := w.Owner.QueryRowContext(t.Context(), "SELECT count(*) FROM audit_entry a WHERE a::text LIKE $1", "%"+canary+"%").Scan(&told); err != nil || told > 0 {
		t.Errorf("the log tells why in %d entries, %v", told, err)
	}
}

// TestR38WhoIsTold: the managers of holder and opener see who opened what and why, the data protection officer of either
// principal that it was done; nobody else anything.
func TestR38WhoIsTold(t *testing.T) {
	t.Parallel()
	w := newWard(t, after)
	w.write("emi", "unit", "Vaccinerad")
	w.assign("rolf", "bvc", "unit-manager")
	w.assign("agnes", "emi", "unit-manager")
	w.assign("sam", "bup", "data-protection-officer")
	fromBUP, fromSchool := w.inEmergency("bup"), w.inEmergency("emi")
	for name, c := range map[string]struct {
		testkit.Client
		sees []string
	}{
		"the holder's manager":         {w.As("bibi"), []string{fromBUP.access}},
		"the school's manager":         {w.As("agnes").At("emi"), []string{fromSchool.access}},
		"the opener's manager":         {w.As("rolf").At("bvc"), []string{fromBUP.access, fromSchool.access}},
		"the same manager elsewhere":   {w.As("rolf").At("hs"), nil},
		"another manager":              {w.As("fia"), nil},
		"the region's officer":         {w.As("sam").At("bup"), []string{fromBUP.access, fromSchool.access}},
		"the city's officer":           {w.As("disa"), []string{fromSchool.access}},
		"a manager of social services": {w.As("kim"), nil},
	} {
		a := c.Get("/emergency-accesses").Want(200).Shows(fmt.Sprintf(`"totalRecords":%d`, len(c.sees)))
		for _, e := range []string{fromBUP.access, fromSchool.access} {
			if slices.Contains(c.sees, e) {
				a.Shows(e, "Vera Ängh", "Barnhälsovården Hisingen", "2021-01-04T", "2021-01-08")
			} else {
				a.Hides(e)
			}
		}
		if name == "the region's officer" || name == "the city's officer" {
			a.Hides(canary, w.child, "childId", "reason").Shows(`"danger":"life"`)
		} else if len(c.sees) > 0 {
			a.Shows(canary, w.child)
		}
	}
	for _, who := range []string{"vera", "bea", "karin", "lena", "sam", "amir", "lo"} {
		c := w.As(who)
		if who == "sam" {
			c = c.At("bou1") // a system administrator
		}
		c.Get("/emergency-accesses").Refused(403, "denied")
	}
}

// TestR38SomebodyElseReviews: a manager of holder or opener, never the one who opened, whatever they act as; a review
// stays; without one in time the access is overdue.
func TestR38SomebodyElseReviews(t *testing.T) {
	t.Parallel()
	w := newWard(t, after)
	w.assign("bibi", "bvc", "unit-manager")
	w.assign("rolf", "bvc", "unit-manager")
	w.assign("sam", "bup", "data-protection-officer")
	bibi := w.As("bibi").At("bvc")
	asked := bibi.Post("/emergency-inquiries", inDanger("lo")).Want(201).Text("id")
	access := bibi.Post("/emergency-inquiries/"+asked+"/openings", opening).Want(201).Text("id")
	at, finding := "/emergency-accesses/"+access+"/reviews", object{"verdict": "unjustified", "note": canary + " granskat"}
	for _, unit := range []string{"bvc", "bup"} {
		w.As("bibi").At(unit).Get("/emergency-accesses").Want(200).Shows(access)
		w.As("bibi").At(unit).Post(at, finding).Refused(403, "denied")
	}
	for _, who := range []string{"kim", "fia"} {
		w.As(who).Post(at, finding).Refused(404, "not-found")
	}
	for _, c := range []testkit.Client{w.As("bea"), w.As("vera"), w.As("sam").At("bup"), w.As("disa"), w.As("karin")} {
		c.Post(at, finding).Refused(403, "denied")
	}
	list := func() testkit.Answer { return w.As("bibi").At("bup").Get("/emergency-accesses").Want(200) }
	w.On("2021-01-08")
	list().Shows(`"isOverdue":false`, `"reviews":[]`)
	w.On("2021-01-09")
	list().Shows(`"isOverdue":true`)
	rolf := w.As("rolf").At("bvc")
	rolf.Post(at, finding).Want(201).Shows("Rolf Ask", canary+" granskat", `"verdict":"unjustified"`)
	rolf.Post(at, finding).Refused(409, "duplicate")
	list().Shows(`"isOverdue":false`, "Rolf Ask", `"verdict":"unjustified"`).Hides("granskat") // the note is for the reviewer's unit
	rolf.Get("/emergency-accesses").Want(200).Shows(canary + " granskat")
	w.As("sam").At("bup").Get("/emergency-accesses").Want(200).Shows("Rolf Ask", `"verdict":"unjustified"`).Hides(canary)
	for _, statement := range []string{
		"UPDATE emergency_review SET verdict = 'justified'", "DELETE FROM emergency_review", "DELETE FROM emergency_review_note",
		"UPDATE emergency_access SET reason = 'a'", "DELETE FROM emergency_access", "UPDATE emergency_inquiry SET reason = 'a'", "DELETE FROM emergency_inquiry",
	} {
		if _, err := w.Owner.ExecContext(t.Context(), statement); err == nil {
			t.Errorf("%s was done", statement)
		}
	}
}
