// Exponential and logarithm.

package portable

import "math"

const (
	ln2High = 6.93147180369123816490e-01 // the leading 33 bits of ln 2, so that k*ln2High is exact for |k| < 2^20
	ln2Low  = 1.90821492927058770002e-10
)

// Ln is the natural logarithm of x > 0, by ln x = k ln 2 + 2 atanh((m-1)/(m+1)) with x = m 2^k and m in [sqrt(1/2), sqrt 2).
func Ln(x float64) float64 {
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		k--
	}
	s := (m - 1) / (m + 1)
	square := float64(s * s)
	sum := 1.0 / 27
	sum = float64(sum*square) + 1.0/25
	sum = float64(sum*square) + 1.0/23
	sum = float64(sum*square) + 1.0/21
	sum = float64(sum*square) + 1.0/19
	sum = float64(sum*square) + 1.0/17
	sum = float64(sum*square) + 1.0/15
	sum = float64(sum*square) + 1.0/13
	sum = float64(sum*square) + 1.0/11
	sum = float64(sum*square) + 1.0/9
	sum = float64(sum*square) + 1.0/7
	sum = float64(sum*square) + 1.0/5
	sum = float64(sum*square) + 1.0/3
	sum = float64(sum*square) + 1
	high, low := float64(float64(k)*ln2High), float64(float64(k)*ln2Low)
	return high + (float64(2*float64(s*sum)) + low)
}

// Exp is e to the x, by range reduction to |r| <= ln 2 / 2 and the power series up to r^13/13!; 0 below -700, for x up to 700.
func Exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	k := math.Floor(x/math.Ln2 + 0.5)
	r := x - float64(k*ln2High) - float64(k*ln2Low)
	sum := 1.0 / 6227020800
	sum = float64(sum*r) + 1.0/479001600
	sum = float64(sum*r) + 1.0/39916800
	sum = float64(sum*r) + 1.0/3628800
	sum = float64(sum*r) + 1.0/362880
	sum = float64(sum*r) + 1.0/40320
	sum = float64(sum*r) + 1.0/5040
	sum = float64(sum*r) + 1.0/720
	sum = float64(sum*r) + 1.0/120
	sum = float64(sum*r) + 1.0/24
	sum = float64(sum*r) + 1.0/6
	sum = float64(sum*r) + 1.0/2
	sum = float64(sum*r) + 1
	sum = float64(sum*r) + 1
	return math.Ldexp(sum, int(k))
}
