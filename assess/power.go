// Exponential and logarithm with the same bits on every architecture.

package assess

import "math"

// The standard library's Exp is assembly on some architectures and Go on others, and a compiler may fuse a multiplication and an
// addition; either moves the last bit. These two use only additions, multiplications and divisions, each rounded on its own.

const (
	ln2High = 6.93147180369123816490e-01 // the leading 33 bits of ln 2, so that k*ln2High is exact for |k| < 2^20
	ln2Low  = 1.90821492927058770002e-10
)

// ln is the natural logarithm of x > 0, by ln x = k ln 2 + 2 atanh((m-1)/(m+1)) with x = m 2^k and m in [sqrt(1/2), sqrt 2).
func ln(x float64) float64 {
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		k--
	}
	s := (m - 1) / (m + 1)
	square := float64(s * s)
	sum := 0.0
	for n := 27; n >= 1; n -= 2 {
		sum = float64(sum*square) + 1/float64(n)
	}
	high, low := float64(float64(k)*ln2High), float64(float64(k)*ln2Low)
	return high + (float64(2*float64(s*sum)) + low)
}

// exp is e to the x for x <= 0, by range reduction to |r| <= ln 2 / 2 and the power series.
func exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	k := math.Floor(x/math.Ln2 + 0.5)
	r := x - float64(k*ln2High) - float64(k*ln2Low)
	sum := 1.0
	for n := 18; n >= 1; n-- {
		sum = 1 + float64(float64(sum*r)/float64(n))
	}
	return math.Ldexp(sum, int(k))
}
