package consent

import (
	"errors"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	today  = civil.MustParse("2026-03-02")
	lo     = id.NewPerson()
	amir   = id.NewPerson()
	eva    = id.NewPerson()
	karin  = Recorder{Person: id.NewPerson(), Unit: id.NewUnit(), Branch: id.NewBranch()}
	school = id.NewBranch()
	health = id.NewBranch()
)

func policy(t *testing.T) *access.Matrix {
	t.Helper()
	m, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func kin(p id.Person, kind string) Related { return Related{p, person.RelationKinds.Must(kind)} }

// jointly is a consent of two guardians and the child, recorded by word of mouth.
func jointly(answers ...Choice) Consent {
	c := Consent{
		ID: id.NewConsent(), Child: lo, Kind: ToShare, Form: Forms.Must("oral"), ValidFrom: today.AddDays(-10), ValidTo: today.AddDays(10),
		Version: 1, Scopes: []Scope{{karin.Branch, school, []Category{Categories.Must("goals")}}},
		Givers: []Giver{{Person: amir, Capacity: AsGuardian}, {Person: eva, Capacity: AsGuardian}, {Person: lo, Capacity: AsChild}},
	}
	for i := range c.Givers {
		c.Givers[i].Answer = Pending
		if i < len(answers) {
			c.Givers[i].Answer = answers[i]
		}
	}
	return c
}

// said compares an error with the fault that a case wants; the zero code wants none.
func said(t *testing.T, err error, code fault.Code, pointer string) {
	t.Helper()
	if code == (fault.Code{}) {
		if err != nil {
			t.Errorf("want no fault, got %v", err)
		}
		return
	}
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != code {
		t.Errorf("want %s, got %v", code, err)
		return
	}
	got := ""
	if len(f.Fields) > 0 {
		got = f.Fields[0].Pointer
	}
	if got != pointer {
		t.Errorf("want pointer %q, got %q", pointer, got)
	}
}
