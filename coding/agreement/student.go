// Student's t, in plain arithmetic, so that an interval has the same bits on every machine.

package agreement

import "math"

// most degrees of freedom told apart; beyond it t is the normal distribution to four digits.
const mostFreedom = 5000

// tQuantile gives the p quantile, 0.5 < p < 1, of Student's t.
func tQuantile(p float64, freedom int) float64 {
	freedom = min(freedom, mostFreedom)
	low, high := 0.0, 1.0
	for tWithin(high, freedom) < 2*p-1 && high < 1e9 {
		high *= 2
	}
	for range 80 {
		middle := (low + high) / 2
		if tWithin(middle, freedom) < 2*p-1 {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2
}

// tWithin is the probability of -x < t < x, as a finite sum. Source: Abramowitz & Stegun 1964, 26.7.3 and 26.7.4.
func tWithin(x float64, freedom int) float64 {
	n := float64(freedom)
	square := n + float64(x*x)
	cos2, sin := n/square, x/math.Sqrt(square)
	if freedom%2 == 0 {
		return float64(sin * series(cos2, 1, freedom-2))
	}
	angle := arctan(x / math.Sqrt(n))
	if freedom > 1 {
		angle += float64(sin * float64(math.Sqrt(cos2)*series(cos2, 2, freedom-3)))
	}
	return angle * 2 / math.Pi
}

// series is 1 + first/(first+1) c + first (first+2) / ((first+1)(first+3)) c^2 + ..., up to c^(last/2).
func series(c float64, first, last int) float64 {
	sum, term := 1.0, 1.0
	for i := range last / 2 {
		k := float64(first + 2*i)
		term = float64(term*c) * k / (k + 1)
		sum += term
	}
	return sum
}

// arctan halves the angle until the series is short.
func arctan(x float64) float64 {
	const halvings = 5
	for range halvings {
		x /= 1 + math.Sqrt(1+float64(x*x))
	}
	sum, power := 0.0, float64(x)
	for i := range 12 {
		sum += power / float64(2*i+1)
		power = -float64(power * float64(x*x))
	}
	return float64(sum * (1 << halvings))
}
