package httpapi

import (
	"context"

	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// LoadRoutineProfile loads a version of one of the own principal's profiles.
func (a *API) LoadRoutineProfile(ctx context.Context, q wire.LoadRoutineProfileRequestObject) (wire.LoadRoutineProfileResponseObject, error) {
	v, err := a.Routines.Load(ctx, actorFrom(ctx), q.Body.Document)
	if err != nil {
		return nil, err
	}
	return wire.LoadRoutineProfile201JSONResponse{
		Body:    routineWire(&v),
		Headers: wire.LoadRoutineProfile201ResponseHeaders{ETag: etag(v.Tag()), Location: "/v1/routine-profiles/" + v.ID.String()},
	}, nil
}

// ListRoutineProfiles lists what is built in and what is the own principal's.
func (a *API) ListRoutineProfiles(ctx context.Context, q wire.ListRoutineProfilesRequestObject) (wire.ListRoutineProfilesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Routines.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListRoutineProfiles200JSONResponse{Body: wire.RoutineProfileList{
		RoutineProfiles: each(rows, routineRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetOwnRoutineProfile shows the version by which the own principal works today.
func (a *API) GetOwnRoutineProfile(ctx context.Context, _ wire.GetOwnRoutineProfileRequestObject) (wire.GetOwnRoutineProfileResponseObject, error) {
	v, err := a.Routines.Own(ctx, actorFrom(ctx))
	if err != nil {
		return nil, err
	}
	return wire.GetOwnRoutineProfile200JSONResponse{
		Body: routineWire(&v), Headers: wire.GetOwnRoutineProfile200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// GetRoutineProfile shows one version.
func (a *API) GetRoutineProfile(ctx context.Context, q wire.GetRoutineProfileRequestObject) (wire.GetRoutineProfileResponseObject, error) {
	v, err := a.Routines.Find(ctx, actorFrom(ctx), id.RoutineOf(q.RoutineProfileId))
	if err != nil {
		return nil, err
	}
	return wire.GetRoutineProfile200JSONResponse{
		Body: routineWire(&v), Headers: wire.GetRoutineProfile200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// CheckRoutineProfile tells what is wrong with a document.
func (a *API) CheckRoutineProfile(ctx context.Context, q wire.CheckRoutineProfileRequestObject) (wire.CheckRoutineProfileResponseObject, error) {
	faults, err := a.Routines.Check(ctx, actorFrom(ctx), q.Body.Document)
	if err != nil {
		return nil, err
	}
	return wire.CheckRoutineProfile200JSONResponse{Body: wire.RoutineCheck{Faults: each(faults, routineFault)}}, nil
}

// ChooseRoutineProfile says by which profile the own principal works from a day.
func (a *API) ChooseRoutineProfile(ctx context.Context, q wire.ChooseRoutineProfileRequestObject) (wire.ChooseRoutineProfileResponseObject, error) {
	c, err := a.Routines.Choose(ctx, actorFrom(ctx), q.Body.Code, civilDay(&q.Body.ValidFrom))
	if err != nil {
		return nil, err
	}
	return wire.ChooseRoutineProfile200JSONResponse{Body: routineChoice(c)}, nil
}

// ListRoutineChoices lists the own principal's choices.
func (a *API) ListRoutineChoices(ctx context.Context, q wire.ListRoutineChoicesRequestObject) (wire.ListRoutineChoicesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Routines.Choices(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListRoutineChoices200JSONResponse{Body: wire.RoutineChoiceList{
		RoutineChoices: each(rows, routineChoice), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

func routineChoice(c routine.Choice) wire.RoutineChoice {
	return wire.RoutineChoice{Code: c.Code, ValidFrom: day(c.ValidFrom), ChosenOn: day(c.ChosenOn)}
}
