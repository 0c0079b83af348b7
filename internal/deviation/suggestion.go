package deviation

import (
	"context"
	"strconv"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Suggestion is that a unit was called to a meeting, answered for coming, and did not come (R44). It names no child and no meeting.
type Suggestion struct {
	ID      id.Suggestion
	About   id.Unit
	NotedOn civil.Date
	EndedOn civil.Date
	Reason  person.Text // why it was dismissed; none when a deviation was entered of it
}

// Tag names the state that the reader sees.
func (s *Suggestion) Tag() string { return strconv.FormatBool(!s.EndedOn.IsZero()) }

// dismiss ends it with a reason. Fault: already-ended.
func (s *Suggestion) dismiss(why person.Text, today civil.Date) error {
	if !s.EndedOn.IsZero() {
		return fault.New(fault.CodeEnded)
	}
	s.EndedOn, s.Reason = today, why
	return nil
}

// takeUp ends it with a deviation about the same unit. Fault: invalid value for one that has ended, or about another.
func (s *Suggestion) takeUp(d Draft, today civil.Date) error {
	if !s.EndedOn.IsZero() || s.About != d.Concerns {
		return fault.At(fault.CodeInvalid, "/suggestionId", "unknown")
	}
	s.EndedOn = today
	return nil
}

// Suggestions gives a page of what meetings of the own unit suggest, those first that wait. Who works with the child, and the manager.
func (s *Service) Suggestions(ctx context.Context, a access.Actor, p page.Page) ([]Suggestion, int, error) {
	g, err := access.Allow[access.HandleSuggestion](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListSuggestions(ctx, g, p)
}

// Dismiss says why no deviation is entered of one. As Suggestions. Faults: not-found, already-ended.
func (s *Service) Dismiss(ctx context.Context, a access.Actor, of id.Suggestion, why person.Text) (Suggestion, error) {
	g, err := access.Allow[access.HandleSuggestion](s.policy, a)
	if err != nil {
		return Suggestion{}, err
	}
	var after Suggestion
	err = s.store.EndSuggestion(ctx, g, of, func(v *Suggestion) error {
		err := v.dismiss(why, a.Today())
		after = *v
		return err
	})
	return after, err
}

// took ends the suggestion that a deviation is entered of.
func (s *Service) took(ctx context.Context, a access.Actor, d Draft) error {
	if d.Suggestion.IsZero() {
		return nil
	}
	g, err := access.Allow[access.HandleSuggestion](s.policy, a)
	if err == nil {
		err = s.store.EndSuggestion(ctx, g, d.Suggestion, func(v *Suggestion) error { return v.takeUp(d, a.Today()) })
	}
	if fault.Is(err, fault.NotFound) || fault.Is(err, fault.Denied) {
		err = fault.At(fault.CodeInvalid, "/suggestionId", "unknown")
	}
	return err
}
