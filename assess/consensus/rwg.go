// r_wg and its kin: agreement within a group beside that of ratings at random.

package consensus

// Uniform is the variance of the uniform distribution over the points of a scale, (A^2-1)/12: 2 for five points. It is the usual null
// of r_wg: ratings at random.
func Uniform(points int) float64 { return float64(points*points-1) / 12 }

// Extreme is the greatest variance that a scale allows, (A-1)^2/4: half of the people at either end. With it as null, r_wg of n people is not below
// -1/(n-1).
func Extreme(points int) float64 { return float64((points-1)*(points-1)) / 4 }

func (g Group) null(o Options) float64 {
	if o.Null > 0 {
		return o.Null
	}
	return Uniform(g.Points)
}

// RWG is r_wg of one item: 1 - s^2/V with s^2 the variance of its ratings (n-1) and V that of the null distribution. It is 1
// when all agree, 0 when they differ as ratings at random, and below 0 when they differ more - two camps; it is not cut off at 0.
// Other items of the group are not looked at. It is undefined below two answers. It is confused with reliability, which asks whether groups or things can be told
// apart. Source: James, Demaree & Wolf 1984, J Appl Psychol 69, doi:10.1037/0021-9010.69.1.85.
func RWG(g Group, item int, o Options) Value {
	one := Group{Points: g.Points}
	for _, row := range g.Rows {
		one.Rows = append(one.Rows, []float64{at(row, item)})
	}
	v := RStarWGJ(one, o)
	v.Index, v.Missing = "r_wg", Itemwise
	return v
}

// RWGJ is r_wg(j) of several items that mean the same: with m the mean of the items' variances, V that of the null distribution and J items,
//
//	J (1 - m/V) / (J (1 - m/V) + m/V)
//
// It runs from 0 to 1 and rises with J alone. It is undefined where m exceeds V: the formula then leaves its range (some set it to 0, which says
// "as at random" of people who differ more than that). Leaving respondents out listwise can turn a value into none; see [Policy].
// Source: James, Demaree & Wolf 1984, doi:10.1037/0021-9010.69.1.85.
func RWGJ(g Group, o Options) Value {
	items, v, ok := g.counted("r_wg(j)", o)
	if !ok {
		return v
	}
	j, share := float64(len(items)), meanVariance(items)/g.null(o)
	if share > 1+1e-12 {
		return v.warn(Dissent, "the ratings differ more than ratings at random would").
			without("the ratings vary %.2f times as much as the null distribution; read r*_wg(j)", share)
	}
	agreed := float64(j * max(1-share, 0))
	return v.with(agreed / (agreed + share))
}

// RStarWGJ is r*_wg(j): 1 - m/V with m the mean of the items' variances and V that of the null distribution. It does not rise with
// the number of items, and goes below 0 when people differ more than ratings at random. Source: Lindell, Brandt & Whitney
// 1999, Appl Psychol Meas 23, doi:10.1177/01466219922031257.
func RStarWGJ(g Group, o Options) Value {
	items, v, ok := g.counted("r*_wg(j)", o)
	if !ok {
		return v
	}
	x := 1 - meanVariance(items)/g.null(o)
	if x < 0 {
		v = v.warn(Dissent, "the ratings differ more than ratings at random would")
	}
	return v.with(x)
}

func meanVariance(items [][]float64) float64 {
	sum := 0.0
	for _, x := range items {
		sum += variance(x)
	}
	return sum / float64(len(items))
}
