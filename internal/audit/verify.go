package audit

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"
)

// longestLine is far above what an entry can be.
const longestLine = 1 << 26

// DefaultRetention is how many years an entry is kept at least.
const DefaultRetention = 5

// VerifyOptions say what is known from elsewhere.
type VerifyOptions struct {
	From      int64       // the seal that the files are to begin with; 1 when zero
	Keys      []PublicKey // the keys that count; those in the files when empty
	Pins      []Signed    // checkpoints kept elsewhere
	Unsigned  bool        // accept seals after the last checkpoint
	Retention int         // years that an entry is kept at least; DefaultRetention when zero
	Now       time.Time
}

// Verifier reads exported files in their order and finds what is wrong with them. It needs nothing else.
type Verifier struct {
	o      VerifyOptions
	report Report
	file   string
	line   int
	keys   map[string]PublicKey // told by the files
	told   map[string]bool      // told by this file
	used   map[string]bool      // named by a seal or checkpoint of this file
	due    string               // the key that was told in the line before
	last   *Seal                // the last seal that was read
	open   *batch               // its entries, until something else follows
	hash   Hash                 // of the last seal
	note   *Checkpoint          // the last checkpoint
	begin  Hash                 // what the first seal in the files remembers
	stray  int64                // the seal whose entries stand without it
	pinned map[int64][]Checkpoint
	ahead  int64 // the furthest seal that a good checkpoint speaks of, and how many entries it counts
	size   int64
}

// NewVerifier begins.
func NewVerifier(o VerifyOptions) *Verifier {
	if o.From == 0 {
		o.From = 1
	}
	if o.Retention == 0 {
		o.Retention = DefaultRetention
	}
	v := &Verifier{o: o, keys: map[string]PublicKey{}, pinned: map[int64][]Checkpoint{}}
	for _, k := range o.Keys {
		v.report.Keys, v.report.Pinned = append(v.report.Keys, k.ID), true
	}
	for _, p := range o.Pins {
		v.pinned[p.Checkpoint.Seal] = append(v.pinned[p.Checkpoint.Seal], p.Checkpoint)
	}
	return v
}

// Read takes one file. The error is one of reading; what is wrong with the log goes into the report.
func (v *Verifier) Read(name string, r io.Reader) error {
	v.file, v.line, v.due, v.told, v.used = name, 0, "", map[string]bool{}, map[string]bool{}
	lines := bufio.NewReaderSize(r, 1<<16)
	for {
		text, err := readUntilEnd(lines)
		if errors.Is(err, io.EOF) {
			break
		}
		v.line++
		switch {
		case errors.Is(err, io.ErrUnexpectedEOF):
			v.find("the file ends in the middle of this line: it was cut off")
		case err != nil:
			return fmt.Errorf("read %s: %w", name, err)
		}
		v.take(text)
	}
	v.closeBatch()
	for id := range v.told {
		if !v.used[id] {
			v.report.add(Finding{File: name, What: "key " + id + " stands in the file and nothing names it"})
		}
	}
	return nil
}

// readUntilEnd gives a line without its end; ErrUnexpectedEOF when the end is missing.
func readUntilEnd(r *bufio.Reader) ([]byte, error) {
	var text []byte
	for {
		part, err := r.ReadSlice('\n')
		text = append(text, part...)
		switch {
		case len(text) > longestLine:
			return nil, bufio.ErrTooLong
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(text) > 0:
			return text, io.ErrUnexpectedEOF
		case err != nil:
			return nil, err
		}
		return text[:len(text)-1], nil
	}
}

func (v *Verifier) take(text []byte) {
	l, err := readLine(text)
	if v.due != "" && (err != nil || l.Kind != kindSeal || l.Seal.Key != v.due) {
		v.find("key " + v.due + " stands before something else than the seal that names it: it was moved")
	}
	v.due = ""
	if err != nil {
		f := v.here("the line cannot be taken: " + err.Error())
		if l.In > 0 {
			f.Seal, f.Place = l.In, l.Position
		}
		v.report.add(f)
		if v.open != nil {
			v.open.broken = true
		}
		return
	}
	switch l.Kind {
	case kindKey:
		v.closeBatch()
		v.takeKey(*l.Key)
	case kindSeal:
		v.closeBatch()
		v.takeSeal(*l.Seal)
	case kindEntry, kindStub:
		v.takeLeaf(l)
	case kindCheckpoint:
		v.closeBatch()
		v.takeCheckpoint(Signed{*l.Checkpoint, l.Signature})
	}
}

func (v *Verifier) takeKey(k PublicKey) {
	switch {
	case !k.isWhole():
		v.find("key " + k.ID + " is not the key of that id: it was changed")
	case v.told[k.ID]:
		v.find("key " + k.ID + " stands here a second time")
	}
	v.told[k.ID], v.keys[k.ID], v.due = true, k, k.ID
}

// Finish gives the report, after the last file.
func (v *Verifier) Finish() Report {
	if v.last == nil {
		v.report.add(Finding{What: "there is no seal in the files"})
	}
	v.checkPins()
	r := &v.report
	switch {
	case v.ahead > r.Last:
		r.add(Finding{What: fmt.Sprintf("the log is cut off: a checkpoint counts %d entries in seals up to %d, and the files end with seal %d and %d entries", v.size, v.ahead, r.Last, r.Size)})
	case r.Signed < r.Last && !v.o.Unsigned && r.Signed < r.First:
		r.add(Finding{Seal: r.Last, What: "no seal is signed, so all of them could have been made by anybody; --unsigned accepts them"})
	case r.Signed < r.Last && !v.o.Unsigned:
		r.add(Finding{Seal: r.Last, What: fmt.Sprintf("the seals after %d are not signed, or the checkpoint that signs them is cut off; --unsigned accepts them", r.Signed)})
	}
	if !r.Pinned {
		for id := range v.keys {
			r.Keys = append(r.Keys, id)
		}
		slices.Sort(r.Keys)
	}
	return *r
}

func (v *Verifier) here(what string) Finding {
	f := Finding{File: v.file, Line: v.line, What: what}
	if v.last != nil {
		f.Seal = v.last.Number
	}
	return f
}

// find notes something about the line at hand.
func (v *Verifier) find(what string) { v.report.add(v.here(what)) }
