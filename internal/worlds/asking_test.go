package worlds

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"samplan/internal/demo"
)

// asking holds the ids and numbers that requests are made with: what the reader sees, what the reader does not, and one
// that nothing has.
type asking struct {
	Reader
	day                                                           string
	plans, parties, items, consents, children, relations, workers []ID
	concerns, custodies, requests                                 []ID
	sentCalls, receivedCalls, meetings                            []ID
	numbers                                                       []string
	visibleItems, colleagues, asked                               []ID
	goals                                                         []ID
	places, namings, placeBlocks, handOvers                       []ID
	inquiries, openings, blocks                                   []ID
	roleHolders, roleOffers, interventionOffers, leadOffers       []ID
	kindOf                                                        map[ID]string
	units                                                         []string
	disclosures, withholdings                                     []ID
	told                                                          []ID
	entries, cards, questionnaires, informations, objections      []ID
	deviations, deviationCases, measures                          []ID
	disposals, marks, publicRequests                              []ID
	sessions, forumCases, absences, learnings, suggestions        []ID
	transitions                                                   []ID
}

var madeUp = named("nothing", "at all")

// ask chooses what to ask with in two worlds: of each kind up to two that the reader sees and three that are hidden, of
// which those come first that only one of the worlds has.
func newAsking(a, b *World, r Reader, dice Dice) *asking {
	q := &asking{Reader: r, day: a.Day.String(), kindOf: map[ID]string{}}
	text := strings.Join(a.known(r), "\n")
	sees := func(i ID) bool { return strings.Contains(text, fmt.Sprint(i)) }
	pick := func(one, two []ID) []ID { return choose(dice, one, two, sees) }
	q.plans = pick(idsFor(a.Plans, func(p Plan) ID { return p.ID }), idsFor(b.Plans, func(p Plan) ID { return p.ID }))
	q.parties = pick(idsFor(a.Parties, func(p Party) ID { return p.ID }), idsFor(b.Parties, func(p Party) ID { return p.ID }))
	q.consents = pick(idsFor(a.Consents, func(c Consent) ID { return c.ID }), idsFor(b.Consents, func(c Consent) ID { return c.ID }))
	q.concerns = pick(idsFor(a.Concerns, func(c Concern) ID { return c.ID }), idsFor(b.Concerns, func(c Concern) ID { return c.ID }))
	q.custodies = pick(idsFor(a.Custody, func(d Custody) ID { return d.ID }), idsFor(b.Custody, func(d Custody) ID { return d.ID }))
	q.relations = pick(idsFor(a.Relations, func(v Relation) ID { return v.ID }), idsFor(b.Relations, func(v Relation) ID { return v.ID }))
	q.workers = pick(idsFor(a.Workers, func(v Worker) ID { return v.ID }), idsFor(b.Workers, func(v Worker) ID { return v.ID }))
	q.children = pick(idsFor(a.People, func(h Human) ID { return h.ID }), idsFor(b.People, func(h Human) ID { return h.ID }))
	q.pickRequests(a, b, pick)
	q.pickEmergencies(a, b, pick)
	q.pickRoles(a, b, pick)
	q.pickDeviations(a, b, pick)
	q.entries = pick(idsFor(a.Catalogue, func(e CatalogueEntry) ID { return e.ID }), idsFor(b.Catalogue, func(e CatalogueEntry) ID { return e.ID }))
	q.pickCalls(a, b, pick)
	q.pickMeetings(a, b, pick)
	q.disclosures = pick(idsFor(a.Disclosures, func(d Disclosure) ID { return d.ID }), idsFor(b.Disclosures, func(d Disclosure) ID { return d.ID }))
	q.withholdings = pick(a.withholdings(), b.withholdings())
	q.protected(a, b, pick)
	q.told = append(append(noticesOf(a), noticesOf(b)...), madeUp)
	for _, kind := range []string{"goal", "intervention", "note", "observation", "child-view", "disagreement", "attachment", "minute", "link", "comment"} {
		of := func(w *World) []ID {
			return idsFor(where(w.Items, func(i Item) bool { return i.Kind == kind }), func(i Item) ID { return i.ID })
		}
		for _, i := range pick(of(a), of(b)) {
			q.items, q.kindOf[i] = append(q.items, i), kind
		}
	}
	q.goals, q.visibleItems = where(q.items, func(i ID) bool { return q.kindOf[i] == "goal" }), where(q.items, sees)
	for _, h := range b.People {
		q.numbers = append(q.numbers, h.Number)
		if sees(h.ID) {
			q.asked = append(q.asked, h.ID)
		}
	}
	q.asked = append(q.asked, madeUp)
	for _, s := range StaffOf(orElse(r.Unit, "bou1")) {
		q.colleagues = append(q.colleagues, s.Person)
	}
	q.colleagues = append(q.colleagues, StaffOf("bup")[0].Person)
	for _, u := range []string{"bou2", "bup", "hs"} {
		q.units = append(q.units, demo.UnitID(u).String())
	}
	q.units = append(q.units, madeUp.String())
	return q.withRights(a, b, pick)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func idsFor[T any](all []T, id func(T) ID) []ID {
	ids := make([]ID, len(all))
	for n, v := range all {
		ids[n] = id(v)
	}
	return ids
}

// choose takes two ids that the reader sees, three hidden ones, and the one that nothing has.
func choose(dice Dice, one, two []ID, sees func(ID) bool) []ID {
	in := map[ID]int{}
	for _, i := range append(append([]ID(nil), one...), two...) {
		in[i]++
	}
	seen, hidden, different := split(in, append(append([]ID(nil), one...), two...), sees)
	shuffle(dice, seen)
	shuffle(dice, hidden)
	chosen := first(2, seen)
	chosen = append(chosen, first(2, different)...)
	return append(append(chosen, first(1, hidden)...), madeUp)
}

func split(in map[ID]int, all []ID, sees func(ID) bool) (seen, hidden, different []ID) {
	done := map[ID]bool{}
	for _, i := range all {
		switch {
		case done[i]:
		case sees(i):
			seen = append(seen, i)
		case in[i] == 1:
			different = append(different, i)
		default:
			hidden = append(hidden, i)
		}
		done[i] = true
	}
	return seen, hidden, different
}

func shuffle(dice Dice, ids []ID) {
	r := rand.New(rand.NewPCG(uint64(dice.Roll(1<<30)), 1)) //nolint:gosec // G404, G115: the same again for the same seed
	r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
}

func first(n int, ids []ID) []ID { return append([]ID(nil), ids[:min(n, len(ids))]...) }
