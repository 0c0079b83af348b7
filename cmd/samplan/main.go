// Command samplan is the whole of Samplan in one program: the server, its migrations, and for development a county of
// its own. Each subcommand lives in the file of its name.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"slices"
	"syscall"
)

// command is one subcommand: what it is for, and what it does with its arguments.
type command struct {
	about string
	run   func(ctx context.Context, args []string, out io.Writer) error
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := realMain(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func realMain(ctx context.Context, args []string, out, complaints io.Writer) int {
	all := commands()
	if len(args) == 0 {
		usage(complaints, all)
		return 2
	}
	c, ok := all[args[0]]
	if !ok {
		usage(complaints, all)
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
	return 1
}

func usage(w io.Writer, all map[string]command) {
	_, _ = fmt.Fprintln(w, "Usage: samplan COMMAND [flags]   (samplan COMMAND -h tells its flags)")
	for _, name := range slices.Sorted(maps.Keys(all)) {
		_, _ = fmt.Fprintf(w, "  %-14s %s\n", name, all[name].about)
	}
}
