package register

import (
	"crypto/sha256"
	"strings"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/person"
	"samplan/internal/sheet"
)

type kindSet struct{}

// Kind is what a message tells.
type Kind = enum.Value[kindSet]

// Kinds is the closed set.
var (
	Kinds = enum.Of[kindSet]("guardian-added", "guardian-removed", "protection-set")

	guardianAdded   = Kinds.Must("guardian-added")
	guardianRemoved = Kinds.Must("guardian-removed")
	protectionSet   = Kinds.Must("protection-set")
)

// Message is one message of the register.
type Message struct {
	ID       string // the register's own
	Kind     Kind
	Child    person.Identifier
	On       civil.Date // from which day it counts
	Guardian person.Identifier
	Name     person.Name
	Custody  person.RelationKind
	Level    person.Protection // none: it is lifted
}

// The columns of a file of messages.
const (
	columnID           = "messageId"
	columnKind         = "kind"
	columnChild        = "childIdentifier"
	columnChildType    = "childIdentifierType"
	columnOn           = "effectiveOn"
	columnGuardian     = "guardianIdentifier"
	columnGuardianType = "guardianIdentifierType"
	columnGiven        = "guardianGivenName"
	columnFamily       = "guardianFamilyName"
	columnCustody      = "custody"
	columnLevel        = "protection"
)

var columns = sheet.Columns{
	{Name: columnID, Aliases: []string{"meddelandeId", "aviseringsid"}},
	{Name: columnKind, Aliases: []string{"händelse"}},
	{Name: columnChild, Aliases: []string{"personnummer", "identitetsbeteckning"}},
	{Name: columnChildType},
	{Name: columnOn, Aliases: []string{"händelsedatum", "datum"}},
	{Name: columnGuardian, Aliases: []string{"vårdnadshavare"}},
	{Name: columnGuardianType},
	{Name: columnGiven, Aliases: []string{"förnamn"}},
	{Name: columnFamily, Aliases: []string{"efternamn"}},
	{Name: columnCustody, Aliases: []string{"vårdnad"}},
	{Name: columnLevel, Aliases: []string{"skydd"}},
}

var limits = sheet.Limits{Rows: 5_000, Cell: 200}

// The rules that a message can break, beside those of cells and identifiers.
const (
	ruleRequired = "required"
	ruleUnknown  = "unknown"
	ruleDate     = "date"
	ruleFuture   = "in-future"
	ruleLine     = "line-break"
	ruleTwice    = "twice-in-file"
	ruleSelf     = "self"
	ruleCustody  = "no-custody"
)

// broken is the first rule that a row breaks.
type broken struct{ column, rule string }

func (b *broken) refuse(column, rule string) {
	if b.rule == "" {
		b.column, b.rule = column, rule
	}
}

// read reads a row, or tells which rule it breaks.
func read(r sheet.Row, today civil.Date) (Message, broken) {
	b := broken{r.Column, r.Rule}
	if b.rule != "" {
		return Message{}, b
	}
	cell := func(column string) string {
		text := strings.TrimSpace(r.Cells[column])
		if strings.ContainsAny(text, "\n\t") {
			b.refuse(column, ruleLine)
		}
		return text
	}
	m := Message{ID: cell(columnID)}
	kind, err := Kinds.Parse(cell(columnKind))
	switch {
	case m.ID == "":
		b.refuse(columnID, ruleRequired)
	case err != nil:
		b.refuse(columnKind, ruleUnknown)
	}
	m.Kind = kind
	m.Child = identifier(&b, cell(columnChildType), columnChild, cell(columnChild), today)
	if m.On, err = civil.Parse(cell(columnOn)); err != nil || m.On.Year() < 1900 || m.On.Year() >= 2100 {
		b.refuse(columnOn, ruleDate)
	}
	if kind == protectionSet {
		if m.Level, err = person.ParseProtection(cell(columnLevel)); err != nil {
			b.refuse(columnLevel, ruleUnknown)
		}
		if m.On.After(today) { // it would have to wait for its day, and everybody with it
			b.refuse(columnOn, ruleFuture)
		}
		return m, b
	}
	m.Guardian = identifier(&b, cell(columnGuardianType), columnGuardian, cell(columnGuardian), today)
	if m.Guardian == m.Child {
		b.refuse(columnGuardian, ruleSelf)
	}
	m.Name = person.NewName(cell(columnGiven), cell(columnFamily))
	m.readCustody(&b, cell(columnCustody))
	return m, b
}

// readCustody: who is added has a name and, unless it is said, the custody of a parent.
func (m *Message) readCustody(b *broken, text string) {
	if m.Kind == guardianAdded {
		if m.Name.Given.IsZero() {
			b.refuse(columnGiven, ruleRequired)
		}
		if m.Name.Family.IsZero() {
			b.refuse(columnFamily, ruleRequired)
		}
		if text == "" {
			text = "parent-custodian"
		}
	}
	if text == "" {
		return
	}
	kind, err := person.RelationKinds.Parse(text)
	switch {
	case err != nil:
		b.refuse(columnCustody, ruleUnknown)
	case !person.IsCustody(kind):
		b.refuse(columnCustody, ruleCustody)
	}
	m.Custody = kind
}

func identifier(b *broken, kind, column, text string, today civil.Date) person.Identifier {
	if text == "" {
		b.refuse(column, ruleRequired)
		return person.Identifier{}
	}
	t := person.Personnummer
	if kind != "" {
		var err error
		if t, err = person.ParseIdentifierType(kind); err != nil {
			b.refuse(column+"Type", ruleUnknown)
			return person.Identifier{}
		}
	}
	i, err := person.ParseIdentifier(t, text, today)
	if err != nil {
		rule := ruleUnknown
		if f := fault.Of(err); len(f.Fields) == 1 {
			rule = f.Fields[0].Code
		}
		b.refuse(column, rule)
	}
	return i
}

// Key stands for a guardian in what is remembered of messages: SHA-256 of the number, which itself is not kept there.
type Key string

// GuardianKey gives the key of the guardian, if the message is about one.
func (m *Message) GuardianKey() []byte {
	if m.Kind == protectionSet {
		return nil
	}
	sum := sha256.Sum256([]byte(m.Guardian.Type().String() + " " + m.Guardian.Reveal()))
	return sum[:]
}

func (m *Message) key() Key { return Key(m.GuardianKey()) }
