package document

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"samplan/internal/audit"
)

const (
	sealName   = "samplan-document-file-1"
	beforeSeal = "\n%" + sealName + " "
	attachment = "samplan-document.html"
)

var (
	errPDF       = errors.New("the PDF is not built as Chromium builds it")
	errNoSeal    = errors.New("this PDF is not a document of Samplan, or it was written anew by another program")
	lastTrailer  = regexp.MustCompile(`\ntrailer\n<</Size ([0-9]+)\n/Root ([0-9]+) 0 R\n/Info ([0-9]+) 0 R>>\nstartxref\n([0-9]+)\n%%EOF\n?$`)
	titleOfInfo  = regexp.MustCompile(`/Title (\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)`)
	embeddedPage = regexp.MustCompile(`\n[0-9]+ 0 obj\n<</Type /EmbeddedFile /Subtype /text#2Fhtml /Length ([0-9]+)>> stream\n`)
)

// seal signs the bytes of a PDF, all but the line that it stands in.
type seal struct {
	Signature []byte    `json:"signature"`
	Statement sealWords `json:"statement"`
}

type sealWords struct {
	Document string     `json:"document"`
	Key      string     `json:"key"`
	SHA256   audit.Hash `json:"sha256"`
}

// PDF makes of a printed page, and the page, a PDF that proves itself: it tells no more of its making than the day, has
// the page attached, from which a redacted copy is made, and is signed as it lies there.
func (m *Maker) PDF(printed, page []byte) ([]byte, error) {
	f, err := readFile(page)
	if err != nil {
		return nil, err
	}
	s := f.manifest.Statement
	p, err := readPDF(printed)
	if err != nil {
		return nil, err
	}
	if err := p.tidy(s.Made); err != nil {
		return nil, err
	}
	before, after, err := p.attach(page)
	if err != nil {
		return nil, err
	}
	words := sealWords{s.Document, m.signer.ID, sha256.Sum256(append(bytes.Clone(before), after...))}
	line := inJSON(seal{m.signer.Sign(sealName, inJSON(words)), words})
	return bytes.Join([][]byte{before, []byte(beforeSeal), line, after}, nil), nil
}

// pdf is what Chromium has printed, and where its parts are.
type pdf struct {
	text                   []byte
	size, root, info, xref int
}

func readPDF(text []byte) (pdf, error) {
	m := lastTrailer.FindSubmatch(text)
	if m == nil || !isPDF(text) {
		return pdf{}, errPDF
	}
	p := pdf{text: bytes.Clone(text)}
	for n, into := range []*int{&p.size, &p.root, &p.info, &p.xref} {
		*into, _ = strconv.Atoi(string(m[n+1])) // digits; too many of them name no object
	}
	return p, nil
}

// object gives where an object's dictionary begins and ends. Chromium writes each object once.
func (p pdf) object(number int) (from, to int, err error) {
	head := fmt.Appendf(nil, "\n%d 0 obj\n<<", number)
	from = bytes.Index(p.text, head)
	if from < 0 {
		return 0, 0, errPDF
	}
	from += len(head) - 2
	end := bytes.Index(p.text[from:], []byte(">>\nendobj"))
	if end < 0 {
		return 0, 0, errPDF
	}
	return from, from + end + 2, nil
}

// tidy leaves the title alone of what the file says of its making, and of the time only the day. The new words take the
// place of the old, so that nothing of them stays behind in the file.
func (p pdf) tidy(made string) error {
	from, to, err := p.object(p.info)
	if err != nil {
		return err
	}
	title := titleOfInfo.FindSubmatch(p.text[from:to])
	if title == nil {
		return errPDF
	}
	day := strings.ReplaceAll(made, "-", "")
	words := fmt.Sprintf("<</Title %s\n/Producer (Samplan)\n/CreationDate (D:%s000000Z)>>", title[1], day)
	if len(words) > to-from {
		return errPDF
	}
	copy(p.text[from:to], words+strings.Repeat(" ", to-from-len(words)))
	return nil
}

// attach adds the page behind the end, as an incremental update (ISO 32000-1, 7.5.6). It gives what stands before and
// after the place of the seal.
func (p pdf) attach(page []byte) (before, after []byte, err error) {
	from, to, err := p.object(p.root)
	if err != nil || bytes.Contains(p.text[from:to], []byte("/Names")) {
		return nil, nil, errPDF
	}
	file, spec := p.size, p.size+1
	catalog := fmt.Sprintf("%s\n/Names <</EmbeddedFiles <</Names [(%s) %d 0 R]>>>>\n/AF [%[3]d 0 R]>>", p.text[from:to-2], attachment, spec)
	var b bytes.Buffer
	b.Write(bytes.TrimRight(p.text, "\n"))
	object := func(number int, format string, args ...any) string {
		at := b.Len() + 1
		fmt.Fprintf(&b, "\n%d 0 obj\n"+format+"\nendobj", append([]any{number}, args...)...)
		return fmt.Sprintf("%d 1\n%010d 00000 n \n", number, at)
	}
	table := object(p.root, "%s", catalog)
	table += object(file, "<</Type /EmbeddedFile /Subtype /text#2Fhtml /Length %d>> stream\n%s\nendstream", len(page), page)
	table += object(spec, "<</Type /Filespec /F (%s) /UF (%[2]s) /EF <</F %d 0 R /UF %[3]d 0 R>> /AFRelationship /Source>>", attachment, file)
	at := b.Len() + 1
	fmt.Fprintf(&b, "\nxref\n%strailer\n<</Size %d\n/Root %d 0 R\n/Info %d 0 R\n/Prev %d>>", table, p.size+2, p.root, p.info, p.xref)
	return b.Bytes(), fmt.Appendf(nil, "\nstartxref\n%d\n%%%%EOF\n", at), nil
}

// takeApart gives the page that a PDF has attached, and its seal.
func takeApart(text []byte) (page []byte, s seal, err error) {
	_, line := cutSeal(text)
	if s, err = fromJSON[seal](line); err != nil {
		return nil, s, errNoSeal
	}
	all := embeddedPage.FindAllSubmatchIndex(text, -1)
	if len(all) != 1 {
		return nil, s, errNoSeal
	}
	from := all[0][1]
	length, err := strconv.Atoi(string(text[all[0][2]:all[0][3]]))
	if err != nil || length > len(text)-from {
		return nil, s, errNoSeal
	}
	return text[from : from+length], s, nil
}

// cutSeal takes the line of the seal out of a PDF.
func cutSeal(text []byte) (rest, line []byte) {
	at := bytes.LastIndex(text, []byte(beforeSeal))
	if at < 0 {
		return text, nil
	}
	line, after, _ := bytes.Cut(text[at+len(beforeSeal):], []byte("\n"))
	rest = append(bytes.Clone(text[:at]), '\n')
	return append(rest, after...), line
}

func (v verifier) checkSeal(s seal, text []byte, key audit.PublicKey) {
	rest, _ := cutSeal(text)
	switch {
	case s.Statement.Document != v.manifest.Statement.Document:
		v.wrong("the PDF and the page in it are of different documents")
	case s.Statement.Key != key.ID || !key.Verifies(sealName, inJSON(s.Statement), s.Signature):
		v.wrong("the seal of the PDF was changed, or is signed by somebody else than it says")
	case s.Statement.SHA256 != sha256.Sum256(rest):
		v.wrong("the PDF was changed after it was made")
	}
}
