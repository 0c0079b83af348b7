package caseline

import (
	"encoding/binary"
	"io"
	"slices"
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/fault"
)

const (
	week = 7
	// manyWeeks is of how many steps one is drawn, forwards and as many backwards: about thirty years each way.
	manyWeeks = 1600
	// manyServices is how many kinds of services around one child are told of few.
	manyServices = 4
)

// rareServices are those that stand around few children.
var rareServices = []string{"police", "independent-school"}

// ForTeaching makes a line for teaching of one that is in order on a day. An end that is only planned is left out: many are the last
// of a year, and would tell the step. It gives the warnings that stand. Faults: not-for-teaching, confirm-warnings.
func (l Line) ForTeaching(today civil.Date, confirmed []deidentify.Warning, chance io.Reader) (Line, []deidentify.Warning, error) {
	if l.IsProtected {
		return Line{}, nil, fault.New(fault.CodeNotForTeaching)
	}
	needed := l.warnings()
	for _, w := range needed {
		if !slices.Contains(confirmed, w) {
			return Line{}, nil, fault.New(fault.CodeConfirmWarnings, fault.Field{Pointer: "/confirmedWarnings", Code: w.String()})
		}
	}
	l = l.bare(today)
	days, err := l.step(chance)
	if err != nil {
		return Line{}, nil, err
	}
	return l.moved(days), needed, nil
}

// warnings tells what may point the case out though nobody is named.
func (l Line) warnings() []deidentify.Warning {
	services := map[string]bool{}
	isRare := false
	for _, lane := range l.Lanes {
		services[lane.Actor.Service] = true
		isRare = isRare || lane.Kind == Outside || slices.Contains(rareServices, lane.Actor.Service)
	}
	delete(services, "")
	if isRare || len(services) >= manyServices {
		return []deidentify.Warning{deidentify.RareCombination}
	}
	return nil
}

// step draws by how many days the line is moved: whole weeks, so that the days of the week stay, and more than the line is long, so
// that none of its days is another one of them.
func (l Line) step(chance io.Reader) (int, error) {
	var drawn [4]byte
	if _, err := io.ReadFull(chance, drawn[:]); err != nil {
		return 0, fault.Wrap(fault.CodeInternal, err)
	}
	n := binary.BigEndian.Uint32(drawn[:]) % (2 * manyWeeks) // one in a million more often than another: nothing to guess by
	first, last := l.Span()
	weeks := last.DaysSince(first)/week + 1 + int(n/2)
	if n%2 == 0 {
		weeks = -weeks
	}
	return weeks * week, nil
}

// bare is the line without ids, names, and what people have written. Units are told by their service; several of one service by a
// letter each, in the order in which they stand.
func (l Line) bare(today civil.Date) Line {
	var out Line
	of := map[string]int{}
	for _, lane := range l.Lanes {
		var a Actor
		if lane.Kind == OfUnit || lane.Kind == Outside {
			a = Actor{Name: letter(of[lane.Actor.Service]), Service: lane.Actor.Service}
			of[lane.Actor.Service]++
		}
		marks := make([]Mark, len(lane.Marks))
		for n, m := range lane.Marks {
			marks[n] = Mark{Kind: m.Kind, On: m.On, Detail: m.Detail}
			if !m.Until.After(today) {
				marks[n].Until = m.Until
			}
		}
		out.Lanes = append(out.Lanes, Lane{lane.Kind, a, slices.Compact(marks)})
	}
	return out
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

func letter(n int) string {
	if n < len(letters) {
		return letters[n : n+1]
	}
	return "A" + strconv.Itoa(n)
}

func (l Line) moved(days int) Line {
	for _, lane := range l.Lanes {
		for n := range lane.Marks {
			m := &lane.Marks[n]
			m.On, m.Until = later(m.On, days), later(m.Until, days)
		}
	}
	return l
}

func later(d civil.Date, days int) civil.Date {
	if d.IsZero() {
		return d
	}
	return d.AddDays(days)
}
