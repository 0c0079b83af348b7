package audit

import (
	"crypto/sha256"
)

const (
	entryName = "samplan-log-entry-1"
	// clientEntryName is that of an entry that came through a registered client: it has one field more.
	clientEntryName = "samplan-log-entry-2"

	leafName = "samplan-log-leaf-1"
)

// Entry is one entry of the log, every column of it. Ids are text here: a verifier compares them and asks nothing else.
type Entry struct {
	ActorKind  string    `json:"actorKind"`
	Assignment *string   `json:"assignment"`
	At         Moment    `json:"at"`
	Child      *string   `json:"child"`
	Client     *string   `json:"client,omitempty"` // a registered client; left out without one, as before there were any
	Grounds    []*string `json:"grounds"`
	ID         string    `json:"id"`
	Objects    []string  `json:"objects"`
	Operation  string    `json:"operation"`
	Outcome    string    `json:"outcome"`
	Person     *string   `json:"person"`
	Plan       *string   `json:"plan"`
	Purpose    *string   `json:"purpose"`
	Reaches    []string  `json:"reaches"`
	Request    string    `json:"request"`
	Role       *string   `json:"role"`
	Unit       *string   `json:"unit"`
	Xid        string    `json:"xid"`
}

// Canonical gives the bytes that are hashed, without their name.
func (e Entry) Canonical() []byte { return canonical(e) }

// Leaf gives what the seal keeps of the entry.
func (e Entry) Leaf() Leaf { return Leaf{At: e.At, Digest: hashOf(e.name(), e), ID: e.ID} }

func (e Entry) name() string {
	if e.Client != nil {
		return clientEntryName
	}
	return entryName
}

// Leaf is what a seal keeps of an entry, and what is left of it after weeding.
type Leaf struct {
	At     Moment `json:"at"`
	Digest Hash   `json:"digest"`
	ID     string `json:"id"`
}

// Hash is the leaf's hash in the tree.
func (l Leaf) Hash() Hash {
	return sha256.Sum256(append([]byte{0}, named(leafName, l)...))
}
