// Random numbers: streams that are alike on every machine and do not touch each other.

package portable

import (
	"math"
	"math/bits"
)

// A Stream is a sequence of random numbers: PCG-DXSM, 128 bits of state, as math/rand/v2 has it. Its zero value is a stream too.
type Stream struct{ high, low uint64 }

// NewStream gives the stream of a purpose under a seed, at a place (a draw, a block of draws). Streams with any argument different have
// starting points scattered over the period of 2^128 by a 64-bit mixing function.
func NewStream(seed, purpose, place uint64) *Stream {
	s := new(Stream)
	s.Begin(seed, purpose, place)
	return s
}

// Begin makes a stream what [NewStream] would.
func (s *Stream) Begin(seed, purpose, place uint64) {
	s.high, s.low = mix(seed^mix(purpose)), mix(mix(place)+0x9e3779b97f4a7c15*seed+purpose)
	s.Uint64()
}

// mix is the finisher of SplitMix64.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Uint64 is the next number.
func (s *Stream) Uint64() uint64 {
	const multiplierHigh, multiplierLow = 2549297995355413924, 4865540595714422341
	const incrementHigh, incrementLow = 6364136223846793005, 1442695040888963407
	high, low := bits.Mul64(s.low, multiplierLow)
	high += s.high*multiplierLow + s.low*multiplierHigh
	low, carry := bits.Add64(low, incrementLow, 0)
	high, _ = bits.Add64(high, incrementHigh, carry)
	s.high, s.low = high, low
	const cheap = 0xda942042e4dd58b5
	high ^= high >> 32
	high *= cheap
	high ^= high >> 48
	return high * (low | 1)
}

// Float64 is uniform in [0, 1).
func (s *Stream) Float64() float64 { return float64(float64(s.Uint64()>>11) / (1 << 53)) }

// Open is uniform in (0, 1).
func (s *Stream) Open() float64 { return float64((float64(s.Uint64()>>12) + 0.5) / (1 << 52)) }

// Below is uniform among 0..n-1, for 0 < n < 2^32 (Lemire 2019, doi:10.1145/3230636; without the rejection, whose bias is below n/2^64).
func (s *Stream) Below(n int) int {
	high, _ := bits.Mul64(s.Uint64(), uint64(n))
	return int(high)
}

// Normal is standard normal, by the polar method.
func (s *Stream) Normal() float64 {
	for {
		u, v := float64(2*s.Float64())-1, float64(2*s.Float64())-1
		if q := float64(u*u) + float64(v*v); q < 1 && q > 0 {
			return float64(u * math.Sqrt(float64(-2*Ln(q))/q))
		}
	}
}

// Gamma has shape k > 0 and scale 1 (Marsaglia & Tsang 2000, doi:10.1145/358407.358414; below shape 1 by their power).
func (s *Stream) Gamma(k float64) float64 {
	if k < 1 {
		return float64(s.Gamma(k+1) * Exp(Ln(s.Open())/k))
	}
	d := k - 1.0/3
	c := 1 / math.Sqrt(float64(9*d))
	for {
		x := s.Normal()
		v := 1 + float64(c*x)
		if v <= 0 {
			continue
		}
		v = float64(float64(v*v) * v)
		u, square := s.Open(), float64(x*x)
		if u < 1-float64(0.0331*float64(square*square)) || Ln(u) < float64(square/2)+float64(d*(1-v+Ln(v))) {
			return float64(d * v)
		}
	}
}
