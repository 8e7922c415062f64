// Properties of ledgers, on generated ones: what two people do is united without loss, and anything can be taken back.

package coding_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/framework"
)

// people makes evidence of a few sources.
func people() coding.Evidence {
	e := coding.Evidence{Digest: "people"}
	for i := range 4 {
		a := coding.Account{Source: framework.Source{ID: fmt.Sprint("s", i)}}
		for j := range 3 {
			a.Challenges = append(a.Challenges, coding.Finding{Name: fmt.Sprint("c", j)})
			a.Drivers = append(a.Drivers, coding.Finding{Name: fmt.Sprint("d", j)})
		}
		a.TwoSigned = []coding.TwoSigned{{Name: "both"}}
		e.Accounts = append(e.Accounts, a)
	}
	return e
}

// goOn adds decisions that fit, drawn at random.
func goOn(random *rand.Rand, l coding.Ledger, e coding.Evidence, n int, who string) coding.Ledger {
	l = append(coding.Ledger{}, l...)
	for tries := 0; n > 0 && tries < 400; tries++ {
		raw := fmt.Sprintf("s%d:%s%d", random.IntN(4), []string{"c", "d"}[random.IntN(2)], 1+random.IntN(3))
		parameter := fmt.Sprint("p", random.IntN(4))
		entry := coding.Entry{Who: who, Why: fmt.Sprint("because ", random.IntN(3))}
		switch random.IntN(8) {
		case 0, 1, 2:
			entry.Op, entry.Of, entry.Lens, entry.In = coding.Place, raw, coding.LensType, []string{fmt.Sprint("t", random.IntN(2))}
		case 3:
			entry.Op, entry.Of, entry.From = coding.Merge, parameter, []string{raw}
		case 4:
			entry.Op, entry.Of, entry.From = coding.Unmerge, parameter, []string{raw}
		case 5:
			entry.Op, entry.Of, entry.Name = coding.Rename, parameter, fmt.Sprint("name ", random.IntN(3))
		case 6:
			entry.Op, entry.Of = coding.Split, fmt.Sprintf("s%d:a1", random.IntN(4))
		default:
			entry.Op, entry.Of = coding.Unplace, raw
		}
		if _, err := coding.Replay(append(l[:len(l):len(l)], entry), e); err == nil {
			l = append(l, entry)
			n--
		}
	}
	return l
}

func TestUniteLosesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	e := people()
	start := coding.Ledger{{Op: coding.Import, Of: "people", Who: "p", Why: "q"}}
	for range 150 {
		base := goOn(random, start, e, random.IntN(8), "both")
		ours, theirs := goOn(random, base, e, random.IntN(10), "ann"), goOn(random, base, e, random.IntN(10), "bob")
		both, conflicts, err := coding.Unite(ours, theirs, e)
		if err != nil {
			t.Fatal(err)
		}
		s, err := coding.Replay(both, e)
		if err != nil {
			t.Fatalf("what is united does not replay: %v", err)
		}
		for i, x := range ours {
			if both[i].Op != x.Op || both[i].Of != x.Of {
				t.Fatalf("entry %d of ours is changed", i+1)
			}
		}
		if taken, withheld := len(both)-len(ours), len(conflicts); taken+withheld > len(theirs)-len(base) {
			t.Fatalf("%d taken and %d withheld of %d", taken, withheld, len(theirs)-len(base))
		}
		seen := map[int]bool{}
		for _, c := range conflicts {
			if c.Theirs.Number <= len(base) || seen[c.Theirs.Number] {
				t.Fatalf("conflict %v", c)
			}
			seen[c.Theirs.Number] = true
		}
		again, none, err := coding.Unite(both, ours, e)
		if err != nil || len(none) > 0 || len(again) != len(both) {
			t.Fatalf("uniting with what is in it already changes it: %v, %v", none, err)
		}
		n := s.Funnel()
		if n.RawChallenges+n.RawDrivers+n.RawTwoSigned+n.Split != n.Placed+n.Unplaced+n.Undecided {
			t.Fatalf("something is lost: %+v", n)
		}
	}
}

func TestAnythingCanBeTakenBack(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	e := people()
	for range 100 {
		l := goOn(random, coding.Ledger{{Op: coding.Import, Of: "people", Who: "p", Why: "q"}}, e, 15, "ann")
		n := 1 + random.IntN(len(l))
		want, err := coding.Replay(l.Until(n), e)
		if err != nil {
			t.Fatal(err)
		}
		back := l
		if n < len(l) {
			back = append(l[:len(l):len(l)], coding.Entry{Op: coding.Undo, Of: fmt.Sprintf("%d-%d", n+1, len(l)), Who: "a", Why: "b"})
		}
		got, err := coding.Replay(back, e)
		if err != nil {
			t.Fatal(err)
		}
		if d := coding.Diff(want, got); len(d) > 0 {
			t.Fatalf("back to %d of %d: %v", n, len(l), d)
		}
		if d := coding.Diff(got, got); len(d) > 0 {
			t.Fatal(d)
		}
	}
}
