package register

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/person/persontest"
	"samplan/internal/sheet"
)

var (
	today  = civil.MustParse("2026-03-02")
	lo     = persontest.TestNumber(civil.MustParse("2015-05-05"), 0)
	mika   = persontest.TestNumber(civil.MustParse("2007-05-05"), 0) // of age
	amir   = persontest.TestNumber(civil.MustParse("1985-05-05"), 0)
	nobody = persontest.TestNumber(civil.MustParse("2016-06-06"), 1)
)

func number(t interface{ Fatal(...any) }, text string) person.Identifier {
	i, err := person.ParseIdentifier(person.Personnummer, text, today)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// unit knows Lo, whose guardian Amir is, and Mika.
func unit(t interface{ Fatal(...any) }) Knowledge {
	amirs := person.Relation{ID: id.NewRelation(), Kind: person.RelationKinds.Must("parent-custodian"), Span: person.Span{From: civil.MustParse("2015-05-05")}}
	key := (&Message{Kind: guardianAdded, Guardian: number(t, amir)}).key()
	los := &Case{Child: person.Child{ID: id.NewPerson(), BirthDate: civil.MustParse("2015-05-05")}, Relations: []Relation{{amirs, key}}}
	return Knowledge{
		Cases: map[person.Identifier]*Case{
			number(t, lo): los, number(t, mika): {Child: person.Child{ID: id.NewPerson(), BirthDate: civil.MustParse("2007-05-05")}},
		},
		Read: map[string]bool{"old": true},
	}
}

const header = "messageId;kind;childIdentifier;effectiveOn;guardianIdentifier;guardianGivenName;guardianFamilyName;custody;protection\n"

func try(t interface{ Fatal(...any) }, k Knowledge, file string) []Row {
	table, err := sheet.Read([]byte(header+file), sheet.CSV, sheet.Encodings.Must("utf-8"), columns, limits)
	if err != nil {
		t.Fatal(err)
	}
	return (&Import{}).check(table.Rows, k, today)
}

func TestR14R31EachMessageComesToSomething(t *testing.T) {
	t.Parallel()
	other := persontest.TestNumber(civil.MustParse("1986-06-06"), 1)
	for _, c := range []struct{ row, want string }{
		{"a;guardian-added;" + lo + ";2026-01-01;" + other + ";Bo;Ek;;", "added"},
		{"a;guardian-added;" + lo + ";2026-05-01;" + other + ";Bo;Ek;appointed-custodian;", "added"},
		{"a;guardian-added;" + lo + ";2026-01-01;" + amir + ";Amir;Ek;;", "unchanged"},
		{"a;guardian-removed;" + lo + ";2026-01-01;" + amir + ";;;;", "ended"},
		{"a;guardian-removed;" + lo + ";2026-01-01;" + other + ";;;;", "unchanged"},
		{"a;guardian-removed;" + lo + ";2026-01-01;" + amir + ";;;god-man;", "unchanged"},
		{"a;guardian-removed;" + lo + ";2015-05-05;" + amir + ";;;;", "by-hand"},
		{"a;guardian-added;" + mika + ";2026-01-01;" + other + ";Bo;Ek;;", "by-hand"},
		{"a;protection-set;" + lo + ";2026-01-01;;;;;protected-registration", "protected"},
		{"a;protection-set;" + lo + ";2026-01-01;;;;;none", "unchanged"},
		{"old;protection-set;" + lo + ";2026-01-01;;;;;none", "repeated"},
		{"a;guardian-removed;" + nobody + ";2026-01-01;" + amir + ";;;;", "not-ours"},
		{"old;guardian-removed;" + nobody + ";2026-01-01;" + amir + ";;;;", "not-ours"},

		{";guardian-added;" + lo + ";2026-01-01;" + other + ";Bo;Ek;;", "messageId required"},
		{"a;adopted;" + lo + ";2026-01-01;" + other + ";Bo;Ek;;", "kind unknown"},
		{"a;guardian-added;;2026-01-01;" + other + ";Bo;Ek;;", "childIdentifier required"},
		{"a;guardian-added;201505059800;2026-01-01;" + other + ";Bo;Ek;;", "childIdentifier check-digit"},
		{"a;guardian-added;" + lo + ";2026-02-30;" + other + ";Bo;Ek;;", "effectiveOn date"},
		{"a;guardian-added;" + lo + ";2026-01-01;;Bo;Ek;;", "guardianIdentifier required"},
		{"a;guardian-added;" + lo + ";2026-01-01;" + lo + ";Bo;Ek;;", "guardianIdentifier self"},
		{"a;guardian-added;" + lo + ";2026-01-01;" + other + ";;Ek;;", "guardianGivenName required"},
		{"a;guardian-added;" + lo + ";2026-01-01;" + other + ";Bo;;;", "guardianFamilyName required"},
		{"a;guardian-added;" + lo + ";2026-01-01;" + other + ";\"B\no\";Ek;;", "guardianGivenName line-break"},
		{"a;guardian-added;" + lo + ";2026-01-01;" + other + ";Bo;Ek;close-person;", "custody no-custody"},
		{"a;guardian-added;" + lo + ";2026-01-01;" + other + ";Bo;Ek;owner;", "custody unknown"},
		{"a;protection-set;" + lo + ";2026-01-01;;;;;", "protection unknown"},
		{"a;protection-set;" + lo + ";2026-03-03;;;;;none", "effectiveOn in-future"},
	} {
		if strings.Contains(c.want, "check-digit") {
			c.row = strings.Replace(c.row, "201505059800", lo[:11]+string('0'+(lo[11]-'0'+1)%10), 1)
		}
		got := try(t, unit(t), c.row+"\n")[0]
		text := got.Outcome.String()
		if got.Outcome == faulty {
			text = got.Column + " " + got.Rule
		}
		if text != c.want || got.Number != 2 {
			t.Errorf("%s: want %s, got %s of row %d", c.row, c.want, text, got.Number)
		}
		isKept := got.Message.ID != "" || !got.Child.IsZero() || got.Guardian != (person.Identifier{})
		if isKept == (got.Outcome == faulty || got.Outcome == notOurs) {
			t.Errorf("%s: kept %+v", c.row, got)
		}
	}
}

// TestR31TheRegisterTakesBackItsOwnAlone: a level that somebody at the unit has set is lowered by a person.
func TestR31TheRegisterTakesBackItsOwnAlone(t *testing.T) {
	t.Parallel()
	lift := "a;protection-set;" + lo + ";2026-01-01;;;;;none\n"
	for _, c := range []struct {
		isRegister bool
		from       string
		want       Outcome
	}{{false, "", byHand}, {true, "2025-01-01", protected}, {true, "2026-02-01", unchanged}} {
		k := unit(t)
		of := k.Cases[number(t, lo)]
		of.Level, of.IsRegister = person.ProtectedRegistration, c.isRegister
		if c.from != "" {
			of.LevelFrom = civil.MustParse(c.from)
		}
		if got := try(t, k, lift)[0]; got.Outcome != c.want {
			t.Errorf("set by the register %v, from %s: got %s", c.isRegister, c.from, got.Outcome)
		}
	}
}

// TestR14TheOrderOfMessagesDoesNotMatter: whatever the order in which messages come, in one file or in many, the days of custody are
// those of the messages in order; what cannot be told so is left to a person, never guessed.
func TestR14TheOrderOfMessagesDoesNotMatter(t *testing.T) {
	t.Parallel()
	bo := persontest.TestNumber(civil.MustParse("1986-06-06"), 1)
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.SliceOfNDistinct(rapid.IntRange(1, 9), 1, 6, rapid.ID).Draw(t, "days")
		var rows []string
		for _, d := range days {
			kind := rapid.SampledFrom([]string{"guardian-added", "guardian-removed"}).Draw(t, "kind")
			day := strconv.Itoa(d)
			rows = append(rows, "m"+day+";"+kind+";"+lo+";2026-01-0"+day+";"+bo+";Bo;Ek;;\n")
		}
		sorted := slices.Clone(rows)
		slices.SortFunc(sorted, func(a, b string) int { return strings.Compare(a[:2], b[:2]) })
		want := unit(t)
		for _, r := range sorted {
			try(t, want, r)
		}
		late, whole := unit(t), unit(t)
		isLeft := false
		for _, r := range rows {
			got := try(t, late, r)[0]
			isLeft = isLeft || got.Outcome == byHand
		}
		try(t, whole, strings.Join(rows, ""))
		if a, b := custody(t, whole), custody(t, want); a != b {
			t.Fatalf("%v: in one file %s, in order %s", rows, a, b)
		}
		if a, b := custody(t, late), custody(t, want); a != b && !isLeft {
			t.Fatalf("%v: one by one %s, in order %s", rows, a, b)
		}
	})
}

