//go:build !release

package bench

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"net"
	"net/http/httputil"
	"strconv"
	"time"
)

// askingCost is what asking alone takes of a request. Asker and servers are one process, so it is measured against a
// listener that gives an answer of the product back as it stands, and taken off what both servers are seen to cost.
func (t *town) askingCost(ctx context.Context, product *target, d deck, length time.Duration) (cost, error) {
	answer, o, err := product.record(d)
	if err != nil {
		return cost{}, err
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return cost{}, fmt.Errorf("listen: %w", err)
	}
	defer func() { _ = l.Close() }() // nothing is left to lose
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return // closed
			}
			go parrot(c, answer)
		}
	}()
	bare := newTarget("http://"+l.Addr().String(), product.authorize)
	decks := make([]deck, connections)
	for n := range decks {
		decks[n] = func(*mathrand.Rand) order { return o }
	}
	s, err := bare.drive(ctx, decks, length, 0)
	bare.client.CloseIdleConnections()
	return s.cost, err
}

// record makes one request and gives the whole answer as it came, and a request that costs the same to make.
func (t *target) record(d deck) ([]byte, order, error) {
	o := d(numbers())
	r, err := o.request(t.base, t.authorize)
	if err != nil {
		return nil, o, err
	}
	answer, err := t.client.Do(r)
	if err != nil {
		return nil, o, fmt.Errorf("ask: %w", err)
	}
	defer func() { _ = answer.Body.Close() }() // read to its end
	whole, err := httputil.DumpResponse(answer, true)
	if err != nil || answer.StatusCode != o.want {
		return nil, o, fmt.Errorf("%s %s answered %d, want %d: %w", o.method, o.path, answer.StatusCode, o.want, err)
	}
	if o.answered != nil {
		o.answered()
	}
	o.answered = nil
	return whole, o, nil
}

var lengthHeader = []byte("Content-Length: ")

// parrot gives the same answer to every request until the asker hangs up.
func parrot(c net.Conn, answer []byte) {
	defer func() { _ = c.Close() }() // the asker has gone
	in := bufio.NewReader(c)
	for {
		size := 0
		for {
			line, err := in.ReadSlice('\n')
			if err != nil {
				return
			}
			if line = bytes.TrimSpace(line); len(line) == 0 {
				break
			}
			if value, ok := bytes.CutPrefix(line, lengthHeader); ok {
				size, _ = strconv.Atoi(string(value)) // the asker is ours
			}
		}
		if _, err := io.CopyN(io.Discard, in, int64(size)); err != nil {
			return
		}
		if _, err := c.Write(answer); err != nil {
			return
		}
	}
}
