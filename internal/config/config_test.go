package config_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"samplan/internal/config"
)

const (
	databaseURL = "postgres://samplan_app:hemligt@db.example/samplan"
	sealerURL   = "postgres://samplan_sealer:hemligt@db.example/samplan"
	issuers     = `{"issuers":[
		{"url":"https://idp.example","kind":"staff","audience":"samplan","requiredAcr":["loa3"],"subjectClaim":"employeeId"},
		{"url":"http://127.0.0.1:9000/citizen","kind":"citizen","audience":"samplan","requiredAcr":["loa3"],
		 "identifierClaims":{"pnr":"personnummer"},"algorithms":["ES256"]}]}`
)

// usable gives an environment that loads; changes replace or, with an empty value, remove variables.
func usable(t *testing.T, changes ...string) []string {
	t.Helper()
	all := map[string]string{
		"PATH": "/bin", "SAMPLAN_DATABASE_URL": databaseURL, "SAMPLAN_BASE_URL": "https://api.samplan.example",
		"SAMPLAN_ISSUERS_FILE": file(t, issuers), "SAMPLAN_LOG_DATABASE_URL": sealerURL, "SAMPLAN_LOG_KEY_FILE": file(t, key(t)),
		"SAMPLAN_DOCUMENT_KEY_FILE": file(t, key(t)),
	}
	for _, c := range changes {
		name, value, _ := strings.Cut(c, "=")
		all[name] = value
		if value == "" {
			delete(all, name)
		}
	}
	var environ []string
	for name, value := range all {
		environ = append(environ, name+"="+value)
	}
	return environ
}

