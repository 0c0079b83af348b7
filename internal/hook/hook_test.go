package hook

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestOnlyThePublicInternetIsCalled(t *testing.T) {
	t.Parallel()
	for _, ip := range []string{"8.8.8.8", "193.10.10.10", "2001:4860:4860::8888", "2a00:1450::1"} {
		if !isPublic(netip.MustParseAddr(ip)) {
			t.Errorf("%s is refused", ip)
		}
	}
	for _, ip := range []string{
		"127.0.0.1", "127.255.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200",
		"192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255", "192.88.99.1", "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1",
		"::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "100::1", "fe80::1%eth0",
	} {
		address := net.JoinHostPort(ip, "443")
		if err := check(address, false); err == nil {
			t.Errorf("%s is called", ip)
		}
	}
	if check("8.8.8.8:443", false) != nil || check("8.8.8.8:22", false) == nil || check("8.8.8.8:443", true) != nil || check("8.8.8.8:80", true) == nil {
		t.Error("ports other than 443 are called, or 443 is not")
	}
	if check("127.0.0.1:8080", true) != nil || check("10.0.0.1:443", true) == nil || check("a", true) == nil {
		t.Error("development calls more than this machine")
	}
}

// TestNamesThatLeadHome: a name is as good as what it leads to when it is called; the server behind is never reached.
func TestNamesThatLeadHome(t *testing.T) {
	t.Parallel()
	var calls atomic.Int32
	home := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { calls.Add(1) }))
	t.Cleanup(home.Close)
	for _, address := range []string{home.URL, "https://localhost/", "https://localhost:" + home.URL[strings.LastIndex(home.URL, ":")+1:], "http://169.254.169.254/latest/meta-data/"} {
		if r := New(Options{}).Send(t.Context(), address, nil, nil); r.Failure != "refused-address" || r.Outcome() != "refused-address" {
			t.Errorf("%s: %+v", address, r)
		}
	}
	if calls.Load() != 0 {
		t.Error("this machine was called")
	}
}

// receivers are slow, huge, redirecting, busy and broken ones.
func receivers(followed *bool) *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost || r.Header.Get("Webhook-Id") != "a" || r.Header.Get("Authorization") != "" {
			w.WriteHeader(http.StatusTeapot)
		}
	})
	mux.HandleFunc("/redirect", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/followed", http.StatusTemporaryRedirect)
	})
	mux.HandleFunc("/metadata", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusPermanentRedirect)
	})
	mux.HandleFunc("/followed", func(http.ResponseWriter, *http.Request) { *followed = true })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	mux.HandleFunc("/huge", func(w http.ResponseWriter, _ *http.Request) {
		for range 1 << 14 {
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/headers", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", strings.Repeat("x", 1<<20)) })
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	return mux
}

func TestReceiversOfEveryKind(t *testing.T) {
	t.Parallel()
	followed := false
	mux := receivers(&followed)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	s := New(Options{IsLocal: true, Time: 300 * time.Millisecond})
	for path, want := range map[string]string{
		"/good": "200", "/redirect": "307", "/metadata": "308", "/busy": "429", "/huge": "200", "/headers": "unreachable", "/slow": "timeout", "/nothing": "404",
	} {
		began := time.Now()
		r := s.Send(t.Context(), server.URL+path, http.Header{"Webhook-Id": {"a"}}, []byte("{}"))
		if r.Outcome() != want || time.Since(began) > 3*time.Second {
			t.Errorf("%s: %+v after %s", path, r, time.Since(began))
		}
		if path == "/busy" && r.RetryAfter != 2*time.Minute {
			t.Errorf("asked to wait for %s", r.RetryAfter)
		}
	}
	if followed {
		t.Error("a redirect is followed")
	}
	encrypted := httptest.NewTLSServer(mux)
	t.Cleanup(encrypted.Close)
	for address, want := range map[string]string{encrypted.URL + "/good": "certificate", "http://127.0.0.1:1/": "unreachable", "http://%zz": "refused-address"} {
		if r := s.Send(context.WithoutCancel(t.Context()), address, nil, nil); r.Outcome() != want {
			t.Errorf("%s: %+v", address, r)
		}
	}
}

// TestNoProxyIsAsked, whatever the environment says.
func TestNoProxyIsAsked(t *testing.T) {
	var calls atomic.Int32
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { calls.Add(1) }))
	t.Cleanup(proxy.Close)
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("HTTPS_PROXY", proxy.URL)
	New(Options{IsLocal: true}).Send(t.Context(), "http://169.254.169.254/", nil, nil)
	if calls.Load() != 0 {
		t.Error("a proxy was asked")
	}
}
