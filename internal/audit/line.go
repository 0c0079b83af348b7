package audit

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
)

// The kinds of line.
const (
	kindKey        = "key"
	kindSeal       = "seal"
	kindEntry      = "entry"
	kindStub       = "stub"
	kindCheckpoint = "checkpoint"
)

var (
	errNotCanonical = errors.New("it is not as the log writes lines: it was changed")
	errKind         = errors.New("it is no line of a log")
	errNoCheckpoint = errors.New("want one line of kind checkpoint")
)

// Line is one line of an exported file: a key, a seal, an entry or what is left of it, a checkpoint.
type Line struct {
	Checkpoint *Checkpoint `json:"checkpoint,omitempty"`
	Entry      *Entry      `json:"entry,omitempty"`
	In         int64       `json:"in,omitempty"` // number of the seal that an entry or stub lies in
	Key        *PublicKey  `json:"key,omitempty"`
	Kind       string      `json:"kind"`
	Leaf       *Hash       `json:"leaf,omitempty"`
	Position   int64       `json:"position,omitempty"` // in its seal, from 1
	Seal       *Seal       `json:"seal,omitempty"`
	Signature  []byte      `json:"signature,omitempty"`
	Stub       *Leaf       `json:"stub,omitempty"`
}

// KeyLine exports a key.
func KeyLine(k PublicKey) Line { return Line{Kind: kindKey, Key: &k} }

// SealLine exports a seal.
func SealLine(s Seal) Line { return Line{Kind: kindSeal, Seal: &s} }

// CheckpointLine exports a checkpoint.
func CheckpointLine(s Signed) Line {
	return Line{Kind: kindCheckpoint, Checkpoint: &s.Checkpoint, Signature: s.Signature}
}

// EntryLine exports an entry beside the leaf that the seal keeps of it.
func EntryLine(seal, position int64, e Entry, sealed Leaf) Line {
	h := sealed.Hash()
	return Line{Kind: kindEntry, In: seal, Position: position, Entry: &e, Leaf: &h}
}

// StubLine exports what is left of a weeded entry.
func StubLine(seal, position int64, sealed Leaf) Line {
	h := sealed.Hash()
	return Line{Kind: kindStub, In: seal, Position: position, Stub: &sealed, Leaf: &h}
}

// Text writes the line, with its end.
func (l Line) Text() []byte { return append(canonical(l), '\n') }

// readLine reads a line without its end, and takes it only as Text would write it.
func readLine(text []byte) (Line, error) {
	var l Line
	if err := read(text, &l); err != nil {
		return l, err
	}
	switch parts := [...]bool{l.Checkpoint != nil, l.Entry != nil, l.Key != nil, l.Seal != nil, l.Stub != nil}; {
	case l.Kind == kindCheckpoint && parts == [...]bool{true, false, false, false, false} && len(l.Signature) > 0 && !l.isPlaced():
	case l.Kind == kindEntry && parts == [...]bool{false, true, false, false, false} && l.isPlaced() && l.Signature == nil:
	case l.Kind == kindKey && parts == [...]bool{false, false, true, false, false} && !l.isPlaced() && l.Signature == nil:
	case l.Kind == kindSeal && parts == [...]bool{false, false, false, true, false} && !l.isPlaced() && l.Signature == nil:
	case l.Kind == kindStub && parts == [...]bool{false, false, false, false, true} && l.isPlaced() && l.Signature == nil:
	default:
		return l, errKind
	}
	if !bytes.Equal(canonical(l), text) {
		return l, errNotCanonical
	}
	return l, nil
}

// isPlaced tells whether the line says where in a seal it lies, and with which leaf.
func (l Line) isPlaced() bool { return l.Leaf != nil && l.Position > 0 && l.In > 0 }

func trim(text []byte) []byte { return bytes.TrimSpace(text) }

func text(n uint64) string { return strconv.FormatUint(n, 10) }

// number reads the number of a transaction; whatever is none is 0.
func number(text string) uint64 {
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// cut parts the name of a place into cluster and timeline.
func cut(place string) (cluster, timeline string, ok bool) { return strings.Cut(place, "/") }
