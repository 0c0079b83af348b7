package postgres

import "syscall"

// memory is a folder that is kept in memory.
const memory = "/dev/shm"

const (
	tmpfs     = 0x01021994
	roomyFrom = 4 << 30 // a container's usual 64 MB would not do
)

// isRoomy tells whether a folder is in memory and has room for the data of tests.
func isRoomy(dir string) bool {
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return false
	}
	return st.Type == tmpfs && st.Bavail*uint64(st.Bsize) >= roomyFrom //nolint:gosec // a block's size fits
}
