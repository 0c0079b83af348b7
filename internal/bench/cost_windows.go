//go:build !release

package bench

import (
	"fmt"
	"syscall"
	"time"
)

// processorTime is what the process has taken since it began, in its own code and in the kernel.
func processorTime() time.Duration {
	self, err := syscall.GetCurrentProcess()
	var began, ended, kernel, user syscall.Filetime
	if err == nil {
		err = syscall.GetProcessTimes(self, &began, &ended, &kernel, &user)
	}
	if err != nil {
		panic(fmt.Errorf("ask for the time of the processor: %w", err)) // of itself a process is always told
	}
	ticks := func(f syscall.Filetime) int64 { return int64(f.HighDateTime)<<32 | int64(f.LowDateTime) } // of 100 ns
	return time.Duration(100 * (ticks(kernel) + ticks(user)))
}
