package postgres

import (
	"context"
	"strings"
	"testing"
)

func TestParseAddress(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, user, database, want string }{
		{"as it is", "postgres://bo:s3cret@db:5433/town", "", "", "postgres://bo:s3cret@db:5433/town"},
		{"another database", "postgres://bo:s3cret@db/town?sslmode=require", "", "x", "postgres://bo:s3cret@db/x?sslmode=require"},
		{"the same user", "postgresql://bo:s3cret@db/town", "bo", "", "postgresql://bo:s3cret@db/town"},
		{"another user never has the password", "postgres://bo:s3cret@db/town", "karin", "", "postgres://karin@db/town"},
		{"another user, password in the query", "postgres://db/town?user=bo&password=s3cret", "karin", "x", "postgres://karin@db/x"},
		{"user and database in the query", "postgres:///?host=/run&user=bo&dbname=town", "", "", "postgres://bo@/town?host=%2Frun"},
		{"a socket, another database", "postgres:///?host=/run&database=town", "", "x", "postgres:///x?host=%2Frun"},
	} {
		u, err := parseAddress(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := (&Server{address: u}).URL(c.user, c.database); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestGivenServerIsChecked(t *testing.T) {
	t.Parallel()
	s := start(t, setup(t), Options{Throwaway: true})
	do(t, s.URL("", ""), "CREATE ROLE builder LOGIN CREATEDB CREATEROLE", "CREATE ROLE karin LOGIN CREATEDB")
	given, err := fromURL(t.Context(), s.URL("builder", "postgres"))
	if err != nil {
		t.Fatal(err)
	}
	if given.IsPrivate() {
		t.Error("a given server is called private")
	}
	stop(t, given)
	if got := ask1(t, given.URL("karin", "postgres"), "SELECT current_user::text"); got != "karin" {
		t.Errorf("after Stop of a given server: got %q, want karin: it must live on", got)
	}
	for _, c := range []struct{ name, text, want string }{
		{"user without rights", s.URL("karin", "postgres"), "may not create roles"},
		{"nobody there", "postgres://bo:s3cret@/town?host=/nonexistent", "connect"},
		{"not a URL", "host=db password=s3cret", "must look like"},
		{"broken", "postgres://bo:s3cret@db:port/town", "must look like"},
		{"another scheme", "mysql://bo:s3cret@db/town", "must look like"},
	} {
		_, err := fromURL(context.Background(), c.text)
		switch {
		case err == nil:
			t.Errorf("%s: accepted", c.name)
		case !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), Variable):
			t.Errorf("%s: got %q, want %q and %s", c.name, err, c.want, Variable)
		case strings.Contains(err.Error(), "s3cret"):
			t.Errorf("%s: the error shows the password: %q", c.name, err)
		}
	}
}

// The only test that may not run beside others: it sets the environment.
func TestStartUsesTheServerOfTheEnvironment(t *testing.T) {
	s := start(t, setup(t), Options{Throwaway: true})
	t.Setenv(Variable, s.URL("", ""))
	given, err := Start(t.Context(), Options{Throwaway: true})
	if err != nil {
		t.Fatal(err)
	}
	if given.IsPrivate() || given.URL("", "") != s.URL("", "") {
		t.Errorf("Start gave %s, want %s", given.URL("", ""), s.URL("", ""))
	}
	t.Setenv(Variable, "")
	private, err := Start(t.Context(), Options{Throwaway: true})
	if err != nil {
		t.Fatal(err)
	}
	defer stop(t, private)
	if !private.IsPrivate() || private.URL("", "") == s.URL("", "") {
		t.Error("without the variable Start gave no server of its own")
	}
}
