package worlds

import (
	"math/rand/v2"

	"github.com/google/uuid"
)

// Dice decide what a world holds: a seed, or a property test that shrinks what it found.
type Dice interface {
	// Roll gives a number from 0 up to but not including n.
	Roll(n int) int
}

// Seed makes dice that always fall the same way.
func Seed(seed uint64) Dice { return seeded{rand.New(rand.NewPCG(seed, 2021))} } //nolint:gosec // G404: a seed must give the same world again

type seeded struct{ r *rand.Rand }

// Roll implements Dice.
func (s seeded) Roll(n int) int { return s.r.IntN(n) }

// chance is true in so many of a hundred.
func chance(d Dice, percent int) bool { return d.Roll(100) < percent }

func oneOf[T any](d Dice, of ...T) T { return of[d.Roll(len(of))] }

var space = uuid.MustParse("9f7f4a0e-3d5c-4a44-8a55-2f3f5b0d9c02")

// named makes the id of a fact from its name. It has the version of a random id, so that it cannot be told by its form.
func named(kind, key string) ID {
	u := uuid.NewSHA1(space, []byte(kind+"/"+key))
	u[6] = u[6]&0x0f | 0x40
	return u
}
