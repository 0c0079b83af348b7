package attachment

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
)

// Faults of a file, for whoever sent it.
var (
	ErrTooLarge = errors.New("the file is larger than the limit")
	ErrType     = errors.New("the file is of no type that there may be")
	ErrInfected = errors.New("the file carries something harmful")
	ErrCut      = errors.New("the file did not arrive whole")
)

// Vault takes files in and gives them out.
type Vault struct {
	Keys    Keys
	Scanner *Scanner // nil: nothing is scanned
	Most    int64    // bytes of a file
	Folder  string   // for files on their way; encrypted, and removed when it is over
	any     bool     // what a file is matters to others
}

// OfAnyType gives a vault for files that are read and not kept: what they are, and how large they may be, is for the reader to say.
func (v *Vault) OfAnyType(most int64) *Vault {
	other := *v
	other.Most, other.any = most, true
	return &other
}

// Spool is an encrypted file on its way, on disk. Whoever gets one closes it.
type Spool struct {
	*os.File
	Key       string // that it was encrypted with
	MediaType string // that it was found to be
	Size      int64  // of the file itself
}

// Close removes it.
func (s *Spool) Close() error {
	return errors.Join(s.File.Close(), os.Remove(s.Name()))
}

// NewSpool makes an empty one.
func (v *Vault) NewSpool(key string, size int64) (*Spool, error) {
	f, err := os.CreateTemp(v.Folder, "attachment-")
	if err != nil {
		return nil, fmt.Errorf("make room for a file: %w", err)
	}
	return &Spool{File: f, Key: key, Size: size}, nil
}

// Receive reads a file: it is told what it is, scanned and encrypted as it arrives. of is its id.
func (v *Vault) Receive(ctx context.Context, from io.Reader, of string) (_ *Spool, err error) {
	s, err := v.NewSpool(v.Keys.InUse(), 0)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = s.Close() // the error before it is the one that counts
		}
	}()
	e, err := v.Keys.Encrypt(s.File, of)
	if err != nil {
		return nil, err
	}
	into := io.Writer(e)
	var at *scan
	if v.Scanner != nil {
		if at, err = v.Scanner.begin(ctx); err != nil {
			return nil, err
		}
		defer at.close()
		into = io.MultiWriter(at, e)
	}
	if s.MediaType, s.Size, err = v.copy(into, from); err != nil {
		return nil, err
	}
	if at != nil {
		isClean, err := at.verdict()
		if err != nil {
			return nil, err
		}
		if !isClean {
			return nil, ErrInfected
		}
	}
	if err := e.Close(); err != nil {
		return nil, fmt.Errorf("encrypt: %w", err)
	}
	if _, err := s.Seek(0, io.SeekStart); err != nil {
		return nil, fmt.Errorf("read from the beginning: %w", err)
	}
	return s, nil
}

// copy looks at the beginning and copies the whole, as far as the limit.
func (v *Vault) copy(into io.Writer, from io.Reader) (mediaType string, size int64, err error) {
	arriving := &arrival{from: from}
	start := make([]byte, head)
	n, _ := io.ReadFull(arriving, start) // a short file is one too
	if arriving.failed {
		return "", 0, ErrCut
	}
	if mediaType = typeOf(start[:n]); !v.any && (n == 0 || mediaType == "") {
		return "", 0, ErrType
	}
	whole := io.LimitReader(io.MultiReader(bytes.NewReader(start[:n]), arriving), v.Most+1)
	size, err = io.CopyBuffer(struct{ io.Writer }{into}, whole, make([]byte, segment))
	switch {
	case arriving.failed:
		return "", 0, ErrCut
	case err != nil:
		return "", 0, fmt.Errorf("take in: %w", err)
	case size > v.Most:
		return "", 0, ErrTooLarge
	}
	return mediaType, size, nil
}

// arrival remembers that reading failed: with the sender, not with us.
type arrival struct {
	from   io.Reader
	failed bool
}

// Read implements io.Reader.
func (a *arrival) Read(b []byte) (int, error) {
	n, err := a.from.Read(b)
	a.failed = a.failed || err != nil && !errors.Is(err, io.EOF)
	return n, err
}

// Open gives the file in a spool, decrypted as it is read.
func (v *Vault) Open(s *Spool, of string) (io.Reader, error) {
	if _, err := s.Seek(0, io.SeekStart); err != nil {
		return nil, fmt.Errorf("read from the beginning: %w", err)
	}
	return v.Keys.Decrypt(s.File, s.Key, of)
}
