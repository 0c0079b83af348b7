package withholding

import (
	"reflect"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	today           = civil.MustParse("2026-03-02")
	karin, lo       = id.NewPerson(), id.NewPerson()
	amir, eva, none = id.NewPerson(), id.NewPerson(), id.Person{}
	why             = person.NewText("it may harm the child")
)

func TestR27New(t *testing.T) {
	t.Parallel()
	ofStaff := Knowledge{Item: id.NewItem(), Child: lo, Related: []id.Person{amir, eva}, Author: karin}
	ofChild, ofAmir := ofStaff, ofStaff
	ofChild.Author = lo
	ofAmir.Author, ofAmir.ByGuardian = amir, true
	for _, c := range []struct {
		name    string
		k       Knowledge
		d       Draft
		code    fault.Code
		pointer string
	}{
		{"from one guardian", ofStaff, Draft{amir, false, why}, fault.Code{}, ""},
		{"from the other", ofStaff, Draft{eva, false, why}, fault.Code{}, ""},
		{"from the child", ofStaff, Draft{lo, false, why}, fault.Code{}, ""},
		{"from every guardian", ofStaff, Draft{none, true, why}, fault.Code{}, ""},
		{"the child's words from every guardian", ofChild, Draft{none, true, why}, fault.Code{}, ""},
		{"a guardian's words from the other", ofAmir, Draft{eva, false, why}, fault.Code{}, ""},
		{"from nobody", ofStaff, Draft{none, false, why}, fault.CodeInvalid, "/personId"},
		{"from one and all", ofStaff, Draft{amir, true, why}, fault.CodeInvalid, "/personId"},
		{"from somebody the unit does not know", ofStaff, Draft{id.NewPerson(), false, why}, fault.CodeInvalid, "/personId"},
		{"from a colleague", ofStaff, Draft{karin, false, why}, fault.CodeInvalid, "/personId"},
		{"from who wrote it", ofAmir, Draft{amir, false, why}, fault.CodeInvalid, "/personId"},
		{"the child's words from the child", ofChild, Draft{lo, false, why}, fault.CodeInvalid, "/personId"},
		{"from every guardian, of whom one wrote it", ofAmir, Draft{none, true, why}, fault.CodeInvalid, "/everyGuardian"},
		{"without a reason", ofStaff, Draft{amir, false, person.Text{}}, fault.CodeReasonRequired, "/reason"},
	} {
		w, err := New(c.d, c.k, karin, today)
		if c.code != (fault.Code{}) {
			if f := fault.Of(err); f.Code != c.code || len(f.Fields) != 1 || f.Fields[0].Pointer != c.pointer {
				t.Errorf("%s: want %s at %s, got %v", c.name, c.code, c.pointer, err)
			}
			continue
		}
		want := Withholding{ID: w.ID, Item: c.k.Item, Person: c.d.Person, Reason: why, DecidedBy: karin, DecidedOn: today}
		if err != nil || !reflect.DeepEqual(w, want) || w.ID.IsZero() {
			t.Errorf("%s: %v, %+v", c.name, err, w)
		}
	}
}

func TestR27End(t *testing.T) {
	t.Parallel()
	w := Withholding{DecidedOn: today}
	if err := w.End(karin, person.Text{}, today); !fault.Has(err, fault.CodeReasonRequired) || w.Tag() != "1" {
		t.Errorf("ended without a reason: %v", err)
	}
	if err := w.End(karin, why, today); err != nil || w.EndedOn != today || w.EndedBy != karin || !w.EndReason.Equal(why) || w.Tag() != "2" {
		t.Errorf("not ended: %v, %+v", err, w)
	}
	if err := w.End(amir, why, today.AddDays(1)); !fault.Has(err, fault.CodeEnded) || w.EndedBy != karin {
		t.Errorf("ended twice: %v", err)
	}
}
