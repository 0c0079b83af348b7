package disposal

import (
	"slices"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type sampleSet struct{}

// Sample is who is exempt from weeding for research (SoL 16:4): nobody, who is born on some days of the month, or everybody.
type Sample = enum.Value[sampleSet]

// Samples lists them; a class that knows no exemption has none.
var (
	Samples = enum.Of[sampleSet]("none", "born-on", "all")

	BornOn   = Samples.Must("born-on")
	Everyone = Samples.Must("all")
)

// Setting is what a secrecy domain has decided for its units of one class. It never changes: the next one counts instead.
type Setting struct {
	ID        id.DisposalSetting
	Class     string
	Number    int
	Years     int // where the clock has none
	Sample    Sample
	Days      []int // of the month
	Decision  string
	SetOn     civil.Date
	CreatedAt time.Time
}

// newSetting makes the setting after the last one of a class: it says what the clock leaves open, and nothing else.
func newSetting(p *Profile, d Setting, last int, today civil.Date, now time.Time) (Setting, error) {
	k, ok := p.ClockOf(d.Class)
	switch {
	case !ok:
		return Setting{}, fault.At(fault.CodeInvalid, "/secrecyClass", "unknown")
	case k.Years > 0 && d.Years != 0, k.Years == 0 && d.Years < k.AtLeast:
		return Setting{}, fault.At(fault.CodeInvalid, "/years", "out-of-range")
	case k.Sample == d.Sample.IsZero():
		return Setting{}, fault.At(fault.CodeInvalid, "/sample", "required")
	case (d.Sample == BornOn) != (len(d.Days) > 0):
		return Setting{}, fault.At(fault.CodeInvalid, "/bornOnDays", "required")
	}
	d.ID, d.Number, d.SetOn, d.CreatedAt = id.NewDisposalSetting(), last+1, today, now
	return d, nil
}

// inForce finds the setting of a class that counts.
func inForce(all []Setting, class string) (Setting, bool) {
	var last Setting
	for _, s := range all {
		if s.Class == class && s.Number > last.Number {
			last = s
		}
	}
	return last, last.Number > 0
}

func (s Setting) isExempt(k Clock, birth civil.Date) bool {
	return k.Sample && (s.Sample == Everyone || s.Sample == BornOn && slices.Contains(s.Days, birth.UTC().Day()))
}

// undecided tells whether a class of some units has no setting yet.
func undecided(classes []string, all []Setting) bool {
	return slices.ContainsFunc(classes, func(c string) bool {
		_, ok := inForce(all, c)
		return !ok
	})
}
