package document

import (
	"testing"
	"unicode/utf8"
)

// widest is how wide a figure of the page's text is at most, in the chart's units.
const widest = 8

// TestLabelsStandBeforeTheirBars: a half-year by its days is not cut off at the chart's edge.
func TestLabelsStandBeforeTheirBars(t *testing.T) {
	t.Parallel()
	c := &Chart{Title: "Planer", Bars: []Bar{{"2020-07-01 – 2020-12-31", 8}, {"2021-01-01 – 2021-06-30", 12345}}}
	w := c.drawn()
	for _, b := range w.Bars {
		if wide := utf8.RuneCountInString(b.Label) * widest; wide > b.LabelTo {
			t.Errorf("%q needs %d of %d", b.Label, wide, b.LabelTo)
		}
		if b.AfterBar+5*widest > w.Width {
			t.Errorf("%d does not stand beside its bar", b.Value)
		}
	}
}
