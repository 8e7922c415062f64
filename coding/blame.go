// Blame: why something is where it is.

package coding

import (
	"fmt"
	"slices"
)

// A Step is an entry with its number, counted from 1.
type Step struct {
	Number int
	Entry
	// UndoneBy is the number of the entry that takes it back, 0 when it counts.
	UndoneBy int
}

// String gives the step in one line.
func (s Step) String() string {
	undone := ""
	if s.UndoneBy > 0 {
		undone = fmt.Sprintf(" (undone by %d)", s.UndoneBy)
	}
	return fmt.Sprintf("%d %s %s by %s: %s%s", s.Number, s.Op, s.Of, s.Who, s.Why, undone)
}

// Blame lists the entries that bear on a raw parameter or a parameter, in order: for a parameter also those on the raw parameters that ever were
// merged into it, and on the wholes that those are halves of. Entries that were undone are listed, and say by which.
func (l Ledger) Blame(id string) []Step {
	about := map[string]bool{id: true}
	for _, e := range l {
		if e.Op == Merge && e.Of == id {
			for _, raw := range e.From {
				about[raw] = true
			}
		}
	}
	for raw := range about {
		about[wholeOf(raw)] = true
	}
	by, _ := l.undoneBy()
	var steps []Step
	for i, e := range l {
		if about[e.Of] || slices.ContainsFunc(e.From, func(raw string) bool { return about[raw] && raw != wholeOf(id) || raw == id }) || e.Op == Pair && slices.Contains(e.In, id) {
			steps = append(steps, Step{i + 1, e, by[i]})
		}
	}
	return steps
}
