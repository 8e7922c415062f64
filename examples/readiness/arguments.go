// Arguments: words and flags in any order, as people type them.

package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// arguments are a command line's words and flags. A flag is --name, --name=value or, where a value is asked for, --name value.
type arguments struct {
	words []string
	flags map[string]string
}

// withValue names the flags that take a value.
var withValue = []string{"stage", "to", "overlay", "statistic", "metric", "weights", "interval", "resamples", "seed", "level", "categories", "missing", "header", "threshold", "within", "depth", "by", "out", "period", "lens", "draws", "overlay-before"}

// everywhere lists the flags that all commands take.
var everywhere = []string{"ascii", "help", "overlay"}

func parseArguments(args []string) arguments {
	a := arguments{flags: map[string]string{}}
	for i := 0; i < len(args); i++ {
		name, isFlag := strings.CutPrefix(args[i], "-")
		if !isFlag || name == "" {
			a.words = append(a.words, args[i])
			continue
		}
		name, value, given := strings.Cut(strings.TrimPrefix(name, "-"), "=")
		if name == "h" {
			name = "help"
		}
		if !given && slices.Contains(withValue, name) && i+1 < len(args) {
			i++
			value = args[i]
		}
		a.flags[name] = value
	}
	return a
}

func (a arguments) flag(name string) bool {
	_, ok := a.flags[name]
	return ok
}

// check reports flags that the command does not know, and words beyond those it takes.
func (a arguments) check(c command) error {
	for _, name := range slices.Sorted(maps.Keys(a.flags)) {
		if !slices.Contains(everywhere, name) && !slices.Contains(c.flags, name) {
			return fmt.Errorf("%w: --%s is not known here", errUsage, name)
		}
	}
	if len(a.words) > c.words {
		return fmt.Errorf("%w: %q is one word too many", errUsage, a.words[c.words])
	}
	return nil
}

// word gives the i-th word, or nothing.
func (a arguments) word(i int) string {
	if i < len(a.words) {
		return a.words[i]
	}
	return ""
}
