// Undo: entries that later ones take back.

package coding

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hasteslowly/readiness/framework/strict"
)

// Undone says which entries do not count because a later one takes them back. The last undo counts; one that is itself undone does
// nothing. Undos that name no earlier entries are reported.
func (l Ledger) Undone() ([]bool, []strict.Problem) {
	by, problems := l.undoneBy()
	undone := make([]bool, len(l))
	for i, n := range by {
		undone[i] = n > 0
	}
	return undone, problems
}

// undoneBy gives for each entry the number of the undo that takes it back. Entries taken back already are jumped over, so that
// many undos of long stretches cost no more than one.
func (l Ledger) undoneBy() ([]int, []strict.Problem) {
	by, next := make([]int, len(l)), make([]int, len(l)+1)
	for i := range next {
		next[i] = i
	}
	standing := func(i int) int { // the first entry from i on that still counts
		for next[i] != i {
			next[i] = next[next[i]]
			i = next[i]
		}
		return i
	}
	var problems []strict.Problem
	for i := len(l) - 1; i >= 0; i-- {
		if l[i].Op != Undo || by[i] != 0 {
			continue
		}
		from, to, err := numbers(l[i].Of)
		if err != nil || from < 1 || to < from || to > i {
			problems = append(problems, strict.Problem{Line: i + 1, Column: 1, Path: "undo " + l[i].Of, What: "names no earlier entries", Cure: fmt.Sprintf("give numbers from 1 to %d, like \"3\" or \"3-9\"", i)})
			continue
		}
		for n := standing(from - 1); n < to; n = standing(n) {
			by[n], next[n] = i+1, n+1
		}
	}
	return by, problems
}

func numbers(of string) (from, to int, err error) {
	first, last, ranged := strings.Cut(of, "-")
	if !ranged {
		last = first
	}
	if from, err = strconv.Atoi(first); err == nil {
		to, err = strconv.Atoi(last)
	}
	return from, to, err
}

// Until is the ledger as it stood after its first n entries. To go back there in the open, append an [Undo] of "n+1-last" instead.
func (l Ledger) Until(n int) Ledger { return l[:min(max(n, 0), len(l))] }
