// Package document makes of what one reader may see a document (handling) to read, print and keep: a page in HTML that loads
// and runs nothing, and what a PDF needs besides. It knows no plan, no reader and no database: whoever composes a document
// hands over finished words, made from the answer that the same reader gets from the API. There is no second way to read.
//
// # A document proves itself
//
// A page is cut into parts: its frame's beginning, each block, its frame's end. Nothing stands between them but a comment
// with the part's number and the document's id, and behind the last one the manifest, so that every byte is accounted for:
//
//	hash of a part   SHA-256("samplan-document-part-1\n" + document + "\n" + number + "\n" + salt + the part's bytes)
//	signature        Ed25519 over "samplan-document-1\n" + {"document":…,"key":…,"made":…,"parts":[hashes]}
//
// The statement is JSON with its keys in order and without spaces; a salt is 32 random bytes, its own for each part. The
// statement is signed whole, so it needs no tree above the hashes. Leaving a part out (redaction, maskning) puts a fixed
// sentence in its place and takes its salt away; hash and signature stay, and nobody finds the text behind the hash by
// trying. The manifest holds the parts of this copy and no other: what the reader did not see has no hash, and no place
// in the count.
//
// A PDF has the page attached (ISO 32000-1, 7.11.4), and is signed over all its bytes but the seal's own line, a comment
// before startxref:
//
//	signature        Ed25519 over "samplan-document-file-1\n" + {"document":…,"key":…,"sha256":…}
//
// # Why so
//
// Attached, and not a page of digits or a file beside: what is printed stays readable, and what is mailed stays whole. A
// redacted copy of a PDF is the page, since in a drawing what looks removed is often only covered. The id of a document
// is that of the request that made it, which stands in the log: a paper that is found leads to who took it out.
//
// Keys are made, read and named as those of the log (package audit); each signature begins with the name of what it signs,
// so that one is never good for the other. Use a key of its own all the same.
package document
