package httpapi

import (
	"crypto/rand"
	"encoding/hex"
	"strings"
)

const (
	traceLength = 55 // version 00 of W3C Trace Context: 00-<32>-<16>-<2>
	noTrace     = "00000000000000000000000000000000"
	noSpan      = "0000000000000000"
)

// traceOf gives the trace that a request belongs to: the one it names, if it is well-formed, else a new one. Later
// versions than 00 may be longer; what they add is not ours to keep.
func traceOf(headers []string) string {
	if len(headers) != 1 {
		return newTrace()
	}
	h := headers[0]
	if len(h) > traceLength && h[traceLength] == '-' && !strings.HasPrefix(h, "00") {
		h = h[:traceLength]
	}
	if !isTrace(h) {
		return newTrace()
	}
	return "00" + h[2:]
}

func isTrace(h string) bool {
	if len(h) != traceLength || h[2] != '-' || h[35] != '-' || h[52] != '-' {
		return false
	}
	trace, span := h[3:35], h[36:52]
	return isHex(h[:2]) && h[:2] != "ff" && isHex(trace) && trace != noTrace && isHex(span) && span != noSpan && isHex(h[53:])
}

func isHex(s string) bool {
	for i := range len(s) {
		if (s[i] < '0' || s[i] > '9') && (s[i] < 'a' || s[i] > 'f') {
			return false
		}
	}
	return true
}

func newTrace() string {
	var b [24]byte
	_, _ = rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	return "00-" + hex.EncodeToString(b[:16]) + "-" + hex.EncodeToString(b[16:]) + "-00"
}
