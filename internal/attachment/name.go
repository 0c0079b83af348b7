package attachment

import (
	"net/url"
	"path"
	"strings"
	"unicode"
)

const longest = 150

// endings are what a name of a type ends with.
var endings = map[string][]string{
	"application/pdf": {".pdf"}, "image/png": {".png"}, "image/jpeg": {".jpg", ".jpeg"}, "text/plain": {".txt"}, docx: {".docx"}, odt: {".odt"},
}

// CleanName makes a file's name one that is safe wherever it is saved: no folder, no control characters or signs that turn the
// writing around, not hidden, and with the ending of its type.
func CleanName(name, mediaType string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), strings.ContainsRune(`<>:"|?*/`, r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, name)
	name = strings.Trim(name, " .")
	ends := endings[mediaType]
	for _, e := range ends {
		if len(name) > len(e) && strings.EqualFold(name[len(name)-len(e):], e) {
			name, ends = name[:len(name)-len(e)], []string{e}
			break
		}
	}
	if r := []rune(name); len(r) > longest {
		name = string(r[:longest])
	}
	if name = strings.TrimRight(name, " ."); name == "" {
		name = "bilaga"
	}
	if len(ends) > 0 {
		name += ends[0]
	}
	return name
}

// Disposition is the header Content-Disposition: saved, never shown in place; the name in ASCII, and as it is (RFC 6266).
func Disposition(name string) string {
	ascii := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || r == '"' || r == '\\' || r == '%' {
			return '_'
		}
		return r
	}, name)
	return `attachment; filename="` + ascii + `"; filename*=UTF-8''` + strings.ReplaceAll(url.QueryEscape(name), "+", "%20")
}
