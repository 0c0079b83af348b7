package sheet_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samplan/internal/fault"
	"samplan/internal/sheet"
)

var (
	columns = sheet.Columns{{Name: "name", Aliases: []string{"enhetsnamn"}}, {Name: "hsaId"}, {Name: "code"}}
	limits  = sheet.Limits{Rows: 3, Cell: 20}
	utf8    = sheet.Encodings.Must("utf-8")
	ansi    = sheet.Encodings.Must("windows-1252")
)

type cells = map[string]string

func TestReadCSV(t *testing.T) {
	t.Parallel()
	one := sheet.Table{Rows: []sheet.Row{{Number: 2, Cells: cells{"name": "Förskolan Ö", "code": "0980"}}}}
	for name, file := range map[string]string{
		"commas":              "name,code\nFörskolan Ö,0980\n",
		"semicolons, CRLF":    "name;code\r\nFörskolan Ö;0980\r\n",
		"tabs, no last break": "name\tcode\nFörskolan Ö\t0980",
		"byte order mark":     "\ufeffname;code\nFörskolan Ö;0980\n",
		"another order":       "code;name\n0980;Förskolan Ö\n",
		"another case":        "CODE;Enhetsnamn\n0980;Förskolan Ö\n",
		"quotes":              "\"name\";\"code\"\n\"Förskolan Ö\";\"0980\"\n",
		"decomposed letters":  "name;code\nFo\u0308rskolan O\u0308;0980\n",
		"an empty column":     "name;hsaId;code\nFörskolan Ö;;0980\n",
	} {
		got, err := sheet.Read([]byte(file), sheet.CSV, utf8, columns, limits)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if d := cmp.Diff(one, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	got, err := sheet.Read([]byte("name;code\nF\xf6rskolan \xd6;0980\n"), sheet.CSV, ansi, columns, limits)
	if d := cmp.Diff(one, got); d != "" || err != nil {
		t.Errorf("Windows-1252: %v %s", err, d)
	}
}

func TestReadJSONLines(t *testing.T) {
	t.Parallel()
	file := "\ufeff{\"name\":\"a\",\"code\":null}\r\n\n{\"other\":{\"x\":[1]},\"HSAID\":\"b\"}"
	got, err := sheet.Read([]byte(file), sheet.JSONLines, utf8, columns, limits)
	want := sheet.Table{Rows: []sheet.Row{{Number: 1, Cells: cells{"name": "a"}}, {Number: 3, Cells: cells{"hsaId": "b"}}}, Unknown: []int{1}}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("%v %s", err, d)
	}
}

// TestRowsAtFault: the row is told, with its column and rule; the others are read.
func TestRowsAtFault(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		format       sheet.Format
		file         string
		column, rule string
	}{
		{sheet.CSV, "name;code\na;b\x00\n", "code", "control-character"},
		{sheet.CSV, "name;code\n\u202ea;b\n", "name", "text-direction"},
		{sheet.CSV, "name;code\na\ufffd;b\n", "name", "unreadable"},
		{sheet.CSV, "name;code\n" + strings.Repeat("å", 21) + ";b\n", "name", "too-long"},
		{sheet.CSV, "name;code\na\n", "", "number-of-cells"},
		{sheet.CSV, "name;code\na;b;c\n", "", "number-of-cells"},
		{sheet.JSONLines, `{"code":0980}`, "code", "not-a-text"},
		{sheet.JSONLines, `{"code":980}`, "code", "not-a-text"},
		{sheet.JSONLines, `{"code":{"a":"b"}}`, "code", "not-a-text"},
		{sheet.JSONLines, `{"code":"a","CODE":"b"}`, "code", "duplicate-name"},
		{sheet.JSONLines, `{"code":"\ud800"}`, "code", "unreadable"},
		{sheet.JSONLines, `{"code":"\u0000"}`, "code", "control-character"},
		{sheet.JSONLines, `{"code":"a"}{}`, "", "json"},
		{sheet.JSONLines, `["code"]`, "", "json"},
		{sheet.JSONLines, `{"code":"a"`, "", "json"},
		{sheet.JSONLines, strings.Repeat("[", 20000), "", "json"},
		{sheet.JSONLines, `{"code":` + strings.Repeat("[", 20000), "", "json"},
	} {
		got, err := sheet.Read([]byte(c.file), c.format, utf8, columns, limits)
		if err != nil || len(got.Rows) != 1 || got.Rows[0].Column != c.column || got.Rows[0].Rule != c.rule || got.Rows[0].Cells != nil {
			t.Errorf("%.40q: got %+v, %v", c.file, got.Rows, err)
		}
	}
}

