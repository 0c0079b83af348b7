package audit

import (
	"fmt"
	"slices"
)

// takeCheckpoint holds a checkpoint against the seal it stands after.
func (v *Verifier) takeCheckpoint(s Signed) {
	c := s.Checkpoint
	v.report.Checkpoints++
	name := fmt.Sprintf("checkpoint %d", c.Number)
	v.use(c.Key)
	signed := v.checkSignature(name, s)
	if v.note != nil && (c.Number != v.note.Number+1 || c.Previous != v.note.Hash()) {
		v.find(name + " does not follow checkpoint " + fmt.Sprint(v.note.Number) + ": one was removed, moved or changed")
	}
	if v.note == nil && v.o.From == 1 && (c.Number != 1 || c.Previous != Hash{}) {
		v.find(name + " is the first here: those before it were removed")
	}
	v.note = &c
	if signed && c.Seal > v.ahead {
		v.ahead, v.size = c.Seal, c.Size
	}
	switch at := v.last; {
	case at == nil || c.Seal != at.Number:
		v.find(fmt.Sprintf("%s is of seal %d and stands elsewhere: it was moved, or seals were removed", name, c.Seal))
	case c.Chain != v.hash || c.Size != at.Size || c.Epoch != at.Epoch || c.Key != at.Key:
		v.find(name + " is of another seal with that number: the seal or the checkpoint was changed")
	case signed:
		v.report.Signed, v.report.LastCheckpoint = c.Seal, &c
	}
}

// checkSignature tells whether a checkpoint is signed with a key that counts.
func (v *Verifier) checkSignature(name string, s Signed) bool {
	k, ok := v.key(s.Checkpoint.Key)
	switch {
	case !ok && v.report.Pinned:
		v.find(name + " is signed with key " + s.Checkpoint.Key + ", which is not among those given")
	case !ok:
		v.find(name + " is signed with key " + s.Checkpoint.Key + ", which the files do not tell")
	case !s.IsSignedBy(k):
		v.find(name + " is not signed by key " + k.ID + ": signature or checkpoint is forged")
	default:
		return true
	}
	return false
}

// key finds a key that counts: one of those given, or of the files where none was given.
func (v *Verifier) key(id string) (PublicKey, bool) {
	if !v.report.Pinned {
		k, ok := v.keys[id]
		return k, ok
	}
	i := slices.IndexFunc(v.o.Keys, func(k PublicKey) bool { return k.ID == id })
	if i < 0 {
		return PublicKey{}, false
	}
	return v.o.Keys[i], true
}

// checkPins holds the files against what was kept elsewhere. Those within the files were compared with their seal.
func (v *Verifier) checkPins() {
	v.file, v.line, v.last = "", 0, nil
	for _, p := range v.o.Pins {
		c := p.Checkpoint
		if !v.checkSignature("the checkpoint given, of seal "+fmt.Sprint(c.Seal)+",", p) {
			continue
		}
		switch {
		case c.Seal == v.report.First-1 && c.Chain != v.begin:
			v.find(fmt.Sprintf("the files do not follow the checkpoint given, of seal %d: what came before was made anew", c.Seal))
		case c.Seal < v.report.First-1:
			v.find(fmt.Sprintf("the checkpoint given is of seal %d, and the files begin with %d: nothing can be compared", c.Seal, v.report.First))
		}
		if c.Seal > v.ahead {
			v.ahead, v.size = c.Seal, c.Size
		}
	}
}
