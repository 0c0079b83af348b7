package document

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"samplan/internal/audit"
)

const (
	partName     = "samplan-document-part-1"
	manifestName = "samplan-document-1"
	saltSize     = 32
)

var errManifest = errors.New("the manifest cannot be read")

// statement is what is signed: which copy this is, and the hash of each of its parts in their order.
type statement struct {
	Document string       `json:"document"`
	Key      string       `json:"key"`
	Made     string       `json:"made"`
	Parts    []audit.Hash `json:"parts"`
}

// manifest is the statement, and what it takes to check it. The salt of a part that was left out is gone with it, so that
// nobody finds the text behind the hash by trying.
type manifest struct {
	PublicKey []byte    `json:"publicKey"`
	Salts     [][]byte  `json:"salts"`
	Signature []byte    `json:"signature"`
	Statement statement `json:"statement"`
}

// partHash binds a part to its document and its place.
func partHash(document string, number int, salt, text []byte) audit.Hash {
	h := sha256.New()
	for _, s := range []string{partName, document, strconv.Itoa(number)} {
		_, _ = io.WriteString(h, s+"\n") // a hash takes everything
	}
	_, _ = h.Write(salt)
	_, _ = h.Write(text)
	return audit.Hash(h.Sum(nil))
}

// Maker makes documents that prove themselves.
type Maker struct{ signer *audit.Signer }

// NewMaker makes one that signs with a key.
func NewMaker(s *audit.Signer) *Maker { return &Maker{s} }

// HTML writes a document as a page.
func (m *Maker) HTML(d Document) ([]byte, error) {
	parts, err := d.parts()
	if err != nil {
		return nil, err
	}
	f := file{parts: make([]part, len(parts))}
	f.manifest.Statement = statement{Document: d.ID, Key: m.signer.ID, Made: d.Made.String()}
	for n, text := range parts {
		salt := make([]byte, saltSize)
		_, _ = rand.Read(salt) // never fails, says the package
		f.parts[n] = part{n + 1, d.ID, text}
		f.manifest.Salts = append(f.manifest.Salts, salt)
		f.manifest.Statement.Parts = append(f.manifest.Statement.Parts, partHash(d.ID, n+1, salt, text))
	}
	f.manifest.PublicKey = m.signer.Bytes
	f.manifest.Signature = m.signer.Sign(manifestName, inJSON(f.manifest.Statement))
	return f.bytes(), nil
}

// inJSON writes one of this package's types. They hold ids, numbers, hashes and base64: nothing that JSON could write in
// two ways, or that HTML could mistake for its own.
func inJSON(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

// fromJSON reads what inJSON has written, and nothing else.
func fromJSON[T any](text []byte) (T, error) {
	var v T
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil || !bytes.Equal(inJSON(v), text) {
		return v, errManifest
	}
	return v, nil
}
