package httpapi

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/consent"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
	"samplan/internal/publicrequest"

	"samplan/internal/httpapi/wire"
)

// ListMyDataHolders lists the units that the family may ask for what they keep.
func (a *API) ListMyDataHolders(ctx context.Context, q wire.ListMyDataHoldersRequestObject) (wire.ListMyDataHoldersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Public.Holders(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyDataHolders200JSONResponse{Body: wire.MyDataHolderList{
		DataHolders: each(rows, func(h publicrequest.Holder) wire.MyDataHolder { return a.myDataHolder(r, h) }), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AskMyDataExtract asks a unit for what it keeps.
func (a *API) AskMyDataExtract(ctx context.Context, q wire.AskMyDataExtractRequestObject) (wire.AskMyDataExtractResponseObject, error) {
	v, err := a.Public.Ask(ctx, actorFrom(ctx), newDataExtract(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AskMyDataExtract201JSONResponse{Body: r.myDataExtractRow(v), Headers: wire.AskMyDataExtract201ResponseHeaders{
		ETag: etag(extractTag(v)), Location: "/v1/my/data-extracts/" + v.ID.String(),
	}}, nil
}

// ListMyDataExtracts lists what the caller has asked for.
func (a *API) ListMyDataExtracts(ctx context.Context, q wire.ListMyDataExtractsRequestObject) (wire.ListMyDataExtractsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Public.Extracts(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyDataExtracts200JSONResponse{Body: wire.MyDataExtractList{
		DataExtracts: each(rows, r.myDataExtractRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetMyDataExtract gives what a unit keeps and the caller may see, and what has left.
func (a *API) GetMyDataExtract(ctx context.Context, q wire.GetMyDataExtractRequestObject) (wire.GetMyDataExtractResponseObject, error) {
	v, err := a.dataExtract(ctx, id.PublicRequestOf(q.DataExtractId))
	if err != nil {
		return nil, err
	}
	return wire.GetMyDataExtract200JSONResponse{Body: v, Headers: wire.GetMyDataExtract200ResponseHeaders{ETag: v.Etag}}, nil
}

// GetMyDataExtractDocument gives it to read and keep.
func (a *API) GetMyDataExtractDocument(ctx context.Context, q wire.GetMyDataExtractDocumentRequestObject) (wire.GetMyDataExtractDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	v, err := a.dataExtract(ctx, id.PublicRequestOf(q.DataExtractId))
	if err != nil {
		return nil, err
	}
	s.dataExtract(v)
	return s.write("data-extract")
}

// dataExtract puts an extract together. What the caller may see is read as views of plans and consents read it, by their grants, so that
// no wall is stated a second time; of it stays what the unit holds and is known to hold.
func (a *API) dataExtract(ctx context.Context, of id.PublicRequest) (wire.MyDataExtract, error) {
	actor := actorFrom(ctx)
	q, h, err := a.Public.Extract(ctx, actor, of)
	if err != nil {
		return wire.MyDataExtract{}, err
	}
	all := page.Page{Number: 1, Limit: printed}
	views, err := a.plansOf(ctx, actor, q.Subject.Child, all)
	if err != nil {
		return wire.MyDataExtract{}, err
	}
	consents, _, err := a.Consents.ListOwn(ctx, actor, q.Subject.Child, all)
	if err != nil {
		return wire.MyDataExtract{}, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return wire.MyDataExtract{}, err
	}
	w := myDataExtract(q)
	w.Holder = a.myDataHolder(r, h)
	w.Plans, w.Consents = r.heldPlans(views, h.Unit), r.heldConsents(consents, h.Unit)
	return w, nil
}

// plansOf reads the plans of a child that are there for the caller.
func (a *API) plansOf(ctx context.Context, actor access.Actor, child id.Person, all page.Page) ([]plan.View, error) {
	rows, _, err := a.Plans.List(ctx, actor, plan.Status{}, all)
	if err != nil {
		return nil, err
	}
	var views []plan.View
	for _, p := range rows {
		if p.Child != child {
			continue
		}
		v, err := a.Plans.View(ctx, actor, p.ID)
		if err != nil {
			return nil, err
		}
		views = append(views, v)
	}
	return views, nil
}

// heldPlans keeps what a unit holds in each plan in which the reader sees it. What does not say who holds it does not say so here.
func (r reader) heldPlans(views []plan.View, u id.Unit) []wire.MyPlan {
	kept := []wire.MyPlan{}
	for _, v := range views {
		var items []plan.Item
		for _, i := range v.Items {
			if i.Owner == u && !i.Placeless {
				items = append(items, i)
			}
		}
		isParty := slices.ContainsFunc(v.Parties, func(y plan.Party) bool { return y.Unit == u })
		if v.Items = items; isParty || len(items) > 0 {
			kept = append(kept, r.myPlan(v))
		}
	}
	return kept
}

// heldConsents keeps those that the unit's secrecy domain shares by, or receives by.
func (r reader) heldConsents(all []consent.View, u id.Unit) []wire.MyConsent {
	kept := []wire.MyConsent{}
	unit, _ := r.labels.Unit(u) // one that the directory does not hold is named by none
	for _, v := range all {
		if slices.ContainsFunc(v.Scopes, func(s consent.Scope) bool { return s.From == unit.Branch || s.To == unit.Branch }) {
			kept = append(kept, r.myConsent(v))
		}
	}
	return kept
}

func newDataExtract(b wire.NewMyDataExtract) publicrequest.Draft {
	d := publicrequest.Draft{Unit: id.UnitOf(b.UnitId), Text: hide(b.Text), Contact: hide(b.Contact)}
	if b.ChildId != nil {
		d.Child = id.PersonOf(*b.ChildId)
	}
	return d
}

// extractTag names a version of what the caller sees: what the unit does with it until it is decided is no change of it.
func extractTag(q publicrequest.Request) string {
	if !q.Subject.Extension.On.IsZero() {
		return q.State.String() + "-extended"
	}
	return q.State.String()
}
