package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// linkAt is where a link to another plan is found.
func linkAt(i id.Item) string { return "/v1/links/" + i.String() }

// AddLink links a plan to another one.
func (a *API) AddLink(ctx context.Context, q wire.AddLinkRequestObject) (wire.AddLinkResponseObject, error) {
	d, err := newLink(*q.Body)
	if err != nil {
		return nil, err
	}
	i, v, err := a.Plans.AddLink(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AddLink201JSONResponse{Body: r.link(i, v), Headers: wire.AddLink201ResponseHeaders{ETag: etag(v.Tag(i)), Location: linkAt(i.ID)}}, nil
}

// GetLink shows a link to another plan.
func (a *API) GetLink(ctx context.Context, q wire.GetLinkRequestObject) (wire.GetLinkResponseObject, error) {
	i, v, err := a.Plans.FindLink(ctx, actorFrom(ctx), id.ItemOf(q.LinkId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetLink200JSONResponse{Body: r.link(i, v), Headers: wire.GetLink200ResponseHeaders{ETag: etag(v.Tag(i))}}, nil
}

// ChangeLink changes a link that the own unit holds.
func (a *API) ChangeLink(ctx context.Context, q wire.ChangeLinkRequestObject) (wire.ChangeLinkResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := changedLink(*q.Body)
	if err != nil {
		return nil, err
	}
	i, v, err := a.Plans.ChangeLink(ctx, actorFrom(ctx), id.ItemOf(q.LinkId), tag, d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ChangeLink200JSONResponse{Body: r.link(i, v), Headers: wire.ChangeLink200ResponseHeaders{ETag: etag(v.Tag(i))}}, nil
}

// ReviewLink notes that a linked plan under LSS has been reviewed.
func (a *API) ReviewLink(ctx context.Context, q wire.ReviewLinkRequestObject) (wire.ReviewLinkResponseObject, error) {
	i, v, err := a.Plans.ReviewLink(ctx, actorFrom(ctx), id.ItemOf(q.LinkId), civil.FromUTC(q.Body.On.Time))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ReviewLink200JSONResponse{Body: r.link(i, v), Headers: wire.ReviewLink200ResponseHeaders{ETag: etag(v.Tag(i))}}, nil
}

// linkOf is a link as a plan shows it: without when the other plan is to be reviewed.
func (r reader) linkOf(i plan.Item) wire.Link { return r.link(i, plan.LinkReview{}) }

func (r reader) link(i plan.Item, v plan.LinkReview) wire.Link {
	return wire.Link{
		Id: i.ID.UUID(), PlanId: i.Plan.UUID(), Owner: r.owner(i), Own: r.isOwn(i.Owner), Secrecy: r.secrecy(i),
		Category: wire.Category(i.Category.String()), Visibility: wire.Visibility(i.Visibility.String()),
		CreatedOn: day(i.CreatedOn), Etag: etag(v.Tag(i)), Objections: each(i.Objections, objected),
		Kind: wire.LinkKind(i.Sort.String()), Holder: reveal(i.OutsideActor), Reference: i.Title.Reveal(), On: day(i.StartsOn),
		ReviewBy: optionalDay(v.By), ReviewedOn: optionalDay(v.ReviewedOn),
	}
}

func (r reader) myLink(i plan.Item) wire.MyLink {
	return wire.MyLink{
		Id: i.ID.UUID(), Kind: wire.LinkKind(i.Sort.String()), Holder: reveal(i.OutsideActor), Reference: i.Title.Reveal(), On: day(i.StartsOn), By: r.holder(i), Objections: each(i.Objections, myObjected),
	}
}

func newLink(b wire.NewLink) (plan.Draft, error) {
	var r reading
	d := plan.Draft{
		Kind: plan.LinkKind, Category: word(&r, plan.Categories, b.Category, "/category"), Visibility: visibility(&r, b.Visibility),
		Words: plan.Words{
			Sort: word(&r, plan.LinkSorts, &b.Kind, "/kind"), OutsideActor: hide(&b.Holder), Title: hide(&b.Reference), StartsOn: civilDay(&b.On),
		},
	}
	return d, r.err()
}

func changedLink(b wire.ChangeLink) (plan.Draft, error) {
	return newLink(wire.NewLink{Category: &b.Category, Holder: b.Holder, Kind: b.Kind, On: b.On, Reference: b.Reference, Visibility: &b.Visibility})
}
