package disclosure

import (
	"reflect"
	"sync"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	loadOnce = sync.OnceValues(access.Load)
	today    = civil.MustParse("2026-03-02")
	karin    = id.NewPerson()
	city     = id.NewPrincipal()
	region   = id.NewPrincipal()
	schools  = id.NewAuthority()
)

// side is a unit of a class, by itself in its domain.
func side(class string, a id.Authority, p id.Principal) Side {
	return Side{Unit: id.NewUnit(), Class: access.ClassNamed(class), Branch: id.NewBranch(), Authority: a, Principal: p}
}

// asked is a disclosure by social services to child psychiatry that nothing is wrong with, of a child who is ten.
func asked() (Draft, Knowledge) {
	k := Knowledge{
		Plan: id.NewPlan(), Item: id.NewItem(), IsForParties: true, TakesPart: true, Birth: civil.MustParse("2015-06-01"),
		Deciders: []access.Role{access.Caseworker},
		Giver:    side("ifo", id.NewAuthority(), city), Receiver: side("health", id.NewAuthority(), region),
	}
	return Draft{
		To: k.Receiver.Unit, Ground: Grounds.Must("need-of-under-18"), Tried: Tries.Must("refused"), Reason: person.NewText("support is needed now"),
		DecidedBy: karin, ValidTo: today.AddDays(90),
	}, k
}

func said(t *testing.T, err error, code fault.Code, pointer, law string) {
	t.Helper()
	if code == (fault.Code{}) {
		if err != nil {
			t.Errorf("refused: %v", err)
		}
		return
	}
	f := fault.Of(err)
	if f.Code != code || len(f.Fields) != 1 || f.Fields[0].Pointer != pointer || f.Paragraph != law {
		t.Errorf("want %s at %s by %q, got %v %v by %q", code, pointer, law, err, f.Fields, f.Paragraph)
	}
}

// TestR24New: what is disclosed, and each thing for which it is refused.
// Long because it is one table.
func TestR24New(t *testing.T) {
	t.Parallel()
	policy, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	pair := func(ground string, giver, receiver Side) func(*Draft, *Knowledge) {
		return func(d *Draft, k *Knowledge) {
			d.Ground, d.To, k.Giver, k.Receiver = Grounds.Must(ground), receiver.Unit, giver, receiver
		}
	}
	birthday := civil.MustParse("2008-03-03") // 18 tomorrow
	for _, c := range []struct {
		name         string
		change       func(*Draft, *Knowledge)
		code         fault.Code
		pointer, law string
	}{
		{"a child's need, from social services to health care", nil, fault.Code{}, "", ""},
		{"until its last day, which is today", func(d *Draft, _ *Knowledge) { d.ValidTo = today }, fault.Code{}, "", ""},
		{"without an end that comes", func(d *Draft, _ *Knowledge) { d.ValidTo = today.AddDays(-1) }, fault.CodeDates, "/validTo", ""},
		{"without a ground", func(d *Draft, _ *Knowledge) { d.Ground = Ground{} }, fault.CodeInvalid, "/ground", ""},
		{"without a word about consent", func(d *Draft, _ *Knowledge) { d.Tried = Tried{} }, fault.CodeInvalid, "/consentTried", ""},
		{"without a reason", func(d *Draft, _ *Knowledge) { d.Reason = person.Text{} }, fault.CodeReasonRequired, "/reason", ""},
		{"decided by nobody at the unit", func(_ *Draft, k *Knowledge) { k.Deciders = nil }, fault.CodeNotStaff, "/decidedBy", ""},
		{"decided by an administrator", func(_ *Draft, k *Knowledge) { k.Deciders = []access.Role{access.Admin} }, fault.CodeNotStaff, "/decidedBy", ""},
		{"of what is the unit's own", func(_ *Draft, k *Knowledge) { k.IsForParties = false }, fault.CodeNotForParties, "itemId", ""},
		{"by a unit that has left", func(_ *Draft, k *Knowledge) { k.TakesPart = false }, fault.CodeNotAParty, "itemId", ""},
		{"to somebody who is no party, or cannot be seen", func(_ *Draft, k *Knowledge) { k.Receiver = Side{} }, fault.CodeNotAParty, "/toUnitId", ""},
		{"within one domain", func(_ *Draft, k *Knowledge) { k.Receiver.Branch = k.Giver.Branch }, fault.CodeInvalid, "/toUnitId", ""},
		{
			"a school is not reached", pair("need-of-under-18", side("health", schools, region), side("school", schools, city)),
			fault.CodeGround, "/ground", "OSL 25:12 and 26:9 do not reach schools, preschools or others",
		},
		{
			"no general clause from health care", pair("general-clause", side("health", schools, region), side("ifo", schools, city)),
			fault.CodeGround, "/ground", "OSL 10:27 does not cover 25:1-8 and 26:1-6",
		},
		{
			"no general clause from social services", pair("general-clause", side("ifo", schools, city), side("preschool", schools, city)),
			fault.CodeGround, "/ground", "OSL 10:27 does not cover 25:1-8 and 26:1-6",
		},
		{"within one region's health care", pair("within-health", side("health", schools, region), side("health", id.NewAuthority(), region)), fault.Code{}, "", ""},
		{"to health care of another principal", pair("within-health", side("health", schools, region), side("health", schools, city)), fault.CodeGround, "/ground", "OSL 25:11"},
		{"pupil support within one board", pair("pupil-support", side("school-health-medical", schools, city), side("school", schools, city)), fault.Code{}, "", ""},
		{
			"pupil support to another board", pair("pupil-support", side("school-health-medical", schools, city), side("school", id.NewAuthority(), city)),
			fault.CodeGround, "/ground", "OSL 25:13 a",
		},
		{"the day before the birthday", func(d *Draft, k *Knowledge) { k.Birth, d.ValidTo = birthday, today }, fault.Code{}, "", ""},
		{"beyond the birthday", func(d *Draft, k *Knowledge) { k.Birth, d.ValidTo = birthday, today.AddDays(1) }, fault.CodeGround, "/validTo", "OSL 26:9"},
		{"of age", func(_ *Draft, k *Knowledge) { k.Birth = civil.MustParse("2008-03-02") }, fault.CodeGround, "/ground", "OSL 26:9"},
		{"of unknown age", func(_ *Draft, k *Knowledge) { k.Birth = civil.Date{} }, fault.CodeGround, "/ground", "OSL 26:9"},
		{"of age, to the police", func(d *Draft, k *Knowledge) {
			pair("young-offence-risk", side("ifo", schools, city), side("police", id.NewAuthority(), region))(d, k)
			k.Birth = civil.MustParse("2006-01-01")
		}, fault.Code{}, "", ""},
		{"21, to the police", func(d *Draft, k *Knowledge) {
			pair("young-offence-risk", side("ifo", schools, city), side("police", id.NewAuthority(), region))(d, k)
			k.Birth = civil.MustParse("2005-03-02")
		}, fault.CodeGround, "/ground", "OSL 10:18 a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, k := asked()
			if c.change != nil {
				c.change(&d, &k)
			}
			made, err := New(d, k, policy, karin, today, today.Start())
			said(t, err, c.code, c.pointer, c.law)
			if err == nil {
				checkMade(t, made, d, k)
			}
		})
	}
}

