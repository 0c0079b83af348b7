package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// stopWay is how a server is asked to stop, the gentlest first.
type stopWay int

const (
	fast      stopWay = iota // breaks connections off and writes everything down
	immediate                // leaves the rest to recovery at the next start
	kill                     // what no process withstands
)

// patience is how long each way of stopping may take before the next is tried.
var patience = map[stopWay]time.Duration{fast: 20 * time.Second, immediate: 5 * time.Second, kill: 5 * time.Second}

// process is a server program that runs as our child.
type process struct {
	pid   int
	tools string // where pg_ctl is, for systems without signals
	done  chan struct{}
}

// spawn starts a program and waits for its end in the background. One thread is locked to it all its life: Linux ties
// the signal for orphans to the thread that started the child, and Go ends idle threads as it likes.
func spawn(cmd *exec.Cmd, tools string) (*process, error) {
	p := &process{tools: tools, done: make(chan struct{})}
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait() // how it ended stands in its log
			close(p.done)
		}
	}()
	if err := <-started; err != nil {
		return nil, fmt.Errorf("start %s: %w", cmd.Path, err)
	}
	p.pid = cmd.Process.Pid
	return p, nil
}

// stop asks the process to stop, less gently each time, and returns when it is gone.
func (p *process) stop(ctx context.Context, first stopWay) error {
	select {
	case <-p.done:
		return nil // its pid may be another's by now
	default:
	}
	return escalate(ctx, first, p.tools, p.pid, func(ctx context.Context) bool {
		select {
		case <-p.done:
			return true
		case <-ctx.Done():
			return false
		}
	})
}

// escalate asks pid to stop in one way after the other until gone says so. When ctx ends only the gentlest way is cut
// short: a server is never left behind.
func escalate(ctx context.Context, first stopWay, tools string, pid int, gone func(context.Context) bool) error {
	var asked error
	for way := first; way <= kill; way++ {
		asked = ask(tools, pid, way)
		limit := context.WithoutCancel(ctx)
		if way == fast {
			limit = ctx
		}
		limit, cancel := context.WithTimeout(limit, patience[way])
		isGone := gone(limit)
		cancel()
		if isGone {
			return nil
		}
	}
	return fmt.Errorf("stop the database server, process %d: %w", pid, errors.Join(errors.New("it does not end"), asked))
}

// serverEnv is the environment of the server's programs: ours without what would steer PostgreSQL, and without a locale
// or a time zone of this machine.
func serverEnv() []string {
	env := []string{"LC_ALL=C", "TZ=UTC"}
	for _, kv := range os.Environ() {
		name, _, _ := strings.Cut(kv, "=")
		isLocale := strings.HasPrefix(name, "LC_") || name == "LANG" || name == "LANGUAGE"
		if !isLocale && name != "TZ" && !strings.HasPrefix(name, "PG") && !strings.HasPrefix(name, "SAMPLAN_") {
			env = append(env, kv)
		}
	}
	return env
}
