package document

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// What stands between the parts of a page. No text of a person can hold it: a page writes < as &lt;.
const (
	beforeManifest = "\n<!-- samplan manifest -->\n<pre>"
	afterManifest  = "</pre>\n</details>\n</footer>\n</body>\n</html>\n"
	// leftOut stands where a part was. It is the same in every language and for ever, so that each verifier knows it from a text
	// that somebody has put there; the frame of a document explains it in the document's own language.
	leftOut         = `<p class="left-out"><span lang="sv">` + leftOutSentence + `</span> <span lang="en">This part has been left out.</span></p>`
	leftOutSentence = "Den här delen är utelämnad."
)

var (
	errNoDocument = errors.New("this is not a document of Samplan, or its end was cut off")
	beforePart    = regexp.MustCompile(`\n<!-- samplan part ([0-9]{1,6}) of ([0-9a-f-]{36}) -->\n`)
)

// file is a page taken apart.
type file struct {
	parts    []part // as they come, which may not be as they should
	manifest manifest
}

// part is a piece of a page with the number and the document that stand before it.
type part struct {
	number   int
	document string
	text     []byte
}

func (p part) isLeftOut() bool { return string(p.text) == leftOut }

func (f file) bytes() []byte {
	var b bytes.Buffer
	for n, p := range f.parts {
		if n > 0 {
			fmt.Fprintf(&b, "\n<!-- samplan part %d of %s -->\n", p.number, p.document)
		}
		b.Write(p.text)
	}
	b.WriteString(beforeManifest)
	b.Write(inJSON(f.manifest))
	b.WriteString(afterManifest)
	return b.Bytes()
}

func readFile(text []byte) (file, error) {
	body, isWhole := bytes.CutSuffix(text, []byte(afterManifest))
	at := bytes.LastIndex(body, []byte(beforeManifest))
	if !isWhole || at < 0 {
		return file{}, errNoDocument
	}
	m, err := fromJSON[manifest](body[at+len(beforeManifest):])
	if err != nil {
		return file{}, err
	}
	return file{partsOf(body[:at], m.Statement.Document), m}, nil
}

// partsOf takes a page apart. The first part has nothing before it: it is that of the document itself.
func partsOf(body []byte, document string) []part {
	next := part{1, document, nil}
	var all []part
	from := 0
	for _, m := range beforePart.FindAllSubmatchIndex(body, -1) {
		next.text = body[from:m[0]]
		all = append(all, next)
		number, _ := strconv.Atoi(string(body[m[2]:m[3]])) // six digits at most
		next, from = part{number: number, document: string(body[m[4]:m[5]])}, m[1]
	}
	next.text = body[from:]
	return append(all, next)
}