func file(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestDefaultsAreSafe(t *testing.T) {
	t.Parallel()
	c, err := config.Load(usable(t))
	if err != nil {
		t.Fatal(err)
	}
	want := config.Limits{
		Connections: 16, InFlight: 48, Rate: 50, Burst: 100, BodyBytes: 1 << 20, RowsBytes: 8 << 20, Work: 5 * time.Second,
		Shutdown: 20 * time.Second, TokenLife: 15 * time.Minute, TokenCache: time.Minute,
	}
	if c.Listen != "127.0.0.1:8080" || c.Limits != want || c.DatabaseURL.Reveal() != databaseURL || len(c.Issuers) != 2 {
		t.Errorf("got %+v", c)
	}
	if c.Issuers[1].IdentifierClaims["pnr"] != "personnummer" || c.Issuers[0].SubjectClaim != "employeeId" {
		t.Errorf("got issuers %+v", c.Issuers)
	}
	if err := c.Validate(); err != nil {
		t.Errorf("what loads must validate: %v", err)
	}
	if (config.Config{}).Validate() == nil {
		t.Error("the zero value must not validate")
	}
}

func TestWhatIsSet(t *testing.T) {
	t.Parallel()
	c, err := config.Load(usable(t, "SAMPLAN_DATABASE_URL=", "SAMPLAN_DATABASE_URL_FILE="+file(t, databaseURL+"\n"), "SAMPLAN_LISTEN=:443",
		"SAMPLAN_BASE_URL=http://localhost:8080", "SAMPLAN_LIMIT_CONNECTIONS=4", "SAMPLAN_LIMIT_RATE=0.5", "SAMPLAN_LIMIT_WORK=0s",
		"SAMPLAN_LIMIT_TOKEN_CACHE_FOR=10s", "SAMPLAN_WORLDS_FOR=30s", "SAMPLAN_WORLDS_SEED=7"))
	if err != nil {
		t.Fatal(err)
	}
	l := c.Limits
	if c.DatabaseURL.Reveal() != databaseURL || c.Listen != ":443" || l.Connections != 4 || l.InFlight != 12 || l.Rate != 0.5 ||
		l.Work != 5*time.Second || l.TokenCache != 10*time.Second {
		t.Errorf("got %+v", c)
	}
}

func TestWhatIsRefused(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]string{
		"SAMPLAN_DATABASE_URL=":                         "SAMPLAN_DATABASE_URL or SAMPLAN_DATABASE_URL_FILE: missing",
		"SAMPLAN_DATABASE_URL=mysql://root:hemligt@x/y": "SAMPLAN_DATABASE_URL: must look like",
		"SAMPLAN_DATABASE_URL=postgres://hemligt@x":     "SAMPLAN_DATABASE_URL: must look like",
		"SAMPLAN_DATABASE_URL=postgres://a:hemligt%zz@": "SAMPLAN_DATABASE_URL: must look like",
		"SAMPLAN_DATABASE_URL_FILE=" + os.DevNull:       "give one of them",
		"SAMPLAN_BASE_URL=":                             "SAMPLAN_BASE_URL: must be https",
		"SAMPLAN_BASE_URL=http://api.samplan.example":   "SAMPLAN_BASE_URL: must be https",
		"SAMPLAN_BASE_URL=http://127.0.0.1.example.se":  "SAMPLAN_BASE_URL: must be https",
		"SAMPLAN_BASE_URL=https://api.example/v1":       "SAMPLAN_BASE_URL: must be https",
		"SAMPLAN_BASE_URL=https://api.example?x":        "SAMPLAN_BASE_URL: must be https",
		"SAMPLAN_BASE_URL=https://u:hemligt@x.example":  "SAMPLAN_BASE_URL: must be https",
		"SAMPLAN_LISTEN=8080":                           "SAMPLAN_LISTEN: must look like",
		"SAMPLAN_LISTEN=127.0.0.1:99999":                "SAMPLAN_LISTEN: must look like",
		"SAMPLAN_ISSUERS_FILE=":                         "SAMPLAN_ISSUERS_FILE: missing",
		"SAMPLAN_ISSUERS_FILE=/nowhere/at/all":          "SAMPLAN_ISSUERS_FILE: read file",
		"SAMPLAN_LIMIT_RATE=hemligt":                    "SAMPLAN_LIMIT_RATE is not a number",
		"SAMPLAN_LIMIT_RATE=NaN":                        "SAMPLAN_LIMIT_RATE: must not be negative",
		"SAMPLAN_LIMIT_RATE=+Inf":                       "SAMPLAN_LIMIT_RATE: must not be negative or without bounds",
		"SAMPLAN_LIMIT_IN_FLIGHT=-1":                    "SAMPLAN_LIMIT_IN_FLIGHT: must not be negative",
		"SAMPLAN_LIMIT_IN_FLIGHT=hemligt":               "SAMPLAN_LIMIT_IN_FLIGHT is not a whole number",
		"SAMPLAN_LIMIT_WORK=hemligt":                    "SAMPLAN_LIMIT_WORK is not a time",
		"SAMPLAN_LIMIT_TOKEN_CACHE_FOR=1h":              "SAMPLAN_LIMIT_TOKEN_CACHE_FOR: at most 1m0s",
		"SAMPLAN_LISTENN=hemligt":                       "SAMPLAN_LISTENN: no such setting",
		"SAMPLAN_DATABASE_PASSWORD=hemligt":             "SAMPLAN_DATABASE_PASSWORD: no such setting",
	} {
		t.Run(change, func(t *testing.T) {
			t.Parallel()
			_, err := config.Load(usable(t, change))
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("want %q, got %v", want, err)
			}
			if err != nil && strings.Contains(err.Error(), "hemligt") {
				t.Errorf("the error tells the value: %v", err)
			}
		})
	}
}

func TestAnEmptySecretFileIsNone(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "\n"} {
		_, err := config.Load(usable(t, "SAMPLAN_DATABASE_URL=", "SAMPLAN_DATABASE_URL_FILE="+file(t, text)))
		if err == nil || !strings.Contains(err.Error(), "SAMPLAN_DATABASE_URL_FILE: missing") {
			t.Errorf("%q: got %v", text, err)
		}
	}
}

