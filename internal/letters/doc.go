// Package letters tells which characters a text that comes in may have: none that hides or turns what is read, and each
// letter in one spelling (Unicode NFC), so that the two spellings of "é" do not make two names of one person. It is one
// place for bodies in JSON and for files with rows.
package letters
