// Package mail sends the one mail that Samplan has: there is something new. It names nobody, no unit, no plan and no child,
// reads the same for everybody, and has no link to follow, which keeps people used to mails that want nothing of them.
//
// Why go-mail: STARTTLS that cannot be stripped, authentication and MIME, well kept and without dependencies of its own that
// we do not have.
package mail
