package consent

import (
	"slices"
	"strconv"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Draft is a consent that somebody is to be asked for.
type Draft struct {
	Child     id.Person
	Kind      Kind
	Subject   id.Person // whom it is about, of kind other-person
	Purpose   person.Text
	Form      Form
	Evidence  person.Text
	ValidFrom civil.Date
	ValidTo   civil.Date
	Scopes    []Scope
	Excluded  []id.Item
}

// Recorder is who records a consent, for which unit, in which secrecy domain today.
type Recorder struct {
	Person id.Person
	Unit   id.Unit
	Branch id.Branch
}

// New makes the consent that a draft asks for, with everyone who must answer.
func New(d Draft, k Knowledge, policy *access.Matrix, by Recorder, today civil.Date, now time.Time) (Consent, error) {
	if err := d.valid(by.Branch, today); err != nil {
		return Consent{}, err
	}
	if err := d.checkWalls(k, policy); err != nil {
		return Consent{}, err
	}
	for n, i := range d.Excluded {
		if !slices.Contains(k.Items, i) {
			return Consent{}, fault.At(fault.CodeInvalid, "/excludedItemIds/"+strconv.Itoa(n), "unknown")
		}
	}
	givers, err := k.asked(d, today)
	if err != nil {
		return Consent{}, err
	}
	return Consent{
		ID: id.NewConsent(), Child: d.Child, Unit: by.Unit, Kind: d.Kind, Purpose: d.Purpose, Form: d.Form, Evidence: d.Evidence,
		Recorder: by.Person, ValidFrom: d.ValidFrom, ValidTo: d.ValidTo, CreatedAt: now, Version: 1,
		Givers: givers, Scopes: merged(d.Scopes), Excluded: unique(d.Excluded),
	}, nil
}

// valid checks what needs no knowledge of the child.
func (d Draft) valid(own id.Branch, today civil.Date) error {
	switch {
	case d.Kind.IsZero():
		return fault.At(fault.CodeInvalid, "/kind", "required")
	case d.Form.IsZero():
		return fault.At(fault.CodeInvalid, "/form", "required")
	case d.Purpose.IsZero():
		return fault.At(fault.CodeInvalid, "/purpose", "required")
	case d.ValidFrom.IsZero():
		return fault.At(fault.CodeInvalid, "/validFrom", "required")
	case d.ValidTo.IsZero():
		return fault.At(fault.CodeInvalid, "/validTo", "required")
	case d.ValidTo.Before(d.ValidFrom):
		return fault.At(fault.CodeDates, "/validTo", "before-start")
	case d.ValidTo.Before(today):
		return fault.At(fault.CodeDates, "/validTo", "past")
	case d.Kind == ToPlan && len(d.Scopes) > 0:
		return fault.At(fault.CodeInvalid, "/scopes", "only-share")
	case d.Kind != ToShare && len(d.Excluded) > 0:
		return fault.At(fault.CodeInvalid, "/excludedItemIds", "only-share")
	case (d.Kind == ToShareOther) == d.Subject.IsZero():
		return fault.At(fault.CodeInvalid, "/subjectPersonId", "only-other-person")
	case d.Kind != ToPlan && len(d.Scopes) == 0:
		return fault.At(fault.CodeConsentRecipient, "/scopes", "required") // R13
	}
	for n, s := range d.Scopes {
		if err := s.valid(n, d.Form, own); err != nil {
			return err
		}
	}
	return nil
}

// valid checks the n-th scope: nothing general (R13), and words on paper or by mouth only for the own domain.
func (s Scope) valid(n int, form Form, own id.Branch) error {
	switch {
	case s.From.IsZero():
		return fault.At(fault.CodeConsentRecipient, at(n, "fromBranchId"), "required")
	case s.To.IsZero():
		return fault.At(fault.CodeConsentRecipient, at(n, "toBranchId"), "required")
	case len(s.Categories) == 0:
		return fault.At(fault.CodeConsentRecipient, at(n, "categories"), "required")
	case slices.ContainsFunc(s.Categories, Category.IsZero):
		return fault.At(fault.CodeInvalid, at(n, "categories"), "enum")
	case s.From == s.To:
		return fault.At(fault.CodeInvalid, at(n, "toBranchId"), "same-domain")
	case form != ByEID && s.From != own:
		return fault.At(fault.CodeConsentDomain, at(n, "fromBranchId"), "own-domain")
	}
	return nil
}

// checkWalls refuses a scope whose domains have no units today, or between whose classes consent opens no wall.
func (d Draft) checkWalls(k Knowledge, policy *access.Matrix) error {
	for n, s := range d.Scopes {
		switch {
		case len(k.Classes[s.From]) == 0:
			return fault.At(fault.CodeInvalid, at(n, "fromBranchId"), "unknown")
		case len(k.Classes[s.To]) == 0:
			return fault.At(fault.CodeInvalid, at(n, "toBranchId"), "unknown")
		case !opens(policy, k.Classes[s.From], k.Classes[s.To]):
			return fault.At(fault.CodeWall, at(n, "toBranchId"), "no-door")
		}
	}
	return nil
}

func opens(policy *access.Matrix, from, to []access.Class) bool {
	for _, giver := range from {
		for _, receiver := range to {
			if _, ok := policy.Opens(access.Wall{Giver: giver, Receiver: receiver, Ground: access.Consent}); ok {
				return true
			}
		}
	}
	return false
}

func at(n int, field string) string { return "/scopes/" + strconv.Itoa(n) + "/" + field }

// merged puts what is said twice into one: a scope for each pair of domains, each category once.
func merged(scopes []Scope) []Scope {
	var all []Scope
	for _, s := range scopes {
		n := slices.IndexFunc(all, func(o Scope) bool { return o.From == s.From && o.To == s.To })
		if n < 0 {
			all = append(all, Scope{From: s.From, To: s.To, Categories: unique(s.Categories)})
			continue
		}
		all[n].Categories = unique(append(all[n].Categories, s.Categories...))
	}
	return all
}

// unique gives each value once, in the order of first mention.
func unique[T comparable](values []T) []T {
	var once []T
	for _, v := range values {
		if !slices.Contains(once, v) {
			once = append(once, v)
		}
	}
	return once
}

// Branches lists the domains that a draft names, each once.
func (d Draft) Branches() []id.Branch {
	var all []id.Branch
	for _, s := range d.Scopes {
		all = append(all, s.From, s.To)
	}
	return unique(all)
}
