package httpapi

import (
	"context"

	"samplan/internal/disposal"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func disposalAt(d id.Disposal) string { return "/v1/disposals/" + d.String() }

// ListDisposalSettings lists what the own secrecy domain has decided on disposal.
func (a *API) ListDisposalSettings(ctx context.Context, q wire.ListDisposalSettingsRequestObject) (wire.ListDisposalSettingsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Disposals.ListSettings(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListDisposalSettings200JSONResponse{Body: wire.DisposalSettingList{
		DisposalSettings: each(rows, disposalSetting), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// SetDisposalSetting enters what was decided for units of one class.
func (a *API) SetDisposalSetting(ctx context.Context, q wire.SetDisposalSettingRequestObject) (wire.SetDisposalSettingResponseObject, error) {
	d, err := settingFrom(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Disposals.Set(ctx, actorFrom(ctx), d)
	if err != nil {
		return nil, err
	}
	return wire.SetDisposalSetting201JSONResponse{
		Body: disposalSetting(v), Headers: wire.SetDisposalSetting201ResponseHeaders{Location: "/v1/disposal-settings"},
	}, nil
}

// ListDisposals lists lists of disposal and certificates.
func (a *API) ListDisposals(ctx context.Context, q wire.ListDisposalsRequestObject) (wire.ListDisposalsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Disposals.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListDisposals200JSONResponse{Body: wire.DisposalList{
		Disposals: each(rows, disposalOf), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// DrawUpDisposal lists what may be weeded today.
func (a *API) DrawUpDisposal(ctx context.Context, _ wire.DrawUpDisposalRequestObject) (wire.DrawUpDisposalResponseObject, error) {
	v, err := a.Disposals.DrawUp(ctx, actorFrom(ctx))
	if err != nil {
		return nil, err
	}
	return wire.DrawUpDisposal201JSONResponse{
		Body: disposalOf(v), Headers: wire.DrawUpDisposal201ResponseHeaders{ETag: etag(v.Tag()), Location: disposalAt(v.ID)},
	}, nil
}

// GetDisposal shows a list of disposal, or its certificate.
func (a *API) GetDisposal(ctx context.Context, q wire.GetDisposalRequestObject) (wire.GetDisposalResponseObject, error) {
	v, err := a.Disposals.Find(ctx, actorFrom(ctx), id.DisposalOf(q.DisposalId))
	if err != nil {
		return nil, err
	}
	return wire.GetDisposal200JSONResponse{Body: disposalOf(v), Headers: wire.GetDisposal200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// ListDisposalCases lists the cases of a disposal.
func (a *API) ListDisposalCases(ctx context.Context, q wire.ListDisposalCasesRequestObject) (wire.ListDisposalCasesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Disposals.ListCases(ctx, actorFrom(ctx), id.DisposalOf(q.DisposalId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListDisposalCases200JSONResponse{Body: wire.DisposalCaseList{
		DisposalCases: each(rows, r.disposalCase), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// DecideDisposal decides on a list.
func (a *API) DecideDisposal(ctx context.Context, q wire.DecideDisposalRequestObject) (wire.DecideDisposalResponseObject, error) {
	v, err := a.Disposals.Decide(ctx, actorFrom(ctx), id.DisposalOf(q.DisposalId))
	if err != nil {
		return nil, err
	}
	return wire.DecideDisposal200JSONResponse{Body: disposalOf(v), Headers: wire.DecideDisposal200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// CancelDisposal takes a list back.
func (a *API) CancelDisposal(ctx context.Context, q wire.CancelDisposalRequestObject) (wire.CancelDisposalResponseObject, error) {
	v, err := a.Disposals.Cancel(ctx, actorFrom(ctx), id.DisposalOf(q.DisposalId))
	if err != nil {
		return nil, err
	}
	return wire.CancelDisposal200JSONResponse{Body: disposalOf(v), Headers: wire.CancelDisposal200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// ListRetentionMarks lists what governs the disposal of a child's case.
func (a *API) ListRetentionMarks(ctx context.Context, q wire.ListRetentionMarksRequestObject) (wire.ListRetentionMarksResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Disposals.ListMarks(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListRetentionMarks200JSONResponse{Body: wire.RetentionMarkList{
		RetentionMarks: each(rows, r.retentionMark), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// SetRetentionMark records what governs the disposal of a child's case.
func (a *API) SetRetentionMark(ctx context.Context, q wire.SetRetentionMarkRequestObject) (wire.SetRetentionMarkResponseObject, error) {
	var read reading
	kind := word(&read, disposal.Kinds, &q.Body.Kind, "/kind")
	if err := read.err(); err != nil {
		return nil, err
	}
	m, err := a.Disposals.SetMark(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), kind, hide(&q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.SetRetentionMark201JSONResponse{Body: r.retentionMark(m), Headers: wire.SetRetentionMark201ResponseHeaders{
		ETag: etag(m.Tag()), Location: "/v1/children/" + m.Child.String() + "/retention-marks",
	}}, nil
}

// EndRetentionMark ends one, and lifts a hold.
func (a *API) EndRetentionMark(ctx context.Context, q wire.EndRetentionMarkRequestObject) (wire.EndRetentionMarkResponseObject, error) {
	m, err := a.Disposals.EndMark(ctx, actorFrom(ctx), id.RetentionMarkOf(q.RetentionMarkId), hide(&q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.EndRetentionMark200JSONResponse{Body: r.retentionMark(m), Headers: wire.EndRetentionMark200ResponseHeaders{ETag: etag(m.Tag())}}, nil
}
