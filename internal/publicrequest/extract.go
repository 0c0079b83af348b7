package publicrequest

import (
	"bytes"
	_ "embed" // for what data are kept
	"encoding/json"
	"fmt"
	"slices"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
)

// Subject is whom a request is about, when somebody asks for what is kept about himself or a child of his (art. 15). Zero for a request
// for public documents.
type Subject struct {
	Child     id.Person
	IsOwn     bool       // who asks is whom it is about
	AnswerBy  civil.Date // as it is now
	Extension Extension
}

// Extension is why the time was extended, as whoever asked is told, and when. Zero when it was not.
type Extension struct {
	Reason person.Text
	On     civil.Date
}

// IsExtract tells whether somebody asks for what is kept about himself or a child of his.
func (r Request) IsExtract() bool { return !r.Subject.Child.IsZero() }

// Draft is an extract before it is asked for: of which unit, about whom, and what whoever asks wants to say.
type Draft struct {
	Unit    id.Unit
	Child   id.Person // zero: oneself
	Text    person.Text
	Contact person.Text
}

// asked is what the unit reads when nothing more was said.
const asked = "Utdrag ur de uppgifter som finns om den enskilde (dataskyddsförordningen art. 15)."

// newExtract makes a request about somebody. Who asks is the store's to say, and whether he may.
func newExtract(d Draft, t Terms, today civil.Date) Request {
	r := Request{
		ID: id.NewPublicRequest(), Unit: d.Unit, Text: d.Text, Requester: d.Contact, ReceivedOn: today, State: Open, Version: 1,
		Subject: Subject{Child: d.Child, IsOwn: d.Child.IsZero(), AnswerBy: today.AddMonths(t.AnswerWithinMonths)},
	}
	if r.Text.IsZero() {
		r.Text = person.NewText(asked)
	}
	return r
}

// Extend puts off by when an extract is answered, once, by what the routine says, and before the first time is over (art. 12.3): whoever
// asked is told why within that. Faults: denied for another request, already-answered, duplicate, too-late, reason-required.
func (r *Request) Extend(reason person.Text, p *routine.Profile, today civil.Date) error {
	until := p.Due(routine.ExtractExtension, r.Subject.AnswerBy)
	switch {
	case !r.IsExtract():
		return fault.New(fault.CodeDenied)
	case r.State != Open:
		return fault.New(fault.CodeAnswered)
	case !r.Subject.Extension.On.IsZero():
		return fault.New(fault.CodeDuplicate)
	case today.After(r.Subject.AnswerBy) || !until.After(r.Subject.AnswerBy):
		return fault.New(fault.CodeTooLate)
	case reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	r.Subject.AnswerBy, r.Subject.Extension = until, Extension{Reason: reason, On: today}
	r.Version++
	return nil
}

// Holder is a unit that can be asked, and how long its domain has decided to keep what no statute says.
type Holder struct {
	Unit      id.Unit
	KeptYears int
}

// Purpose is for what units of some classes keep data, and by which law.
type Purpose struct {
	Classes []string `json:"classes"`
	Code    string   `json:"code"`
	Law     string   `json:"law"`
	Ground  string   `json:"ground"`
}

// Terms are what the law says of extracts: data, as the clocks of disposal are.
type Terms struct {
	Version            int       `json:"version"`
	AnswerWithinMonths int       `json:"answerWithinMonths"`
	Paragraph          string    `json:"paragraph"`
	Purposes           []Purpose `json:"purposes"`
}

//go:embed terms.json
var termsFile []byte

// ReadTerms reads what the program carries.
func ReadTerms() (Terms, error) {
	d := json.NewDecoder(bytes.NewReader(termsFile))
	d.DisallowUnknownFields()
	var t Terms
	if err := d.Decode(&t); err != nil {
		return t, fmt.Errorf("read the terms of extracts: %w", err)
	}
	for _, c := range access.Classes {
		if _, ok := t.PurposeOf(c.String()); !ok {
			return t, fmt.Errorf("the terms of extracts: no purpose for %s", c)
		}
	}
	return t, nil
}

// PurposeOf finds for what units of a class keep data.
func (t Terms) PurposeOf(class string) (Purpose, bool) {
	n := slices.IndexFunc(t.Purposes, func(p Purpose) bool { return slices.Contains(p.Classes, class) })
	if n < 0 {
		return Purpose{}, false
	}
	return t.Purposes[n], true
}
