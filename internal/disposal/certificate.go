package disposal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"samplan/internal/audit"
	"samplan/internal/id"
)

// certificateName is what signatures of certificates are under, so that they are good for nothing else.
const certificateName = "samplan-disposal-certificate-1"

// Certificate is a line of the file that is kept outside of the database: what a list came to, in ids, clocks, days and numbers.
type Certificate struct {
	Number   int             `json:"number"` // from 1, without gaps
	Previous string          `json:"previous"`
	Key      string          `json:"key"`
	At       time.Time       `json:"at"`
	List     json.RawMessage `json:"list"`
}

// signed is a certificate as its line holds it: the bytes that were signed.
type signed struct {
	Certificate json.RawMessage `json:"certificate"`
	Signature   []byte          `json:"signature"`
}

// Kept is a certificate as it was read, with the hash of its line.
type Kept struct {
	Certificate
	Run  id.Disposal
	Hash string
}

// Chain is the certificates of a file, each proved by its signature and by the next one.
type Chain []Kept

var errCertificates = errors.New("the certificates of disposal are not as they were written")

// next writes the line after the last certificate.
func (c Chain) next(s *audit.Signer, list []byte, now time.Time) (line []byte, k Kept, err error) {
	n := Certificate{Number: len(c) + 1, Key: s.ID, At: now.UTC(), List: list}
	if len(c) > 0 {
		n.Previous = c[len(c)-1].Hash
	}
	text, err := json.Marshal(n)
	if err != nil {
		return nil, k, fmt.Errorf("write certificate: %w", err)
	}
	if line, err = json.Marshal(signed{text, s.Sign(certificateName, text)}); err != nil {
		return nil, k, fmt.Errorf("write certificate: %w", err)
	}
	if k, err = c.read(line, []audit.PublicKey{s.PublicKey}); err != nil {
		return nil, k, err
	}
	return append(line, '\n'), k, nil
}

// ReadChain reads a file of certificates and proves it: each is signed by one of the keys, and follows the one before. What was changed,
// removed, added or moved is an error that says in which line.
func ReadChain(text []byte, keys []audit.PublicKey) (Chain, error) {
	var all Chain
	if len(text) > 0 && text[len(text)-1] != '\n' {
		return nil, fmt.Errorf("%w: the last line is not whole", errCertificates)
	}
	for n, line := range bytes.Split(bytes.TrimSuffix(text, []byte("\n")), []byte("\n")) {
		if len(text) == 0 {
			break
		}
		k, err := all.read(line, keys)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		all = append(all, k)
	}
	return all, nil
}

func (c Chain) read(line []byte, keys []audit.PublicKey) (Kept, error) {
	var s signed
	var k Kept
	if err := json.Unmarshal(line, &s); err != nil {
		return k, errCertificates
	}
	if err := json.Unmarshal(s.Certificate, &k.Certificate); err != nil {
		return k, errCertificates
	}
	var list struct{ Run id.Disposal }
	if err := json.Unmarshal(k.List, &list); err != nil || list.Run.IsZero() {
		return k, errCertificates
	}
	isSigned := false
	for _, key := range keys {
		isSigned = isSigned || key.ID == k.Key && key.Verifies(certificateName, s.Certificate, s.Signature)
	}
	previous := ""
	if len(c) > 0 {
		previous = c[len(c)-1].Hash
	}
	if !isSigned || k.Number != len(c)+1 || k.Previous != previous {
		return k, errCertificates
	}
	sum := sha256.Sum256(line)
	k.Run, k.Hash = list.Run, hex.EncodeToString(sum[:])
	return k, nil
}

// Mention is a certificate that a database has carried out.
type Mention struct {
	Run    id.Disposal
	Number int
	Hash   string
}

// Waiting gives the certificates that a database has not carried out; of two of one list the later counts, since the first was written by
// a try that did not come to its end. A database that has carried out one that the file does not hold, or
// that is another one there, does not belong to the file, or the file was cut off: that is an error.
func (c Chain) Waiting(all []Mention) (Chain, error) {
	done := map[id.Disposal]bool{}
	for _, d := range all {
		if d.Number > len(c) || c[d.Number-1].Hash != d.Hash || c[d.Number-1].Run != d.Run {
			return nil, fmt.Errorf("%w: the database has carried out number %d, which the file does not hold", errCertificates, d.Number)
		}
		done[d.Run] = true
	}
	var waiting Chain
	for n, k := range c {
		isLast := !slices.ContainsFunc(c[n+1:], func(o Kept) bool { return o.Run == k.Run })
		if isLast && !done[k.Run] {
			waiting = append(waiting, k)
		}
	}
	return waiting, nil
}
