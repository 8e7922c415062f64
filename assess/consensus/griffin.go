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

// Ambivalence is the mean of [Griffin] over the people with both ratings; against[i] belongs to for_[i]. It is undefined when nobody
// has both.
func Ambivalence(for_, against []float64) Value {
	v, sum := Value{Index: "Griffin ambivalence"}, 0.0
	for i := range min(len(for_), len(against)) {
		if g := Griffin(for_[i], against[i]); !math.IsNaN(g) {
			sum += g
			v.N++
		}
	}
	if v.N == 0 {
		return v.without("nobody rated both sides")
	}
	return v.with(sum / float64(v.N))
}
