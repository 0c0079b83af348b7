//go:build !release

package bench

import (
	"os"
	"fmt"
	"testing"
	"strconv"
	"strings"
	"time"
	"syscall"
)

func TestHold(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("HOLD"))
	if n == 0 { t.Skip() }
	dir, _ := os.MkdirTemp("", "hold-"); os.Chmod(dir, 0o711)
	defer os.RemoveAll(dir)
	x, err := open(t.Context(), dir, n, os.Stderr)
	if err != nil { t.Fatal(err) }
	defer x.close()
	x.versions = newVersions(nil)
	os.WriteFile("/tmp/bench/hold", []byte(x.server.URL("", database)+"\n"+x.product.issuer.URL()+"\n"+dir+"\n"), 0o644)
	for { if _, err := os.Stat("/tmp/bench/hold"); err != nil { return }
		time.Sleep(200*time.Millisecond)
		text, err := os.ReadFile("/tmp/bench/cmd")
		if err != nil { continue }
		os.Remove("/tmp/bench/cmd")
		var name string; var conns int; var secs float64
		fmt.Sscan(strings.TrimSpace(string(text)), &name, &conns, &secs)
		p, f, err := x.targets()
		if err != nil { t.Fatal(err) }
		for _, k := range kinds { if k.name != name { continue }
			decks := make([]deck, conns)
			for i := range decks { decks[i] = k.deck(x, i) }
			for who, tg := range map[string]*target{"product": p, "floor": f} {
				var a, b syscall.Rusage
				pg := pgCPU(dir)
				syscall.Getrusage(0, &a)
				s, err := tg.drive(t.Context(), decks, time.Duration(secs*float64(time.Second)), 0)
				syscall.Getrusage(0, &b)
				own := float64(b.Utime.Nano()-a.Utime.Nano()+b.Stime.Nano()-a.Stime.Nano())/1e3/float64(len(s.times)+1)
				db := (pgCPU(dir)-pg)*1e4/float64(len(s.times)+1)
				fmt.Printf("%s %s: %.0f rps p50 %v p99 %v, own CPU %.0f, postgres %.0f us/req err %v\n", name, who, s.rps, s.percentile(50), s.percentile(99), own, db, err)
			}
		}
		os.WriteFile("/tmp/bench/done", nil, 0o644)
	}
}

func pgCPU(dir string) float64 {
	text, _ := os.ReadFile(dir+"/pg/postmaster.pid")
	master := strings.SplitN(string(text), "\n", 2)[0]
	all, _ := os.ReadDir("/proc")
	sum := 0.0
	for _, e := range all {
		st, err := os.ReadFile("/proc/"+e.Name()+"/stat")
		if err != nil { continue }
		i := strings.LastIndex(string(st), ")")
		f := strings.Fields(string(st)[i+1:])
		if len(f) > 14 && (f[1] == master || e.Name() == master) {
			u, _ := strconv.ParseFloat(f[11], 64); v, _ := strconv.ParseFloat(f[12], 64)
			sum += u+v
		}
	}
	return sum
}
