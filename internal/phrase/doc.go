// Package phrase holds what Samplan itself says to a family: the fixed words of documents, and what the contract's codes are
// called. It holds nothing that anybody has written about a child: free text is shown as it was written, and never translated.
//
// # A language is a file
//
// languages/family has one file for each language, named by its BCP 47 tag; sv-simple is easy Swedish (lättläst, with the
// registered variant "simple"). To add a language: copy sv.json to its tag, translate the texts, set name and direction, and
// name the tag in the contract (MyPageLanguage). Nothing else is changed. Each file has
//
//	name        what the language calls itself
//	direction   ltr, or rtl for one that is written from right to left
//	phrases     words of documents, by key; what stands in {braces} is filled in, and may stand wherever the language wants it
//	codes       words of codes, by the contract's schema and the code
//
// languages/staff has what only staff reads, in the languages in which staff documents are made.
//
// A program with a file that lacks a phrase, has one too many, or fills in other things than the Swedish one, does not
// start. That every phrase is used, and every code of the contract that a family meets has words, is for tests.
//
// # Why so
//
// JSON that is flat but for two levels is what translators' tools (Weblate, Crowdin) and people with an editor read alike. A
// missing phrase stops the program, instead of showing Swedish in the midst of another language to one who cannot read it.
//
// Easy Swedish follows what MTM (Myndigheten för tillgängliga medier) advises for lättläst: short sentences with one
// thought each, common words, no passive where somebody can be named. It is written anew and not shortened.
package phrase
