package statistics

import "slices"

// Apart says which parts of a whole are told by themselves: those that are enough. The others are told together. Where these would
// not be enough together, or each could only be one less than enough, another part is told with them, the last one first: never the
// smallest or the greatest, since a choice by number would bound the numbers that it hides. When the whole is enough, so is what
// is told together. Parts are in an order of their own, which no number decides.
func Apart(parts []Tally, fewest int, isEnough func(Tally) bool) (told []bool, rest Tally) {
	told = make([]bool, len(parts))
	together := 0
	join := func(n int) {
		told[n], rest = false, rest.plus(parts[n])
		together += min(parts[n].sum(), 1)
	}
	for n, p := range parts {
		if told[n] = isEnough(p); !told[n] {
			join(n)
		}
	}
	for n := len(parts) - 1; n >= 0 && together > 0 && (!isEnough(rest) || slices.Contains(rest, together*(fewest-1))); n-- {
		if told[n] {
			join(n)
		}
	}
	return told, rest
}

// Tally counts how often each answer came of something.
type Tally []int

func (t Tally) plus(o Tally) Tally {
	all := make(Tally, len(o))
	copy(all, t)
	for n, times := range o {
		all[n] += times
	}
	return all
}

func (t Tally) sum() int {
	n := 0
	for _, times := range t {
		n += times
	}
	return n
}
