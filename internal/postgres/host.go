package postgres

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// host is the machine as this package sees it: who runs the server, where programs and folders are.
type host struct {
	account account
	finder  finder
	temps   []string // folders for temporary files, best first
	memory  string   // a folder in memory for throw-away clusters; empty when there is none
	cache   string   // where fetched programs and images of clusters are kept
	tell    teller
}

func newHost(progress io.Writer) (host, error) {
	a, err := serverAccount()
	if err != nil {
		return host{}, err
	}
	cache, err := DefaultDir()
	if err != nil {
		return host{}, err
	}
	t := teller{progress}
	return host{
		account: a,
		finder:  newFinder(a, cache, t),
		temps:   []string{os.TempDir(), "/tmp", "/var/tmp"},
		memory:  memory,
		cache:   cache,
		tell:    t,
	}, nil
}

// start brings up the cluster that o asks for.
func (h host) start(ctx context.Context, o Options) (*Server, error) {
	if o.Throwaway {
		return h.startThrowaway(ctx, o)
	}
	if o.Dir == "" {
		o.Dir = h.cache
	}
	return h.startKept(ctx, o)
}

// DefaultDir is where `samplan dev` keeps its data, and where fetched programs go: the folder samplan in the user's cache
// folder. For root it is /var/cache/samplan, since the server runs as another user, who cannot enter root's home.
func DefaultDir() (string, error) {
	if runtime.GOOS != "windows" && os.Geteuid() == 0 {
		return "/var/cache/samplan", nil
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find the user's cache folder: %w", err)
	}
	return filepath.Join(cache, "samplan"), nil
}

// makeDir makes a folder that the server's user can pass through but not list or write.
func (h host) makeDir(dir string) (string, error) {
	mode := os.FileMode(0o700)
	if !h.account.isSelf() {
		mode = 0o711
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find the data folder: %w", err)
	}
	if err := os.MkdirAll(dir, mode); err != nil {
		return "", fmt.Errorf("make the data folder: %w", err)
	}
	// The server's command line shows this path, and an orphan is known by it: so one spelling only.
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return "", fmt.Errorf("find the data folder: %w", err)
	}
	return dir, h.account.reaches(dir)
}
