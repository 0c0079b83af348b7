package event

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"

	"github.com/google/uuid"

	"samplan/internal/fault"
)

// Cursor names the event up to which a client has been told. It looks like an id, and tells nothing.
type Cursor struct{ block uuid.UUID }

// version is that of UUIDs whose content is one's own affair (RFC 9562, 5.8).
const version = 8

// IsZero tells whether it names none.
func (c Cursor) IsZero() bool { return c.block == uuid.UUID{} }

// String gives its text.
func (c Cursor) String() string { return c.block.String() }

// ParseCursor reads what String gives.
func ParseCursor(text string) (Cursor, error) {
	u, err := uuid.Parse(text)
	if err != nil || u.String() != text || !(Cursor{u}).isWellFormed() {
		return Cursor{}, unknown()
	}
	return Cursor{u}, nil
}

func (c Cursor) isWellFormed() bool {
	return c.block.Version() == version && c.block.Variant() == uuid.RFC4122
}

// Key is a client's own, under which its cursors are hidden.
type Key [16]byte

// Cursor hides a position: one block of AES, of which the first half of the input is the position with a counter, and the other half
// is empty. So it is the same each time, in no order, and what a client makes up is not empty where it should be. The counter goes
// on until the output has the form of a UUID, which takes some sixty attempts.
func (k Key) Cursor(position uint64) Cursor {
	var plain [aes.BlockSize]byte
	b := k.cipher()
	for count := range uint64(1) << counter {
		binary.BigEndian.PutUint64(plain[:], position<<counter|count)
		var c Cursor
		if b.Encrypt(c.block[:], plain[:]); c.isWellFormed() {
			return c
		}
	}
	panic("event: no cursor has the form of a UUID") // less likely than that two ids are the same
}

// counter is how many bits of the input the counter takes; what is left is enough for more events than there will be.
const counter = 16

// Position tells which position a cursor of the client hides; the zero cursor is before everything.
func (k Key) Position(c Cursor) (uint64, error) {
	if c.IsZero() {
		return 0, nil
	}
	var plain [aes.BlockSize]byte
	k.cipher().Decrypt(plain[:], c.block[:])
	if binary.BigEndian.Uint64(plain[8:]) != 0 {
		return 0, unknown()
	}
	return binary.BigEndian.Uint64(plain[:]) >> counter, nil
}

func (k Key) cipher() cipher.Block {
	b, err := aes.NewCipher(k[:])
	if err != nil {
		panic(err) // the key has the right length
	}
	return b
}

func unknown() error { return fault.At(fault.CodeMalformed, "cursor", "unknown") }
