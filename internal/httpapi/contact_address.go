package httpapi

import (
	"context"

	"samplan/internal/httpapi/wire"
)

// GetContactAddress tells the caller where mails to the caller go.
func (a *API) GetContactAddress(ctx context.Context, _ wire.GetContactAddressRequestObject) (wire.GetContactAddressResponseObject, error) {
	v, err := a.Notices.Address(ctx, actorFrom(ctx))
	if err != nil {
		return nil, err
	}
	return wire.GetContactAddress200JSONResponse{
		Body: wire.ContactAddress{Email: reveal(v.Email)}, Headers: wire.GetContactAddress200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// ChangeContactAddress changes it.
func (a *API) ChangeContactAddress(ctx context.Context, q wire.ChangeContactAddressRequestObject) (wire.ChangeContactAddressResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	v, err := a.Notices.ChangeAddress(ctx, actorFrom(ctx), tag, hide(q.Body.Email))
	if err != nil {
		return nil, err
	}
	return wire.ChangeContactAddress200JSONResponse{
		Body: wire.ContactAddress{Email: reveal(v.Email)}, Headers: wire.ChangeContactAddress200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// GetMyContactAddress tells a member of the family where mails go.
func (a *API) GetMyContactAddress(ctx context.Context, _ wire.GetMyContactAddressRequestObject) (wire.GetMyContactAddressResponseObject, error) {
	v, err := a.Notices.Address(ctx, actorFrom(ctx))
	if err != nil {
		return nil, err
	}
	return wire.GetMyContactAddress200JSONResponse{
		Body: wire.MyContactAddress{Email: reveal(v.Email)}, Headers: wire.GetMyContactAddress200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// ChangeMyContactAddress changes it.
func (a *API) ChangeMyContactAddress(ctx context.Context, q wire.ChangeMyContactAddressRequestObject) (wire.ChangeMyContactAddressResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	v, err := a.Notices.ChangeAddress(ctx, actorFrom(ctx), tag, hide(q.Body.Email))
	if err != nil {
		return nil, err
	}
	return wire.ChangeMyContactAddress200JSONResponse{
		Body: wire.MyContactAddress{Email: reveal(v.Email)}, Headers: wire.ChangeMyContactAddress200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}
