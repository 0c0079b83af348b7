// Package county runs the demonstration county on this machine: a private Postgres, two loopback OpenID providers (one
// for staff, one for citizens), and the API, all living on one day. `samplan dev` is this and a few lines of greeting. It
// is not compiled into release builds.
package county
