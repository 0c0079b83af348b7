package publicrequest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"samplan/internal/civil"
	"samplan/internal/person"
)

// Content is what an item says in words, part by part. Who wrote it, ids and versions are no part of it.
type Content struct {
	Kind      string
	WrittenOn civil.Date
	Parts     []Part
}

// Part is one text of an item.
type Part struct {
	Name string // of the field in the contract
	Text person.Text
}

// masked stands for what is masked. It is always the same: how long that was is not told either.
const masked = "[maskat]"

// Mask takes texts away wherever they occur in whatever case, the longest first. missing is the first of them that does not occur.
func (c Content) Mask(texts []person.Text) (left Content, missing int) {
	missing = -1
	if len(texts) == 0 {
		return c, missing
	}
	words := make([]string, len(texts))
	for n, t := range texts {
		words[n] = strings.TrimSpace(t.Reveal())
		if missing < 0 && !c.has(words[n]) {
			missing = n
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for n := range words {
		words[n] = loosely(words[n])
	}
	pattern := regexp.MustCompile("(?i)" + strings.Join(words, "|"))
	left = Content{Kind: c.Kind, WrittenOn: c.WrittenOn}
	for _, p := range c.Parts {
		left.Parts = append(left.Parts, Part{p.Name, person.NewText(pattern.ReplaceAllLiteralString(p.Text.Reveal(), masked))})
	}
	return left, missing
}

func (c Content) has(word string) bool {
	if word == "" {
		return false
	}
	pattern := regexp.MustCompile("(?i)" + loosely(word))
	return slices.ContainsFunc(c.Parts, func(p Part) bool { return pattern.MatchString(p.Text.Reveal()) })
}

// loosely finds a text also where a line breaks within it.
func loosely(word string) string {
	parts := strings.Fields(word)
	for n := range parts {
		parts[n] = regexp.QuoteMeta(parts[n])
	}
	return strings.Join(parts, `\s+`)
}
