package attachment_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"samplan/internal/attachment"
)

const id = "01995c3e-7a10-7c41-9a52-3f0b6d1e0e01"

func keys(t *testing.T, all ...attachment.Key) attachment.Keys {
	t.Helper()
	text, err := attachment.WriteKeys(all...)
	if err != nil {
		t.Fatal(err)
	}
	k, err := attachment.ReadKeys(text)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func vault(t *testing.T) *attachment.Vault {
	t.Helper()
	return &attachment.Vault{Keys: keys(t, attachment.NewKey("one")), Most: 1 << 20, Folder: t.TempDir()}
}

// leftovers fails when a file on its way was left behind.
func leftovers(t *testing.T, v *attachment.Vault) {
	t.Helper()
	if left, err := os.ReadDir(v.Folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestAFileComesOutAsItWentIn(t *testing.T) {
	t.Parallel()
	v := vault(t)
	for _, size := range []int{1, 511, 512, 513, 64 << 10, 64<<10 + 1, 1 << 20} {
		file := strings.Repeat("a", size)
		s, err := v.Receive(t.Context(), strings.NewReader(file), id)
		if err != nil {
			t.Fatal(size, err)
		}
		sealed, _ := os.ReadFile(s.Name())
		if size > 20 && bytes.Contains(sealed, []byte(file[:20])) {
			t.Error("it lies open on the disk")
		}
		r, err := v.Open(s, id)
		if err != nil {
			t.Fatal(size, err)
		}
		got, err := io.ReadAll(r)
		if err != nil || string(got) != file || s.Size != int64(size) {
			t.Errorf("%d bytes: %d came back, it says %d, %v", size, len(got), s.Size, err)
		}
		if r, err := v.Open(s, "another"); err == nil {
			if _, err = io.ReadAll(r); err == nil {
				t.Error("it opens as another's")
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	leftovers(t, v)
}

func TestKeysChange(t *testing.T) {
	t.Parallel()
	old, fresh := attachment.NewKey("old"), attachment.NewKey("new")
	v := &attachment.Vault{Keys: keys(t, old), Most: 1 << 20, Folder: t.TempDir()}
	s, err := v.Receive(t.Context(), strings.NewReader("hej"), id)
	if err != nil || s.Key != "old" {
		t.Fatal(s, err)
	}
	defer func() { _ = s.Close() }()
	v.Keys = keys(t, fresh, old)
	r, err := v.Open(s, id)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || string(got) != "hej" || v.Keys.InUse() != "new" {
		t.Errorf("%q, %v", got, err)
	}
	v.Keys = keys(t, fresh)
	if _, err := v.Open(s, id); err == nil {
		t.Error("opens without its key")
	}
	for _, text := range []string{"", "{}", `{"keys":[]}`, `{"keys":[{"id":"a","key":"AAAA"}]}`, `{"keys":[{"id":"","key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}`} {
		if _, err := attachment.ReadKeys([]byte(text)); err == nil {
			t.Errorf("%s is taken for keys", text)
		}
	}
}

const odt = "application/vnd.oasis.opendocument.text"

func TestTypesAreWhatTheySay(t *testing.T) {
	t.Parallel()
	v := vault(t)
	docx := "PK\x03\x04" + strings.Repeat("\x00", 26) + "[Content_Types].xml" + strings.Repeat("\x00", 40)
	for _, c := range []struct {
		file, is string
		want     error
	}{
		{"%PDF-1.7\n%", "application/pdf", nil},
		{"\x89PNG\r\n\x1a\n", "image/png", nil},
		{"\xff\xd8\xff\xe0", "image/jpeg", nil},
		{"Hej på dig\r\n", "text/plain", nil},
		{docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", nil},
		{"PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetype" + odt, odt, nil},
		{"PK\x03\x04", "", attachment.ErrType},
		{"<html><script>", "", attachment.ErrType},
		{"MZ\x90\x00", "", attachment.ErrType},
		{"\xff\xfe\xfd\xfc\xfb", "", attachment.ErrType},
		{"<svg xmlns=", "", attachment.ErrType},
		{"<html>", "", attachment.ErrType},
		{"", "", attachment.ErrType},
		{strings.Repeat("a", 1<<20+1), "text/plain", attachment.ErrTooLarge},
	} {
		s, err := v.Receive(t.Context(), strings.NewReader(c.file), id)
		if !errors.Is(err, c.want) {
			t.Errorf("%.20q as %s: %v", c.file, c.is, err)
		}
		if err == nil {
			if s.MediaType != c.is {
				t.Errorf("%.20q is taken for %s", c.file, s.MediaType)
			}
			_ = s.Close()
		}
	}
	cut := io.MultiReader(strings.NewReader("hej"), broken{})
	if _, err := v.Receive(t.Context(), cut, id); !errors.Is(err, attachment.ErrCut) {
		t.Errorf("cut: %v", err)
	}
	leftovers(t, v)
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("gone") }

func TestCleanName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Utlåtande.PDF": "Utlåtande.pdf", "../../etc/passwd": "passwd.pdf", `C:\skrivbord\plan.pdf`: "plan.pdf", "a\r\nSet-Cookie: x": "aSet-Cookie x.pdf",
		"\u202efdp.exe": "fdp.exe.pdf", ".dold": "dold.pdf", "": "bilaga.pdf", "...": "bilaga.pdf", "x.pdf.pdf": "x.pdf.pdf", "<b>.pdf": "b.pdf",
		strings.Repeat("å", 500): strings.Repeat("å", 150) + ".pdf",
	} {
		if got := attachment.CleanName(name, "application/pdf"); got != want {
			t.Errorf("%q: want %q, got %q", name, want, got)
		}
	}
	if got, want := attachment.Disposition("Ut \"låt%.pdf"), `attachment; filename="Ut _l_t_.pdf"; filename*=UTF-8''Ut%20%22l%C3%A5t%25.pdf`; got != want {
		t.Errorf("got %s", got)
	}
}

// clamd speaks the protocol: it finds "virus", says what it is told to, or hangs up.
func clamd(t *testing.T, says string) *attachment.Scanner {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go answer(c, says)
		}
	}()
	return &attachment.Scanner{Address: l.Addr().String(), Time: 5 * time.Second}
}

func answer(c net.Conn, says string) {
	defer func() { _ = c.Close() }()
	command := make([]byte, len("zINSTREAM\x00"))
	if _, err := io.ReadFull(c, command); err != nil || string(command) != "zINSTREAM\x00" {
		return
	}
	var file bytes.Buffer
	for {
		var n uint32
		if binary.Read(c, binary.BigEndian, &n) != nil {
			return
		}
		if n == 0 {
			break
		}
		if _, err := io.CopyN(&file, c, int64(n)); err != nil {
			return
		}
	}
	switch {
	case says != "":
		_, _ = c.Write([]byte(says + "\x00"))
	case strings.Contains(file.String(), "virus"):
		_, _ = c.Write([]byte("stream: Test.Signature FOUND\x00"))
	default:
		_, _ = c.Write([]byte("stream: OK\x00"))
	}
}

func TestScanning(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		file, says string
		want       error
		isRefused  bool
	}{
		{"en ren fil", "", nil, false},
		{strings.Repeat("a", 300<<10), "", nil, false},
		{strings.Repeat("a", 300<<10) + "virus", "", attachment.ErrInfected, true},
		{"hej", "INSTREAM size limit exceeded. ERROR", nil, true},
		{"hej", "stream: OK maybe", nil, true},
		{"hej", " ", nil, true},
	} {
		v := vault(t)
		v.Scanner = clamd(t, c.says)
		s, err := v.Receive(t.Context(), strings.NewReader(c.file), id)
		if (err != nil) != c.isRefused || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%.10q, %q: %v", c.file, c.says, err)
		}
		if err == nil {
			_ = s.Close()
		}
		leftovers(t, v)
	}
	v := vault(t)
	v.Scanner = &attachment.Scanner{Address: "127.0.0.1:1", Time: time.Second}
	if _, err := v.Receive(t.Context(), strings.NewReader("hej"), id); err == nil {
		t.Error("taken in without its scanner")
	}
	leftovers(t, v)
}
