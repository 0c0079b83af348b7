package document

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"

	"samplan/internal/civil"
	"samplan/internal/phrase"
)

// Line shows what happened when, as a picture of its own (SVG): a row for each event, under the heading of whose it is, with its
// day and its words beside a mark on an axis of time. A day is a diamond, a time a bar, one that goes on a bar with a point: nothing
// is told by colour. The picture holds all its words as text, and as a description for whoever hears it.
type Line struct {
	Language phrase.Language
	Title    string
	Empty    string // what stands in a line without lanes
	From, To civil.Date
	Lanes    []LineLane
}

// LineLane is a heading and its events.
type LineLane struct {
	Name   string
	Events []Event
}

// Event is a day, or a time until its last day; one that goes on has none.
type Event struct {
	On, Until   civil.Date
	Lasts       bool
	When, Words string
}

// Measures of a line, in its own units.
const (
	lineHeight, lineTop = 22, 56
	axisStart           = 16
	axisLength          = 260
	dayStart            = axisStart + axisLength + 16
	wordStart           = dayStart + 190
	letterWidth         = 8 // enough for the widest of usual texts
	markSize            = 6
)

//go:embed line.svg
var lineText string

var lineLayout = template.Must(template.New("line").Parse(lineText))

// SVG writes the picture.
func (l Line) SVG() ([]byte, error) {
	var b bytes.Buffer
	if err := lineLayout.Execute(&b, l.drawn()); err != nil {
		return nil, fmt.Errorf("draw line: %w", err)
	}
	return b.Bytes(), nil
}

// drawnLine is a line that is ready. Its texts are plain: a picture has no marks.
type drawnLine struct {
	Tag, Direction, Anchor                  string
	Title, Description                      string
	Width, Height, TitleAt, DayAt, WordAt   int
	AxisStart, AxisEnd, AxisTop, AxisBottom int
	FirstDay, LastDay                       string
	Rows                                    []lineRow
}

// lineRow is a heading or an event.
type lineRow struct {
	IsHeading, IsOpen, IsBar bool
	Text, When               string
	Base, X, Width           int
}

// Top is where a time's mark begins, from above.
func (r lineRow) Top() int { return r.Base - 10 }

// Tip is the upper point of a day's mark.
func (r lineRow) Tip() int { return r.Base - 11 }

// End is where a time's mark ends.
func (r lineRow) End() int { return r.X + r.Width }

func (l Line) drawn() drawnLine {
	w := drawnLine{
		Tag: l.Language.Tag(), Direction: l.Language.Direction(), Anchor: "start", Title: drawable(l.Title), AxisStart: axisStart, AxisEnd: axisStart + axisLength,
		AxisTop: lineTop - 16, FirstDay: l.From.String(), LastDay: l.To.String(),
	}
	longest, said := utf8.RuneCountInString(w.Title), []string{}
	row := func(r lineRow) {
		r.Base = lineTop + len(w.Rows)*lineHeight + 16
		longest = max(longest, utf8.RuneCountInString(r.Text))
		w.Rows = append(w.Rows, r)
	}
	if len(l.Lanes) == 0 {
		w.FirstDay, w.LastDay = "", ""
		row(lineRow{IsHeading: true, Text: drawable(l.Empty)})
		said = append(said, drawable(l.Empty))
	}
	for _, lane := range l.Lanes {
		row(lineRow{IsHeading: true, Text: drawable(lane.Name)})
		var events []string
		for _, e := range lane.Events {
			row(l.event(e))
			events = append(events, drawable(e.When)+" "+drawable(e.Words))
		}
		said = append(said, drawable(lane.Name)+": "+strings.Join(events, "; "))
	}
	w.Description = strings.Join(said, ". ")
	w.Width, w.Height = wordStart+longest*letterWidth+axisStart, lineTop+len(w.Rows)*lineHeight+axisStart
	w.AxisBottom = w.Height - axisStart/2
	w.TitleAt, w.DayAt, w.WordAt = axisStart, dayStart, wordStart
	if l.Language.IsRightToLeft() { // a text that runs from right to left ends at its left side
		w.Anchor = "end"
	}
	return w
}

// event places an event on the axis.
func (l Line) event(e Event) lineRow {
	r := lineRow{Text: drawable(e.Words), When: drawable(e.When), X: l.at(e.On), IsBar: e.Lasts, IsOpen: e.Lasts && e.Until.IsZero()}
	if e.Lasts {
		until := e.Until
		if until.IsZero() || until.After(l.To) {
			until = l.To
		}
		r.Width = max(l.at(until)-r.X, markSize)
	}
	return r
}

func (l Line) at(d civil.Date) int {
	days := l.To.DaysSince(l.From)
	if days <= 0 {
		return axisStart
	}
	return axisStart + min(max(d.DaysSince(l.From), 0), days)*axisLength/days
}

// drawable is a text on one line, without marks, and without the signs that no XML may hold.
func drawable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xfffe || r == 0xffff {
			return ' '
		}
		return r
	}, Plain(text))
}
