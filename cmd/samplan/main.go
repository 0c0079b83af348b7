// Command samplan is the whole of Samplan in one program: the server, its migrations, and for development a county of
// its own. Each subcommand lives in the file of its name.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// command is one subcommand: what it is for, and what it does with its arguments.
type command struct {
	about string
	run   func(ctx context.Context, args []string, out io.Writer) error
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once what the first has asked to end
	code := realMain(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func realMain(ctx context.Context, args []string, out, complaints io.Writer) int {
	all := commands()
	if isHelp(args) {
		usage(out, all)
		return 0
	}
	c, ok := command{}, false
	if len(args) > 0 {
		c, ok = all[args[0]]
	}
	if !ok {
		usage(complaints, all, args...)
		return 2
	}
	err := c.run(ctx, args[1:], out)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		return 0
	}
	_, _ = fmt.Fprintln(complaints, "samplan "+args[0]+":", err) // nowhere else to say it
	if errors.Is(err, errNotProved) {
		return 3
	}
	return 1
}
