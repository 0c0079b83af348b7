package forum

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/group"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	basisSet    struct{}
	categorySet struct{}
)

// Basis is on what a case is told, Category which information one that rests on a consent holds (R21).
type (
	Basis    = enum.Value[basisSet]
	Category = enum.Value[categorySet]
)

// The closed sets.
var (
	Bases      = enum.Of[basisSet]("anonymised", "consent")
	Anonymised = Bases.Must("anonymised")
	ByConsent  = Bases.Must("consent")

	Categories = enum.Of[categorySet]("support-needs", "health", "schooling", "family-situation", "goals", "interventions", "child-voice", "views")
)

// rests says on what cases may be told in a group of a kind: an SSPF group follows a youth by consent, a group that is about how
// services work together learns from cases without names.
var rests = map[group.Kind][]Basis{
	group.Fossam: {Anonymised, ByConsent}, group.SSPF: {ByConsent}, group.AsLocal: {Anonymised}, group.Steering: {Anonymised},
}

// Case is a case in a forum, as a member sees it. Which child it is about is no part of it.
type Case struct {
	ID        id.ForumCase
	Group     id.Group
	Unit      id.Unit // raised it
	IsOwn     bool    // the reader's unit did
	Basis     Basis
	Category  Category // of one that rests on a consent
	RaisedOn  civil.Date
	For       civil.Date // to be taken up at the first session from this day on
	ExpiresOn civil.Date // the last day on which there is anything of it
	Question  person.Text
	Text      person.Text
	Confirmed []deidentify.Warning
	CreatedAt time.Time
	Version   int
	Decision  Decision

	Contributions []Contribution
	TextDays      int // of the group
}

// Tag names the state that the reader sees.
func (c *Case) Tag() string {
	return strconv.Itoa(c.Version) + "-" + strconv.Itoa(len(c.Contributions))
}

// Draft is a case before it is raised.
type Draft struct {
	For       civil.Date // today when left out
	Basis     Basis
	Child     id.Person  // the unit's own link; must be there for a consent
	Consent   id.Consent // of the family
	Category  Category
	Question  person.Text
	Text      person.Text
	Confirmed []deidentify.Warning
}

// Terms are what a case is raised under.
type Terms struct {
	Group         id.Group
	Kind          group.Kind
	TextDays      int
	Unit          id.Unit
	Known         deidentify.Known
	IsConsentLive bool // in force, for this child, from the own domain, for the category
	IsProtected   bool // the child
}

// New raises a case. Faults: forum-basis, consent-not-live, identifying-text, confirm-warnings, dates-out-of-order, invalid values.
func New(d Draft, t Terms, today civil.Date, now time.Time) (Case, error) {
	if d.For.IsZero() {
		d.For = today
	}
	if d.For.Before(today) {
		return Case{}, fault.At(fault.CodeDates, "/takeUpFrom", "past")
	}
	if err := d.rests(t); err != nil {
		return Case{}, err
	}
	c := Case{
		ID: id.NewForumCase(), Group: t.Group, Unit: t.Unit, IsOwn: true, Basis: d.Basis, Category: d.Category, RaisedOn: today, For: d.For,
		ExpiresOn: d.For.AddDays(t.TextDays), Question: d.Question, Text: d.Text, CreatedAt: now, Version: 1, TextDays: t.TextDays,
	}
	var err error
	c.Confirmed, err = c.passes(t.Known, today, d.Confirmed, deidentify.Part{Pointer: "/question", Text: d.Question}, deidentify.Part{Pointer: "/text", Text: d.Text})
	return c, err
}

// rests tells whether the case may be told as the draft says.
func (d Draft) rests(t Terms) error {
	isAllowed := false
	for _, b := range rests[t.Kind] {
		isAllowed = isAllowed || b == d.Basis
	}
	isConsent := d.Basis == ByConsent
	switch {
	case !isAllowed:
		return fault.At(fault.CodeForumBasis, "/basis", "group")
	case !isConsent && !d.Consent.IsZero():
		return fault.At(fault.CodeInvalid, "/consentId", "anonymised")
	case !isConsent && !d.Category.IsZero():
		return fault.At(fault.CodeInvalid, "/category", "anonymised")
	case isConsent && d.Child.IsZero():
		return fault.At(fault.CodeInvalid, "/childId", "required")
	case isConsent && d.Consent.IsZero():
		return fault.At(fault.CodeInvalid, "/consentId", "required")
	case isConsent && d.Category.IsZero():
		return fault.At(fault.CodeInvalid, "/category", "required")
	case isConsent && t.IsProtected:
		return fault.At(fault.CodeForumBasis, "/basis", "protected")
	case isConsent && !t.IsConsentLive:
		return fault.At(fault.CodeNoLiveConsent, "/consentId", "not-live")
	}
	return nil
}

// passes lets texts of the case through the gate: without names where it is anonymised; where a consent lets names be told, numbers
// and addresses still are not.
func (c *Case) passes(k deidentify.Known, today civil.Date, confirmed []deidentify.Warning, parts ...deidentify.Part) ([]deidentify.Warning, error) {
	if c.Basis == ByConsent {
		return nil, deidentify.Numbers(today, parts...)
	}
	return deidentify.Gate(k, today, confirmed, parts...)
}
