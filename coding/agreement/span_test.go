// Spans: positions against a table of them, limits, overlaps.

package agreement_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/coding/agreement"
)

// TestPositionsEqualTable lays every position out as a unit and compares alpha.
func TestPositionsEqualTable(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 100 {
		c := agreement.Continuum{Start: 5, Length: 60, Coders: make([][]agreement.Span, 2+random.IntN(2))}
		rows := make([][]string, c.Length)
		for i := range c.Coders {
			at := c.Start + random.IntN(9)
			for at < c.Start+c.Length-8 {
				s := agreement.Span{Start: at, End: at + 1 + random.IntN(8), Category: string(rune('a' + random.IntN(3)))}
				c.Coders[i] = append(c.Coders[i], s)
				at = s.End + random.IntN(9)
			}
			for p := range c.Length {
				cell := "unmarked"
				for _, s := range c.Coders[i] {
					if s.Start <= p+c.Start && p+c.Start < s.End {
						cell = s.Category
					}
				}
				rows[p] = append(rows[p], cell)
			}
		}
		for _, view := range []struct {
			view agreement.View
			cell func(string) string
		}{
			{agreement.Everything, func(s string) string { return s }},
			{agreement.MarkedOrNot, func(s string) string { return map[bool]string{true: "no", false: "yes"}[s == "unmarked"] }},
			{agreement.OneCategory, func(s string) string { return map[bool]string{true: "a", false: "not"}[s == "a"] }},
			{agreement.CategoryWhereMarked, func(s string) string { return strings.TrimPrefix(s, "unmarked") }},
		} {
			seen := make([][]string, len(rows))
			for i, row := range rows {
				for _, cell := range row {
					seen[i] = append(seen[i], view.cell(cell))
				}
			}
			table, err := agreement.New(seen, nil, agreement.Format{})
			if err != nil {
				t.Fatal(err)
			}
			want := of(t, agreement.KrippendorffAlpha, table, agreement.Options{})
			got, err := c.Positions(view.view, "a")
			if err != nil {
				t.Fatal(err)
			}
			if got.Defined() != want.Defined() || want.Defined() && math.Abs(*got.Value-*want.Value) > 1e-12 {
				t.Fatalf("%s: %v, by a table of positions %v", view.view, got, want)
			}
		}
	}
}

func TestSpanProblems(t *testing.T) {
	c := agreement.Continuum{Length: 10, Coders: [][]agreement.Span{
		{{Start: 0, End: 5, Category: "a"}, {Start: 4, End: 6, Category: "b"}, {Start: 8, End: 12, Category: "a"}},
		{{Start: 3, End: 3, Category: "a"}},
	}}
	_, err := c.Positions(agreement.Everything, "")
	for _, says := range []string{"overlaps 0 to 5", "8 to 12 is empty or outside", "3 to 3 is empty"} {
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v does not say %q", err, says)
		}
	}
	if v, err := (agreement.Continuum{Length: 10, Coders: make([][]agreement.Span, 2)}).Unitizing(""); err != nil || v.Undefined == "" {
		t.Errorf("nobody marked anything: %v, %v", v, err)
	}
}
