//go:build !release

package bench

import (
	"encoding/binary"

	"github.com/google/uuid"
)

// The ids of what is loaded can be told from their number, so that the load needs no list of them. They grow with the
// number, as UUIDv7 grows with time: indexes are filled as in a real county.
const (
	childID        = 1
	guardianID     = 2
	workerID       = 3
	partnerID      = 4
	assignmentID   = 5
	planID         = 6
	itemID         = 7
	partyID        = 8
	consentID      = 9
	oldConsentID   = 10
	caseFileID     = 11
	caseWorkerID   = 12
	relationID     = 13
	firstTimestamp = 0x019a0000
)

// benchID is the Go twin of the SQL function bench_id in load.go.
func benchID(kind, n int) uuid.UUID {
	var u uuid.UUID
	binary.BigEndian.PutUint32(u[0:], uint32(firstTimestamp+n)) //nolint:gosec // G115: n counts rows
	u[6], u[8] = 0x70, 0x80
	binary.BigEndian.PutUint16(u[8:], uint16(0x8000+kind)) //nolint:gosec // G115: kind is one of the constants
	binary.BigEndian.PutUint32(u[12:], uint32(n))          //nolint:gosec // G115: n counts rows
	return u
}
