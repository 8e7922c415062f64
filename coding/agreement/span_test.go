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

// drawnContinuum draws spans for two or three coders.
func drawnContinuum(random *rand.Rand, longest int) agreement.Continuum {
	c := agreement.Continuum{Start: 3, Length: 50, Coders: make([][]agreement.Span, 2+random.IntN(2))}
	for i := range c.Coders {
		at := c.Start + random.IntN(6)
		for at < c.Start+c.Length-longest {
			s := agreement.Span{Start: at, End: at + 1 + random.IntN(longest), Category: string(rune('a' + random.IntN(3)))}
			c.Coders[i] = append(c.Coders[i], s)
			at = s.End + random.IntN(5)
		}
	}
	return c
}

// byHand computes the alpha_u family position by position, straight from the equations that the documentation gives.
func byHand(c agreement.Continuum) (u, bar, cu float64, k map[string]float64) {
	m, whole := float64(len(c.Coders)), float64(len(c.Coders)*c.Length)
	at := func(i, p int) (agreement.Span, bool) {
		for _, s := range c.Coders[i] {
			if s.Start <= p && p < s.End {
				return s, true
			}
		}
		return agreement.Span{}, false
	}
	l, margin, squares, crossing := map[[2]string]float64{}, map[string]float64{}, map[string]float64{}, map[string]float64{}
	for i := range c.Coders {
		for p := c.Start; p < c.Start+c.Length; p++ {
			x, marked := at(i, p)
			if !marked {
				squares[""]++
			}
			for j := range c.Coders {
				if i != j {
					y, _ := at(j, p)
					l[[2]string{x.Category, y.Category}] += 1 / (m - 1)
					margin[x.Category] += 1 / (m - 1)
				}
			}
		}
		for _, s := range c.Coders[i] {
			squares[s.Category] += float64((s.End - s.Start) * (s.End - s.Start))
			for j := range c.Coders {
				n := 0
				for p := s.Start; p < s.End; p++ {
					if _, marked := at(j, p); marked && i != j {
						n++
					}
				}
				crossing[s.Category] += float64(n * n)
			}
		}
	}
	all := squares[""] + squares["a"] + squares["b"] + squares["c"]
	e := func(x, y string) float64 {
		n := margin[x] * margin[y]
		if x == y {
			n -= squares[x]
		}
		return whole * n / (whole*whole - all)
	}
	names := []string{"", "a", "b", "c"}
	same, chance, row := 0.0, 0.0, 0.0
	for _, x := range names {
		same += l[[2]string{x, x}]
		chance += e(x, x)
		row += e("", x)
	}
	u = 1 - (whole-same)/(whole-chance)
	bar = 1 - (margin[""]-l[[2]string{"", ""}])/(row-e("", ""))
	meet, total, crossed := map[string]float64{}, 0.0, 0.0
	for _, x := range names[1:] {
		meet[x] = margin[x] - l[[2]string{x, ""}]
		total += meet[x]
		crossed += crossing[x]
	}
	ce := func(x, y string) float64 {
		n := meet[x] * meet[y]
		if x == y {
			n -= crossing[x] / (m - 1)
		}
		return n / (total - crossed/(total*(m-1)))
	}
	apart, by := total, total
	k = map[string]float64{}
	for _, x := range names[1:] {
		apart -= l[[2]string{x, x}]
		by -= ce(x, x)
		sum := ce(x, "a") + ce(x, "b") + ce(x, "c")
		k[x] = 1 - sum/meet[x]*(meet[x]-l[[2]string{x, x}])/(sum-ce(x, x))
	}
	return u, bar, 1 - apart/by, k
}

func TestAlphaU(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	near := func(what string, got agreement.Value, err error, want float64) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if got.Defined() && math.Abs(*got.Value-want) > 1e-9 {
			t.Errorf("%s: %v, by hand %v", what, *got.Value, want)
		}
	}
	for range 200 {
		c := drawnContinuum(random, 7)
		u, bar, cu, k := byHand(c)
		v, err := c.AlphaU(agreement.Everything, "")
		near("u", v, err, u)
		v, err = c.AlphaU(agreement.MarkedOrNot, "")
		near("|u", v, err, bar)
		v, err = c.AlphaU(agreement.CategoryWhereMarked, "")
		near("cu", v, err, cu)
		for _, name := range []string{"a", "b", "c"} {
			v, err = c.AlphaU(agreement.OneCategory, name)
			near("("+name+")u", v, err, k[name])
		}
		short := drawnContinuum(random, 1) // spans of length 1: chance over whole spans is chance over positions
		for _, view := range []agreement.View{agreement.Everything, agreement.MarkedOrNot} {
			x, err := short.AlphaU(view, "")
			if err != nil {
				t.Fatal(err)
			}
			y, err := short.Positions(view, "")
			near("length 1, "+view.String(), x, err, *y.Value)
		}
		for i := range c.Coders {
			c.Coders[i] = c.Coders[0]
		}
		if v, err := c.AlphaU(agreement.Everything, ""); err != nil || v.Defined() && math.Abs(*v.Value-1) > 1e-12 {
			t.Errorf("the same spans by all: %v, %v", v, err)
		}
	}
	for name, c := range map[string]agreement.Continuum{
		"nobody":    {Length: 10, Coders: make([][]agreement.Span, 2)},
		"one coder": {Length: 10, Coders: make([][]agreement.Span, 1)},
		"no text":   {Coders: make([][]agreement.Span, 2)},
		"all of it": {Length: 10, Coders: [][]agreement.Span{{{Start: 0, End: 10, Category: "a"}}, {{Start: 0, End: 10, Category: "a"}}}},
	} {
		for _, view := range []agreement.View{agreement.Everything, agreement.MarkedOrNot, agreement.CategoryWhereMarked, agreement.OneCategory} {
			if v, err := c.AlphaU(view, "a"); err != nil || v.Defined() {
				t.Errorf("%s, %s: %v, %v", name, view, v, err)
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
