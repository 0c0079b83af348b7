package httpapi

import (
	"strings"
	"testing"
)

func TestTraceOf(t *testing.T) {
	t.Parallel()
	const trace, span = "0af7651916cd43dd8448eb211c80319c", "00f067aa0ba902b7"
	good := "00-" + trace + "-" + span + "-01"
	for sent, want := range map[string]string{
		good:                               good,
		"cc-" + trace + "-" + span + "-01": good,
		"cc-" + trace + "-" + span + "-01-what-comes-later": good,
		"":                                 "",
		good + "-more":                     "",
		good + " ":                         "",
		"ff-" + trace + "-" + span + "-01": "",
		"00-" + strings.ToUpper(trace) + "-" + span + "-01": "",
		"00-" + noTrace + "-" + span + "-01":                "",
		"00-" + trace + "-" + noSpan + "-01":                "",
		"00-" + trace + "-" + span + "-0g":                  "",
		"00-" + trace + "_" + span + "-01":                  "",
		"00-" + trace + "-" + span:                          "",
		"cc-" + trace + "-" + span + "-01.later":            "",
	} {
		got := traceOf([]string{sent})
		if want == "" && (got == sent || !isTrace(got)) || want != "" && got != want {
			t.Errorf("%q gave %q, want %q", sent, got, want)
		}
	}
	if got := traceOf([]string{good, good}); got == good {
		t.Error("two headers are none")
	}
	if one, other := traceOf(nil), traceOf(nil); one == other {
		t.Error("new traces must differ")
	}
}
