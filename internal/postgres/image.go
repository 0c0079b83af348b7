package postgres

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// initThrowaway gives a throw-away cluster its data: a copy of an image, an untouched cluster kept in the cache folder.
// Copying took a tenth of initdb's time in memory. Nothing depends on the image: without it initdb does its work.
func (h host) initThrowaway(ctx context.Context, b binaries, data string) error {
	if image, err := h.image(ctx, b); err == nil {
		if err := os.CopyFS(data, os.DirFS(image)); err == nil {
			return h.settle(data)
		}
		if err := errors.Join(os.RemoveAll(data), os.RemoveAll(image)); err != nil {
			return fmt.Errorf("remove a copy cut short: %w", err)
		}
	}
	return h.initdb(ctx, b, data, "--no-sync")
}

// image gives the image's folder, made by whoever comes first for these very programs.
func (h host) image(ctx context.Context, b binaries) (string, error) {
	info, err := os.Stat(filepath.Join(b.dir, program("initdb")))
	if err != nil {
		return "", fmt.Errorf("look at initdb: %w", err)
	}
	home, err := h.makeDir(h.cache)
	if err != nil {
		return "", err
	}
	key := sha256.Sum256(fmt.Appendf(nil, "%s %d %d", b.dir, info.Size(), info.ModTime().UnixNano()))
	image := filepath.Join(home, fmt.Sprintf("image-%d-%x", b.major, key[:6]))
	l, err := awaitLock(ctx, filepath.Join(home, "image.lock"))
	if err != nil {
		return "", err
	}
	defer func() { _ = l.release() }() // nothing was written that could be lost
	if _, err := os.Stat(image); err == nil {
		return image, nil
	}
	// The image is written to the disk: a cache with holes after a power cut would be worse than none.
	return image, h.initWhole(ctx, b, image)
}

// settle gives a copied cluster the owner and the rights that PostgreSQL insists on.
func (h host) settle(data string) error {
	err := walk(data, func(root *os.Root, name string, d fs.DirEntry) error {
		if !d.IsDir() {
			return nil
		}
		return root.Chmod(name, 0o700)
	})
	if err != nil {
		return fmt.Errorf("close a copied cluster to others: %w", err)
	}
	return h.account.own(data)
}
