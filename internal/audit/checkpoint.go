package audit

import (
	"encoding/json"
	"time"
)

const checkpointName = "samplan-log-checkpoint-1"

// Checkpoint says how far the log had come. Kept elsewhere it proves that nothing before it was changed or cut off.
type Checkpoint struct {
	At       Moment `json:"at"`
	Chain    Hash   `json:"chain"` // hash of the seal
	Epoch    int64  `json:"epoch"`
	Key      string `json:"key"`
	Number   int64  `json:"number"` // from 1, without gaps
	Origin   string `json:"origin"` // whose log it is
	Previous Hash   `json:"previous"`
	Seal     int64  `json:"seal"`
	Size     int64  `json:"size"` // entries until there
}

// Hash is what the next checkpoint remembers.
func (c Checkpoint) Hash() Hash { return hashOf(checkpointName, c) }

// Signed is a checkpoint with its signature.
type Signed struct {
	Checkpoint Checkpoint `json:"checkpoint"`
	Signature  []byte     `json:"signature"`
}

// IsSignedBy tells whether the signature is by a key.
func (s Signed) IsSignedBy(k PublicKey) bool {
	return s.Checkpoint.Key == k.ID && k.Verifies(checkpointName, canonical(s.Checkpoint), s.Signature)
}

// Check makes the checkpoint of a seal, after the checkpoint before (the zero one in the beginning).
func (s *Signer) Check(previous Checkpoint, head Seal, origin string, now time.Time) Signed {
	c := Checkpoint{
		At: At(now), Chain: head.Hash(), Epoch: head.Epoch, Key: s.ID, Number: previous.Number + 1, Origin: origin,
		Seal: head.Number, Size: head.Size,
	}
	if previous.Number > 0 {
		c.Previous = previous.Hash()
	}
	return Signed{c, s.Sign(checkpointName, canonical(c))}
}

// ReadCheckpoint reads a file that holds one checkpoint: a line of an export, or the line of the server's own log that
// tells of it.
func ReadCheckpoint(text []byte) (Signed, error) {
	var logged struct{ Checkpoint string }
	if json.Unmarshal(text, &logged) == nil {
		text = []byte(logged.Checkpoint)
	}
	l, err := readLine(trim(text))
	if err != nil {
		return Signed{}, err
	}
	if l.Kind != kindCheckpoint {
		return Signed{}, errNoCheckpoint
	}
	return Signed{*l.Checkpoint, l.Signature}, nil
}
