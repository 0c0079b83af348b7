// Package audit makes the log (logg) prove itself: entries are sealed in batches, seals are chained, the chain is signed
// now and then, and a verifier that has nothing but exported files finds what was changed, removed, added, moved or cut
// off (R36).
//
// # The format, exactly
//
// Everything hashed is JSON in the canonical form of RFC 8785: keys in order, no spaces, UTF-8, no needless escapes. All
// keys are always there but client, which an entry has when it came through a registered client; what else is missing is null in an entry, and "" or 0 elsewhere. Moments are UTC with six digits of
// a second, hashes 64 small hex digits. A hash over JSON begins with the name of what it is and a line feed:
//
//	digest of an entry   SHA-256("samplan-log-entry-1\n" + entry), and with -2 of one that has client
//	leaf                 SHA-256(0x00 + "samplan-log-leaf-1\n" + {"at":…,"digest":…,"id":…})
//	node                 SHA-256(0x01 + left + right)                       as RFC 9162, 2.1.1
//	root                 of the leaves in their order; of none it is SHA-256("")
//	hash of a seal       SHA-256("samplan-log-seal-1\n" + seal)
//	id of a key          the first 16 bytes of SHA-256("samplan-log-key-1\n" + the 32 bytes of the public key), in hex
//	hash of a checkpoint SHA-256("samplan-log-checkpoint-1\n" + checkpoint)
//	signature            Ed25519 over "samplan-log-checkpoint-1\n" + checkpoint, in base64
//
// Seals are numbered from 1. Each holds the hash of the one before in previous (64 zeros in the first), how many entries
// it has (count) and how many all have until then (size). All committed entries whose transaction is below before are
// sealed. key names the key that signs from there on, which is how a key is replaced. A checkpoint (signed note) repeats
// number and size of a seal and has its hash in chain; it holds the hash of the checkpoint before.
//
// An exported file has one JSON object per line, in canonical form itself, in this order: the key, right before the seal
// that names it first in the file; the seal; its entries by position from 1; its checkpoint, if it has one. An entry that
// was weeded (gallrad) leaves a stub: id, time and digest, which still prove leaf and root. Entries hold ids that are
// random, so that nobody finds the entry behind a digest by trying.
//
// # Why so
//
// No global chain of rows: readers would queue for it. Row order is told by the transaction's number, and a batch takes
// only what lies below every running transaction, so that none is passed by (store/sealer.go). An epoch is one life of a
// database cluster: numbers of transactions can be compared within it alone. Restoring a backup begins another, and the
// seal that begins it says so.
package audit
