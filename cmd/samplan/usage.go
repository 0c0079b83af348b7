package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
)

func isHelp(args []string) bool {
	return len(args) == 1 && slices.Contains([]string{"help", "-h", "-help", "--help"}, args[0])
}

// usage lists the commands; when somebody asked for another one, it says so first.
func usage(w io.Writer, all map[string]command, asked ...string) {
	if len(asked) > 0 {
		_, _ = fmt.Fprintf(w, "samplan: there is no command %q\n", asked[0])
	}
	_, _ = fmt.Fprintln(w, "Usage: samplan COMMAND [flags]   (samplan COMMAND -h tells its flags)")
	for _, name := range slices.Sorted(maps.Keys(all)) {
		_, _ = fmt.Fprintf(w, "  %-14s %s\n", name, all[name].about)
	}
}

// parse reads flags. Only -h prints them; a mistake is told once, with where to look.
func parse(s *flag.FlagSet, args []string, out io.Writer) error {
	s.SetOutput(io.Discard)
	err := s.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		s.SetOutput(out)
		s.Usage()
		return err
	case err != nil:
		return fmt.Errorf("%w (%s -h tells the flags)", err, s.Name())
	}
	return nil
}
