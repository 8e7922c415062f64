// The exponential and logarithm against the standard library's, and their bits.

package portable

import (
	"math"
	"testing"
)

func TestPowersMatchTheStandardLibrary(t *testing.T) {
	for i := 1; i <= 20000; i++ {
		x := float64(i) / 20000
		if got, want := Ln(x), math.Log(x); math.Abs(got-want) > 4e-16*math.Max(1, math.Abs(want)) {
			t.Fatalf("Ln(%v) = %v, math.Log %v", x, got, want)
		}
		y := -10 * x
		if got, want := Exp(y), math.Exp(y); math.Abs(got-want) > 4e-16*want*4 {
			t.Fatalf("Exp(%v) = %v, math.Exp %v", y, got, want)
		}
	}
	if Ln(1) != 0 || Exp(0) != 1 || Exp(-1000) != 0 {
		t.Errorf("ln 1 = %v, exp 0 = %v, exp -1000 = %v", Ln(1), Exp(0), Exp(-1000))
	}
}

// TestPowerBits holds the last bit: the values were computed on linux/amd64 and must be the same everywhere.
func TestPowerBits(t *testing.T) {
	sum := uint64(0)
	for i := 1; i <= 1000; i++ {
		sum = sum*31 + math.Float64bits(Ln(float64(i)/1000)) + 7*math.Float64bits(Exp(-float64(i)/100))
	}
	const want = 0x53b8bdbf5bb2e004
	if sum != want {
		t.Errorf("digest %#x, want %#x", sum, uint64(want))
	}
}
