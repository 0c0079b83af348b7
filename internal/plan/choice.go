package plan

import (
	"context"
	"fmt"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/person"
)

// choose looks up what an intervention names in the catalogue: an entry that is national or the own principal's, and can be
// chosen today.
func (s *Service) choose(ctx context.Context, a access.Actor, w *Words) error {
	if w.Catalogue.Entry.IsZero() {
		return nil
	}
	g, err := access.Allow[access.ReadCatalogue](s.policy, a)
	if err != nil {
		return err
	}
	name, err := s.store.FindChoice(ctx, g, w.Catalogue.Entry)
	if fault.Is(err, fault.NotFound) {
		return fault.At(fault.CodeInvalid, "/catalogueId", "unknown")
	}
	w.Catalogue.Name = person.NewText(name)
	return err
}

// chooseAll does the same for the first items of a plan. A fault points as in firstItems.
func (s *Service) chooseAll(ctx context.Context, a access.Actor, drafts []Draft) error {
	count := map[ItemKind]int{}
	for n := range drafts {
		if err := s.choose(ctx, a, &drafts[n].Words); err != nil {
			return fault.Below(fmt.Sprintf("/%ss/%d", drafts[n].Kind, count[drafts[n].Kind]), err)
		}
		count[drafts[n].Kind]++
	}
	return nil
}
