package attachment

import (
	"bytes"
	"net/http"
	"slices"
	"unicode/utf8"
)

// Types are the media types that there may be. None of them runs when it is looked at: no HTML, no SVG, no macros.
var Types = []string{
	"application/pdf", "image/png", "image/jpeg", "text/plain",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text",
}

const (
	docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	odt  = "application/vnd.oasis.opendocument.text"
	// head is how much of a file tells its type.
	head = 512
)

// typeOf tells from its beginning what a file is: one of Types, or nothing.
func typeOf(start []byte) string {
	isZip := bytes.HasPrefix(start, []byte("PK\x03\x04"))
	switch {
	case isZip && named(start, "mimetype"+odt): // its first entry is its type, stored as it is
		return odt
	case isZip && (named(start, "[Content_Types].xml") || named(start, "_rels/") || named(start, "word/") || named(start, "docProps/")):
		return docx
	case isText(start):
		return "text/plain"
	}
	if found := http.DetectContentType(start); found != "text/plain" && slices.Contains(Types, found) {
		return found
	}
	return ""
}

// named tells whether the first entry of a zip begins so.
func named(start []byte, name string) bool {
	const header = 30
	return len(start) > header && bytes.HasPrefix(start[header:], []byte(name))
}

// isText: UTF-8 without control characters, and no markup, which a browser might take for more than text.
func isText(start []byte) bool {
	if bytes.HasPrefix(bytes.TrimLeft(start, " \t\r\n\ufeff"), []byte("<")) || bytes.HasPrefix(start, []byte("%PDF-")) {
		return false
	}
	for len(start) > 0 {
		r, n := utf8.DecodeRune(start)
		if r == utf8.RuneError && n == 1 && len(start) >= utf8.UTFMax { // else it may be cut in two
			return false
		}
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' {
			return false
		}
		start = start[n:]
	}
	return true
}
