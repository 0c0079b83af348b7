//go:build e2e

package attachment_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samplan/internal/attachment"
)

// eicar is the text that every scanner finds, and nobody is harmed by. It stands in two parts, so that none finds this file.
var eicar = `X5O!P%@AP[4\PZX54(P^)7CC)7}$` + `EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`

// signatures find it, wherever it stands.
const signatures = "Samplan.Eicar:0:*:45494341522d5354414e444152442d414e544956495255532d544553542d46494c4521\n"

// TestE2EClamdFindsEicar starts a real clamd of its own, with a small file of signatures, and sends it files.
func TestE2EClamdFindsEicar(t *testing.T) {
	t.Parallel()
	v := vault(t)
	v.Scanner = &attachment.Scanner{Address: startClamd(t), Time: 20 * time.Second}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, name := range []string{"[Content_Types].xml", "word/document.xml"} {
		f, err := z.Create(name)
		if err == nil {
			_, err = f.Write([]byte(eicar))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file string
		want error
	}{
		"clean": {"Hej på dig", nil}, "clean and large": {strings.Repeat("a", 1<<20), nil},
		"eicar": {eicar, attachment.ErrInfected}, "eicar at the end": {strings.Repeat("a", 900<<10) + eicar, attachment.ErrInfected},
		"eicar in a document": {packed.String(), attachment.ErrInfected},
	} {
		s, err := v.Receive(t.Context(), strings.NewReader(c.file), id)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil {
			_ = s.Close()
		}
	}
	leftovers(t, v)
}

func startClamd(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "clamd-") // a socket's path must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	socket, conf := filepath.Join(dir, "s"), filepath.Join(dir, "clamd.conf")
	settings := fmt.Sprintf("Foreground yes\nLocalSocket %s\nDatabaseDirectory %s\nStreamMaxLength 25M\nLogFile %s\n", socket, dir, filepath.Join(dir, "log"))
	for name, text := range map[string]string{conf: settings, filepath.Join(dir, "own.ndb"): signatures} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := exec.CommandContext(t.Context(), "clamd", "--config-file="+conf)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = c.Process.Kill(), c.Wait() })
	for range 300 {
		if conn, err := net.Dial("unix", socket); err == nil {
			_ = conn.Close()
			return socket
		}
		time.Sleep(100 * time.Millisecond)
	}
	said, _ := os.ReadFile(filepath.Join(dir, "log"))
	t.Fatalf("clamd does not answer: %s", said)
	return ""
}
