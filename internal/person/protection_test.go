package person_test

import (
	"database/sql/driver"
	"encoding"
	"testing"

	"samplan/internal/fault"
	"samplan/internal/person"
)

func TestR31ProtectionIsOrdered(t *testing.T) {
	t.Parallel()
	order := []struct {
		level person.Protection
		name  string
	}{
		{person.NoProtection, "none"},
		{person.ConfidentialityMarked, "confidentiality-marking"},
		{person.ProtectedRegistration, "protected-registration"},
		{person.AssumedIdentity, "assumed-identity"},
	}
	for i, c := range order {
		got, err := person.ParseProtection(c.name)
		if err != nil || got != c.level || got.String() != c.name || got.Level() != i {
			t.Errorf("%s: got %s at level %d, %v", c.name, got, got.Level(), err)
		}
		for j, o := range order {
			if c.level.AtLeast(o.level) != (i >= j) {
				t.Errorf("%s at least %s: got %t", c.level, o.level, i < j)
			}
		}
		checkEnum(t, c.level, c.name)
	}
	checkEnumRefuses[person.Protection](t)
}

func TestR31ForgottenLevelIsStrictest(t *testing.T) {
	t.Parallel()
	var forgotten person.Protection
	if !forgotten.AtLeast(person.AssumedIdentity) || forgotten == person.AssumedIdentity {
		t.Errorf("got level %d", forgotten.Level())
	}
	for _, name := range []string{"", "None", "sekretessmarkering", "none "} {
		if p, err := person.ParseProtection(name); !fault.Has(err, fault.CodeInvalid) {
			t.Errorf("%q was read as %s, %v", name, p, err)
		}
	}
}

type enum interface {
	comparable
	driver.Valuer
	encoding.TextMarshaler
}

type scanner[T any] interface {
	*T
	Scan(src any) error
}

func checkEnum[T enum, P scanner[T]](t *testing.T, want T, name string) {
	t.Helper()
	v, err := want.Value()
	if err != nil || v != name {
		t.Errorf("%s is stored as %v, %v", name, v, err)
	}
	for _, src := range []any{name, []byte(name)} {
		var got T
		if err := P(&got).Scan(src); err != nil || got != want {
			t.Errorf("%s from %T: got %v, %v", name, src, got, err)
		}
	}
	if b, err := want.MarshalText(); err != nil || string(b) != name {
		t.Errorf("%s is written as %s, %v", name, b, err)
	}
}

func checkEnumRefuses[T enum, P scanner[T]](t *testing.T) {
	t.Helper()
	for _, src := range []any{nil, "", "no such name", 7} {
		var got, none T
		err := P(&got).Scan(src)
		if err == nil || got != none {
			t.Errorf("%v was read as %v", src, got)
		}
		if !fault.Is(fault.Of(err), fault.Internal) {
			t.Errorf("%v blames the asker: %v", src, err)
		}
	}
	var none T
	if v, err := none.Value(); err == nil {
		t.Errorf("the zero value is stored as %v", v)
	}
}
