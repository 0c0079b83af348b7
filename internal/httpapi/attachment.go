package httpapi

import (
	"context"
	"io"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"samplan/internal/attachment"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func attachmentAt(i id.Item) string { return "/v1/attachments/" + i.String() }

// AddAttachment describes a file that is to come.
func (a *API) AddAttachment(ctx context.Context, q wire.AddAttachmentRequestObject) (wire.AddAttachmentResponseObject, error) {
	draft, err := newAttachment(*q.Body)
	if err != nil {
		return nil, err
	}
	i, err := a.Plans.AddItem(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), draft)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.AddAttachment201JSONResponse{
		Body: r.attachment(i), Headers: wire.AddAttachment201ResponseHeaders{ETag: etag(i.Tag()), Location: attachmentAt(i.ID)},
	}, err
}

// GetAttachment tells what a file is.
func (a *API) GetAttachment(ctx context.Context, q wire.GetAttachmentRequestObject) (wire.GetAttachmentResponseObject, error) {
	i, err := a.Plans.FindItem(ctx, actorFrom(ctx), plan.AttachmentKind, id.ItemOf(q.AttachmentId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.GetAttachment200JSONResponse{Body: r.attachment(i), Headers: wire.GetAttachment200ResponseHeaders{ETag: etag(i.Tag())}}, err
}

// PutAttachmentContent keeps the file that the frame has taken in.
func (a *API) PutAttachmentContent(ctx context.Context, q wire.PutAttachmentContentRequestObject) (wire.PutAttachmentContentResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	c := plan.Content{IsInfected: true}
	if s, ok := q.Body.(arrived); ok {
		c = plan.Content{ReadSeeker: s.File, MediaType: s.MediaType, Key: s.Key, Size: s.Size}
	}
	i, err := a.Plans.ReceiveFile(ctx, actorFrom(ctx), id.ItemOf(q.AttachmentId), tag, c)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.PutAttachmentContent200JSONResponse{
		Body: r.attachment(i), Headers: wire.PutAttachmentContent200ResponseHeaders{ETag: etag(i.Tag())},
	}, err
}

// WithdrawAttachment takes a file back.
func (a *API) WithdrawAttachment(ctx context.Context, q wire.WithdrawAttachmentRequestObject) (wire.WithdrawAttachmentResponseObject, error) {
	i, err := a.Plans.WithdrawFile(ctx, actorFrom(ctx), id.ItemOf(q.AttachmentId), person.NewText(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.WithdrawAttachment200JSONResponse{
		Body: r.attachment(i), Headers: wire.WithdrawAttachment200ResponseHeaders{ETag: etag(i.Tag())},
	}, err
}

// GetAttachmentContent gives a file.
func (a *API) GetAttachmentContent(ctx context.Context, q wire.GetAttachmentContentRequestObject) (wire.GetAttachmentContentResponseObject, error) {
	return a.taken(ctx, id.ItemOf(q.AttachmentId))
}

// GetMyAttachmentContent gives a file that is meant for the family.
func (a *API) GetMyAttachmentContent(ctx context.Context, q wire.GetMyAttachmentContentRequestObject) (wire.GetMyAttachmentContentResponseObject, error) {
	return a.taken(ctx, id.ItemOf(q.AttachmentId))
}

// taken copies a file, still encrypted, out of the database; it is decrypted on its way to the caller, after the commit.
func (a *API) taken(ctx context.Context, i id.Item) (takenOut, error) {
	if a.Vault == nil {
		return takenOut{}, fault.Wrap(fault.CodeUnavailable, errNoVault)
	}
	var spool *attachment.Spool
	found, err := a.Plans.OpenFile(ctx, actorFrom(ctx), i, func(f plan.File) (_ io.Writer, err error) {
		spool, err = a.Vault.NewSpool(f.Key, f.Size)
		return spool, err
	})
	if spool != nil && err != nil {
		_ = spool.Close() // the error is the one that counts
	}
	if err != nil {
		return takenOut{}, err
	}
	file, err := a.Vault.Open(spool, i.String())
	if err != nil {
		_ = spool.Close() // as above
		return takenOut{}, fault.Wrap(fault.CodeUnavailable, err)
	}
	return takenOut{found, spool, file}, nil
}

// takenOut answers with a file.
type takenOut struct {
	plan.Item
	spool *attachment.Spool
	file  io.Reader
}

// VisitGetAttachmentContentResponse hands the file to the frame, which sends it after the commit.
func (t takenOut) VisitGetAttachmentContentResponse(w http.ResponseWriter) error {
	r, ok := w.(*echo.Response)
	if !ok {
		return errNoAnswer
	}
	h, ok := r.Writer.(*held)
	if !ok {
		return errNoAnswer
	}
	h.stream, h.spool = t.file, t.spool
	w.Header().Set("Content-Type", mediaFile)
	w.Header().Set("Content-Length", strconv.FormatInt(t.File.Size, 10))
	w.Header().Set("Content-Disposition", attachment.Disposition(t.Title.Reveal()))
	w.Header().Set("ETag", etag(t.Tag()))
	w.WriteHeader(http.StatusOK)
	return nil
}

// VisitGetMyAttachmentContentResponse does the same.
func (t takenOut) VisitGetMyAttachmentContentResponse(w http.ResponseWriter) error {
	return t.VisitGetAttachmentContentResponse(w)
}
