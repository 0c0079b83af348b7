package person_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/person/persontest"
)

// refused asks for a fault of one code at one field; an empty code asks for none.
func refused(t *testing.T, err error, code, pointer string) {
	t.Helper()
	if code == "" {
		if err != nil {
			t.Errorf("refused: %v", err)
		}
		return
	}
	f := fault.Of(err)
	if err == nil || f.Code.String() != code || len(f.Fields) != 1 || f.Fields[0].Pointer != pointer {
		t.Errorf("want %s at %s, got %v with %v", code, pointer, err, f.Fields)
	}
}

func testRegistration(t *testing.T) person.Registration {
	t.Helper()
	birth := civil.MustParse("2014-05-06")
	number, err := person.ParseIdentifier(person.Personnummer, persontest.TestNumber(birth, 1), today)
	if err != nil {
		t.Fatal(err)
	}
	return person.Registration{
		Details:    person.Details{Name: person.NewName("Alva", "Ek"), Protection: person.NoProtection},
		Identifier: number, BirthDate: birth, Reason: person.NewText("ansökan"),
	}
}

func TestOpen(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change        func(*person.Registration)
		code, pointer string
	}{
		"whole":                  {func(*person.Registration) {}, "", ""},
		"born today":             {func(r *person.Registration) { r.BirthDate = today }, "", ""},
		"born another day":       {func(r *person.Registration) { r.BirthDate = civil.MustParse("2014-05-07") }, "", ""},
		"born tomorrow":          {func(r *person.Registration) { r.BirthDate = today.AddDays(1) }, "dates-out-of-order", "/birthDate"},
		"without birth date":     {func(r *person.Registration) { r.BirthDate = civil.Date{} }, "invalid-value", "/birthDate"},
		"without given name":     {func(r *person.Registration) { r.Name.Given = person.Text{} }, "invalid-value", "/givenName"},
		"without family name":    {func(r *person.Registration) { r.Name.Family = person.Text{} }, "invalid-value", "/familyName"},
		"without level":          {func(r *person.Registration) { r.Protection = person.Protection{} }, "invalid-value", "/protection"},
		"without reason":         {func(r *person.Registration) { r.Reason = person.Text{} }, "reason-required", "/reason"},
		"with assumed identity":  {func(r *person.Registration) { r.Protection = person.AssumedIdentity }, "", ""},
		"with language of birth": {func(r *person.Registration) { r.Interpreter = "so" }, "", ""},
	} {
		r := testRegistration(t)
		c.change(&r)
		o, err := person.Open(r, today)
		t.Log(name)
		refused(t, err, c.code, c.pointer)
		if err == nil && (o.Person.IsZero() || o.File.IsZero() || o.Worker.IsZero() || o.On != today) {
			t.Errorf("%s: an opening lacks an id or its day: %+v", name, o)
		}
	}
}

func TestR31ProtectionIsOnlyRaised(t *testing.T) {
	t.Parallel()
	levels := []person.Protection{
		person.NoProtection, person.ConfidentialityMarked, person.ProtectedRegistration, person.AssumedIdentity,
	}
	for i, was := range levels {
		for j, to := range levels {
			c := person.Child{Name: person.NewName("Alva", "Ek"), Protection: was, Version: 3}
			err := c.Apply(person.Details{Name: person.NewName("Alva", "Björk"), Protection: to})
			if j >= i {
				refused(t, err, "", "")
				if c.Protection != to || c.Tag() != "4" || !cmp.Equal(c.Name, person.NewName("Alva", "Björk")) {
					t.Errorf("%s to %s gives %+v", was, to, c)
				}
				continue
			}
			refused(t, err, "invalid-value", "/protection")
			if c.Protection != was || c.Tag() != "3" || !cmp.Equal(c.Name, person.NewName("Alva", "Ek")) {
				t.Errorf("refused, yet %s to %s changed %+v", was, to, c)
			}
		}
	}
}

func TestAdultOn(t *testing.T) {
	t.Parallel()
	for birth, want := range map[string]string{"2008-03-02": "2026-03-02", "2008-02-29": "2026-02-28", "2014-12-31": "2032-12-31"} {
		if got := (person.Child{BirthDate: civil.MustParse(birth)}).AdultOn(); got != civil.MustParse(want) {
			t.Errorf("born %s: of age on %s, want %s", birth, got, want)
		}
	}
}

func TestPersonIDsTellNoTime(t *testing.T) {
	t.Parallel()
	if v := id.NewPerson().UUID().Version(); v != 4 {
		t.Errorf("the id of a person has version %d and tells when it was made", v)
	}
}
