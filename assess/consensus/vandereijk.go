// Van der Eijk's agreement A over ordered categories.

package consensus

import (
	"math"
	"slices"
)

// VanDerEijk is agreement A of a frequency distribution over three or more ordered categories: 1 when all are in one category, 0 when all
// categories are alike, -1 when half are at either end. The distribution is peeled into layers, each a pattern of empty and filled
// categories with as many people in each filled one as the least filled has left; A is the mean over layers, weighted by their people, of
//
//	U (1 - (S-1)/(K-1))   with S of K categories filled and
//	U = ((K-2) TU - (K-1) TDU) / ((K-2) (TU + TDU))
//
// where TU counts the triples of categories in order that are filled-filled-empty or empty-filled-filled, and TDU those that are
// filled-empty-filled; U is 1 when there are none. It is undefined without people or below three categories. One person
// agrees with themselves: A is 1 and says nothing, so a warning stands by. It is not a variance: it tells a broad hump from two camps.
// Source: van der Eijk 2001, Measuring agreement in ordered rating scales, Quality & Quantity 35, doi:10.1023/A:1010374114305.
func VanDerEijk(counts []int) Value {
	v := Value{Index: "agreement A"}
	for _, n := range counts {
		v.N += max(n, 0)
	}
	switch {
	case len(counts) < 3:
		return v.without("it takes three categories")
	case v.N == 0:
		return v.without("nobody answered")
	case v.N == 1:
		v = v.warn(FewPeople, "one respondent agrees with themselves")
	}
	sum, floor := 0.0, 0
	for _, top := range heights(counts) {
		filled, people := make([]bool, len(counts)), 0
		for i, n := range counts {
			if n >= top {
				filled[i] = true
				people += top - floor
			}
		}
		sum += float64(float64(people) * layerAgreement(filled))
		floor = top
	}
	return v.with(sum / float64(v.N))
}

// heights are the distinct counts above 0, rising.
func heights(counts []int) []int {
	all := slices.DeleteFunc(slices.Clone(counts), func(n int) bool { return n <= 0 })
	slices.Sort(all)
	return slices.Compact(all)
}

// layerAgreement is A of one pattern of filled and empty categories.
func layerAgreement(filled []bool) float64 {
	k, s, tu, tdu := len(filled), 0, 0, 0
	for a := range filled {
		if filled[a] {
			s++
		}
		for b := a + 1; b < k; b++ {
			for c := b + 1; c < k; c++ {
				switch {
				case filled[b] && filled[a] != filled[c]:
					tu++
				case !filled[b] && filled[a] && filled[c]:
					tdu++
				}
			}
		}
	}
	u := 1.0
	if tu+tdu > 0 {
		u = float64((k-2)*tu-(k-1)*tdu) / float64((k-2)*(tu+tdu))
	}
	return float64(u * (1 - float64(s-1)/float64(k-1)))
}

// Agreement is the mean over items of [VanDerEijk] over the points of the scale; ratings between two points count for the nearer, half
// way for the upper one. Each item takes those who answered it.
func Agreement(g Group) Value {
	items, v, ok := g.counted("agreement A", Options{})
	if !ok {
		return v
	}
	sum := 0.0
	for _, item := range items {
		a := VanDerEijk(histogram(item, g.Points))
		if !a.Defined() {
			return v.without("%s", a.Undefined)
		}
		sum += *a.Value
	}
	return v.with(sum / float64(len(items)))
}

// histogram counts ratings by the nearest of the points 0 .. points-1.
func histogram(ratings []float64, points int) []int {
	counts := make([]int, points)
	for _, x := range ratings {
		counts[int(math.Floor(x+0.5))]++
	}
	return counts
}
