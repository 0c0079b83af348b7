package printer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

// browser is a Chromium and our line to it.
type browser struct {
	line   context.Context //nolint:containedctx // chromedp keeps its connection in one
	cancel context.CancelFunc
	own    *process // nil for a browser that somebody else runs
}

// process is a Chromium of our own, and all that it has written.
type process struct {
	dir   string
	kill  context.CancelFunc
	ended chan struct{}
}

var (
	errNotUp   = errors.New("the browser does not open its DevTools port")
	errStopped = errors.New("the browser has stopped")
	errStays   = errors.New("the browser's folder cannot be removed")
)

// flags keep the browser to its work: no network, nothing of a person's browser, nothing written but into its own folder.
func flags(dir string, isRoot bool) []string {
	all := []string{
		"--headless", "--user-data-dir=" + dir, "--remote-debugging-port=0",
		"--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-quic",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps",
		"--disable-domain-reliability", "--disable-breakpad", "--metrics-recording-only", "--no-first-run", "--no-default-browser-check",
		"--disable-gpu", "--disable-dev-shm-usage", "--mute-audio", "--password-store=basic", "--use-mock-keychain", "--no-pings",
		"--renderer-process-limit=2", "--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication",
	}
	if isRoot {
		all = append(all, "--no-sandbox")
	}
	return append(all, "about:blank")
}

// start opens the line to a browser: that at an address, or one that it starts.
func start(ctx context.Context, where string) (_ *browser, err error) {
	b := &browser{}
	defer func() {
		if err != nil {
			err = errors.Join(err, b.close())
		}
	}()
	address, options := where, []chromedp.RemoteAllocatorOption(nil)
	if !IsAddress(where) {
		if b.own, err = run(where); err != nil {
			return b, err
		}
		if address, err = b.own.address(ctx); err != nil {
			return b, err
		}
		options = append(options, chromedp.NoModifyURL)
	}
	allocator, forget := chromedp.NewRemoteAllocator(context.WithoutCancel(ctx), address, options...)
	silent := func(string, ...any) {} // it would quote what is on the page
	line, hangUp := chromedp.NewContext(allocator, chromedp.WithErrorf(silent), chromedp.WithLogf(silent), chromedp.WithDebugf(silent))
	b.line, b.cancel = line, func() { hangUp(); forget() }
	defer context.AfterFunc(ctx, forget)() // the first run decides how long the line lives, so it cannot have a time of its own
	if err := chromedp.Run(line); err != nil {
		return b, fmt.Errorf("reach browser: %w", err)
	}
	return b, nil
}

// run starts the program with an environment of its own, which holds nothing of ours.
func run(program string) (*process, error) {
	dir, err := os.MkdirTemp("", "samplan-print-")
	if err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	ctx, kill := context.WithCancel(context.Background())
	p := &process{dir, kill, make(chan struct{})}
	cmd := exec.CommandContext(ctx, program, flags(dir, os.Geteuid() == 0)...) //nolint:gosec // G204: the operator names the program
	cmd.Dir, cmd.WaitDelay = dir, 5*time.Second
	cmd.Env = []string{"HOME=" + dir, "TMPDIR=" + dir, "XDG_CONFIG_HOME=" + dir, "XDG_CACHE_HOME=" + dir, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "TZ=UTC"}
	if err := cmd.Start(); err != nil {
		close(p.ended)
		return nil, errors.Join(fmt.Errorf("start: %w", err), p.close())
	}
	go func() {
		_ = cmd.Wait() // it was killed, or died; what matters is that it is over
		close(p.ended)
	}()
	return p, nil
}

// address waits for the file into which the browser writes where it listens.
func (p *process) address(ctx context.Context) (string, error) {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		text, err := os.ReadFile(filepath.Join(p.dir, "DevToolsActivePort"))
		if port, path, found := strings.Cut(string(text), "\n"); err == nil && found && path != "" {
			return "ws://127.0.0.1:" + port + path, nil
		}
		select {
		case <-ctx.Done():
			return "", errors.Join(errNotUp, ctx.Err())
		case <-p.ended:
			return "", errStopped
		case <-tick.C:
		}
	}
}

// close ends the program and removes its folder. Its children end with it, a moment later, and may write until then.
func (p *process) close() error {
	p.kill()
	<-p.ended
	for range 100 {
		if os.RemoveAll(p.dir) == nil {
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	return errStays
}

func (b *browser) isGone() bool {
	if b.own != nil {
		select {
		case <-b.own.ended:
			return true
		default:
		}
	}
	return b.line.Err() != nil
}

func (b *browser) close() error {
	if b.cancel != nil {
		b.cancel()
	}
	if b.own != nil {
		return b.own.close()
	}
	return nil
}
