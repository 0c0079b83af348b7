package plan

import (
	"slices"
	"strings"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/objection"
	"samplan/internal/routine"
)

var (
	// LinkSorts are plan under LSS 10 §, åtgärdsprogram (Skollagen 3:9), habilitation plan (HSL 8:7, 12:5), plan at discharge
	// (LUS 4 kap), another plan.
	LinkSorts = enum.Of[sortSet]("lss-plan", "action-programme", "habilitation-plan", "discharge-plan", "other-plan")

	// LinkKind is a link to another plan, by reference and without its content (R10).
	LinkKind = ItemKinds.Must("link")

	lssPlan = LinkSorts.Must("lss-plan")
)

// validLink: a link (hänvisning) says which plan it is, who holds it, by which number and of which day. It has no text: what
// that plan holds stays there.
func validLink(i *Item) error {
	switch {
	case i.Sort.IsZero() || !slices.Contains(LinkSorts.Values(), i.Sort):
		return fault.At(fault.CodeInvalid, "/kind", "required")
	case i.OutsideActor.IsZero():
		return fault.At(fault.CodeInvalid, "/holder", "required")
	case i.Title.IsZero():
		return fault.At(fault.CodeInvalid, "/reference", "required")
	case i.StartsOn.IsZero():
		return fault.At(fault.CodeInvalid, "/on", "required")
	}
	return nil
}

// LinkReview is when a linked plan is to be reviewed again; zero for one that need not be (R11).
type LinkReview struct {
	Item       id.Item
	ReviewedOn civil.Date
	RemindFrom civil.Date
	By         civil.Date
}

// review counts when the linked plan is due, from when it was made or last reviewed. A plan under LSS alone is (LSS 10 §).
func (i Item) review(p *routine.Profile, reviewed civil.Date) LinkReview {
	if i.Sort != lssPlan {
		return LinkReview{Item: i.ID}
	}
	from := i.StartsOn
	if reviewed.After(from) {
		from = reviewed
	}
	by := p.Due(routine.LSSReview, from)
	return LinkReview{
		Item: i.ID, ReviewedOn: reviewed, By: by, RemindFrom: p.SoonFrom(routine.LSSReview, by),
	}
}

// Tag names this version of a link with its review, for those who see that; to others, and in the plan, it is the item's alone.
func (r LinkReview) Tag(i Item) string {
	if r.IsZero() {
		return i.Tag()
	}
	return objection.Tag(strings.Join([]string{i.version(), r.By.String(), r.ReviewedOn.String()}, "-"), i.Objections)
}

// IsZero tells whether the linked plan need not be reviewed.
func (r LinkReview) IsZero() bool { return r.By.IsZero() }
