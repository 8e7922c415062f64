// Griffin's index: ambivalence within people.

package consensus

import "math"

// Griffin is the ambivalence of one person who rates one thing P for and N against: (P+N)/2 - |P-N|. With P and N in 0..1 it runs from
// -0.5 (one side full, the other empty) over 0 (both empty, or one three times the other) to 1 (both full). It is not
// disagreement: two people at opposite ends are each at -0.5. Source: Thompson, Zanna & Griffin 1995, Let's not be indifferent about
// (attitudinal) ambivalence, in Attitude Strength: Antecedents and Consequences, ch. 14.
func Griffin(for_, against float64) float64 {
	return float64((for_+against)/2) - math.Abs(for_-against)
}

// Sides are how strongly one person rates one thing for and against, in one situation; [Missing] where they did not.
type Sides struct{ For, Against float64 }

// Ambivalence is the mean over people of the mean over their situations of [Griffin], as far as both sides are rated. Situations are not
// put together first: who is for it by day and against it by night is not torn, but depends on the time. It is undefined
// when nobody rated both sides.
func Ambivalence(people [][]Sides) Value {
	v, sum := Value{Index: "Griffin ambivalence"}, 0.0
	for _, situations := range people {
		own, n := 0.0, 0
		for _, s := range situations {
			if g := Griffin(s.For, s.Against); !math.IsNaN(g) && moderate([]float64{g}) {
				own += g
				n++
			}
		}
		if n > 0 {
			sum += own / float64(n)
			v.N++
		}
	}
	if v.N == 0 {
		return v.without("nobody rated both sides")
	}
	return v.with(sum / float64(v.N))
}
