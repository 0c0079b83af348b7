//go:build !release && unix

package bench

import (
	"fmt"
	"syscall"
	"time"
)

// processorTime is what the process has taken since it began, in its own code and in the kernel.
func processorTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		panic(fmt.Errorf("ask for the time of the processor: %w", err)) // of itself a process is always told
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
