// Polarisation: few large groups, far apart.

package consensus

import (
	"math"

	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// Polarisation is the index of Esteban & Ray over ordered categories at equal distances: with p_i the share of category i,
//
//	P = c sum_i sum_j p_i^(1+alpha) p_j |i - j| / (K-1)
//
// c = 2^(1+alpha) makes it 1 when half are at either end of the scale; it is 0 when all are in one category. It grows when camps are
// larger, fewer and farther apart; a uniform distribution over five points has 0.32 (alpha 1). With alpha 0 it would be a Gini mean difference,
// a measure of spread; alpha is in (0, 1.6]. It is undefined without people or below two categories. Source: Esteban & Ray 1994,
// On the measurement of polarization, Econometrica 62, doi:10.2307/2951734.
func Polarisation(counts []int, o Options) Value {
	v := Value{Index: "polarisation"}
	for _, n := range counts {
		v.N += max(n, 0)
	}
	alpha := o.Alpha
	if alpha == 0 {
		alpha = 1
	}
	switch {
	case !(alpha > 0 && alpha <= 1.6):
		return v.without("alpha is %v, not above 0 and at most 1.6", alpha)
	case len(counts) < 2:
		return v.without("it takes two categories")
	case v.N == 0:
		return v.without("nobody answered")
	case v.N == 1:
		return v.without("one respondent: there are no camps")
	}
	sum := 0.0
	for i := range counts {
		if counts[i] <= 0 {
			continue
		}
		weight := portable.Exp(float64((1 + alpha) * portable.Ln(share(counts[i], v.N))))
		for j := range counts {
			sum += float64(float64(weight*share(max(counts[j], 0), v.N)) * math.Abs(float64(i-j)))
		}
	}
	scale := portable.Exp(float64((1+alpha)*math.Ln2)) / float64(len(counts)-1)
	return v.with(min(float64(scale*sum), 1))
}

func share(n, of int) float64 { return float64(n) / float64(of) }
