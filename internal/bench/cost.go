//go:build !release

package bench

import "runtime/metrics"

// cost is what work took of the process: time of the processor, in microseconds, and allocations.
type cost struct{ cpu, allocs float64 }

// costNow is what the process has taken since it began.
func costNow() cost {
	m := []metrics.Sample{{Name: "/gc/heap/allocs:objects"}}
	metrics.Read(m)
	return cost{float64(processorTime().Nanoseconds()) / 1000, float64(m[0].Value.Uint64())}
}

// over tells how many times another cost it is, when what asking costs is taken off both.
func (c cost) over(o, asking cost) cost {
	c, o = c.minus(asking), o.minus(asking)
	return cost{c.cpu / max(1, o.cpu), c.allocs / max(1, o.allocs)}
}

func (c cost) minus(o cost) cost { return cost{c.cpu - o.cpu, c.allocs - o.allocs} }

func (c cost) per(requests int) cost {
	n := float64(max(1, requests))
	return cost{c.cpu / n, c.allocs / n}
}
