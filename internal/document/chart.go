package document

import (
	"strconv"
	"strings"
)

// Chart shows numbers as bars, from the left. It says the same in words to whoever does not see it, and stands above a table of the
// same numbers.
type Chart struct {
	Title string
	Bars  []Bar
}

// Bar is one number.
type Bar struct {
	Label string
	Value int
}

// Measures of a chart, in its own units.
const (
	barHeight, barGap   = 16, 8
	barStart, barLength = 190, 300 // a half-year by its first and last day stands before a bar
	chartWidth          = 540
)

// bars is a chart that is ready for the page. Its texts are plain: a picture has no marks.
type bars struct {
	Title, Alternative  string
	Width, Height, From int
	Bars                []drawn
}

type drawn struct {
	Label                     string
	Value, Top, Base, Length  int
	AfterBar, Height, LabelTo int
}

func (c *Chart) drawn() *bars {
	if c == nil || len(c.Bars) == 0 {
		return nil
	}
	most := 1
	for _, b := range c.Bars {
		most = max(most, b.Value)
	}
	w := bars{Title: Plain(c.Title), Width: chartWidth, Height: len(c.Bars)*(barHeight+barGap) + barGap, From: barStart}
	said := []string{}
	for n, b := range c.Bars {
		top, length := barGap+n*(barHeight+barGap), b.Value*barLength/most
		w.Bars = append(w.Bars, drawn{Plain(b.Label), b.Value, top, top + barHeight - 4, length, barStart + length + 6, barHeight, barStart - 6})
		said = append(said, Plain(b.Label)+" "+strconv.Itoa(b.Value))
	}
	w.Alternative = w.Title + ": " + strings.Join(said, ", ")
	return &w
}
