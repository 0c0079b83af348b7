package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func clientAt(c id.Client) string { return "/v1/clients/" + c.String() }

// ListClients lists the clients of the caller's principal.
func (a *API) ListClients(ctx context.Context, q wire.ListClientsRequestObject) (wire.ListClientsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Clients.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListClients200JSONResponse{Body: wire.ClientList{
		Clients: each(rows, clientWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// RegisterClient registers a client for the caller's principal.
func (a *API) RegisterClient(ctx context.Context, q wire.RegisterClientRequestObject) (wire.RegisterClientResponseObject, error) {
	d, err := clientDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	c, err := a.Clients.Register(ctx, actorFrom(ctx), d)
	if err != nil {
		return nil, err
	}
	return wire.RegisterClient201JSONResponse{
		Body: clientWire(c), Headers: wire.RegisterClient201ResponseHeaders{ETag: etag(c.Tag()), Location: clientAt(c.ID)},
	}, nil
}

// GetClient shows one client.
func (a *API) GetClient(ctx context.Context, q wire.GetClientRequestObject) (wire.GetClientResponseObject, error) {
	c, err := a.Clients.Find(ctx, actorFrom(ctx), id.ClientOf(q.ClientId))
	if err != nil {
		return nil, err
	}
	return wire.GetClient200JSONResponse{Body: clientWire(c), Headers: wire.GetClient200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}

// ChangeClient says anew what is said of a client.
func (a *API) ChangeClient(ctx context.Context, q wire.ChangeClientRequestObject) (wire.ChangeClientResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := clientDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	c, err := a.Clients.Change(ctx, actorFrom(ctx), id.ClientOf(q.ClientId), tag, d)
	if err != nil {
		return nil, err
	}
	return wire.ChangeClient200JSONResponse{Body: clientWire(c), Headers: wire.ChangeClient200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}

// EndClient ends a client at once.
func (a *API) EndClient(ctx context.Context, q wire.EndClientRequestObject) (wire.EndClientResponseObject, error) {
	c, err := a.Clients.End(ctx, actorFrom(ctx), id.ClientOf(q.ClientId))
	if err != nil {
		return nil, err
	}
	return wire.EndClient200JSONResponse{Body: clientWire(c), Headers: wire.EndClient200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}

// GetOwnClient shows a client its own registration.
func (a *API) GetOwnClient(ctx context.Context, _ wire.GetOwnClientRequestObject) (wire.GetOwnClientResponseObject, error) {
	c, err := a.Clients.Own(ctx, actorFrom(ctx))
	if err != nil {
		return nil, err
	}
	return wire.GetOwnClient200JSONResponse{Body: clientWire(c), Headers: wire.GetOwnClient200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}

// AddOwnClientKey adds a key of the client that asks.
func (a *API) AddOwnClientKey(ctx context.Context, q wire.AddOwnClientKeyRequestObject) (wire.AddOwnClientKeyResponseObject, error) {
	c, err := a.Clients.AddKey(ctx, actorFrom(ctx), publicKey(*q.Body))
	if err != nil {
		return nil, err
	}
	return wire.AddOwnClientKey200JSONResponse{Body: clientWire(c), Headers: wire.AddOwnClientKey200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}

// RemoveOwnClientKey removes a key of the client that asks.
func (a *API) RemoveOwnClientKey(ctx context.Context, q wire.RemoveOwnClientKeyRequestObject) (wire.RemoveOwnClientKeyResponseObject, error) {
	c, err := a.Clients.RemoveKey(ctx, actorFrom(ctx), id.ClientKeyOf(q.ClientKeyId))
	if err != nil {
		return nil, err
	}
	return wire.RemoveOwnClientKey200JSONResponse{Body: clientWire(c), Headers: wire.RemoveOwnClientKey200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}
