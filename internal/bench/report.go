//go:build !release

package bench

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"text/tabwriter"
	"time"
)

// What the product may be, in times of the floor. Only P1 to P3 and P7 fail a run: the others are told beside their goal.
const (
	costGoal  = 2.0 // time of the processor, and allocations (P4, P5)
	quietGate = 2.0 // p99 at a quarter of the floor's capacity (P7)
	halfGoal  = 5.0 // p99 at half of it (P8)
)

// Report is what one run measured.
type Report struct {
	Plans int   `json:"plans"`
	Rows  []Row `json:"rows"`
}

// Row is one kind of request. The times are those of the closed loop, all connections busy.
type Row struct {
	Request    string  `json:"request"`
	RPS        float64 `json:"rps"`
	FloorRPS   float64 `json:"floorRps"`
	Ratio      float64 `json:"ratio"`
	P50        float64 `json:"p50Ms"`
	P99        float64 `json:"p99Ms"`
	FloorP99   float64 `json:"floorP99Ms"`
	RoundTrips float64 `json:"roundTrips"` // SQL statements per request
	// What a request takes of the server's process, to what the floor's takes. The database is not in it, nor the asking.
	CPURatio    float64 `json:"cpuRatio"`
	AllocsRatio float64 `json:"allocsRatio"`

	p95, floorP50, floorP95 float64
	quiet, half             latency // at a quarter and at half of the floor's capacity
	gate                    float64
}

// latency is the p99 of both at a fixed rate.
type latency struct{ product, floor time.Duration }

func (l latency) ratio() float64 { return float64(l.product) / float64(max(1, l.floor)) }

func newRow(k kind, ours, theirs []sample, asking cost) Row {
	a, b := merge(ours), merge(theirs)
	times := a.cost.over(b.cost, asking)
	return Row{
		CPURatio: hundredths(times.cpu), AllocsRatio: hundredths(times.allocs),
		Request: k.name, RPS: math.Round(a.rps), FloorRPS: math.Round(b.rps), Ratio: math.Round(1000*a.rps/b.rps) / 1000,
		P50: millis(a, 50), P99: millis(a, 99), FloorP99: millis(b, 99),
		p95: millis(a, 95), floorP50: millis(b, 50), floorP95: millis(b, 95), gate: k.gate,
	}
}

func millis(s sample, percentile float64) float64 {
	return inMillis(s.percentile(percentile))
}

func inMillis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func hundredths(v float64) float64 { return math.Round(100*v) / 100 }

// JSON writes the report for scripts.
func (r Report) JSON(w io.Writer) error {
	if err := json.NewEncoder(w).Encode(r); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// Print writes the report for people.
func (r Report) Print(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(w, format+"\t\n", args...) } // Flush tells of errors
	say("%d plans\trps\tfloor\tratio\tgate\tp50 ms\tp95\tp99\tfloor p50\tp95\tp99\tSQL\tCPU ratio\tallocs ratio", r.Plans)
	for _, x := range r.Rows {
		say("%s\t%.0f\t%.0f\t%.2f\t%s\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.2f\t%.2f\t%.2f", x.Request, x.RPS, x.FloorRPS, x.Ratio, x.verdict(),
			x.P50, x.p95, x.P99, x.floorP50, x.floorP95, x.FloorP99, x.RoundTrips,
			x.CPURatio, x.AllocsRatio)
	}
	say("goal\t\t\t\t\t\t\t\t\t\t\t\t<= %.2f\t<= %.2f", costGoal, costGoal)
	say("")
	say("p99 of the floor's capacity\t25 %%: ms\tfloor\tratio\tgate\t50 %%: ms\tfloor\tratio\tgoal")
	for _, x := range r.Rows {
		say("%s\t%.2f\t%.2f\t%.2f\t<= %.2f %s\t%.2f\t%.2f\t%.2f\t<= %.2f", x.Request, inMillis(x.quiet.product), inMillis(x.quiet.floor),
			x.quiet.ratio(), quietGate, held(x.quiet.ratio() <= quietGate), inMillis(x.half.product), inMillis(x.half.floor), x.half.ratio(), halfGoal)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("print report: %w", err)
	}
	return nil
}

func (r Row) verdict() string {
	if r.gate == 0 {
		return "-"
	}
	return fmt.Sprintf(">= %.2f %s", r.gate, held(r.Ratio >= r.gate))
}

func held(ok bool) string {
	if ok {
		return "ok"
	}
	return "MISSED"
}

// Missed names the gates that did not hold: P1 to P3, and P7.
func (r Report) Missed() []string {
	var all []string
	for _, x := range r.Rows {
		if x.Ratio < x.gate {
			all = append(all, x.Request+" throughput")
		}
		if x.quiet.ratio() > quietGate {
			all = append(all, x.Request+" p99")
		}
	}
	return all
}