func checkMade(t *testing.T, made Disclosure, d Draft, k Knowledge) {
	t.Helper()
	want := Disclosure{
		ID: made.ID, Plan: k.Plan, Item: k.Item, From: k.Giver.Unit, To: d.To, Ground: d.Ground, Paragraph: made.Paragraph, Tried: d.Tried,
		Reason: d.Reason, DecidedBy: d.DecidedBy, RecordedBy: karin, DecidedOn: today, ValidTo: d.ValidTo, CreatedAt: today.Start(), Version: 1,
	}
	if !reflect.DeepEqual(made, want) || made.ID.IsZero() || made.Paragraph == "" {
		t.Errorf("want %+v, got %+v", want, made)
	}
}

// TestGroundsAreThoseOfThePolicy: each ground opens some wall, and those that are no decision about an item are not here.
func TestGroundsAreThoseOfThePolicy(t *testing.T) {
	t.Parallel()
	policy, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range Grounds.Values() {
		opens := 0
		for _, giver := range access.Classes {
			for _, receiver := range access.Classes {
				if _, ok := policy.Opens(access.Wall{Giver: giver, Receiver: receiver, Ground: access.GroundNamed(g.String())}); ok {
					opens++
				}
			}
		}
		if opens == 0 {
			t.Errorf("%s opens nothing", g)
		}
	}
	for _, g := range []access.Ground{access.Consent, access.KnownQuestion} {
		if _, err := Grounds.Parse(g.String()); err == nil {
			t.Errorf("%s is taken for a disclosure", g)
		}
	}
}

func TestR24End(t *testing.T) {
	t.Parallel()
	why := person.NewText("the need is gone")
	for _, c := range []struct {
		name    string
		of      Disclosure
		reason  person.Text
		code    fault.Code
		pointer bool
	}{
		{"in time", Disclosure{ValidTo: today.AddDays(1), Version: 1}, why, fault.Code{}, false},
		{"on its last day", Disclosure{ValidTo: today, Version: 1}, why, fault.Code{}, false},
		{"without a reason", Disclosure{ValidTo: today, Version: 1}, person.Text{}, fault.CodeReasonRequired, true},
		{"after its last day", Disclosure{ValidTo: today.AddDays(-1), Version: 1}, why, fault.CodeEnded, false},
		{"twice", Disclosure{ValidTo: today, EndedOn: today, Version: 1}, why, fault.CodeEnded, false},
	} {
		was := c.of
		err := c.of.End(karin, c.reason, today)
		switch {
		case c.code != (fault.Code{}):
			if !fault.Has(err, c.code) || (len(fault.Of(err).Fields) > 0) != c.pointer || !reflect.DeepEqual(c.of, was) {
				t.Errorf("%s: want %s, got %v and %+v", c.name, c.code, err, c.of)
			}
		case err != nil || c.of.EndedOn != today || c.of.EndedBy != karin || !c.of.EndReason.Equal(why) || c.of.Tag() != "2":
			t.Errorf("%s: %v, %+v", c.name, err, c.of)
		}
	}
}
