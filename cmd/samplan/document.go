package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"samplan/internal/audit"
	"samplan/internal/document"
)

const documentUsage = `usage: samplan document key --out FILE        make a key that signs documents; prints the public key
       samplan document verify [--key FILE] FILE...
                                              check documents (HTML or PDF), offline
       samplan document redact FILE [--leave-out N,N --out FILE]
                                              list a document's parts, or make a copy without some of them
       samplan document COMMAND -h tells the flags`

const documentVerifyUsage = `Usage: samplan document verify [--key FILE] FILE...

Checks documents, each by itself, without server and without settings: pages, PDFs and redacted copies. What it found
stands on standard output. Exit code:
  0  every document is proved
  1  it could not be checked: a file cannot be read or is no document, a flag is wrong
  3  something is wrong with a document

`

var errDocumentNotProved = fmt.Errorf("a document is %w", errNotProved)

// documents is all that anybody does with documents away from the server.
func documents(_ context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return errors.New(documentUsage)
	}
	switch rest := args[1:]; args[0] {
	case "key":
		return makeKey("samplan document key", "SAMPLAN_DOCUMENT_KEY_FILE", rest, out)
	case "verify":
		return documentVerify(rest, out)
	case "redact":
		return documentRedact(rest, out)
	case "-h", "-help", "--help":
		_, err := fmt.Fprintln(out, documentUsage)
		return err
	}
	return errors.New(documentUsage)
}

func documentVerify(args []string, out io.Writer) error {
	var names many
	s := flag.NewFlagSet("samplan document verify", flag.ContinueOnError)
	s.Var(&names, "key", "file with a public key that is known to be right, as samplan document key prints it; can be given several times")
	s.Usage = func() {
		_, _ = io.WriteString(s.Output(), documentVerifyUsage)
		s.PrintDefaults()
	}
	files, err := parseAll(s, args, out)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return errors.New("name the documents (samplan document verify -h tells the flags)")
	}
	keys, err := readEach(names, audit.ReadPublicKeys)
	if err != nil {
		return err
	}
	isProved := true
	for _, name := range files {
		text, err := os.ReadFile(name) //nolint:gosec // G304: the operator names the file
		if err != nil {
			return fmt.Errorf("read: %w", err)
		}
		r, err := document.Verify(text, keys)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := tellDocument(name, r, out); err != nil {
			return err
		}
		isProved = isProved && r.IsProved()
	}
	if !isProved {
		return errDocumentNotProved
	}
	return nil
}

// tellDocument says first what was seen, then what is wrong, then the verdict.
func tellDocument(name string, r document.Report, out io.Writer) error {
	var b strings.Builder
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(&b, format+"\n", args...) }
	say("%s: document %s of %s, %d parts, signed with key %s.", name, r.Document, r.Made, r.Parts, r.Key)
	if r.LeftOut > 0 {
		say("%d parts are left out; where they stood can be seen.", r.LeftOut)
	}
	if !r.Pinned {
		say("The key comes from the document itself. Whoever made the document could have made it: give the right one with --key.")
	}
	for _, f := range r.Findings {
		say("WRONG  %s", f)
	}
	if r.IsProved() {
		say("Proved: nothing was changed, added, moved or removed without a sign.")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func documentRedact(args []string, out io.Writer) error {
	s := flag.NewFlagSet("samplan document redact", flag.ContinueOnError)
	list := s.String("leave-out", "", "numbers of the parts to leave out, as 4,7; without it the parts are listed")
	path := s.String("out", "", "file for the copy, which is HTML; it must not be there yet")
	files, err := parseAll(s, args, out)
	if err != nil {
		return err
	}
	if len(files) != 1 || (*list == "") != (*path == "") {
		return errors.New("name one document, and either both of --leave-out and --out or none (samplan document redact -h tells the flags)")
	}
	text, err := os.ReadFile(files[0]) //nolint:gosec // G304: the operator names the file
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	if *list == "" {
		lines, err := document.Outline(text)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(out, strings.Join(lines, "\n"))
		return err
	}
	numbers, err := numbersIn(*list)
	if err != nil {
		return err
	}
	if text, err = document.Redact(text, numbers); err != nil {
		return err
	}
	return writeNew(*path, text)
}

func numbersIn(list string) ([]int, error) {
	var all []int
	for text := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil {
			return nil, fmt.Errorf("--leave-out: %q is no number", text)
		}
		all = append(all, n)
	}
	return all, nil
}
