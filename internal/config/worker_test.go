package config_test

import (
	"strings"
	"testing"

	"samplan/internal/config"
)

// forWork gives an environment that samplan worker can use, but for the changes.
func forWork(t *testing.T, changes ...string) []string {
	t.Helper()
	return usable(t, append([]string{
		"SAMPLAN_JOB_DATABASE_URL=postgres://samplan_worker:hemligt@db.example/samplan", "SAMPLAN_MAIL_HOST=mail.example",
		"SAMPLAN_MAIL_FROM=Samplan <no-reply@samplan.example>",
	}, changes...)...)
}

func TestWorkerNeedsTLSUnlessTheMailServerIsHere(t *testing.T) {
	t.Parallel()
	c, err := config.LoadWorker(forWork(t, "SAMPLAN_ISSUERS_FILE=", "SAMPLAN_LOG_KEY_FILE=", "SAMPLAN_BASE_URL="))
	if err != nil {
		t.Fatal(err)
	}
	if c.Mail.TLS != "starttls" || c.Mail.Port != 587 || c.Jobs.InServer {
		t.Errorf("got %+v %+v", c.Mail, c.Jobs)
	}
	for change, want := range map[string]string{
		"SAMPLAN_JOB_DATABASE_URL=":       "SAMPLAN_JOB_DATABASE_URL",
		"SAMPLAN_DATABASE_URL=":           "SAMPLAN_DATABASE_URL",
		"SAMPLAN_MAIL_HOST=":              "SAMPLAN_MAIL_HOST",
		"SAMPLAN_MAIL_HOST=a:25":          "SAMPLAN_MAIL_HOST",
		"SAMPLAN_MAIL_FROM=nobody":        "SAMPLAN_MAIL_FROM",
		"SAMPLAN_MAIL_TLS=none":           "this machine alone",
		"SAMPLAN_MAIL_TLS=maybe":          "SAMPLAN_MAIL_TLS",
		"SAMPLAN_MAIL_PORT=0x19":          "SAMPLAN_MAIL_PORT",
		"SAMPLAN_MAIL_USERNAME=a":         "SAMPLAN_MAIL_PASSWORD_FILE",
		"SAMPLAN_MAIL_CA_FILE=/none":      "SAMPLAN_MAIL_CA_FILE",
		"SAMPLAN_JOB_WORKERS=65":          "SAMPLAN_JOB_WORKERS",
		"SAMPLAN_MAIL_PASSWORD=hemligt":   "SAMPLAN_MAIL_PASSWORD: no such setting",
		"SAMPLAN_JOB_IN_SERVER=sometimes": "true or false",
	} {
		_, err := config.LoadWorker(forWork(t, change))
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "hemligt") {
			t.Errorf("%s: %v", change, err)
		}
	}
	if _, err := config.Load(usable(t, "SAMPLAN_JOB_IN_SERVER=true")); err == nil || !strings.Contains(err.Error(), "SAMPLAN_MAIL_HOST") {
		t.Errorf("a server that works on the queue needs a mail server: %v", err)
	}
	if _, err := config.LoadWorkerURL(forWork(t)); err != nil {
		t.Error(err)
	}
	if _, err := config.LoadWorkerURL(usable(t)); err == nil {
		t.Error("an operator without an address is let in")
	}
}
