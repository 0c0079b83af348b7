package attachment

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// Scanner is a clamd: the path of its socket, or its host and port.
type Scanner struct {
	Address string
	Time    time.Duration // for its verdict, after the last byte
}

var errVerdict = errors.New("clamd gave no verdict")

// scan is a file on its way to clamd.
type scan struct {
	conn net.Conn
	time time.Duration
}

// begin asks for a scan of what will be written (INSTREAM).
func (s Scanner) begin(ctx context.Context) (*scan, error) {
	network := "tcp"
	if strings.HasPrefix(s.Address, "/") {
		network = "unix"
	}
	c, err := (&net.Dialer{Timeout: 2 * time.Second}).DialContext(ctx, network, s.Address)
	if err != nil {
		return nil, fmt.Errorf("reach clamd: %w", err)
	}
	if _, err := c.Write([]byte("zINSTREAM\x00")); err != nil {
		return nil, errors.Join(fmt.Errorf("ask clamd: %w", err), c.Close())
	}
	return &scan{c, s.Time}, nil
}

// Write sends a piece, its length first.
func (s *scan) Write(b []byte) (int, error) {
	_ = s.conn.SetWriteDeadline(time.Now().Add(s.time)) // a connection that has none fails by itself
	var size [4]byte
	binary.BigEndian.PutUint32(size[:], uint32(len(b))) //nolint:gosec // G115: a piece is at most a segment
	if _, err := s.conn.Write(append(size[:], b...)); err != nil {
		return 0, fmt.Errorf("send to clamd: %w", err)
	}
	return len(b), nil
}

// verdict ends the file and tells whether it is clean. All that is not one of clamd's two verdicts is an error: a file is never
// taken for clean because the scanner could not tell.
func (s *scan) verdict() (isClean bool, err error) {
	_ = s.conn.SetDeadline(time.Now().Add(s.time)) // as above
	if _, err := s.conn.Write(make([]byte, 4)); err != nil {
		return false, fmt.Errorf("end file for clamd: %w", err)
	}
	const most = 4 << 10
	said, err := io.ReadAll(io.LimitReader(s.conn, most))
	if err != nil {
		return false, fmt.Errorf("hear clamd: %w", err)
	}
	said = bytes.TrimRight(said, "\x00\n")
	switch {
	case string(said) == "stream: OK":
		return true, nil
	case bytes.HasSuffix(said, []byte(" FOUND")):
		return false, nil
	}
	return false, errVerdict // its own words may hold a file's name
}

func (s *scan) close() { _ = s.conn.Close() } // nothing is expected of it any more
