package document

import (
	"bytes"
	"fmt"

	"samplan/internal/audit"
)

// Report is what the verifier saw.
type Report struct {
	Document, Made string
	Parts, LeftOut int
	Key            string
	Pinned         bool // the key was given, not taken from the document
	IsPDF          bool
	Findings       []string
}

// IsProved tells whether nothing is wrong.
func (r Report) IsProved() bool { return len(r.Findings) == 0 }

func (r *Report) wrong(format string, args ...any) {
	r.Findings = append(r.Findings, fmt.Sprintf(format, args...))
}

// Verify checks a document, a page or a PDF, with nothing but itself and keys that are known to be right. Without keys the
// document's own is taken, which anybody could have made. The error is for what is no document at all.
func Verify(text []byte, keys []audit.PublicKey) (Report, error) {
	r := Report{Pinned: len(keys) > 0}
	html := text
	var s seal
	if isPDF(text) {
		r.IsPDF = true
		var err error
		if html, s, err = takeApart(text); err != nil {
			return r, err
		}
	}
	f, err := readFile(html)
	if err != nil {
		return r, err
	}
	v := verifier{f, &r}
	key := v.key(keys)
	if r.IsPDF {
		v.checkSeal(s, text, key)
	}
	v.check(key)
	return r, nil
}

// verifier checks one file and writes into its report.
type verifier struct {
	file
	*Report
}

// key finds the key that must have signed.
func (v verifier) key(known []audit.PublicKey) audit.PublicKey {
	own := audit.NewPublicKey(v.manifest.PublicKey)
	v.Report.Key = v.manifest.Statement.Key
	if len(known) == 0 {
		return own
	}
	for _, k := range known {
		if k.ID == v.Report.Key {
			return k
		}
	}
	v.wrong("it is signed with key %s, which is not among those given", v.Report.Key)
	return own
}

func (v verifier) check(key audit.PublicKey) {
	s := v.manifest.Statement
	v.Document, v.Made, v.Parts = s.Document, s.Made, len(s.Parts)
	if s.Key != key.ID || !key.Verifies(manifestName, inJSON(s), v.manifest.Signature) {
		v.wrong("the manifest was changed, or is signed by somebody else than it says")
	}
	if len(v.manifest.Salts) != len(s.Parts) {
		v.wrong("the manifest has %d salts for %d parts", len(v.manifest.Salts), len(s.Parts))
		return
	}
	if v.isOfAnother() {
		v.wrong("the manifest is that of another document")
		return
	}
	v.checkParts()
}

// isOfAnother tells whether no part is of the document that the manifest is about. The first has no mark of its own.
func (v verifier) isOfAnother() bool {
	for _, p := range v.parts[1:] {
		if p.document == v.manifest.Statement.Document {
			return false
		}
	}
	return true
}

// find gives the number under which the manifest knows the text of a part, or 0.
func (v verifier) find(p part) int {
	s := v.manifest.Statement
	if p.number > 0 && p.number <= len(s.Parts) && v.is(p.number, p.text) { // nearly always
		return p.number
	}
	for n := range s.Parts {
		if v.is(n+1, p.text) {
			return n + 1
		}
	}
	return 0
}

func (v verifier) is(number int, text []byte) bool {
	s, salt := v.manifest.Statement, v.manifest.Salts[number-1]
	return salt != nil && partHash(s.Document, number, salt, text) == s.Parts[number-1]
}

// checkParts tells of each part that is not as it was signed.
func (v verifier) checkParts() {
	seen := map[int]bool{}
	last := 0
	for _, p := range v.parts {
		switch {
		case p.document != v.manifest.Statement.Document:
			v.wrong("part %d is of another document", p.number)
			continue
		case p.number < 1 || p.number > v.Parts || seen[p.number]:
			v.wrong("part %d was added", p.number)
			continue
		case p.number < last:
			v.wrong("part %d was moved: it stands after part %d", p.number, last)
		}
		seen[p.number], last = true, max(last, p.number)
		v.checkPart(p)
	}
	for n := 1; n <= v.Parts; n++ {
		if !seen[n] {
			v.wrong("part %d is missing; a part that was rightly left out leaves its place", n)
		}
	}
}

func (v verifier) checkPart(p part) {
	salt := v.manifest.Salts[p.number-1]
	isFrame := p.number == 1 || p.number == v.Parts
	switch found := v.find(p); {
	case found == p.number:
	case found > 0:
		v.wrong("part %d holds the text of part %d", p.number, found)
	case p.isLeftOut() && salt != nil:
		v.wrong("part %d was left out but its salt was not, with which its text can be guessed: use samplan document redact", p.number)
	case p.isLeftOut() && isFrame:
		v.wrong("part %d was left out; it is the document's own frame", p.number)
	case p.isLeftOut():
		v.Report.LeftOut++
	case salt == nil:
		v.wrong("part %d has a text, but the manifest says that it was left out", p.number)
	default:
		v.wrong("part %d was changed", p.number)
	}
}

func isPDF(text []byte) bool { return bytes.HasPrefix(text, []byte("%PDF-")) }
