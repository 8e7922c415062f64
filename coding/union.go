// Uniting the ledgers of two people who went on from the same beginning.

package coding

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/framework/strict"
)

// A Conflict is two decisions on the same question with different answers, or one that no longer fits.
type Conflict struct {
	// Question is what both decide, e.g. "type of smith-2020:c1".
	Question string `json:"question"`
	// Ours is nil when Theirs conflicts with nothing single, but does not fit any more; Why says how.
	Ours   *Step  `json:"ours,omitempty"`
	Theirs Step   `json:"theirs"`
	Why    string `json:"why"`
}

// String gives the conflict in one line.
func (c Conflict) String() string {
	if c.Ours == nil {
		return fmt.Sprintf("%s: theirs %v: %s", c.Question, c.Theirs, c.Why)
	}
	return fmt.Sprintf("%s: ours %v; theirs %v", c.Question, *c.Ours, c.Theirs)
}

// Unite makes one ledger of two with a common beginning: ours whole, then of theirs what ours does not have. What answers a question that ours
// answers otherwise, or does not fit ours, is withheld and listed: nothing is decided silently, and nothing of either is lost. A decision that both
// made, with the same answer, stands once. Numbers in their undos are moved along; an undo of what was withheld is withheld with it.
func Unite(ours, theirs Ledger, evidence ...Evidence) (Ledger, []Conflict, error) {
	start := common(ours, theirs)
	s, err := Replay(ours, evidence...)
	if err != nil {
		return nil, nil, fmt.Errorf("ours: %w", err)
	}
	if _, err := Replay(theirs, evidence...); err != nil {
		return nil, nil, fmt.Errorf("theirs: %w", err)
	}
	u := united{ledger: slices.Clone(ours), state: s, start: start, answers: ours.answers(start), at: map[int]int{}, evidence: evidence}
	for i := start; i < len(theirs); i++ {
		u.take(Step{Number: i + 1, Entry: theirs[i]})
	}
	return u.ledger, u.conflicts, nil
}

func common(a, b Ledger) int {
	n := 0
	for n < min(len(a), len(b)) && reflect.DeepEqual(a[n], b[n]) {
		n++
	}
	return n
}

// united is a ledger that grows by what it takes.
type united struct {
	ledger    Ledger
	state     *State
	start     int
	answers   map[string]answer
	at        map[int]int // their number -> ours
	conflicts []Conflict
	evidence  []Evidence
}

type answer struct {
	value string
	step  Step
}

func (u *united) take(t Step) {
	if t.Op == Undo {
		u.takeUndo(t)
		return
	}
	e, same := t.Entry, true
	for _, q := range e.questions() {
		ours, asked := u.answers[q.asks]
		switch {
		case asked && ours.value != q.answer:
			u.conflicts = append(u.conflicts, Conflict{q.asks, &ours.step, t, "the answers differ"})
			return
		case !asked:
			same = false
		}
	}
	if same && len(e.questions()) > 0 {
		return
	}
	if e.Op == Merge { // raw parameters that ours has merged there already need no second time
		e.From = slices.DeleteFunc(slices.Clone(e.From), func(raw string) bool { _, asked := u.answers["parameter of "+raw]; return asked })
	}
	if err := u.state.apply(e); err != nil {
		u.conflicts = append(u.conflicts, Conflict{Question: string(e.Op) + " " + e.Of, Theirs: t, Why: err.Error()})
		return
	}
	u.ledger = append(u.ledger, e)
	u.at[t.Number] = len(u.ledger)
}

// takeUndo moves the numbers of an undo along.
func (u *united) takeUndo(t Step) {
	from, to, err := numbers(t.Of)
	if err != nil {
		return
	}
	for n := from; n <= to; n++ {
		at := n
		if n > u.start {
			at = u.at[n]
		}
		e := t.Entry
		e.Of = fmt.Sprint(at)
		next := append(slices.Clone(u.ledger), e)
		s, err := Replay(next, u.evidence...)
		if at == 0 || err != nil {
			why := "what it takes back was withheld"
			if err != nil {
				why = err.Error()
			}
			u.conflicts = append(u.conflicts, Conflict{Question: fmt.Sprintf("undo %d", n), Theirs: t, Why: why})
			continue
		}
		u.ledger, u.state = next, s
	}
}

// answers collects what the entries after the common beginning answer.
func (l Ledger) answers(start int) map[string]answer {
	all := map[string]answer{}
	undone, _ := l.Undone()
	for i := start; i < len(l); i++ {
		if undone[i] {
			continue
		}
		for _, q := range l[i].questions() {
			all[q.asks] = answer{q.answer, Step{Number: i + 1, Entry: l[i]}}
		}
	}
	return all
}

// A question is what an entry decides, with its answer.
type question struct{ asks, answer string }

// questions gives what an entry decides; several for a merge. A pairing, a memo and an import answer no question that another could answer
// otherwise, but are not repeated.
func (e Entry) questions() []question {
	answer := strings.Join(e.In, ", ")
	switch e.Op {
	case Place:
		if e.Lens == LensCritical {
			answer = e.Why
		}
		return []question{{string(e.Lens) + " of " + e.Of, answer}}
	case Unplace:
		return []question{{"type of " + e.Of, "left out"}}
	case Sign:
		return []question{{"sign of " + e.Of, answer}}
	case Split:
		return []question{{"split of " + e.Of, "split"}}
	case Rename:
		return []question{{"wording of " + e.Of, e.Name + ". " + e.Meaning}}
	case Pair:
		return []question{{"pairing of " + e.Of + " with " + answer, "paired"}}
	case Note:
		return []question{{"memo on " + e.Of + ": " + e.Why, "noted"}}
	case Import:
		return []question{{"import of " + e.Of, "imported"}}
	case Release:
		return []question{{"release of " + e.Of, "released"}}
	}
	var all []question
	for _, raw := range e.From {
		all = append(all, question{"parameter of " + raw, map[Op]string{Merge: e.Of, Unmerge: "not " + e.Of}[e.Op]})
	}
	return all
}

// Problems gives conflicts as problems, for programs that list both.
func Problems(conflicts []Conflict) []strict.Problem {
	var all []strict.Problem
	for _, c := range conflicts {
		all = append(all, strict.Problem{Line: c.Theirs.Number, Column: 1, Path: c.Question, What: c.String(), Cure: "decide it, and append the decision"})
	}
	return all
}
