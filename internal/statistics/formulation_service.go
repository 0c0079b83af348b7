package statistics

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/org"
	"samplan/internal/page"
)

// FormulationStore is what reviews of formulations need of storage.
type FormulationStore interface {
	// ReadDirectory gives the units with their names, which are public.
	ReadDirectory(context.Context, access.Grant[access.ReadOrg]) (org.Directory, error)
	// SampleFormulations gives what choices.Show leaves of the sample of a half-year, by its first day, of the own secrecy domain. The
	// first time it is drawn by choices.Draw, and kept unless it is empty. The log names each text that is shown.
	SampleFormulations(ctx context.Context, g access.Grant[access.ReviewFormulation], term civil.Date, c Choices) ([]Formulation, error)
	// AddFormulationReview stores what was found. It gives how few are not told. Fault: duplicate, when the half-year has been reviewed.
	AddFormulationReview(context.Context, access.Grant[access.ReviewFormulation], FormulationReview, time.Time) (fewest int, err error)
	// ListFormulationReviews gives all of the own domain, the last half-year first, and to each how few are not told.
	ListFormulationReviews(context.Context, access.Grant[access.ReviewFormulation]) ([]FormulationReview, map[civil.Date]int, error)
}

// Choices are the rules by which a sample is drawn and shown; fewer than fewest are told of nothing.
type Choices struct {
	Draw, Show func(of []Formulation, fewest int) []Formulation
}

// Formulations holds the use cases of reviews of how services write.
type Formulations struct {
	store  FormulationStore
	policy *access.Matrix
	now    func() time.Time
}

// NewFormulations makes the service.
func NewFormulations(s FormulationStore, m *access.Matrix, now func() time.Time) *Formulations {
	return &Formulations{s, m, now}
}

// Sample gives the texts of a half-year; none of one that is not over, and where they are too few, as where there are none. Analysts, of
// their own secrecy domain.
func (s *Formulations) Sample(ctx context.Context, a access.Actor, term civil.Date) ([]Formulation, error) {
	g, err := access.Allow[access.ReviewFormulation](s.policy, a)
	if err != nil {
		return nil, err
	}
	return s.sample(ctx, a, g, Term(term))
}

func (s *Formulations) sample(ctx context.Context, a access.Actor, g access.Grant[access.ReviewFormulation], term civil.Date) ([]Formulation, error) {
	if !term.Before(Term(a.Today())) {
		return nil, nil
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return nil, err
	}
	d, err := s.store.ReadDirectory(ctx, o)
	if err != nil {
		return nil, err
	}
	places := d.PlacesOfChildren()
	return s.store.SampleFormulations(ctx, g, term, Choices{
		Draw: func(all []Formulation, fewest int) []Formulation { return Draw(all, fewest, places, a.Today()) },
		Show: func(drawn []Formulation, fewest int) []Formulation { return Show(drawn, fewest, places, a.Today()) },
	})
}

// Record keeps what was found in the sample of a half-year, once, and gives what is told of it. Analysts, of their own secrecy domain.
// Faults: invalid-value when there are not as many marks as texts, duplicate.
func (s *Formulations) Record(ctx context.Context, a access.Actor, term civil.Date, marks []Mark) (FormulationRound, error) {
	g, err := access.Allow[access.ReviewFormulation](s.policy, a)
	if err != nil {
		return FormulationRound{}, err
	}
	texts, err := s.sample(ctx, a, g, Term(term))
	if err != nil {
		return FormulationRound{}, err
	}
	v, err := NewFormulationReview(term, len(texts), marks, a.Person(), a.Today())
	if err != nil {
		return FormulationRound{}, err
	}
	fewest, err := s.store.AddFormulationReview(ctx, g, v, s.now())
	r, _ := v.Round(fewest)
	return r, err
}

// Rounds gives a page of what is told of the reviews, the last half-year first. Analysts, of their own secrecy domain.
func (s *Formulations) Rounds(ctx context.Context, a access.Actor, pg page.Page) ([]FormulationRound, int, error) {
	g, err := access.Allow[access.ReviewFormulation](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	all, fewest, err := s.store.ListFormulationReviews(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var told []FormulationRound
	for _, v := range all {
		if r, ok := v.Round(fewest[v.Term]); ok {
			told = append(told, r)
		}
	}
	return page.Cut(pg, told), len(told), nil
}
