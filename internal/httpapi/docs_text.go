package httpapi

import "strings"

// The contract's texts come in two languages: "svenska / English" on one line, or Swedish paragraphs and then as many
// English ones. The page marks which is which, so that a screen reader pronounces both.

// docsText is one piece of text in one language.
type docsText struct {
	Lang  string // "sv" or "en"
	Kind  string // "p", "h", "ul", and while it is read "li"
	Parts []docsPart
	Items [][]docsPart // of a list
	text  string
}

// docsPart is text, or a word of code.
type docsPart struct {
	Text string
	Code bool
}

// oneLine splits a text of one line.
func oneLine(s string) []docsText {
	sv, en, both := strings.Cut(strings.Join(strings.Fields(s), " "), " / ")
	if !both {
		return []docsText{{Lang: "sv", Kind: "p", Parts: textParts(sv)}}
	}
	return []docsText{{Lang: "sv", Kind: "p", Parts: textParts(sv)}, {Lang: "en", Kind: "p", Parts: textParts(en)}}
}

// prose splits a text of several paragraphs: Markdown as far as the contract uses it.
func prose(s string) []docsText {
	blocks := strings.Split(strings.TrimSpace(s), "\n\n")
	if len(blocks) == 1 {
		return oneLine(s)
	}
	var all []docsText
	english := false
	halves := len(blocks)%2 == 0 && !strings.Contains(s, "#")
	for i, b := range blocks {
		if halves {
			english = i >= len(blocks)/2
		} else if strings.HasPrefix(b, "#") {
			english = english || strings.Contains(b, "English")
		}
		all = append(all, paragraph(b, english)...)
	}
	return all
}

// paragraph takes one block apart: headings, list items and labelled lines each begin anew, other lines go on.
func paragraph(block string, english bool) []docsText {
	lang := "sv"
	if english {
		lang = "en"
	}
	var all []docsText
	begin := func(kind, text string) { all = append(all, docsText{Lang: lang, Kind: kind, text: text}) }
	for l := range strings.Lines(block) {
		l = strings.TrimSpace(l)
		last := len(all) - 1
		switch {
		case strings.HasPrefix(l, "#"):
			begin("h", strings.TrimLeft(l, "# "))
		case strings.HasPrefix(l, "- "):
			begin("li", l[2:])
		case last < 0 || all[last].Kind == "h" || isLabel(l):
			begin("p", l)
		default:
			all[last].text += " " + l
		}
	}
	return gather(all)
}

// gather makes parts of the texts, and one list of the items that follow each other.
func gather(all []docsText) []docsText {
	var out []docsText
	for _, t := range all {
		if t.Kind != "li" {
			t.Parts = textParts(t.text)
			out = append(out, t)
			continue
		}
		if len(out) == 0 || out[len(out)-1].Kind != "ul" {
			out = append(out, docsText{Lang: t.Lang, Kind: "ul"})
		}
		last := &out[len(out)-1]
		last.Items = append(last.Items, textParts(t.text))
	}
	return out
}

// isLabel finds the lines that start anew without a blank line before them.
func isLabel(l string) bool { return strings.HasPrefix(l, "Vem: ") || strings.HasPrefix(l, "Who: ") }

func textParts(s string) []docsPart {
	var all []docsPart
	for i, p := range strings.Split(strings.ReplaceAll(s, "**", ""), "`") {
		if p != "" {
			all = append(all, docsPart{p, i%2 == 1})
		}
	}
	return all
}
