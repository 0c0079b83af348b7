package audit

import "crypto/sha256"

// Tree takes leaves one by one and gives the root over them (RFC 9162, 2.1). It keeps one hash per level.
type Tree struct {
	count int64
	peaks []Hash // roots of full subtrees, the largest first; their sizes are the bits of count
}

// Add puts a leaf's hash at the end.
func (t *Tree) Add(leaf Hash) {
	for n := t.count; n&1 == 1; n >>= 1 {
		last := len(t.peaks) - 1
		leaf = node(t.peaks[last], leaf)
		t.peaks = t.peaks[:last]
	}
	t.peaks = append(t.peaks, leaf)
	t.count++
}

// Root gives the hash over all leaves so far.
func (t *Tree) Root() Hash {
	if len(t.peaks) == 0 {
		return sha256.Sum256(nil)
	}
	last := len(t.peaks) - 1
	root := t.peaks[last]
	for i := last - 1; i >= 0; i-- {
		root = node(t.peaks[i], root)
	}
	return root
}

func node(left, right Hash) Hash {
	both := append([]byte{1}, left[:]...)
	return sha256.Sum256(append(both, right[:]...))
}