func TestIssuersAreRefused(t *testing.T) {
	t.Parallel()
	good := map[string]any{"url": "https://idp.example", "kind": "citizen", "audience": "samplan", "requiredAcr": []string{"loa3"}, "identifierClaims": map[string]string{"pnr": "personnummer"}}
	for name, c := range map[string]struct {
		field string
		value any
		want  string
	}{
		"plain http":              {"url", "http://idp.example", "url must be https"},
		"no url":                  {"url", nil, "url must be https"},
		"url with query":          {"url", "https://idp.example?x=1", "url must be https"},
		"another kind":            {"kind", "system", "kind must be staff or citizen"},
		"no audience":             {"audience", nil, "audience is missing"},
		"no level":                {"requiredAcr", nil, "requiredAcr must name"},
		"an empty level":          {"requiredAcr", []string{""}, "requiredAcr must name"},
		"no number":               {"identifierClaims", nil, "identifierClaims must say"},
		"another number":          {"identifierClaims", map[string]string{"x": "passport"}, "identifierClaims must lead"},
		"staff with a number":     {"kind", "staff", "identifierClaims are for citizens"},
		"citizen with a subject":  {"subjectClaim", "sub", "subjectClaim is for staff"},
		"no signature":            {"algorithms", []string{"none"}, "algorithms must be among"},
		"shared-secret signature": {"algorithms", []string{"RS256", "HS256"}, "algorithms must be among"},
		"misspelt field":          {"requiredACRs", []string{"loa3"}, "unknown field"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			one := map[string]any{}
			for k, v := range good {
				one[k] = v
			}
			one[c.field] = c.value
			text, err := json.Marshal(map[string]any{"issuers": []any{one}})
			if err != nil {
				t.Fatal(err)
			}
			_, err = config.Load(usable(t, "SAMPLAN_ISSUERS_FILE="+file(t, string(text))))
			if err == nil || !strings.Contains(err.Error(), "SAMPLAN_ISSUERS_FILE: ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("want %q, got %v", c.want, err)
			}
		})
	}
	for text, want := range map[string]string{
		"": "empty", "{": "read JSON", `{"issuers":[]}`: "lists no issuer", `{}`: "lists no issuer", issuers + "x": "more after the end",
		strings.Replace(issuers, "http://127.0.0.1:9000/citizen", "https://idp.example", 1): "listed twice",
	} {
		if _, err := config.Load(usable(t, "SAMPLAN_ISSUERS_FILE="+file(t, text))); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestEverythingWrongIsToldAtOnce(t *testing.T) {
	t.Parallel()
	_, err := config.Load([]string{"SAMPLAN_LISTEN=x", "SAMPLAN_LIMIT_BURST=x", "SAMPLAN_LIMIT_WORK=x", "SAMPLAN_TYPO=x"})
	if err == nil {
		t.Fatal("want an error")
	}
	for _, name := range []string{"DATABASE_URL", "LISTEN", "BASE_URL", "ISSUERS_FILE", "LIMIT_BURST", "LIMIT_WORK", "TYPO"} {
		if !strings.Contains(err.Error(), "SAMPLAN_"+name) {
			t.Errorf("%s is not told: %v", name, err)
		}
	}
}

func TestSecretsStayHidden(t *testing.T) {
	t.Parallel()
	c, err := config.Load(usable(t))
	if err != nil {
		t.Fatal(err)
	}
	hidden := struct{ inner config.Config }{c}
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		_, _ = fmt.Fprintf(&out, verb+verb+verb, c, c.DatabaseURL, hidden)
	}
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	out.Write(text)
	slog.New(slog.NewJSONHandler(&out, nil)).Info("config", "config", c, "url", c.DatabaseURL, "hidden", hidden)
	for _, leak := range []string{"hemligt", fmt.Sprintf("%x", "hemligt")} {
		if strings.Contains(out.String(), leak) {
			t.Errorf("the secret is printed: %s", &out)
		}
	}
	if (config.Secret{}).Reveal() != "" || c.DatabaseURL.String() != "[masked]" {
		t.Error("no secret reveals nothing, a secret prints as a mask")
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	names := config.Names()
	for _, want := range []string{"SAMPLAN_DATABASE_URL", "SAMPLAN_DATABASE_URL_FILE", "SAMPLAN_LIMIT_TOKEN_LIFE"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not among %v", want, names)
		}
	}
	if slices.Contains(names, "SAMPLAN_-") {
		t.Error("issuers come from their file alone")
	}
}