// custody tells on which of the first ten days of the year Bo has custody of Lo.
func custody(t interface{ Fatal(...any) }, k Knowledge) string {
	var b strings.Builder
	for d := civil.MustParse("2026-01-01"); d.Before(civil.MustParse("2026-01-11")); d = d.AddDays(1) {
		has := byte('.')
		for _, v := range k.Cases[number(t, lo)].Relations[1:] {
			if !v.Span.From.After(d) && (v.Span.To.IsZero() || !v.Span.To.Before(d)) {
				has = 'X'
			}
		}
		b.WriteByte(has)
	}
	return b.String()
}

func TestMessagesThatShareAnID(t *testing.T) {
	t.Parallel()
	row := "a;protection-set;" + lo + ";2026-01-01;;;;;none\n"
	for _, r := range try(t, unit(t), row+row) {
		if r.Outcome != faulty || r.Rule != ruleTwice {
			t.Errorf("got %+v", r)
		}
	}
}

func TestApplyAsksWhatIsLeft(t *testing.T) {
	t.Parallel()
	fresh := func(s sheet.IntakeStatus) *Import {
		return &Import{Intake: sheet.Intake{Status: s}, Counts: Counts{0, 0, 0, 0, 0, 5, 1, 2}}
	}
	if err := fresh(sheet.Checked).apply(2, today.Start()); !fault.Has(err, fault.CodeImportUnconfirmed) {
		t.Errorf("got %v", err)
	}
	if err := fresh(sheet.Awaiting).apply(3, today.Start()); !fault.Has(err, fault.CodeImportState) {
		t.Errorf("got %v", err)
	}
	if err := fresh(sheet.Checked).apply(3, today.Start()); err != nil {
		t.Error(err)
	}
}
