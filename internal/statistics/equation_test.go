package statistics_test

import (
	"math/big"
	"slices"
)

// equation says of which things a number is the sum.
type equation []*big.Rat

// solved brings equations into the form in which each has a leading thing of its own.
func solved(all []equation) []equation {
	var done []equation
	for _, e := range all {
		if e = reduced(e, done); lead(e) >= 0 {
			done = append(done, e)
		}
	}
	return done
}

func lead(e equation) int { return slices.IndexFunc(e, func(r *big.Rat) bool { return r.Sign() != 0 }) }

// reduced takes away from an equation what others say; nothing is left when they say it all.
func reduced(e equation, by []equation) equation {
	for _, o := range by {
		at := lead(o)
		if e[at].Sign() == 0 {
			continue
		}
		factor := new(big.Rat).Quo(e[at], o[at])
		next := slices.Clone(e)
		for n, share := range o {
			if share.Sign() != 0 {
				next[n] = new(big.Rat).Sub(e[n], new(big.Rat).Mul(factor, share))
			}
		}
		e = next
	}
	return e
}
