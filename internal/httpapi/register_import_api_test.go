package httpapi_test

import (
	"slices"
	"strings"
	"testing"

	"samplan/internal/demo"
)

// TestR14TheRegisterTellsOfGuardians: what was tried is applied; consents ask the new guardian from then on; the same file again
// changes nothing, and what it says of children that the unit has no case about is nowhere.
func TestR14TheRegisterTellsOfGuardians(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	kim, karin := w.As("kim"), w.As("karin")
	_, milo := planOf(karin, "Milo Ros")
	before := len(kim.Get("/children/" + milo + "/relations").Want(200).Rows("relations"))
	i := startMessages(kim, messages())
	want := []string{"added", "not-ours", "kind unknown"}
	if got := outcomesAt(kim, "/register-imports/"+i); !slices.Equal(got, want) {
		t.Fatalf("got %v", got)
	}
	kim.Get("/register-imports/"+i+"/rows").Hides(aGuardian(), "Ada", "Test", demo.Find("milo").Number)
	kim.Get("/register-imports/"+i+"/rows?outcome=not-ours").Want(200).Hides("childId", "messageId")
	if n := len(kim.Get("/children/" + milo + "/relations").Want(200).Rows("relations")); n != before {
		t.Errorf("a dry run made %d relations of %d", n, before)
	}
	kim.Post("/register-imports/"+i+"/applications", object{"left": 1}).Want(200)
	kim.Get("/children/"+milo+"/relations").Want(200).Shows("Ada", `"validFrom":"2020-12-01"`)
	again := startMessages(kim, messages())
	if got := outcomesAt(kim, "/register-imports/"+again); !slices.Equal(got, []string{"repeated", "not-ours", "kind unknown"}) {
		t.Errorf("the same file again: %v", got)
	}
	removed := messageHeader + "A4;guardian-removed;" + demo.Find("milo").Number + ";2020-12-10;" + aGuardian() + ";;;;\n"
	i = startMessages(kim, removed)
	kim.Post("/register-imports/"+i+"/applications", object{"left": 0}).Want(200)
	kim.Get("/children/" + milo + "/relations").Want(200).Shows(`"validTo":"2020-12-09"`)
}

// TestR31TheRegisterTellsOfProtection: the level counts at once, and is taken back by the register alone.
func TestR31TheRegisterTellsOfProtection(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	kim, karin := w.As("kim"), w.As("karin")
	_, milo := planOf(karin, "Milo Ros")
	set := func(id, level string) string {
		return messageHeader + id + ";protection-set;" + demo.Find("milo").Number + ";2020-12-14;;;;;" + level + "\n"
	}
	i := startMessages(kim, set("P1", "protected-registration"))
	kim.Post("/register-imports/"+i+"/applications", object{"left": 0}).Want(200)
	karin.Get("/children/" + milo).Want(200).Shows(`"protection":"protected-registration"`)
	i = startMessages(kim, set("P2", "none"))
	kim.Post("/register-imports/"+i+"/applications", object{"left": 0}).Want(200)
	karin.Get("/children/" + milo).Want(200).Shows(`"protection":"none"`)
	karin.Post("/children/"+milo+"/protections", object{"level": "confidentiality-marking", "reason": canary}).Want(201)
	i = startMessages(kim, set("P3", "none"))
	if got := outcomesAt(kim, "/register-imports/"+i); !slices.Equal(got, []string{"by-hand"}) {
		t.Errorf("got %v", got)
	}
	kim.Post("/register-imports/"+i+"/applications", object{"left": 0}).Refused(422, "import-not-confirmed", "/left")
	kim.Post("/register-imports/"+i+"/applications", object{"left": 1}).Want(200)
	karin.Get("/children/" + milo).Want(200).Shows(`"protection":"confidentiality-marking"`)
}

// TestMessagesMeetTheUnitTheyWereTriedOn: when it knows something else by now, nothing is applied.
func TestMessagesMeetTheUnitTheyWereTriedOn(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	kim := w.As("kim")
	one, other := startMessages(kim, messages()), startMessages(kim, strings.Replace(messages(), "A1;", "B1;", 1))
	kim.Post("/register-imports/"+one+"/applications", object{"left": 1}).Want(200)
	rows := w.rows()
	kim.Post("/register-imports/"+other+"/applications", object{"left": 1}).Refused(409, "import-outdated")
	w.wantRows(t, rows)
	kim.Post("/register-imports/"+one+"/applications", object{"left": 1}).Refused(409, "import-not-open")
}

// TestR22MessagesAreTheUnits: a caseworker reads none in, and another unit's manager finds none of them, nor learns whom it knows.
func TestR22MessagesAreTheUnits(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	i := startMessages(w.As("kim"), messages())
	for who, status := range map[string]int{"karin": 403, "sam": 403, "disa": 403, "roland": 404, "bibi": 404} {
		c := w.As(who)
		c.Get("/register-imports/" + i).Want(status)
		c.Get("/register-imports/" + i + "/rows").Want(status)
		c.Post("/register-imports/"+i+"/applications", object{"left": 1}).Want(status)
	}
	roland := w.As("roland") // whose unit has no case about Milo
	if got := outcomesAt(roland, "/register-imports/"+startMessages(roland, messages())); !slices.Equal(got[:2], []string{"not-ours", "not-ours"}) {
		t.Errorf("got %v", got)
	}
}

// TestMessagesThatCannotBeRead: nothing of them is repeated or kept.
func TestMessagesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	kim := w.As("kim")
	i := startMessages(kim, "")
	rows := w.rows()
	for file, rule := range map[string]string{
		messageHeader + "\"" + canary: "quote", canary + "\n": "header", "kind\nF\xf6" + canary + "\n": "utf-8", "PK\x03\x04" + canary: "not-text",
		messageHeader + strings.Repeat("a;b;c;d;e;f;g;h;i\n", 5001): "too-many-rows",
	} {
		a := sendFile(kim, "/register-imports/"+i, file)
		a.Hides(inside...)
		if a.Status != 422 || !strings.Contains(a.Body, `"`+rule+`"`) {
			t.Errorf("%.30q: want %s, got %d %s", file, rule, a.Status, a.Body)
		}
	}
	w.wantRows(t, rows)
	odd := messageHeader + "A\x00;" + canary + ";;;;;;;\n" + canary + ";\u202e;;;;;;;\n" + canary + ";" + canary + ";" + canary + ";;;;;;\n"
	sendFile(kim, "/register-imports/"+i, odd).Want(200)
	kim.Get("/register-imports/" + i + "/rows").Want(200).Hides(canary)
}
