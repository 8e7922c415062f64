// Distribution functions: normal, beta, F.

package portable

import "math"

// LnGamma is the logarithm of the gamma function for x > 0, by Stirling's series from x = 15 upwards (Abramowitz & Stegun 6.1.41) and
// the recurrence below.
func LnGamma(x float64) float64 {
	product := 1.0
	for x < 15 {
		product *= x
		x++
	}
	square := 1 / float64(x*x)
	series := 0.0
	for _, c := range [...]float64{1.0 / 156, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12} {
		series = float64(series*square) + c
	}
	const halfLn2Pi = 0.91893853320467274178
	return float64((x-0.5)*Ln(x)) - x + halfLn2Pi + series/x - Ln(product)
}

// Beta is the regularised incomplete beta function I_x(a, b), for a, b > 0, by the continued fraction of Abramowitz & Stegun 26.5.8
// evaluated as Lentz does.
func Beta(x, a, b float64) float64 {
	switch {
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	case x > (a+1)/(a+b+2):
		return 1 - Beta(1-x, b, a)
	}
	front := Exp(LnGamma(a+b) - LnGamma(a) - LnGamma(b) + float64(a*Ln(x)) + float64(b*Ln(1-x)))
	const tiny = 1e-300
	c, d := 1.0, 1/away(1-float64((a+b)*x)/(a+1), tiny)
	h := d
	for m := 1.0; m < 1000; m++ {
		even := float64(float64(m*(b-m))*x) / float64((a+float64(2*m)-1)*(a+float64(2*m)))
		d = 1 / away(1+float64(even*d), tiny)
		c = away(1+even/c, tiny)
		h = float64(h * float64(d*c))
		odd := -float64(float64((a+m)*(a+b+m))*x) / float64((a+float64(2*m))*(a+float64(2*m)+1))
		d = 1 / away(1+float64(odd*d), tiny)
		c = away(1+odd/c, tiny)
		step := float64(d * c)
		h = float64(h * step)
		if math.Abs(step-1) < 1e-16 {
			break
		}
	}
	return float64(front*h) / a
}

func away(x, tiny float64) float64 {
	if math.Abs(x) < tiny {
		return tiny
	}
	return x
}

// FAbove is the probability that an F variable with the given degrees of freedom, which may be fractions, exceeds f.
func FAbove(f, between, within float64) float64 {
	if f <= 0 {
		return 1
	}
	return Beta(within/(within+float64(between*f)), within/2, between/2)
}

// FQuantile is the f that an F variable stays below with probability p, 0 < p < 1.
func FQuantile(p, between, within float64) float64 {
	// The variable's image in 0..1 is sought, where the search is short.
	x := root(func(x float64) float64 { return p - Beta(x, between/2, within/2) })
	return float64(within*x) / float64(between*(1-x))
}

// Normal is the standard normal distribution function, by its series (Abramowitz & Stegun 26.2.11) and, far out, its continued fraction (26.2.14).
func Normal(x float64) float64 {
	const root2Pi = 2.50662827463100050242
	density := Exp(-float64(x*x)/2) / root2Pi
	if math.Abs(x) < 2 {
		sum, term := x, x
		for k := 3.0; math.Abs(term) > math.Abs(float64(sum*1e-18)); k += 2 {
			term = float64(term * (float64(x*x) / k))
			sum += term
		}
		return 0.5 + float64(density*sum)
	}
	above := math.Abs(x)
	for k := 80.0; k >= 1; k-- {
		above = math.Abs(x) + k/above
	}
	if x < 0 {
		return density / above
	}
	return 1 - density/above
}

// NormalQuantile is the x that a standard normal variable stays below with probability p; p outside (1e-16, 1-1e-16) is taken there.
func NormalQuantile(p float64) float64 {
	if p > 0.5 {
		return -NormalQuantile(1 - p)
	}
	p = max(p, 1e-16)
	const width = 9.0
	return float64(-width * root(func(u float64) float64 { return Normal(-float64(width*u)) - p }))
}

// root finds where a function that falls from above 0 to below 0 on [0, 1] crosses 0, by halving.
func root(f func(float64) float64) float64 {
	low, high := 0.0, 1.0
	for range 200 {
		middle := low + float64((high-low)/2)
		if middle == low || middle == high {
			break
		}
		if f(middle) > 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return low + float64((high-low)/2)
}
