// Package attachment is what files of a plan need beside their item: a file that is streamed in is held against its declared
// type, scanned, and encrypted in one pass; one that is streamed out is decrypted. No more than a few segments of it are ever
// in memory, and it touches the disk encrypted only.
//
// A file is encrypted with AES-GCM in segments (tink: streaming encryption, each file under a key of its own that is derived from
// the one in use; somebody else's construction rather than ours). It is bound to the id of its item, so that the bytes of one file
// cannot be put in the place of another's. Which key it was is kept with it: a new key is put first in the file of keys, and the
// old ones stay behind it for as long as files need them.
//
// Equal files are stored twice. A store that noticed would tell who uploads a file that somebody else has it.
//
// Encrypted files lie in the database, or in a bucket of a server that speaks S3 (minio-go: the client of S3 that asks for no
// cloud), under the id of their item.
//
// Scanning is by clamd (INSTREAM) while the file arrives, before anything of it is stored: what is not yet judged clean is nowhere
// to be read from. Without a scanner in the settings nothing is scanned.
package attachment
