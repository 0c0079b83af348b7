package phrase

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

const rightToLeft = "rtl"

//go:embed languages
var files embed.FS

var known = must(load(files))

// texts are what a language's file holds, and what it has for staff besides.
type texts struct {
	Name       string             `json:"name"`
	Direction  string             `json:"direction"`
	Phrases    once[string]       `json:"phrases"`
	Codes      once[once[string]] `json:"codes"`
	isForStaff bool
	version    string // of its words: what was read
}

// languages are all that are known, by tag.
type languages struct {
	tags []string // sorted
	of   map[string]texts
}

// once is an object in which no name stands twice: of two translations one would be lost without a word.
type once[V any] map[string]V

// UnmarshalJSON reads it.
func (o *once[V]) UnmarshalJSON(text []byte) error {
	d := json.NewDecoder(bytes.NewReader(text))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return fmt.Errorf("an object is wanted: %w", err)
	}
	*o = once[V]{}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		key, _ := name.(string)
		if _, ok := (*o)[key]; ok {
			return fmt.Errorf("%s stands twice", key)
		}
		var v V
		if err := d.Decode(&v); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		(*o)[key] = v
	}
	return nil
}

// load reads the languages and checks each against Swedish.
func load(files fs.FS) (languages, error) {
	family, err := readAll(files, "languages/family")
	if err != nil {
		return languages{}, err
	}
	staff, err := readAll(files, "languages/staff")
	if err != nil {
		return languages{}, err
	}
	if err := check(family, staff); err != nil {
		return languages{}, err
	}
	for tag, s := range staff {
		l := family[tag]
		maps.Copy(l.Phrases, s.Phrases)
		l.isForStaff = true
		family[tag] = l
	}
	return languages{slices.Sorted(maps.Keys(family)), family}, nil
}

func readAll(files fs.FS, folder string) (map[string]texts, error) {
	names, err := fs.Glob(files, folder+"/*.json")
	if err != nil {
		return nil, err
	}
	all := map[string]texts{}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		t := texts{version: versionOf(text)}
		d := json.NewDecoder(bytes.NewReader(text))
		d.DisallowUnknownFields()
		if err := d.Decode(&t); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all[strings.TrimSuffix(path.Base(name), ".json")] = t
	}
	return all, nil
}

// versionOf names what a file holds.
func versionOf(text []byte) string {
	sum := sha256.Sum256(text)
	return base64.RawURLEncoding.EncodeToString(sum[:12])
}

func must(l languages, err error) languages {
	if err != nil {
		panic(err)
	}
	return l
}