// TestFilesAtFault: nothing is known of their rows.
func TestFilesAtFault(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		encoding      sheet.Encoding
		file          string
		pointer, rule string
	}{
		{utf8, "", "", "empty"},
		{utf8, "\ufeff", "", "empty"},
		{utf8, "name;code\n", "", "empty"},
		{utf8, "name;code\nF\xf6rskolan;1\n", "", "utf-8"},
		{utf8, "name\n\xc0\xaf\n", "", "utf-8"},
		{ansi, "name\n\x81\n", "", "windows-1252"},
		{ansi, "\ufeffname\na\n", "", "windows-1252"},
		{utf8, "PK\x03\x04name\na\n", "", "not-text"},
		{ansi, "\x1f\x8bname\na\n", "", "not-text"},
		{utf8, "\xff\xfen\x00a\x00", "", "not-text"},
		{utf8, "a\nb\n", "/rows/1", "header"},
		{utf8, "name;Enhetsnamn\na;b\n", "/rows/1", "column-twice"},
		{utf8, strings.Repeat("name;", 101), "/rows/1", "too-many-columns"},
		{utf8, "name\n\"a\n", "/rows/2", "quote"},
		{utf8, "name\na\"b\n", "/rows/2", "quote"},
		{utf8, "\"name\na\n", "/rows/1", "quote"},
		{utf8, "name\na\nb\nc\nd\n", "/rows/5", "too-many-rows"},
		{utf8, "name\n" + strings.Repeat("a\n", 1_000_000), "/rows/5", "too-many-rows"},
	} {
		got, err := sheet.Read([]byte(c.file), sheet.CSV, c.encoding, columns, limits)
		f := fault.Of(err)
		if f.Code != fault.CodeUnusableFile || f.Fields[0] != (fault.Field{Pointer: c.pointer, Code: c.rule}) {
			t.Errorf("%.40q: got %v, %+v", c.file, f.Fields, got)
		}
	}
}

// TestNothingRuns: no cell of what is written begins as a formula does.
func TestNothingRuns(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+46": "'+46", "-": "'-", "@sum": "'@sum", "\t=1": "'\t=1", "\r": "'\r", "'=1": "''=1", " =1": "' =1", "＝1": "'＝1", "\u00a0=1": "'\u00a0=1",
		"": "", "a=1": "a=1", "'t Hooft": "'t Hooft", "1-2": "1-2", "'": "'",
	} {
		if got := sheet.Harmless(cell); got != want || sheet.Meant(got) != cell {
			t.Errorf("%q: got %q, back %q", cell, got, sheet.Meant(got))
		}
	}
}

// TestRoundTrip: whatever is written is read as it was, and no cell of the file runs.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	names := []string{"name", "hsaId", "code"}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[=+\-@\t' ;,"\n＝aåö0-9]{0,8}`)
		rows := rapid.SliceOfN(rapid.SliceOfN(word, 3, 3), 1, 3).Draw(t, "rows")
		w := sheet.Writer{Separator: rapid.SampledFrom([]rune{0, ';', ',', '\t'}).Draw(t, "separator"), WithMark: rapid.Bool().Draw(t, "mark")}
		format := rapid.SampledFrom(sheet.Formats.Values()).Draw(t, "format")
		var file bytes.Buffer
		if err := w.Write(&file, format, names, rows); err != nil {
			t.Fatal(err)
		}
		got, err := sheet.Read(file.Bytes(), format, utf8, columns, limits)
		if err != nil {
			t.Fatalf("%q: %v", file.String(), err)
		}
		for n, row := range rows {
			for at, name := range names {
				if cell := got.Rows[n].Cells[name]; cell != row[at] || got.Rows[n].Rule != "" {
					t.Fatalf("%q: %s of row %d is %q, want %q", file.String(), name, n, cell, row[at])
				}
			}
		}
	})
}

// TestReadNeverPanics: any bytes are a file or a fault of one.
func TestReadNeverPanics(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		file := rapid.SliceOfN(rapid.Byte(), 0, 200).Draw(t, "file")
		if rapid.Bool().Draw(t, "with a header") {
			file = append([]byte("name;code\n"), file...)
		}
		for _, f := range sheet.Formats.Values() {
			for _, e := range sheet.Encodings.Values() {
				if _, err := sheet.Read(file, f, e, columns, limits); err != nil && !fault.Has(err, fault.CodeUnusableFile) {
					t.Fatalf("%q: %v", file, err)
				}
			}
		}
	})
}
