// Package postgres gives `samplan dev` and every test a PostgreSQL (15 or newer) of their own, with nothing to prepare.
//
// Start takes, in this order: the server that SAMPLAN_DATABASE_URL names; server programs found on PATH or in the usual
// places; programs fetched once into the user's cache folder. A private server listens on a Unix socket in a folder that
// only its user may enter, and on no network address; that is why it may trust whoever reaches it. The socket serves on
// Windows as well (Windows 10 and later), so that roles without a password can sign in there too.
//
// Why so much about locks and orphans: a developer's machine kills, sleeps and restarts. The lock is held by an open
// file, so it goes with the process that held it; a server whose starter is gone is asked to stop; one that is still
// there all the same is found by the pid in its own data folder and stopped before the next start.
//
// Kept data is durable. Throw-away data is not: no fsync, no autovacuum, removed on Stop. Template gives each test a
// database of its own, copied from one that was migrated once.
//
// What it is not: a way to run PostgreSQL in production, where SAMPLAN_DATABASE_URL names the county's own server.
package postgres
