// Undo, blame, difference and union of ledgers.

package coding_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/coding"
)

func ledger(t *testing.T, text string) coding.Ledger {
	t.Helper()
	l, err := coding.ReadLedger(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func line(op, of, rest, who string) string {
	return fmt.Sprintf(`{"op":%q,"of":%q%s,"who":%q,"why":"because"}`+"\n", op, of, rest, who)
}

func TestUndo(t *testing.T) {
	base := smallLedger + finish
	n := strings.Count(base, "\n")
	want, err := replay(t, base)
	if err != nil {
		t.Fatal(err)
	}
	renamed := base + line("rename", "being-afraid", `,"name":"Dread","meaning":"It is dread."`, "b")
	undone, err := replay(t, renamed+line("undo", fmt.Sprint(n+1), "", "c"))
	if err != nil {
		t.Fatal(err)
	}
	if d := coding.Diff(want, undone); len(d) != 0 {
		t.Errorf("after the undo: %v", d)
	}
	redone, err := replay(t, renamed+line("undo", fmt.Sprint(n+1), "", "c")+line("undo", fmt.Sprint(n+2), "", "c"))
	if err != nil {
		t.Fatal(err)
	}
	d := coding.Diff(want, redone)
	if len(d) != 1 || d[0].Aspect != "wording" || d[0].B != "Dread. It is dread." {
		t.Errorf("after undoing the undo: %v", d)
	}
	if _, err := replay(t, base+line("undo", "2", "", "c")); err == nil || !strings.Contains(err.Error(), "smith-2020:a1/challenge is no raw parameter") {
		t.Errorf("undoing what later entries need: %v", err)
	}
	for _, of := range []string{"0", "99", "3-2", "x", fmt.Sprint(n + 1), "-1"} {
		if _, err := replay(t, base+line("undo", of, "", "c")); err == nil || !strings.Contains(err.Error(), "names no earlier entries") {
			t.Errorf("undo of %q: %v", of, err)
		}
	}
	all := ledger(t, base)
	if got := len(all.Until(3)); got != 3 || len(all.Until(999)) != n || len(all.Until(-1)) != 0 {
		t.Errorf("until: %d", got)
	}
}

// TestUndoEverywhere takes back, one after the other, the last entry of a ledger: each state equals that of the shorter ledger.
func TestUndoEverywhere(t *testing.T) {
	all := ledger(t, smallLedger+finish)
	e := evidence(t)
	for n := 1; n < len(all); n++ {
		want, err := coding.Replay(all.Until(n), e)
		if err != nil {
			t.Fatal(err)
		}
		back := append(all.Until(len(all)), coding.Entry{Op: coding.Undo, Of: fmt.Sprintf("%d-%d", n+1, len(all)), Who: "a", Why: "back"})
		got, err := coding.Replay(back, e)
		if err != nil {
			t.Fatal(err)
		}
		if d := coding.Diff(want, got); len(d) != 0 {
			t.Errorf("back to %d: %v", n, d)
		}
	}
}

func TestBlame(t *testing.T) {
	l := ledger(t, smallLedger+finish+line("memo", "being-afraid", "", "c")+line("undo", "7", "", "c"))
	var got []string
	for _, s := range l.Blame("being-afraid") {
		got = append(got, fmt.Sprint(s.Number, " ", s.Op, " ", s.UndoneBy))
	}
	want := []string{"2 split 0", "3 place 0", "4 place 0", "6 merge 0", "7 rename 14", "8 place 0", "9 place 0", "10 place 0", "11 merge 0", "13 memo 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	got = nil
	for _, s := range l.Blame("smith-2020:c1") {
		got = append(got, fmt.Sprint(s.Number, " ", s.Op))
	}
	if diff := cmp.Diff([]string{"3 place", "6 merge"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestUnmerge(t *testing.T) {
	s, err := replay(t, smallLedger+line("unmerge", "being-afraid", `,"from":["smith-2020:c2"]`, "c")+line("place", "smith-2020:c2", `,"lens":"type","in":["joy"]`, "c"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range s.Fates() {
		if f.Raw.ID == "smith-2020:c2" && (f.Type != "joy" || f.Parameter != "") {
			t.Errorf("%+v", f)
		}
	}
	s, err = replay(t, smallLedger+line("unmerge", "being-afraid", `,"from":["smith-2020:c1","smith-2020:c2"]`, "c"))
	if err != nil || s.Funnel().Parameters != 0 {
		t.Errorf("an emptied parameter stays: %v, %v", s.Funnel(), err)
	}
	if _, err = replay(t, smallLedger+line("unmerge", "being-afraid", `,"from":["smith-2020:d1"]`, "c")); err == nil || !strings.Contains(err.Error(), "is not in being-afraid") {
		t.Error(err)
	}
}

func TestUnite(t *testing.T) {
	e := evidence(t)
	ours := ledger(t, smallLedger+
		line("place", "smith-2020:a1/challenge", `,"lens":"type","in":["fear"]`, "ann")+
		line("rename", "being-afraid", `,"name":"Fear","meaning":"Fear."`, "ann")+
		line("unplace", "smith-2020:a1/driver", "", "ann"))
	theirs := ledger(t, smallLedger+
		line("place", "smith-2020:a1/challenge", `,"lens":"type","in":["joy"]`, "bob")+
		line("unplace", "smith-2020:a1/driver", "", "bob")+
		line("place", "being-afraid", `,"lens":"area","in":["context"]`, "bob")+
		line("merge", "joyful", `,"from":["smith-2020:a1/challenge"]`, "bob")+
		line("undo", "12", "", "bob"))
	both, conflicts, err := coding.Unite(ours, theirs, e)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range conflicts {
		got = append(got, fmt.Sprintf("%s: %d", c.Question, c.Theirs.Number))
	}
	// Joyful would be merged of a raw parameter that ours placed in fear; that fits, so it stands, in fear.
	if diff := cmp.Diff([]string{"type of smith-2020:a1/challenge: 10"}, got); diff != "" {
		t.Error(diff)
	}
	if len(both) != len(ours)+3 {
		t.Errorf("%d entries: %v", len(both), both[len(ours):])
	}
	s, err := coding.Replay(both, e)
	if err != nil {
		t.Fatal(err)
	}
	mine, err := coding.Replay(ours, e)
	if err != nil {
		t.Fatal(err)
	}
	var differs []string
	for _, d := range coding.Diff(mine, s) {
		differs = append(differs, d.String())
	}
	want := []string{`smith-2020:a1/challenge, fate: "fear" against "fear, joyful"`, `joyful, parameter: "none" against "pace"`}
	if diff := cmp.Diff(want, differs); diff != "" {
		t.Error(diff)
	}
	if same, none, err := coding.Unite(ours, ours, e); err != nil || len(none) > 0 || len(same) != len(ours) {
		t.Errorf("united with itself: %d entries, %v, %v", len(same), none, err)
	}
}
