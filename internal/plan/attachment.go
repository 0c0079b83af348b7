package plan

import (
	"context"
	"io"

	"samplan/internal/access"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type fileStateSet struct{}

// FileState is how it stands with the file of an attachment.
type FileState = enum.Value[fileStateSet]

var (
	// FileStates are: no file yet; there; found harmful and thrown away; taken back and thrown away.
	FileStates = enum.Of[fileStateSet]("awaiting", "ready", "infected", "withdrawn")

	AwaitingFile  = FileStates.Must("awaiting")
	ReadyFile     = FileStates.Must("ready")
	InfectedFile  = FileStates.Must("infected")
	WithdrawnFile = FileStates.Must("withdrawn")

	// AttachmentKind is the kind of an item with a file (bilaga): its title is the file's name, its body what is said of it.
	AttachmentKind = ItemKinds.Must("attachment")
)

// File is what the file of an attachment is. Until it is ready the item is for the own unit alone, whoever it is meant for.
type File struct {
	State     FileState
	MediaType string
	Size      int64
	Key       string // that it was encrypted with
	MeantFor  Visibility
}

// Content is a file that has arrived, encrypted; of one that was found harmful there is none.
type Content struct {
	io.ReadSeeker // an attempt that is made again begins at its beginning
	MediaType     string
	Key           string
	Size          int64
	IsInfected    bool
}

// validAttachment: an attachment has a name and a type.
func validAttachment(i *Item) error {
	switch {
	case i.Title.IsZero():
		return fault.At(fault.CodeInvalid, "/fileName", "required")
	case i.File.MeantFor == ForNamed:
		return fault.At(fault.CodeInvalid, "/visibility", "enum")
	}
	return nil
}

// NewAttachment makes the draft of an attachment whose file is to come.
func NewAttachment(name, about person.Text, mediaType string, category Category, meantFor Visibility) Draft {
	return Draft{
		Kind: AttachmentKind, Category: category, Visibility: UnitOnly, Words: Words{Title: name, Body: about},
		File: File{State: AwaitingFile, MediaType: mediaType, MeantFor: meantFor},
	}
}

// receive takes the file in, once.
func (i *Item) receive(c Content) error {
	switch {
	case i.Kind != AttachmentKind:
		return fault.New(fault.CodeNotFound)
	case i.File.State != AwaitingFile:
		return fault.New(fault.CodeEnded)
	case c.MediaType != i.File.MediaType:
		return fault.New(fault.CodeFileType)
	}
	i.Version++
	if i.File.State = InfectedFile; c.IsInfected {
		return nil
	}
	i.File.State, i.File.Key, i.File.Size = ReadyFile, c.Key, c.Size
	if i.Visibility == UnitOnly { // and not named for somebody meanwhile
		i.Visibility = i.File.MeantFor
	}
	return nil
}

// takeBack throws the file away; what was said of it stays.
func (i *Item) takeBack() error {
	switch {
	case i.Kind != AttachmentKind:
		return fault.New(fault.CodeNotFound)
	case i.File.State == WithdrawnFile || i.File.State == InfectedFile:
		return fault.New(fault.CodeEnded)
	}
	i.File.State, i.File.Size, i.File.Key = WithdrawnFile, 0, ""
	i.Version++
	return nil
}

// ReceiveFile takes in the file of an attachment that the actor's unit holds. tag is the version that the actor read.
// Faults: not-found, denied for what another unit holds, stale-version, already-ended, file-type-differs.
func (s *Service) ReceiveFile(ctx context.Context, a access.Actor, i id.Item, tag string, c Content) (Item, error) {
	g, err := access.Allow[access.EditItem](s.policy, a)
	if err != nil {
		return Item{}, err
	}
	item, err := s.store.ReceiveFile(ctx, g, i, c.ReadSeeker, func(was *Item) error {
		if was.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		return was.receive(c)
	})
	return s.orDenied(ctx, a, i, item, err)
}

// WithdrawFile takes the file of an attachment back, for a reason. Faults: not-found, denied, already-ended.
func (s *Service) WithdrawFile(ctx context.Context, a access.Actor, i id.Item, reason person.Text) (Item, error) {
	g, err := access.Allow[access.EditItem](s.policy, a)
	if err != nil {
		return Item{}, err
	}
	item, err := s.store.WithdrawFile(ctx, g, i, reason, (*Item).takeBack)
	return s.orDenied(ctx, a, i, item, err)
}

// orDenied tells whoever can see an attachment that it is not the own unit's to change.
func (s *Service) orDenied(ctx context.Context, a access.Actor, i id.Item, item Item, err error) (Item, error) {
	if !fault.Is(err, fault.NotFound) {
		return item, err
	}
	if _, err := s.FindItem(ctx, a, AttachmentKind, i); err != nil {
		return Item{}, err
	}
	return Item{}, fault.New(fault.CodeDenied)
}

// OpenFile writes the file of an attachment, as it is kept, into what room makes for it.
// Faults: not-found, also for one whose file is not there.
func (s *Service) OpenFile(ctx context.Context, a access.Actor, i id.Item, room func(File) (io.Writer, error)) (Item, error) {
	g, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Item{}, err
	}
	return s.store.OpenFile(ctx, g, i, func(found Item) (io.Writer, error) {
		if found.Kind != AttachmentKind || found.File.State != ReadyFile {
			return nil, fault.New(fault.CodeNotFound)
		}
		return room(found.File)
	})
}
