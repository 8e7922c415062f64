// Intervals: BCa bounds from resampled respondents.

package uncertainty

import (
	"math"

	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// An Interval holds, in about the share Level of such surveys, what all people of these perspectives would give, as far as those asked are a
// random sample of theirs. It knows nothing of answers that are missing.
type Interval struct {
	Low  *float64 `json:"low,omitempty"`
	High *float64 `json:"high,omitempty"`
	// Undefined says why there are no bounds.
	Undefined string  `json:"undefined,omitempty"`
	Level     float64 `json:"level"`
	// StandardError is that of the resampled values.
	StandardError *float64 `json:"standard_error,omitempty"`
	// Bias is z0, the median bias in standard normal units, and Acceleration is a: how fast the standard error changes with the value.
	Bias         float64 `json:"bias"`
	Acceleration float64 `json:"acceleration"`
	// Freedom is the effective number of degrees of freedom (Satterthwaite), which widens the interval of small groups.
	Freedom float64 `json:"degrees_of_freedom"`
	// Dropped counts resamples in which the value was not known, of Draws.
	Dropped int `json:"dropped,omitempty"`
	Draws   int `json:"draws"`
}

// Defined says whether there are bounds.
func (i Interval) Defined() bool { return i.Low != nil }

// A jackknife holds the influence of each respondent on a value, by perspective.
type jackknife struct {
	strata [][]float64 // the values without each of its respondents; strata of one respondent are left out
}

// moments gives the acceleration and the effective degrees of freedom of a stratified sample. With l the influence (n-1) (mean - value without
// the respondent) in a stratum of n,
//
//	a = sum of l^3/n^3 / (6 (sum of l^2/n^2)^(3/2))      df = (sum of v)^2 / sum of v^2/(n-1)      v = sum of l^2 / (n (n-1)) in a stratum
//
// Source: Efron 1987, doi:10.1080/01621459.1987.10478410; several samples: Davison & Hinkley 1997, Bootstrap Methods and their Application, chapter 5; Satterthwaite 1946,
// doi:10.2307/3002019.
func (j jackknife) moments() (acceleration, freedom float64) {
	cubes, squares, variance, of := 0.0, 0.0, 0.0, 0.0
	for _, values := range j.strata {
		n, mean := float64(len(values)), 0.0
		for _, x := range values {
			mean += x
		}
		mean /= n
		square := 0.0
		for _, x := range values {
			l := float64((n - 1) * (mean - x))
			square += float64(l * l)
			cubes += float64(float64(l*l)*l) / float64(float64(n*n)*n)
		}
		squares += square / float64(n*n)
		v := square / float64(n*(n-1))
		variance += v
		of += float64(v*v) / (n - 1)
	}
	if squares > 0 {
		acceleration = cubes / float64(6*float64(squares*math.Sqrt(squares)))
	}
	if of > 0 {
		freedom = float64(variance*variance) / of
	}
	return acceleration, freedom
}

// bca gives the shares of the resampled values at which the bounds lie. bias is z0 and acceleration a; z, the standard normal quantile of
// the level, is widened to Student's with the given degrees of freedom (Hesterberg 2015, doi:10.1080/00031305.2015.1089789).
func bca(level, bias, acceleration, freedom float64) (low, high float64) {
	z := portable.NormalQuantile(float64((1 + level) / 2))
	if freedom > 0 && freedom < 1e6 {
		z = studentQuantile(float64((1+level)/2), freedom)
	}
	at := func(z float64) float64 {
		shifted := bias + z
		return portable.Normal(bias + shifted/(1-float64(acceleration*shifted)))
	}
	if far := float64(acceleration * (bias + z)); far >= 1 {
		return at(-z), 1
	}
	if far := float64(acceleration * (bias - z)); far >= 1 {
		return 0, at(z)
	}
	return at(-z), at(z)
}

// studentQuantile is that of Student's distribution, p > 1/2: its square is F with 1 and so many degrees of freedom.
func studentQuantile(p, freedom float64) float64 {
	return math.Sqrt(portable.FQuantile(float64(2*p)-1, 1, freedom))
}

// bias is z0 from the number of resampled values below the value, and equal to it, of n (ties count half).
func bias(below, equal, n int) float64 {
	share := (float64(below) + float64(float64(equal)/2)) / float64(n)
	least := 0.5 / float64(n)
	return portable.NormalQuantile(min(max(share, least), 1-least))
}
