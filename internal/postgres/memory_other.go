//go:build !linux

package postgres

// memory is a folder that is kept in memory: systems other than Linux have none that one may count on.
const memory = ""

func isRoomy(string) bool { return false }
