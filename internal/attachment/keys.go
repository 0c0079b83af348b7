package attachment

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/tink-crypto/tink-go/v2/streamingaead/subtle"
)

const (
	keyBytes = 32
	// segment is how much is encrypted at once, and held in memory.
	segment = 64 << 10
)

var (
	errKeys    = errors.New("a file of keys has one key or more, each with an id of 1 to 40 signs and 32 bytes in base64")
	errUnknown = errors.New("the key of this file is not among the keys")
)

// Key is a key with the name that is kept beside what it has encrypted.
type Key struct {
	ID  string `json:"id"`
	Key []byte `json:"key"`
}

// Keys are those that there are; the first encrypts.
type Keys struct{ all []Key }

// NewKey makes a key.
func NewKey(id string) Key {
	k := Key{id, make([]byte, keyBytes)}
	_, _ = rand.Read(k.Key) // never fails
	return k
}

// ReadKeys reads a file of keys: {"keys": [{"id": "2026", "key": "…"}]}.
func ReadKeys(text []byte) (Keys, error) {
	var file struct {
		Keys []Key `json:"keys"`
	}
	if json.Unmarshal(text, &file) != nil || len(file.Keys) == 0 {
		return Keys{}, errKeys
	}
	seen := map[string]bool{}
	for _, k := range file.Keys {
		if len(k.Key) != keyBytes || k.ID == "" || len(k.ID) > 40 || seen[k.ID] {
			return Keys{}, errKeys
		}
		seen[k.ID] = true
	}
	return Keys{file.Keys}, nil
}

// WriteKeys writes a file of keys.
func WriteKeys(all ...Key) ([]byte, error) {
	text, err := json.Marshal(map[string]any{"keys": all})
	if err != nil {
		return nil, fmt.Errorf("write keys: %w", err)
	}
	return text, nil
}

// InUse names the key that encrypts.
func (k Keys) InUse() string { return k.all[0].ID }

// IsZero tells whether there are none.
func (k Keys) IsZero() bool { return len(k.all) == 0 }

// Encrypt gives what encrypts into w. of names what it is, and must be named again to decrypt it.
func (k Keys) Encrypt(w io.Writer, of string) (io.WriteCloser, error) {
	c, err := cipher(k.all[0].Key)
	if err != nil {
		return nil, err
	}
	e, err := c.NewEncryptingWriter(w, []byte(of))
	if err != nil {
		return nil, fmt.Errorf("encrypt: %w", err)
	}
	return e, nil
}

// Decrypt gives what decrypts from r. A byte that was changed, cut off or put elsewhere is an error when it is read.
func (k Keys) Decrypt(r io.Reader, id, of string) (io.Reader, error) {
	for _, key := range k.all {
		if key.ID != id {
			continue
		}
		c, err := cipher(key.Key)
		if err != nil {
			return nil, err
		}
		d, err := c.NewDecryptingReader(r, []byte(of))
		if err != nil {
			return nil, fmt.Errorf("decrypt: %w", err)
		}
		return d, nil
	}
	return nil, errUnknown
}

func cipher(key []byte) (*subtle.AESGCMHKDF, error) {
	c, err := subtle.NewAESGCMHKDF(key, "SHA256", keyBytes, segment, 0)
	if err != nil {
		return nil, fmt.Errorf("make cipher: %w", err)
	}
	return c, nil
}
