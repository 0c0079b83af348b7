//go:build !release

package bench

import (
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"
)

func TestHold(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("HOLD"))
	if n == 0 {
		t.Skip()
	}
	dir, _ := os.MkdirTemp("", "hold-")
	os.Chmod(dir, 0o711)
	defer os.RemoveAll(dir)
	x, err := open(t.Context(), dir, n, os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	defer x.close()
	fmt.Println(x.server.URL("", database), x.product.url, x.product.issuer.URL())
	os.WriteFile("/tmp/bench/hold", []byte(x.server.URL("", database)+"\n"+x.product.issuer.URL()+"\n"), 0o644)
	for {
		if _, err := os.Stat("/tmp/bench/hold"); err != nil {
			return
		}
		time.Sleep(time.Second)
	}
}
